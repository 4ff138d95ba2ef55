"""Describes the machine on which a lab runs."""

import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass

from visualizer.platform.memory import installed
from visualizer.platform.python import own_python
from visualizer.platform.system import describe_system


@dataclass(frozen=True, slots=True)
class Host:
    """``gil`` is whether this interpreter lets only one thread run Python at a time."""

    python: str
    cpus: int
    memory_bytes: int
    os: str
    gil: bool


def describe_host() -> Host:
    """Return the current machine; ``cpus`` are those that this process may use."""
    asked = getattr(sys, "_is_gil_enabled", None)
    return Host(
        python=platform.python_version(),
        cpus=os.process_cpu_count() or 1,
        memory_bytes=installed(),
        os=describe_system(),
        gil=True if asked is None else bool(asked()),
    )


_SPIN = """
import sys, time
def spin(count):
    while count:
        count -= 1
count = int(sys.argv[1])
spin(count // 20)
print(flush=True)
sys.stdin.readline() or sys.exit()
start = time.perf_counter()
spin(count)
print(time.perf_counter() - start, flush=True)
"""


def two_process_speedup(iterations: int) -> float:
    """Return how many times the work of one process two do in the same time, on this machine now.
    It is 2 with two free processors, and falls towards 1 as they share. Both run a pure Python loop
    of so many ``iterations``.
    """
    one = _spin_together(1, iterations)
    return 2 * one / _spin_together(2, iterations)


def _spin_together(processes: int, iterations: int) -> float:
    """Return the seconds until all processes, started at one moment, have finished."""
    command = [own_python(), "-I", "-S", "-c", _SPIN, str(iterations)]
    pipe = subprocess.PIPE
    running = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(processes)
    ]
    try:
        for process in running:
            assert process.stdout is not None
            process.stdout.readline()
        start = time.perf_counter()
        for process in running:
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        for process in running:
            assert process.stdout is not None
            process.stdout.readline()
        return time.perf_counter() - start
    finally:
        for process in running:
            process.kill()
            process.communicate()
