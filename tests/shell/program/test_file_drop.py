"""The window opens a dropped file; it runs no program and loses no text."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from tests.shell.windows import Desk
from tests.systems import needs_devices

Actions = Qt.DropAction
NO_KEYS = Qt.KeyboardModifier.NoModifier


def of_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(
    target: QWidget,
    data: QMimeData,
    possible: Actions = Actions.CopyAction,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> Actions:
    """Drop as the screen would; return what the window did with the data, if anything."""
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPointF(5, 5), possible, data, left, keys)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    # PySide deprecates the only way to make this event.
    with pytest.deprecated_call():
        move = QDragMoveEvent(QPoint(6, 6), possible, data, left, keys)
    move.ignore()
    QApplication.sendEvent(target, move)
    if not (enter.isAccepted() and move.isAccepted()):
        return Actions.IgnoreAction
    fall = QDropEvent(QPointF(5, 5), possible, data, left, keys)
    QApplication.sendEvent(target, fall)
    return fall.dropAction() if fall.isAccepted() else Actions.IgnoreAction


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "떨군 것.py"
    path.write_text("open('ran', 'w').close()\n")
    return path


@needs_devices
@pytest.mark.parametrize("suffix", [".py", ".memtrace", ".json", ".md"])
def test_what_is_no_regular_file_is_not_read(desk: Desk, tmp_path: Path, suffix: str) -> None:
    device = tmp_path / f"device{suffix}"
    device.symlink_to("/dev/null")
    window = desk.window
    assert drop(window, of_files(device))
    problem = window.diagram.notifications.problem
    desk.until(lambda: "is not a regular file" in problem.accessibleName())


def test_a_file_dropped_is_opened_and_not_run(desk: Desk, program: Path) -> None:
    window = desk.window
    assert drop(window, of_files(program))
    desk.until(lambda: window.workbench.document.path == program)
    assert window.source.text == program.read_text()
    assert not window.workbench.run.active
    assert window.player.recording is None
    assert not program.with_name("ran").exists()


def test_every_pane_leaves_a_dropped_file_to_the_window(desk: Desk, program: Path) -> None:
    desk.put_in("a = [1]\nb = a\n")
    desk.record()
    shown = [one for one in desk.window.findChildren(QAbstractScrollArea) if one.isVisible()]
    assert desk.window.diagram.view in shown
    assert [one for one in shown if not drop(one.viewport(), of_files(program))] == []
    desk.until(desk.window.diagram.notifications.problem.isVisible)


@pytest.mark.parametrize(
    ("possible", "taken"),
    [(Actions.CopyAction | Actions.MoveAction, Actions.CopyAction), (Actions.LinkAction,) * 2],
)
def test_a_dropped_file_is_never_moved(
    desk: Desk, program: Path, possible: Actions, taken: Actions
) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    assert drop(desk.window, of_files(program), possible, shift) is taken
    desk.until(lambda: desk.window.workbench.document.path == program)


def test_the_editor_leaves_files_to_the_window_and_takes_text(desk: Desk, program: Path) -> None:
    editor = desk.window.source.editor
    assert not editor.canInsertFromMimeData(of_files(program))
    text = QMimeData()
    text.setText("x = 1")
    assert editor.canInsertFromMimeData(text)
    assert not drop(desk.window, text)


@pytest.mark.parametrize("answer", [0, 1])
def test_unsaved_text_is_asked_about_in_a_band(
    desk: Desk, program: Path, tmp_path: Path, answer: int
) -> None:
    window, notification = desk.window, desk.window.diagram.notifications.problem
    own = tmp_path / "own.py"
    own.write_text("x = 1\n")
    window.open_file(own)
    desk.put_in("x = 2\n")
    assert drop(window, of_files(program))
    desk.until(notification.isVisible)
    assert "own.py" in notification.accessibleName()
    assert window.source.text == "x = 2\n", "nothing has happened yet"
    notification.buttons[answer].click()
    assert window.workbench.document.path == program
    assert own.read_text() == ("x = 2\n", "x = 1\n")[answer]
    assert desk.person.asked == []
    assert not notification.isVisible()


def test_a_file_that_is_no_program_is_named_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\0")
    assert drop(desk.window, of_files(path))
    desk.until(desk.window.diagram.notifications.problem.isVisible)
    assert desk.window.workbench.document.path is None


def test_files_that_macos_hands_over_wait_until_there_is_a_window() -> None:
    """In a separate process, as a process has only one application."""
    script = """
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from visualizer.shell.app import plain_application
application = plain_application()
opened = []
for name in ("/집/a b.py", "/later.memtrace"):
    QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(name)))
    if not opened:
        application.open_with(opened.append)
print(*map(str, opened), sep="|")
"""
    told = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    paths = [Path(one) for one in told.stdout.decode().strip().split("|")]
    assert paths == [Path("/집/a b.py"), Path("/later.memtrace")]


def test_the_window_says_which_of_several_files_it_opened_and_offers_to_compare_two(
    desk: Desk, program: Path
) -> None:
    window, hint = desk.window, desk.window.diagram.notifications.hint
    others = [program.with_name(name) for name in ("b.py", "notes.txt")]
    for other in others:
        other.write_text("b = 2\n")
    assert drop(window, of_files(program, *others))
    desk.until(lambda: window.workbench.document.path == program)
    assert "3" in hint.accessibleName()
    assert program.name in hint.accessibleName()
    assert not hint.buttons
    assert drop(window, of_files(others[0], program))
    desk.until(lambda: window.workbench.document.path == others[0])
    hint.buttons[0].click()
    page = window.comparing.page
    assert page is not None
    desk.until(lambda: all(side.player.steps for side in page.sides))
    assert [side.workbench.document.path for side in page.sides] == [others[0], program]
    missing = program.with_name("missing.py")
    window.comparing.close()
    hint.hide()
    window.drop.open_dropped(missing, program)
    assert not hint.isVisible()
