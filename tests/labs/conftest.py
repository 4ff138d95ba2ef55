"""The remains of a lab."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.polling import wait_until


def processes_of(mark: str) -> list[int]:
    """Return the processes whose environment contains a text."""
    return [number for number in _all_processes() if mark in _environment_of(number)]


def _all_processes() -> list[int]:
    if sys.platform == "linux":
        numbers = [int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit()]
    else:
        import psutil

        numbers = psutil.pids()
    return [number for number in numbers if number != os.getpid()]


def _environment_of(process: int) -> str:
    try:
        if sys.platform == "linux":
            text = Path(f"/proc/{process}/environ").read_bytes().decode(errors="replace")
        else:
            import psutil

            try:
                reply = psutil.Process(process).environ()
            except psutil.Error:
                return ""
            text = "\n".join(f"{name}={value}" for name, value in reply.items())
    except OSError:
        return ""  # it has just ended, or belongs to another user
    return text


@pytest.fixture(autouse=True)
def nothing_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Check that no process of a test is left after it."""
    mark = f"VISUALIZER_TEST={os.getpid()}-{time.monotonic_ns()}"
    monkeypatch.setenv(*mark.split("="))
    yield
    # A janitor without a lab cleans up and then ends.
    wait_until(lambda: not processes_of(mark), "something of a lab is left")
