# SPDX-License-Identifier: Apache-2.0
"""What is measured: each function gives the rows of one question."""
import hashlib
import json
import shutil

from measuring import process
from measuring.figures import Figure, Row, row, side_by_side
from measuring.workplace import BENCH, YEARS

BLOC = BENCH / "administration/bloc"


def from_csv(asked):
    samples = side_by_side(asked.runs, {one.name: lambda one=one: one.csv(asked.scale) for one in asked.contenders})
    return [row("csv", "s", "total", samples), row("evaluation", "s", "eval", samples),
            row("memory", "bytes", "peak_bytes", samples)]


def from_snapshot(asked):
    able = [one for one in asked.contenders if hasattr(one, "snapshot") and (one is not asked.tdkt or one.has_snapshots())]
    kept = {one.name: one.make_snapshot(asked.scale) for one in able}
    if asked.tdkt in able:
        asked.tdkt.check(asked.scale, kept[asked.tdkt.name])
    samples = side_by_side(asked.runs, {one.name: lambda one=one: one.snapshot(kept[one.name]) for one in able})
    return [row("snapshot", "s", "total", samples), row("snapshot_memory", "bytes", "peak_bytes", samples)]


def written(asked):
    def sample():
        folder = asked.place.folder("written")
        done = asked.tdkt.eval(asked.place.rules, asked.place.data(asked.scale), YEARS, "--out", folder, "--files", "csv")
        size = sum(file.stat().st_size for file in folder.iterdir())
        shutil.rmtree(folder)
        return {"whole": done.seconds, "size": size}

    samples = side_by_side(asked.runs, {asked.tdkt.name: sample})
    return [row("written", "s", "whole", samples), row("written_bytes", "bytes", "size", samples)]


def administration(asked):
    rules = asked.place.administration()
    data = asked.place.data(asked.scale)
    samples = side_by_side(asked.runs, {asked.tdkt.name: lambda: asked.tdkt.sample(rules, data, "2024")})
    return [row("administration", "s", "total", samples), row("administration_evaluation", "s", "eval", samples)]


def cold_start(asked):
    by = {"cold": asked.place.rules, "cold_administration": asked.place.administration()}

    def sample(rules):
        return {"whole": asked.tdkt.eval(rules, BLOC, "2024").seconds}

    samples = side_by_side(asked.runs * 3, {key: lambda rules=rules: sample(rules) for key, rules in by.items()})
    return [row(key, "s", "whole", {asked.tdkt.name: samples[key]}) for key in by]


def renewal(asked):
    def sample():
        done = process.run([asked.place.program("bench_renewal"), asked.place.rules, asked.place.data(asked.scale),
                            *YEARS.split("-")])
        said = json.loads(done.out)
        return {"median": said["median_us"] / 1e6, "p99": said["p99_us"] / 1e6, "worst": said["worst_us"] / 1e6,
                "columns": said["columns_bytes"]}

    samples = side_by_side(asked.runs, {asked.tdkt.name: sample})
    return [row("renewal", "s", "median", samples), row("renewal_p99", "s", "p99", samples),
            row("renewal_worst", "s", "worst", samples), row("renewal_memory", "bytes", "columns", samples)]


def growth(asked):
    rows = []
    for scale in asked.growth:
        people = 2_000_000 * scale
        asked.tdkt.check(scale)
        samples = side_by_side(asked.runs, {asked.tdkt.name: lambda scale=scale: asked.tdkt.csv(scale)})
        for sample in samples[asked.tdkt.name]:
            sample["us"] = sample["total"] / people * 1e6
            sample["evaluation_us"] = sample["eval"] / people * 1e6
            sample["bytes"] = sample["peak_bytes"] / people
        at = {"people": f"{people:,.0f}".replace(",", " ")}
        rows += [row("growth", "us_a_person", "us", samples, at),
                 row("growth_evaluation", "us_a_person", "evaluation_us", samples, at),
                 row("growth_memory", "bytes_a_person", "bytes", samples, at)]
    return rows


def digest(folder):
    found = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        found.update(file.name.encode())
        with open(file, "rb") as content:
            while part := content.read(1 << 20):
                found.update(part)
    return found.hexdigest()


def threads(asked):
    data = asked.place.data(asked.scale)

    def answers(number):
        folder = asked.place.folder("threads")
        asked.tdkt.eval(asked.place.rules, data, YEARS, "--out", folder, "--files", "csv", threads=number)
        found = digest(folder)
        shutil.rmtree(folder)
        return found

    if answers(1) != answers(2):
        raise process.Failed("tdkt's answers differ with the number of threads")
    samples = side_by_side(asked.runs, {number: lambda number=number: asked.tdkt.sample(
        asked.place.rules, data, YEARS, threads=number) for number in (1, 2)})

    def gain(what):
        return {asked.tdkt.name: Figure([one[what] / two[what] for one, two in zip(samples[1], samples[2])])}

    return [Row("threads", "times", gain("total")), Row("threads_evaluation", "times", gain("eval"))]


ALL = {"csv": from_csv, "snapshot": from_snapshot, "written": written, "administration": administration,
       "cold": cold_start, "renewal": renewal, "growth": growth, "threads": threads}
