"""Fixtures that write a program and record it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.recorder.runs import Recorded, record, write_program

type Record = Callable[[str], Recorded]


@pytest.fixture
def recorded(tmp_path: Path) -> Record:
    """Record a program given as text; it runs to its end."""
    return lambda text: record(write_program(tmp_path, text))
