# SPDX-License-Identifier: Apache-2.0
"""Where everything is: the programs of a build, and records that are made once and kept."""
import pathlib
import shutil

from measuring import process

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
BENCH = SOURCE / "bench"
YEARS = "2017-2024"


class Workplace:
    def __init__(self, build, work, threads):
        self.build, self.work, self.threads = build, work, threads
        self.rules = BENCH / "national"
        work.mkdir(parents=True, exist_ok=True)

    def program(self, name):
        if name.startswith("bench_"):
            return self.build / "bench" / name
        return self.build / ("tdkt" if name == "tdkt" else f"bench/national/{name}")

    def folder(self, name):
        """An empty one."""
        path = self.work / name
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        return path

    def data(self, scale):
        """The records at this scale, with how they bind to the vocabulary."""
        path = self.work / f"data-{scale:g}"
        if not (path / "dataset.toml").exists():
            process.run([self.program("national_gen"), "--scale", scale, "--out", path])
            shutil.copyfile(self.rules / "dataset.toml", path / "dataset.toml")
        return path

    def administration(self):
        path = self.work / "administration"
        process.run([BENCH / "administration/generate", path])
        return path

    def expected(self, scale):
        """The counts to be reproduced byte for byte; where none are kept, those of the bound."""
        kept = self.rules / f"expected-{scale:g}.csv"
        if kept.exists():
            return kept.read_text("utf-8")
        summary = self.work / f"expected-{scale:g}.csv"
        process.run([self.program("national_limit"), "--csv", self.data(scale), "--summary", summary])
        return summary.read_text("utf-8")
