"""Saving a part of a recording: the steps, the bookmarks, and the file."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.shell.recordings import ADDING
from tests.shell.sharing.conftest import READABLE
from tests.shell.windows import Desk
from visualizer.recording import Recording
from visualizer.shell.sharing.part_window import PartWindow


@pytest.fixture
def window(desk: Desk) -> PartWindow:
    """The window for saving a part, opened at step 5."""
    desk.put_in(ADDING)
    desk.record()
    desk.window.player.go_to(5)
    desk.press("save_part")
    (shown,) = desk.window.findChildren(PartWindow)
    return shown


def save(window: PartWindow, desk: Desk, file: Path) -> None:
    desk.person.keeps_as = file
    window.save_button.click()
    desk.until(lambda: not window.maker.busy)


def test_before_anything_is_recorded_there_is_no_part(desk: Desk) -> None:
    assert not desk.window.commands["save_part"].isEnabled()


def test_it_begins_at_the_step_that_is_shown_and_saves_it(
    window: PartWindow, desk: Desk, tmp_path: Path
) -> None:
    steps = desk.window.player.steps
    assert (window.first.value(), window.last.value()) == (5, steps)
    window.last.setValue(9)
    assert window.said.text() == "5 steps."
    file = tmp_path / "일부.memtrace"
    save(window, desk, file)
    assert window.said.text().startswith("Saved as 일부.memtrace (0.0")
    with closing(Recording.open(file)) as part:
        part.check()
        assert part.header.part == (5, 9, steps)
    desk.window.files.open_path(file)
    assert desk.window.player.steps == 5


def test_bookmarks_come_along_with_the_note_that_is_being_written(
    window: PartWindow, desk: Desk, tmp_path: Path
) -> None:
    for step, note in ((1, "outside"), (6, "here")):
        desk.window.bookmarks.put(step, note)
    window.first.setValue(6)
    assert window.said.text().endswith("1 bookmark with its note is included.")
    save(window, desk, tmp_path / "part.memtrace")
    with closing(Recording.open(tmp_path / "part.memtrace")) as part:
        assert part.bookmarks == ((1, "here"),)


def test_a_step_typed_just_before_saving_is_in_the_part(
    window: PartWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def place_for(kind: str, suggestion: Path) -> Path:
        return tmp_path / suggestion.name

    monkeypatch.setattr(desk.person, "place_for", place_for)
    window.last.lineEdit().setText("7")
    window.save_button.click()
    desk.until(lambda: not window.maker.busy)
    (file,) = tmp_path.glob("*-5-7.memtrace")
    with closing(Recording.open(file)) as part:
        assert part.header.part is not None
        assert part.header.part[:2] == (5, 7)


def test_the_last_step_is_never_before_the_first(window: PartWindow) -> None:
    window.last.setValue(3)
    assert (window.first.value(), window.last.value()) == (3, 3)
    window.first.setValue(8)
    assert (window.first.value(), window.last.value()) == (8, 8)


def test_a_file_that_cannot_be_written_is_reported(
    window: PartWindow, desk: Desk, tmp_path: Path
) -> None:
    save(window, desk, tmp_path / "no folder" / "part.memtrace")
    assert "directory does not exist" in window.said.text()
    save(window, desk, tmp_path / "part.memtrace")
    assert window.said.text().startswith("Saved as")


def test_closed_while_it_saves_it_leaves_nothing(
    window: PartWindow, desk: Desk, tmp_path: Path
) -> None:
    desk.person.keeps_as = tmp_path / "new" / "part.memtrace"
    desk.person.keeps_as.parent.mkdir()
    window.save_button.click()
    window.close()
    assert not window.maker.busy
    assert list(desk.person.keeps_as.parent.iterdir()) == []


def test_a_part_of_a_damaged_recording_has_the_steps_before_the_fault(
    desk: Desk, damaged: Path, tmp_path: Path
) -> None:
    desk.window.files.open_path(damaged)
    desk.window.player.go_to(READABLE - 1)
    desk.press("save_part")
    (shown,) = desk.window.findChildren(PartWindow)
    file = tmp_path / "part.memtrace"
    save(shown, desk, file)
    assert shown.said.text().startswith("Saved as part.memtrace ")
    assert "checksum of chunk 3" in shown.said.text()
    with closing(Recording.open(file)) as part:
        assert part.steps == 2
    shown.first.setValue(READABLE + 1)
    save(shown, desk, tmp_path / "none.memtrace")
    assert "checksum of chunk 3" in shown.said.text()
    assert not tmp_path.joinpath("none.memtrace").exists()
    shown.close()
