"""The window opens a trace of Online Python Tutor like a recording."""

import io
from contextlib import closing
from pathlib import Path

import pytest

from tests.shell.recordings import recorded
from tests.shell.windows import Desk
from visualizer.export.opt import write_opt
from visualizer.recording import Recording


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """The trace of a small program."""
    out = io.StringIO()
    with closing(Recording.open(recorded(tmp_path, "a = [1, 2]\nb = a\n"))) as recording:
        write_opt(recording, out)
    path = tmp_path / "shared.json"
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def test_it_is_shown_with_its_program_and_without_numbers(desk: Desk, trace: Path) -> None:
    window = desk.window
    window.files.open_path(trace)
    assert window.source.text == "a = [1, 2]\nb = a\n"
    assert window.player.steps == 3
    window.player.go_to(3)
    desk.press("level_4")

    def counts() -> set[str]:
        shown = window.diagram.shown_sheet
        return {count.text for count in shown.counts.values()} if shown is not None else set()

    desk.until(lambda: counts() == {"?"})
    [serial] = {one for one, thing in window.player.state.heap.items() if thing.type == "list"}
    window.select(serial)
    desk.until(lambda: "unknown" in window.dock.inspector.text)
    assert "0x" not in window.dock.inspector.text
    assert "∞" not in window.dock.inspector.text
    assert not window.commands["record"].isEnabled()


def test_a_file_that_is_no_trace_is_reported_and_changes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    desk.put_in("a = 1\n")
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    desk.window.files.open_path(bad)
    assert "Python Tutor" in desk.window.diagram.notifications.problem.accessibleName()
    assert desk.window.source.text == "a = 1\n"
