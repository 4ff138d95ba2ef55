"""Fixtures that close recordings and remove folders after their test."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from visualizer.recording import Recording

type Open = Callable[[Path], Recording]


@pytest.fixture
def opened() -> Iterator[Open]:
    """A function that opens a recording."""
    with ExitStack() as stack:
        yield lambda path: stack.enter_context(closing(Recording.open(path)))


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that every user can read; pytest's own folders are private to their owner."""
    with tempfile.TemporaryDirectory(prefix="visualizer-tests-") as name:
        Path(name).chmod(0o755)
        yield Path(name)
