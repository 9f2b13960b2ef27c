# SPDX-License-Identifier: Apache-2.0
"""Who is measured. Each takes the same records and must give the same counts before its time counts.

A sample has the seconds of `load` and `eval` (records at hand to all verdicts at hand), `total` from the
records on disk to all verdicts at hand, and `peak_bytes`. `missing` is why somebody cannot be measured here,
of wording.REASONS.
"""
import json
import pathlib
import re
import shutil

from measuring import process
from measuring.workplace import BENCH, YEARS


def checked(given, expected, who):
    if given != expected:
        wrong = next((pair for pair in zip(given.splitlines(), expected.splitlines()) if pair[0] != pair[1]),
                     ("another number of lines", ""))
        raise process.Failed(f"{who} gives other verdicts: {wrong[0]} where {wrong[1]} is right")


JUDGED = " engine judged verdicts="


def stages(finished):
    """What tdkt's log says of itself: seconds of evaluating and judging, and when all verdicts were there, those
    of nominations settled and counted, too."""
    for at, line in finished.said:
        judged = re.search(JUDGED + r"\d+ nominated=\d+ seconds=([\d.e+-]+)", line)
        if judged:
            return float(judged.group(1)), at
    raise process.Failed("tdkt's log does not say when it had judged")


class Tdkt:
    name = "tdkt"

    def __init__(self, place):
        self.place = place
        self.version = process.run([place.program("tdkt"), "--version"]).out.strip().removeprefix("tdkt ")

    def missing(self):
        return None

    def eval(self, rules, data, years, *more, threads=None, until=None):
        # With files of its own, what it shows is the beginning of each table.
        form = "text" if "--out" in more else "csv"
        return process.run([self.place.program("tdkt"), "eval", "--rules", rules, "--data", data, "--for", years,
                            "--language", "en", "--format", form, "--threads", threads or self.place.threads,
                            *more], {"SPDLOG_LEVEL": "info"}, keep_output=False, until=until)

    def sample(self, rules, data, years, threads=None):
        """Up to all verdicts at hand; what it prints of them is not waited for."""
        done = self.eval(rules, data, years, threads=threads, until=JUDGED)
        evaluating, total = stages(done)
        return {"load": total - evaluating, "eval": evaluating, "total": total, "peak_bytes": done.peak_bytes,
                "processor": done.processor_seconds}

    def csv(self, scale):
        return self.sample(self.place.rules, self.place.data(scale), YEARS)

    def check(self, scale, data=None):
        folder = self.place.folder("answers")
        self.eval(self.place.rules, data or self.place.data(scale), YEARS, "--out", folder, "--files", "csv")
        counts = process.run([self.place.program("national_summary"), folder]).out
        checked(counts, self.place.expected(scale), self.name)
        shutil.rmtree(folder)

    def has_snapshots(self):
        return "snapshot" in process.run([self.place.program("tdkt"), "--help"]).out

    def make_snapshot(self, scale):
        file = self.place.work / f"snapshot-{scale:g}.tdkt-data"
        process.run([self.place.program("tdkt"), "data", "snapshot", self.place.data(scale), "--rules",
                     self.place.rules, "--out", file])
        return file

    def snapshot(self, file):
        return self.sample(self.place.rules, file, YEARS)


class Bound:
    """bench/national/limit: what a program that knows the eight rules can do. Its `eval` is the middle one of
    seven within one process, so that it is no slower than it could be."""
    name = "bound"
    version = "bench/national/limit"

    def __init__(self, place):
        self.place = place
        self.program = place.program("national_limit")

    def missing(self):
        return None if self.program.exists() else "other_processor"

    def _sample(self, scale, *words):
        summary = self.place.work / "bound.csv"
        done = process.run([self.program, *words, "--threads", self.place.threads, "--repeat", 7, "--summary",
                            summary])
        checked(summary.read_text("utf-8"), self.place.expected(scale), self.name)
        said = json.loads(done.out)
        return {"load": said["load"], "eval": said["eval"], "total": said["load"] + said["first_eval"],
                "peak_bytes": said["rss_kib"] * 1024}

    def csv(self, scale):
        return self._sample(scale, "--csv", self.place.data(scale))

    def make_snapshot(self, scale):
        file = self.place.work / f"snapshot-{scale:g}.bound"
        process.run([self.program, "--csv", self.place.data(scale), "--write-snapshot", file])
        return scale, file

    def snapshot(self, kept):
        scale, file = kept
        return self._sample(scale, "--snapshot", file)


class SqlEngine:
    """A driver in bench/peers: loads, runs rules.sql, writes the counts, says one line of JSON."""

    def __init__(self, place):
        self.place = place
        self.version = "unknown"
        self.counts = place.work / f"{self.name}.csv"

    def _sample(self, scale, command):
        done = process.run(command)
        checked(self.counts.read_text("utf-8"), self.place.expected(scale), self.name)
        said = json.loads(done.out)
        self.version = said["version"]
        return {"load": said["load"], "eval": said["eval"], "total": said["load"] + said["eval"],
                "peak_bytes": self._peak(done)}

    def _peak(self, done):
        return done.peak_bytes


class DuckDb(SqlEngine):
    name = "DuckDB"

    def __init__(self, place, modules):
        super().__init__(place)
        self.modules = modules

    def missing(self):
        if not shutil.which("node"):
            return "no_node"
        if not self.modules or not (self.modules / "node_modules/@duckdb/node-api").exists():
            return "no_module"
        return None

    def _command(self, data, *more):
        return ["node", BENCH / "peers/duckdb.mjs", self.modules, data, self.counts, self.place.threads, *more]

    def csv(self, scale):
        return self._sample(scale, self._command(self.place.data(scale)))

    def make_snapshot(self, scale):
        file = self.place.work / f"snapshot-{scale:g}.duckdb"
        file.unlink(missing_ok=True)
        process.run(self._command(self.place.data(scale), file))
        return scale, file

    def snapshot(self, kept):
        scale, file = kept
        return self._sample(scale, self._command(self.place.data(scale), file))


class Sqlite(SqlEngine):
    name = "SQLite"

    def missing(self):
        return None if shutil.which("sqlite3") else "not_installed"

    def csv(self, scale):
        return self._sample(scale, [BENCH / "peers/sqlite.py", self.place.data(scale), self.counts])


class PostgreSql(SqlEngine):
    name = "PostgreSQL"

    def missing(self):
        if not shutil.which("psql") or not list(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb")):
            return "not_installed"
        return None

    def csv(self, scale):
        return self._sample(scale, [BENCH / "peers/postgresql.py", self.place.data(scale), self.counts,
                                    self.place.work / "postgresql"])

    def _peak(self, done):
        return None  # its memory is that of a server with many processes
