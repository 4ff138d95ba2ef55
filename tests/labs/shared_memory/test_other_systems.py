"""A stand-in for Windows' segments, which are no files and vanish with their last user."""

import os
import pickle
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from visualizer.labs.shared_memory.methods import carriers, segments
from visualizer.labs.shared_memory.methods.carriers import Carrier, KeptSegments, ParentsSegments
from visualizer.labs.shared_memory.methods.carriers import WorkersSegments as Workers
from visualizer.labs.shared_memory.methods.job import Job
from visualizer.labs.shared_memory.methods.segments import Segment, segments_of, sweep
from visualizer.labs.shared_memory.tables.generation import make_tables
from visualizer.labs.shared_memory.tables.table import DTYPE, Failure

_PAGE = 4096


class OnWindows:
    """A named mapping: sizes are whole pages, unlink does nothing, the last close removes it."""

    there: ClassVar[dict[str, tuple[bytearray, list[int]]]] = {}

    def __init__(self, name: str, create: bool = False, size: int = 0, *, track: bool) -> None:
        assert not track
        if create:
            self.there[name] = bytearray(-(-size // _PAGE) * _PAGE), [0]
        if name not in self.there:
            raise FileNotFoundError(name)
        data, self._users = self.there[name]
        self._users[0] += 1
        self.name, self.size, self.buf = name, len(data), memoryview(data)

    def close(self) -> None:
        if self.name:
            self._users[0] -= 1
            if not self._users[0]:
                del self.there[self.name]
            self.name = ""

    def unlink(self) -> None:
        """Do nothing: on Windows the last user counts."""


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(segments, "SharedMemory", OnWindows)
    monkeypatch.setattr(segments, "FOLDER", tmp_path / "no such folder")
    for missing in ("posix_fallocate", "pwrite"):
        monkeypatch.delattr(os, missing, raising=False)


@pytest.mark.usefixtures("on_windows")
@pytest.mark.parametrize("kind", [Workers, ParentsSegments, KeptSegments])
def test_a_table_is_handed_over_while_it_is_still_open_elsewhere(
    kind: type[Carrier], tmp_path: Path
) -> None:
    (path,) = make_tables(tmp_path, 1, 1_000)
    job = Job((str(path),), "loadtxt", 1, "vis-1-1-0-", str(tmp_path), start="spawn")
    parent = kind(job)
    parent.prepare()
    worker = pickle.loads(pickle.dumps(parent))
    reply = worker.parse(0, 0)
    table = parent.receive(reply)
    assert table.tobytes() == np.loadtxt(path, DTYPE).tobytes()
    assert reply.place
    del table
    parent.drop(0)
    worker.close(0)
    parent.end()
    carriers.let_go_of_kept()
    assert OnWindows.there == {}
    assert (segments_of("vis-"), sweep()) == ([], [])


@pytest.mark.usefixtures("on_windows")
def test_a_process_that_comes_after_the_last_close_is_refused() -> None:
    with Segment.create("vis-1-1-0-gone", 10) as segment:
        assert segment.size == _PAGE
    with pytest.raises(Failure, match="its creator has already removed it; run it again"):
        Segment.attach("vis-1-1-0-gone")
