# SPDX-License-Identifier: Apache-2.0
"""The table: for people as Markdown, for programs as JSON."""
import json
import re

from measuring import process, wording


def _plain(value):
    return f"{value:.3g}" if value < 1000 else f"{value:,.0f}".replace(",", " ")


class Table:
    """Markdown in one language; Vietnamese writes decimals with a comma."""

    def __init__(self, language):
        self.language = language

    def number(self, value, unit=""):
        if unit == "bytes":
            text = f"{_plain(value / 1e6)} MB"
        elif unit == "s":
            text = f"{_plain(value)} s" if value >= 1 else f"{_plain(value * 1000)} ms"
        else:
            text = f"{_plain(value)} {wording.of(wording.UNITS, unit, self.language)}" if unit else _plain(value)
        return text.replace(".", ",") if self.language == "vi" else text

    def cell(self, figure, unit):
        if not figure:
            return ""
        text = self.number(figure.median, unit)
        if len(figure.values) < 2:
            return text
        return f"{text} ({self.number(min(figure.values), unit)} – {self.number(max(figure.values), unit)})"

    def line(self, row, names, rivals):
        ratios = []
        for name in rivals:
            paired = name in row.figures and "tdkt" in row.figures
            ratios.append(self.number(row.figures["tdkt"].times(row.figures[name])) if paired else "")
        title = wording.of(wording.ROWS, row.key, self.language, **row.values)
        return [title, *(self.cell(row.figures.get(name), row.unit) for name in names), *ratios]

    def text(self, asked, rows, machine):
        def say(key, **values):
            return wording.of(wording.SENTENCES, key, self.language, **values)

        names = [one.name for one in asked.contenders]
        rivals = [name for name in names if name != "tdkt"]
        lines = [say("machine", scale=asked.scale, **machine), "", say("how", runs=asked.runs), "",
                 "| " + " | ".join(["", *names, *(f"× {name}" for name in rivals)]) + " |",
                 "| --- |" + " ---: |" * (len(names) + len(rivals))]
        lines += ["| " + " | ".join(self.line(row, names, rivals)) + " |" for row in rows]
        lines += ["", "; ".join(f"{one.name}: {one.version}" for one in asked.contenders) + "."]
        for kind, names in {"missing": asked.missing, "left_out": asked.left_out}.items():
            lines += [say(kind, name=name, reason=wording.of(wording.REASONS, reason, self.language))
                      for name, reason in names.items()]
        return "\n".join(lines) + "\n"


def markdown(asked, rows, machine, language="en"):
    return Table(language).text(asked, rows, machine)


def put_into(page, table):
    """Replaces what stands between the page's two marks."""
    begin, end = "<!-- measured by bench/run -->\n", "<!-- end of what was measured -->\n"
    text = page.read_text("utf-8")
    if text.count(begin) != 1 or text.count(end) != 1:
        raise process.Failed(f"{page} does not have the lines that the table stands between")
    replaced = re.sub(f"{re.escape(begin)}.*{re.escape(end)}", lambda _: f"{begin}\n{table}\n{end}", text, flags=re.S)
    page.write_text(replaced, "utf-8")


def as_json(asked, rows, machine):
    return json.dumps({
        "machine": machine, "scale": asked.scale, "runs": asked.runs, "threads": asked.place.threads,
        "contenders": {one.name: one.version for one in asked.contenders}, "missing": asked.missing,
        "left_out": asked.left_out,
        "rows": [{"key": row.key, "title": wording.of(wording.ROWS, row.key, "en", **row.values), "unit": row.unit,
                  "figures": {name: {"median": figure.median, "values": figure.values}
                              for name, figure in row.figures.items()}} for row in rows],
    }, indent=1, ensure_ascii=False) + "\n"
