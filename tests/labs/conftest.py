"""What a lab leaves behind."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


def processes_of(mark: str) -> list[int]:
    """Those in whose environment a text stands."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            try:
                if mark.encode() in folder.joinpath("environ").read_bytes():
                    found.append(int(folder.name))
            except OSError:
                continue  # it has just ended, or is somebody else's
    return found


@pytest.fixture(autouse=True)
def nothing_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No process that a test has started is left after it."""
    mark = f"VISUALIZER_TEST={os.getpid()}-{time.monotonic_ns()}"
    monkeypatch.setenv(*mark.split("="))
    yield
    end = time.monotonic() + 20  # a janitor that is left alone leaves after what it cleans
    while processes_of(mark):
        assert time.monotonic() < end, "something of a lab is left"
        os.sched_yield()
