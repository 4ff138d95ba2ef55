"""Recordings that are closed, and folders that are gone, when their test is over."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from visualizer.recording import Recording

type Open = Callable[[Path], Recording]


@pytest.fixture
def opened() -> Iterator[Open]:
    """Opens a recording."""
    with ExitStack() as stack:
        yield lambda path: stack.enter_context(closing(Recording.open(path)))


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that everybody can look into; pytest's own are for nobody but their owner."""
    with tempfile.TemporaryDirectory(prefix="visualizer-tests-") as name:
        Path(name).chmod(0o755)
        yield Path(name)
