# SPDX-License-Identifier: Apache-2.0
"""The table, for people as Markdown and for programs as JSON."""
import json


def _number(value, unit):
    if unit == "bytes":
        return f"{value / 1e6:,.1f} MB".replace(",", " ")
    text = _plain(value)
    if unit == "s" and value < 1:
        return f"{value * 1000:.3g} ms"
    return f"{text} {unit}".strip()


def _plain(value):
    return f"{value:.3g}" if value < 1000 else f"{value:,.0f}".replace(",", " ")


def _cell(figure, unit):
    if not figure:
        return ""
    spread = f" ({_number(min(figure.values), unit)} – {_number(max(figure.values), unit)})"
    return _number(figure.median, unit) + (spread if len(figure.values) > 1 else "")


def _ratio(row, one, other):
    if one not in row.figures or other not in row.figures or row.unit.startswith("times"):
        return ""
    return _plain(row.figures[one].times(row.figures[other]))


def markdown(asked, rows, machine):
    names = [one.name for one in asked.contenders]
    rivals = [name for name in names if name != "tdkt"]
    lines = [f"# tdkt at scale {asked.scale:g}", "",
             f"Commit {machine['commit']}; {machine['processor']}, {machine['cores']} cores, "
             f"{machine['memory_gib']} GiB, {machine['system']}; {machine['compiler']}, `{machine['flags']}`; "
             f"load before the first run {machine['load_before']:.2f}.", "",
             f"Medians of {asked.runs} runs, side by side in turn, least and greatest in brackets; `×` is how many "
             "times the other's tdkt needs, the median of the pairs. Everybody's verdicts were compared first.", "",
             "| | " + " | ".join(names) + " | " + " | ".join(f"× {name}" for name in rivals) + " |",
             "| --- |" + " ---: |" * (len(names) + len(rivals))]
    for row in rows:
        cells = [_cell(row.figures.get(name), row.unit) for name in names]
        ratios = [_ratio(row, "tdkt", name) for name in rivals]
        title = f"{row.title} ({row.note})" if row.note else row.title
        lines.append("| " + " | ".join([title, *cells, *ratios]) + " |")
    lines += ["", "; ".join(f"{one.name}: {one.version}" for one in asked.contenders) + "."]
    lines += [f"{name} is missing: {reason}." for name, reason in asked.missing.items()]
    lines += [f"Not measured: {what}: {reason}." for what, reason in asked.left_out.items()]
    return "\n".join(lines) + "\n"


def as_json(asked, rows, machine):
    return json.dumps({
        "machine": machine, "scale": asked.scale, "runs": asked.runs, "threads": asked.place.threads,
        "contenders": {one.name: one.version for one in asked.contenders}, "missing": asked.missing,
        "left_out": asked.left_out,
        "rows": [{"key": row.key, "title": row.title, "unit": row.unit, "note": row.note,
                  "figures": {name: {"median": figure.median, "values": figure.values}
                              for name, figure in row.figures.items()}} for row in rows],
    }, indent=1, ensure_ascii=False) + "\n"
