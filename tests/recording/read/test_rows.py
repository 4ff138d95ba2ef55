"""Rows: a chunk's records are unpacked once, and again when the chunk has grown."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.recording.files import FINISHED, long_script
from visualizer.recording import Writer
from visualizer.recording.read.rows import Rows


@pytest.mark.parametrize("later", [200, 1000])
def test_a_growing_chunk_is_unpacked_once_for_its_size(tmp_path: Path, later: int) -> None:
    path, (records, _) = tmp_path / "grows.memtrace", long_script(400 + later)
    writer = Writer(path, "prog.py")
    for record in records[:400]:
        writer.add(record)
    writer.flush()
    with closing(Rows(path)) as rows:
        first = next(rows.chunk_places(None))
        before, _ = rows.chunk(first)
        assert rows.chunk(first)[0] is before
        for record in records[400:]:
            writer.add(record)
        writer.finish(FINISHED)
        now = next(rows.chunk_places(None))
        after, read = rows.chunk(now)
        assert after.startswith(before)
        assert len(after) > len(before)
        assert (read.number, read.steps) == (1, now.steps)
        assert rows.chunk(first)[0] is after
