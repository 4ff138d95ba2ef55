"""The stored part of a run, and the recording's report of a missing part."""

import errno
import os
from contextlib import closing
from pathlib import Path

from tests.recording.hardship import room_for
from tests.systems import needs_resource_limits
from visualizer.model import End, EndReason, at_fixed_place, not_written
from visualizer.recording import Recording, Writer
from visualizer.session.intake import Intake
from visualizer.session.keeper import RecordStore
from visualizer.session.spool import Spool


@needs_resource_limits
def test_a_recording_without_room_for_its_last_part_reports_it(tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    writer = Writer(path, "prog.py")
    with closing(Spool()) as spool, room_for(400_000):
        keeper = RecordStore(writer, Intake(spool, writer, 10))
        keeper.add_output("stdout", os.urandom(1 << 20))
        end = keeper.finish(End(EndReason.FINISHED, "ran to completion", 0))
    assert keeper.fault is not None
    assert end == End(EndReason.DISK_FULL, str(at_fixed_place(keeper.fault)), 0)
    with closing(Recording.open(path)) as recording:
        recording.check()
        assert recording.end == end


def test_a_recording_says_to_free_space_since_it_has_its_place(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "x.memtrace", "prog.py")
    with closing(Spool()) as spool:
        keeper = RecordStore(writer, Intake(spool, writer, 10))
        keeper.fault = not_written(writer.path, OSError(errno.ENOSPC, "full"))
        end = keeper.finish(End(EndReason.FINISHED, "ran to completion", 0))
    assert end.detail == f"{writer.path}: the disk is full; free some space"
