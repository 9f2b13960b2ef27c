# SPDX-License-Identifier: Apache-2.0
"""What is measured: each function gives the rows of one question."""
import hashlib
import shutil

from measuring import process
from measuring.contenders import stages
from measuring.figures import Figure, Row, row, side_by_side
from measuring.workplace import BENCH, YEARS

BLOC = BENCH / "administration/bloc"


def from_csv(asked):
    samples = side_by_side(asked.runs, {one.name: lambda one=one: one.csv(asked.scale) for one in asked.contenders})
    return [row("csv", "CSV files to verdicts", "s", "total", samples),
            row("evaluation", "evaluation alone, records loaded", "s", "eval", samples),
            row("memory", "peak memory, CSV files to verdicts", "bytes", "peak_bytes", samples)]


def from_snapshot(asked):
    able = [one for one in asked.contenders if hasattr(one, "snapshot") and (one is not asked.tdkt or one.has_snapshots())]
    kept = {one.name: one.make_snapshot(asked.scale) for one in able}
    if asked.tdkt in able:
        asked.tdkt.check(asked.scale, kept[asked.tdkt.name])
    samples = side_by_side(asked.runs, {one.name: lambda one=one: one.snapshot(kept[one.name]) for one in able})
    return [row("snapshot", "snapshot (or database file), warm, to verdicts", "s", "total", samples),
            row("snapshot_memory", "peak memory, snapshot to verdicts", "bytes", "peak_bytes", samples)]


def written(asked):
    def sample():
        folder = asked.place.folder("written")
        done = asked.tdkt.eval(asked.place.rules, asked.place.data(asked.scale), YEARS, "--out", folder)
        size = sum(file.stat().st_size for file in folder.iterdir())
        shutil.rmtree(folder)
        return {"whole": done.seconds, "size": size}

    samples = side_by_side(asked.runs, {asked.tdkt.name: sample})
    return [row("written", "CSV files to verdicts, with all of them written to files", "s", "whole", samples),
            row("written_bytes", "size of these files", "bytes", "size", samples)]


def administration(asked):
    rules = asked.place.administration()
    data = asked.place.data(asked.scale)
    samples = side_by_side(asked.runs, {asked.tdkt.name: lambda: asked.tdkt.sample(rules, data, "2024")})
    note = "one year; bench/administration"
    return [row("administration", "200 awards, 2 000 criteria: CSV files to verdicts", "s", "total", samples, note),
            row("administration_evaluation", "the same, evaluation alone", "s", "eval", samples, note)]


def cold_start(asked):
    samples = side_by_side(asked.runs * 3, {
        asked.tdkt.name: lambda: asked.tdkt.sample(asked.place.rules, BLOC, "2024"),
        "200 awards": lambda: asked.tdkt.sample(asked.place.administration(), BLOC, "2024")})
    national = {asked.tdkt.name: samples[asked.tdkt.name]}
    loaded = {asked.tdkt.name: samples["200 awards"]}
    return [row("cold", "one bloc of ten units, the whole process", "s", "whole", national),
            row("cold_administration", "the same by 200 awards", "s", "whole", loaded)]


def growth(asked):
    rows = []
    for scale in asked.growth:
        people = 2_000_000 * scale
        asked.tdkt.check(scale)
        samples = side_by_side(asked.runs, {asked.tdkt.name: lambda scale=scale: asked.tdkt.csv(scale)})
        for sample in samples[asked.tdkt.name]:
            sample["microseconds"] = sample["total"] / people * 1e6
            sample["evaluating"] = sample["eval"] / people * 1e6
            sample["bytes"] = sample["peak_bytes"] / people
        at = f"{people:,.0f} people".replace(",", " ")
        rows += [row(f"growth_{scale:g}", f"{at}: CSV files to verdicts", "µs a person", "microseconds", samples),
                 row(f"growth_eval_{scale:g}", f"{at}: evaluation alone", "µs a person", "evaluating", samples),
                 row(f"growth_memory_{scale:g}", f"{at}: peak memory", "bytes a person", "bytes", samples)]
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
    digests = set()

    def sample(number):
        folder = asked.place.folder("threads")
        done = asked.tdkt.eval(asked.place.rules, asked.place.data(asked.scale), YEARS, "--out", folder,
                               threads=number)
        digests.add(digest(folder))
        shutil.rmtree(folder)
        evaluating, total = stages(done)
        return {"eval": evaluating, "total": total}

    samples = side_by_side(asked.runs, {1: lambda: sample(1), 2: lambda: sample(2)})
    if len(digests) != 1:
        raise process.Failed("tdkt's answers differ with the number of threads")

    def gain(what):
        return {asked.tdkt.name: Figure([one[what] / two[what] for one, two in zip(samples[1], samples[2])])}

    note = "answers byte for byte the same"
    return [Row("threads", "two threads against one: CSV files to verdicts", "times as fast", gain("total"), note),
            Row("threads_evaluation", "two threads against one: evaluation alone", "times as fast", gain("eval"), note)]


ALL = {"csv": from_csv, "snapshot": from_snapshot, "written": written, "administration": administration,
       "cold": cold_start, "growth": growth, "threads": threads}
