"""What a lab leaves behind."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


def processes_with(text: str) -> list[int]:
    """Those in whose command line a text stands."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                line = folder.joinpath("cmdline").read_bytes()
            except OSError:
                continue  # it has just ended
            if text.encode() in line:
                found.append(int(folder.name))
    return found


def of_labs() -> set[int]:
    return {*processes_with("visualizer/labs"), *processes_with("visualizer.labs")}


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No process of a lab is left after a test that was not there before it."""
    before = of_labs()
    yield
    end = time.monotonic() + 20  # a janitor that is left alone leaves after what it cleans
    while of_labs() - before:
        assert time.monotonic() < end, "something of a lab is left"
        os.sched_yield()
