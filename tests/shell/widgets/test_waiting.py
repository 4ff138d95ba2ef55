"""The window waits for a slow drive, and the user may stop the wait."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.shell.windows import Desk
from visualizer.model import CannotRun
from visualizer.shell.asking import NoAnswer
from visualizer.shell.program.document import load
from visualizer.shell.run.options import RunOptions
from visualizer.shell.widgets.dialogs import Dialogs

FILE = Path("stick", "program.py")


@pytest.fixture
def drive() -> Iterator[threading.Event]:
    """A drive that answers once the event is set."""
    answers = threading.Event()
    yield answers
    answers.set()


@pytest.fixture
def dialogs(desk: Desk) -> Dialogs:
    return Dialogs(desk.window, desk.window.words)


def meanwhile(do: Callable[[QMessageBox], object]) -> None:
    """Act on the dialog that the next wait shows."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert FILE.name in box.text()
        do(box)

    QTimer.singleShot(0, act)


def stop(box: QMessageBox) -> None:
    (button,) = box.buttons()
    button.click()


def test_the_window_lives_on_while_a_drive_is_slow(
    dialogs: Dialogs, drive: threading.Event
) -> None:
    def work() -> bool:
        drive.wait()
        return threading.current_thread() is not threading.main_thread()

    meanwhile(lambda _box: drive.set())
    assert dialogs.wait_for(work, FILE)


def test_a_fault_of_the_work_is_the_fault_of_the_wait(
    dialogs: Dialogs, drive: threading.Event
) -> None:
    def work() -> None:
        drive.wait()
        raise CannotRun("gone")

    meanwhile(lambda _box: drive.set())
    with pytest.raises(CannotRun, match="gone"):
        dialogs.wait_for(work, FILE)


def test_the_user_stops_a_wait(dialogs: Dialogs, drive: threading.Event) -> None:
    meanwhile(stop)
    with pytest.raises(NoAnswer):
        dialogs.wait_for(drive.wait, FILE)


@pytest.fixture
def opened(desk: Desk, tmp_path: Path) -> Path:
    """The file of the window's program, which has unsaved changes."""
    path = tmp_path / FILE.name
    path.write_text("a = 1\n", encoding="utf-8")
    desk.window.files.open_path(path)
    desk.put_in("a = 2\n")
    return path


@pytest.mark.parametrize("slow", ["load", "save"])
def test_a_drive_without_an_answer_changes_nothing(
    desk: Desk,
    dialogs: Dialogs,
    opened: Path,
    slow: str,
    *,
    drive: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = desk.window
    before = window.workbench.document
    window.workbench.wait = dialogs.wait_for

    def wait(*_: object) -> None:
        drive.wait()

    monkeypatch.setattr(f"visualizer.shell.program.workbench.{slow}", wait)
    meanwhile(stop)
    if slow == "load":
        window.files.open_path(opened, discard=True)
    else:
        desk.press("record")
    assert window.workbench.document == before
    assert window.source.text == "a = 2\n"
    assert load(opened).text == "a = 1\n"
    assert window.diagram.notifications.problem.isVisible()
    assert not window.workbench.run.active


def test_a_program_with_options_on_a_slow_drive_is_said_not_to_be_recorded(
    desk: Desk,
    dialogs: Dialogs,
    opened: Path,
    drive: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = desk.window
    window.workbench.wait = dialogs.wait_for
    monkeypatch.setattr(RunOptions, "check", lambda _: drive.wait())
    meanwhile(stop)
    desk.press("record")
    problem = window.diagram.notifications.problem
    assert window.words("notification.not_recorded") in problem.accessibleName()
    assert load(opened).text == "a = 1\n"
