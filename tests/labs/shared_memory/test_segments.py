"""Segments: the room is reserved, announcements are checked, and dead processes leave nothing."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.systems import needs_files_of_segments
from visualizer.labs.shared_memory.methods.job import ReadTable
from visualizer.labs.shared_memory.methods.segments import (
    FOLDER,
    Segment,
    beginning_of_names,
    segments_of,
    sweep,
)
from visualizer.labs.shared_memory.tables.table import DTYPE, Failure

NAMES = f"{beginning_of_names()}test-"


def test_attached_processes_read_the_rows_that_were_put() -> None:
    table = np.zeros(1000, DTYPE)
    table["pos"] = np.arange(1000)
    with Segment.create(f"{NAMES}1", table.nbytes) as made:
        made.put(0, table[:600])
        made.put(600, table[600:])
        with pytest.raises(Failure, match="too few for row 1001"):
            made.put(1000, table[:1])
        with Segment.attach(made.name) as attached:
            assert (attached.table(1000) == table).all()
        assert segments_of(NAMES) == ([made.name] if FOLDER.is_dir() else [])
    assert segments_of(NAMES) == []
    with pytest.raises(Failure, match="there is no segment"):
        Segment.attach(f"{NAMES}1")


@needs_files_of_segments
def test_memory_that_is_not_there_is_refused_before_anything_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(Failure, match=r"does not fit into /dev/shm, which has .* MB left"):
        Segment.create(f"{NAMES}2", 1 << 50)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(Failure, match="--shm-size"):
        Segment.create(f"{NAMES}3", 1000)
    assert segments_of(NAMES) == []


@pytest.mark.parametrize(
    ("rows", "what"),
    [(1000, "1000 rows (26000 bytes), but it has 2600"), (-1, "-1 rows")],
)
def test_a_wrong_announcement_is_never_followed(rows: int, what: str) -> None:
    with pytest.raises(Failure) as failure:
        ReadTable(0, 0, rows, place="x").check_room(2600)
    assert what in str(failure.value)
    ReadTable(0, 0, 100, place="x").check_room(2600)


@needs_files_of_segments
def test_leftovers_of_dead_processes_are_swept_and_nothing_else() -> None:
    gone = subprocess.run(
        [
            sys.executable,
            "-c",
            "from visualizer.labs.shared_memory.methods.segments import *\n"
            "print(beginning_of_names())",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    left = FOLDER / f"{gone}0-1"
    ours = FOLDER / f"{NAMES}kept"
    reused = FOLDER / f"vis-{os.getpid()}-1-again"
    semaphore = FOLDER / f"sem.{gone}x"
    others = [FOLDER / "vis-notanumber-1-x", FOLDER / f"other-{gone}", FOLDER / f"sem.other-{gone}"]
    for path in (left, ours, reused, semaphore, *others):
        path.write_bytes(b"x")
    try:
        swept = sweep()
        assert {left.name, reused.name, semaphore.name} <= set(swept)
        assert not left.exists()
        assert not semaphore.exists()
        assert not reused.exists()
        assert all(path.exists() for path in (ours, *others))
    finally:
        for path in (left, ours, reused, semaphore, *others):
            Path(path).unlink(missing_ok=True)
