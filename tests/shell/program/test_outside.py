"""Another program changes the file of the program."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk
from visualizer.shell.notifications.notification import Notification
from visualizer.shell.program.document import Document, load
from visualizer.shell.program.outside import OutsideChanges
from visualizer.shell.run.live_mode import Live

OLD, NEW, OWN = "a = 1\n", "a = 2\n", "a = 1\nb = 1\n"


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    """A file that the window has open, and that another program has changed since."""
    path = tmp_path / "바뀐 것.py"
    path.write_text(OLD, encoding="utf-8")
    desk.window.files.open_path(path)
    path.write_text(NEW, encoding="utf-8")
    return path


def bring_to_front(desk: Desk) -> None:
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))


def test_a_window_that_comes_to_the_front_shows_the_new_text(desk: Desk, path: Path) -> None:
    window = desk.window
    bring_to_front(desk)
    desk.until(lambda: window.source.text == NEW)
    assert not window.files.unsaved
    assert window.diagram.notifications.hint.isVisible()
    desk.press("undo_edit")
    assert window.source.text == OLD
    assert not window.diagram.notifications.hint.isVisible()


def test_a_drive_that_does_not_answer_leaves_the_window_alone(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, answers = list[Path](), threading.Event()

    def wait(path: Path, guess: str) -> Document:
        begun.append(path)
        assert threading.current_thread() is not threading.main_thread()
        answers.wait()
        return load(path, guess)

    monkeypatch.setattr("visualizer.shell.program.outside.load", wait)

    def began() -> bool:
        bring_to_front(desk)
        return bool(begun)

    desk.until(began)
    bring_to_front(desk)
    desk.put_in(OWN)
    assert begun == [path]
    answers.set()
    assert desk.window.source.text == OWN


def test_the_new_text_is_recorded(desk: Desk, path: Path) -> None:
    desk.record()
    recording = desk.window.player.recording
    assert recording is not None
    assert recording.sources[path.name] == desk.window.source.text == NEW
    assert not desk.window.lines.differ


@pytest.mark.parametrize("command", ["save", "record"])
def test_changes_on_both_sides_are_not_lost(desk: Desk, path: Path, command: str) -> None:
    desk.put_in(OWN)
    desk.press(command)
    problem = desk.window.diagram.notifications.problem
    assert problem.isVisible()
    assert path.read_text(encoding="utf-8") == NEW
    problem.buttons[0].click()
    assert desk.window.source.text == NEW
    assert not problem.isVisible()
    desk.press("undo_edit")
    assert desk.window.source.text == OWN
    desk.press(command)
    assert path.read_text(encoding="utf-8") == OWN


def test_a_second_save_replaces_the_text_of_another_program(desk: Desk, path: Path) -> None:
    desk.put_in(OWN)
    desk.press("save")
    desk.press("save")
    assert path.read_text(encoding="utf-8") == OWN
    assert not desk.window.diagram.notifications.problem.isVisible()


def test_a_file_that_is_gone_is_written_anew(desk: Desk, path: Path) -> None:
    path.unlink()
    bring_to_front(desk)
    assert desk.window.source.text == OLD
    desk.press("save")
    assert path.read_text(encoding="utf-8") == OLD


def test_a_file_that_is_no_text_any_more_is_replaced_by_a_second_save(
    desk: Desk, path: Path
) -> None:
    korean = "# 바뀐 것\n".encode("cp949")
    path.write_bytes(korean)
    desk.press("save")
    problem = desk.window.diagram.notifications.problem
    assert problem.isVisible()
    assert len(problem.buttons) == 1
    assert path.read_bytes() == korean
    desk.press("save")
    assert path.read_text(encoding="utf-8") == OLD


def test_a_file_that_comes_back_is_not_replaced_without_a_question(desk: Desk, path: Path) -> None:
    desk.put_in(OWN)
    desk.press("save")
    desk.press("save")
    path.write_text(NEW, encoding="utf-8")
    desk.put_in(OLD)
    desk.press("save")
    assert path.read_text(encoding="utf-8") == NEW


def test_live_mode_never_replaces_the_text_of_another_program(desk: Desk, path: Path) -> None:
    desk.put_in(OWN)
    live, states = desk.window.live, list[Live]()
    desk.window.commands["live"].setChecked(True)
    assert live.state is Live.FAILED
    live.changed.connect(lambda: states.append(live.state))
    desk.put_in(OWN + "c = 1\n")
    desk.until(lambda: len(states) == 2)
    assert live.state is Live.FAILED
    assert path.read_text(encoding="utf-8") == NEW


@pytest.fixture
def problem(desk: Desk, path: Path) -> Notification:
    """The notification about a text that another program and the user have changed."""
    problem = desk.window.diagram.notifications.problem
    desk.put_in(OWN)
    bring_to_front(desk)
    desk.until(problem.isVisible)
    assert "both changed" in problem.accessibleName()
    assert desk.window.source.text == OWN
    return problem


def test_a_window_that_comes_to_the_front_offers_the_new_text(
    desk: Desk, path: Path, problem: Notification
) -> None:
    problem.buttons[0].click()
    assert desk.window.source.text == NEW
    assert not problem.isVisible()
    desk.press("undo_edit")
    assert desk.window.source.text == OWN


def test_it_offers_to_keep_the_own_text(desk: Desk, path: Path, problem: Notification) -> None:
    problem.buttons[1].click()
    assert path.read_text(encoding="utf-8") == OWN
    assert not problem.isVisible()


@pytest.mark.parametrize("command", ["save", "record"])
def test_its_report_does_not_count_as_a_question_before_a_save(
    desk: Desk, path: Path, problem: Notification, command: str
) -> None:
    problem.hide()
    desk.press(command)
    assert problem.isVisible()
    assert path.read_text(encoding="utf-8") == NEW
    desk.press(command)
    assert path.read_text(encoding="utf-8") == OWN


def test_live_mode_says_again_why_it_does_not_run(
    desk: Desk, path: Path, problem: Notification
) -> None:
    problem.hide()
    desk.window.commands["live"].setChecked(True)
    assert desk.window.live.state is Live.FAILED
    assert problem.isVisible()
    problem.buttons[1].click()
    assert path.read_text(encoding="utf-8") == OWN


def test_it_asks_once_about_each_text(
    desk: Desk, path: Path, problem: Notification, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = list[Document | str | None]()

    def compare(self: OutsideChanges, answer: Document | str | None) -> Document | str | None:
        found.append(answer)
        return compared(self, answer)

    compared = OutsideChanges._compare
    monkeypatch.setattr(OutsideChanges, "_compare", compare)
    problem.hide()
    bring_to_front(desk)
    desk.until(lambda: bool(found))
    assert not problem.isVisible()
    path.write_text("a = 3\n", encoding="utf-8")
    bring_to_front(desk)
    desk.until(problem.isVisible)


def test_it_no_longer_asks_when_the_former_text_is_back(
    desk: Desk, path: Path, problem: Notification
) -> None:
    path.write_text(OLD, encoding="utf-8")
    bring_to_front(desk)
    desk.until(lambda: not problem.isVisible())
    assert desk.window.source.text == OWN
