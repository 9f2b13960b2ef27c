# SPDX-License-Identifier: Apache-2.0
"""Runs a program and tells how long it took, what it said when, and how much memory it had at its peak."""
import dataclasses
import os
import pathlib
import re
import subprocess
import threading
import time


@dataclasses.dataclass
class Finished:
    seconds: float              # from the start of the process to its end
    processor_seconds: float    # of all its threads
    peak_bytes: int             # resident, of the largest process where it starts others; Linux counts what
                                # Python has at the start, too, so that less than 20 MB is never seen
    out: str
    said: list                  # lines on standard error, each with the seconds since the start


class Failed(Exception):
    """The program ended with an error, or what it answered is wrong."""


def _peak_so_far(process):
    try:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text("utf-8")
    except OSError:
        return None
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.M)
    return int(found.group(1)) * 1024 if found else None


def run(command, environment=None, keep_output=True, until=None):
    """With `until`, the program is stopped as soon as a line on standard error contains that: what it would do
    afterwards is not asked for, and its memory is that which it had by then."""
    begin = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE if keep_output else subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True, encoding="utf-8",
                               env={**os.environ, **(environment or {})})
    said, stopped = [], []

    def listen():
        for line in process.stderr:
            said.append((time.monotonic() - begin, line.rstrip("\n")))
            if until and until in line and not stopped:
                stopped.append(_peak_so_far(process))
                process.kill()

    listener = threading.Thread(target=listen)
    listener.start()
    out = process.stdout.read() if keep_output else ""
    listener.join()  # before the wait, so that the number of the process is still its own
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 and not stopped:
        last = "\n".join(line for _, line in said[-20:])
        raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}\n{last}")
    peak = stopped[0] if stopped and stopped[0] else usage.ru_maxrss * 1024
    return Finished(seconds, usage.ru_utime + usage.ru_stime, peak, out, said)
