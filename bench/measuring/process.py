# SPDX-License-Identifier: Apache-2.0
"""Runs a program and tells how long it took, what it said when, and how much memory it had at its peak."""
import dataclasses
import os
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


def run(command, environment=None, keep_output=True):
    begin = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE if keep_output else subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True, encoding="utf-8",
                               env={**os.environ, **(environment or {})})
    said = []

    def listen():
        for line in process.stderr:
            said.append((time.monotonic() - begin, line.rstrip("\n")))

    listener = threading.Thread(target=listen)
    listener.start()
    out = process.stdout.read() if keep_output else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    listener.join()
    if process.returncode != 0:
        last = "\n".join(line for _, line in said[-20:])
        raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}\n{last}")
    return Finished(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, out, said)
