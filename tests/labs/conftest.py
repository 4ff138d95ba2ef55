"""What a lab leaves behind."""

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


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No process of a lab is left after a test that was not there before it."""
    before = set(processes_with("visualizer/labs") + processes_with("visualizer.labs"))
    yield
    after = set(processes_with("visualizer/labs") + processes_with("visualizer.labs"))
    assert after <= before
