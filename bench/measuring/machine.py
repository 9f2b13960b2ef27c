# SPDX-License-Identifier: Apache-2.0
"""What was measured, and on what."""
import os
import pathlib
import platform
import re
import resource
import subprocess
import time


def _first(pattern, path):
    found = re.search(pattern, pathlib.Path(path).read_text("utf-8"), re.M)
    return found.group(1).strip() if found else "unknown"


def _said(*command, cwd=None):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _cached(build, name):
    cache = build / "CMakeCache.txt"
    return _first(rf"^{name}:[A-Z]+=(.*)$", cache) if cache.exists() else "unknown"


def describe(source, build):
    compiler = _cached(build, "CMAKE_CXX_COMPILER")
    commit = _said("git", "rev-parse", "--short=12", "HEAD", cwd=source)
    if _said("git", "status", "--porcelain", "--untracked-files=no", cwd=source):
        commit += " with changes"
    kibibytes = int(_first(r"^MemTotal:\s+(\d+)", "/proc/meminfo"))
    return {
        "processor": _first(r"^model name\s*:\s*(.*)$", "/proc/cpuinfo"),
        "cores": os.cpu_count(),
        "memory_gib": round(kibibytes / 2**20, 1),
        "system": f"{platform.freedesktop_os_release().get('PRETTY_NAME', platform.system())}, "
                  f"Linux {platform.release()}",
        "compiler": _said(compiler, "--version").splitlines()[0],
        "flags": _cached(build, "CMAKE_CXX_FLAGS_RELEASE"),
        "commit": commit,
    }


class Others:
    """How many processors everybody else on the machine had since it was made, on average."""

    def __init__(self):
        self.before = self._used()

    @staticmethod
    def _used():
        user, nice, system, _, _, interrupts, soft, stolen = map(
            int, pathlib.Path("/proc/stat").read_text("utf-8").split("\n")[0].split()[1:9])
        busy = (user + nice + system + interrupts + soft + stolen) / os.sysconf("SC_CLK_TCK")
        own = sum(used.ru_utime + used.ru_stime for used in map(
            resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
        return time.monotonic(), busy - own

    def processors(self):
        now, others = self._used()
        return max(0.0, others - self.before[1]) / (now - self.before[0])
