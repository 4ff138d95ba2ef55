"""A run of the shared-memory lab leaves no segments and no files."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from visualizer.labs.shared_memory.methods.segments import FOLDER, beginning_of_names


def traces(folder: str, beginning: str = "vis-") -> set[str]:
    return {name for name in os.listdir(folder) if name.startswith(beginning)}


@pytest.fixture(autouse=True)
def no_traces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Check that no segment and no temporary file of ours is left."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    assert traces(str(tmp_path)) == set()
    # Other tests may run at the same time.
    if FOLDER.is_dir():
        assert traces(str(FOLDER), beginning_of_names()) == set()
        assert traces(str(FOLDER), f"sem.{beginning_of_names()}") == set()
