"""Bookmarks: set, removed, visited, written into the recording, shown wherever steps are."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.shell.windows import Desk
from visualizer.model import NotKept
from visualizer.recording import Recording
from visualizer.shell.appearance.look import SCALES

PROGRAM = "".join(f"x = {number}\n" for number in range(12))


@pytest.fixture
def recorded(desk: Desk) -> Desk:
    desk.put_in(PROGRAM)
    desk.record()
    return desk


def in_file(desk: Desk) -> tuple[tuple[int, str], ...]:
    shown = desk.window.player.recording
    assert shown is not None
    again = Recording.open(shown.path)
    found = again.bookmarks
    again.close()
    return found


def mark(desk: Desk, step: int, note: str = "") -> None:
    desk.window.player.go_to(step)
    desk.press("bookmark")
    if note:
        desk.window.dock.bookmarks.field.setPlainText(note)
        desk.window.dock.bookmarks.flush()


def test_one_is_set_with_a_note_and_kept_in_the_file(recorded: Desk) -> None:
    panel = recorded.window.dock.bookmarks
    assert panel.isHidden()
    mark(recorded, 5, "첫 번째\n둘째 줄")
    assert panel.isVisible()
    assert in_file(recorded) == ((5, "첫 번째\n둘째 줄"),)
    assert panel.list.item(0).text().split() == ["5", "첫", "번째"]
    assert panel.count.text() == "1 / 1"


def test_a_note_is_kept_when_one_goes_on_without_leaving_the_field(recorded: Desk) -> None:
    mark(recorded, 3)
    recorded.press("bookmark_note")
    panel = recorded.window.dock.bookmarks
    QTest.keyClicks(panel.field, "swap")
    recorded.window.player.go_to(9)
    assert in_file(recorded) == ((3, "swap"),)
    mark(recorded, 9, "other")
    recorded.window.player.go_to(3)
    assert panel.field.toPlainText() == "swap"
    assert in_file(recorded) == ((3, "swap"), (9, "other"))


def test_a_note_that_is_being_written_is_kept_after_a_pause(recorded: Desk) -> None:
    mark(recorded, 3)
    QTest.keyClicks(recorded.window.dock.bookmarks.field, "so")
    recorded.until(lambda: in_file(recorded) == ((3, "so"),))


def test_the_field_of_the_note_comes_into_view(recorded: Desk) -> None:
    window = recorded.window
    window.resize(1024, 620)  # independent of the machine's screen
    window.appearance.scale_text(SCALES[-1])
    recorded.press("bookmark")
    field = window.dock.bookmarks.field
    recorded.until(lambda: not field.visibleRegion().isEmpty())
    assert window.focusWidget() is field
    window.appearance.scale_text(SCALES[0])


def test_removed_by_the_same_key_and_set_again_with_its_note(recorded: Desk) -> None:
    mark(recorded, 5, "here")
    recorded.press("bookmark")
    assert in_file(recorded) == ()
    assert recorded.window.dock.bookmarks.isHidden()
    recorded.press("bookmark")
    assert in_file(recorded) == ((5, "here"),)


def test_next_and_previous_go_round(recorded: Desk) -> None:
    for step in (8, 2, 5):
        mark(recorded, step)
    player = recorded.window.player
    gone = []
    for command in ("next_bookmark", "next_bookmark", "previous_bookmark", "previous_bookmark"):
        recorded.press(command)
        gone.append(player.step)
    assert gone == [8, 2, 8, 5]


def test_a_click_in_the_list_goes_there(recorded: Desk) -> None:
    for step in (8, 2):
        mark(recorded, step)
    panel = recorded.window.dock.bookmarks
    place = panel.list.visualItemRect(panel.list.item(0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert recorded.window.player.step == 2


def test_they_are_there_wherever_the_recording_is_opened(recorded: Desk, tmp_path: Path) -> None:
    mark(recorded, 5, "here")
    recorded.person.keeps_as = tmp_path / "copy.memtrace"
    recorded.press("keep_recording")
    recorded.window.open_file(recorded.person.keeps_as)
    assert recorded.window.bookmarks.note(5) == "here"
    assert recorded.window.dock.bookmarks.isVisible()


def refuse(recording: Recording, step: int, note: str | None) -> None:
    raise NotKept("{file}: no permission to write there; choose another place", file=recording.path)


def test_a_file_that_cannot_be_written_is_reported_and_a_copy_has_all(
    recorded: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Recording, "set_bookmark", refuse)
        mark(recorded, 5, "here")
    assert recorded.window.diagram.notifications.problem.isVisible()
    assert not recorded.window.bookmarks.is_kept
    assert recorded.window.bookmarks.note(5) == "here"
    recorded.person.keeps_as = tmp_path / "copy.memtrace"
    recorded.press("keep_recording")
    copy = Recording.open(recorded.person.keeps_as)
    assert copy.bookmarks == ((5, "here"),)
    copy.close()


def test_a_copy_on_a_slow_drive_has_the_bookmarks_of_its_recording(
    recorded: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Recording, "set_bookmark", refuse)
        mark(recorded, 5, "here")
    bench, recorded.person.keeps_as = recorded.window.workbench, tmp_path / "copy.memtrace"
    keep = bench.keep_recording

    def keep_slowly(path: Path) -> None:
        keep(path)
        recorded.record_again("another = 1\n")

    monkeypatch.setattr(bench, "keep_recording", keep_slowly)
    recorded.press("keep_recording")
    with closing(Recording.open(recorded.person.keeps_as)) as copy:
        assert copy.bookmarks == ((5, "here"),)


def test_they_go_along_when_the_program_is_edited_and_recorded_again(recorded: Desk) -> None:
    mark(recorded, 5)
    recorded.window.dock.bookmarks.field.setPlainText("half writ")
    recorded.record_again(f"first = 1\n{PROGRAM}")
    # The window looks for the old place during recording, and perhaps after the program's end.
    recorded.until(lambda: recorded.window.player.step == 6)
    recorded.until(lambda: recorded.window.bookmarks.note(6) == "half writ")
    assert in_file(recorded) == ((6, "half writ"),)


def test_two_that_come_to_one_step_lose_no_note(recorded: Desk) -> None:
    mark(recorded, 5, "one")
    mark(recorded, 6, "other")
    recorded.record_again("pass\n")
    ((_, note),) = in_file(recorded)
    assert note == "one\nother"


def test_a_note_never_gets_into_the_recording_of_another_program(
    recorded: Desk, tmp_path: Path
) -> None:
    mark(recorded, 5)
    recorded.window.dock.bookmarks.field.setPlainText("half writ")
    other = tmp_path / "other.py"
    other.write_text(PROGRAM)
    recorded.window.open_file(other)
    recorded.record()
    assert recorded.window.bookmarks.steps == ()
    assert in_file(recorded) == ()


def test_they_are_seen_in_the_trace_table_and_on_the_slider(recorded: Desk) -> None:
    mark(recorded, 5)
    assert recorded.window.trace.delegate.marked == {5}
    slider = recorded.window.transport.slider
    recorded.window.player.go_to(12)
    with_one = slider.grab().toImage()
    recorded.window.bookmarks.remove(5)
    at = round(slider.x_of(5)), 34
    assert with_one.pixelColor(*at) != slider.grab().toImage().pixelColor(*at)


def test_one_can_be_set_while_the_program_still_runs(desk: Desk) -> None:
    desk.put_in("x = 1\ny = input()\nz = 2\n")
    desk.press("record")
    desk.until(lambda: desk.window.workbench.asks)
    mark(desk, 1, "start")
    desk.window.output.input_row.lines_entered.emit(("1",))
    desk.until_ended()
    assert in_file(desk) == ((1, "start"),)
