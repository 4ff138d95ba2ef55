"""A damaged recording for the windows that make files of steps."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.recording.files import long_script, write

READABLE = 1_024


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A recording of more than 3,000 steps, of which the first ``READABLE`` can be read."""
    path = tmp_path / "long.memtrace"
    write(path, *long_script(3000)[0])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE chunk SET seal=0 WHERE id=3")
        connection.commit()
    return path
