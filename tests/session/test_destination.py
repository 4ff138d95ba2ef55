"""The allowed places of a recording, and the treatment of existing files."""

import os
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.systems import ON_WINDOWS, needs_devices, needs_links, needs_named_pipes
from visualizer.model import End, EndReason, NotKept
from visualizer.recording import Recording
from visualizer.session.destination import Destination

END = End(EndReason.FINISHED, "", 0)


def record_to(out: Path) -> None:
    destination = Destination(out)
    try:
        destination.writer("program.py").finish(END)
        destination.finish()
    finally:
        destination.close()


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "한글 이름.memtrace"
    out.write_bytes(b"older")
    record_to(out)
    with closing(Recording.open(out)) as recording:
        assert recording.end == END
    assert list(tmp_path.iterdir()) == [out]


@needs_named_pipes
def test_a_pipe_gets_the_finished_recording_and_stays_a_pipe(tmp_path: Path) -> None:
    out = tmp_path / "pipe"
    os.mkfifo(out)
    came: list[bytes] = []
    reader = threading.Thread(target=lambda: came.append(out.read_bytes()))
    reader.start()
    record_to(out)
    reader.join()
    assert out.is_fifo()
    copy = tmp_path / "copy.memtrace"
    copy.write_bytes(came[0])
    with closing(Recording.open(copy)) as recording:
        recording.check()


@needs_devices
def test_a_full_device_is_an_error_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(NotKept, match="/dev/full: the disk is full; free some space"):
        record_to(Path("/dev/full"))
    assert list(tmp_path.iterdir()) == []


def test_places_where_nothing_can_be_written_are_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    elsewhere = [] if ON_WINDOWS else [Path("/proc/x")]
    for out in (tmp_path, tmp_path / "no" / "such", tmp_path / "file" / "x", *elsewhere):
        with pytest.raises(NotKept) as caught:
            record_to(out)
        assert str(caught.value).startswith(f"{out}: ")
    assert (tmp_path / "file").read_bytes() == b"kept"


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.memtrace"
    out.write_bytes(b"kept")
    out.chmod(0o444)
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        # Root may write anywhere: the patch answers as the system does to other users.
        monkeypatch.setattr(os, "access", lambda path, mode, **_: mode != os.W_OK)
    with pytest.raises(NotKept, match="no permission"):
        record_to(out)
    assert out.read_bytes() == b"kept"


@needs_links
def test_the_same_file_is_recognised_under_other_names(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("x = 1\n")
    link = tmp_path / "link"
    link.symlink_to(program)
    assert Destination(link).is_same_file(program)
    assert not Destination(tmp_path / "new").is_same_file(program)
    with program.open() as descriptor:
        assert Destination(program).is_same_file(tmp_path, descriptor.fileno())
