"""The window waits for a slow drive, and the user may stop the wait."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from tests.shell.windows import Desk
from visualizer.lessons.lesson import LessonFault
from visualizer.model import CannotRun
from visualizer.shell import app
from visualizer.shell.asking import NoAnswer, no_answer
from visualizer.shell.program.document import copy_recording, load, write_whole
from visualizer.shell.run.options import RunOptions
from visualizer.shell.run.options_window import RunOptionsWindow
from visualizer.shell.sharing.part_window import PartWindow
from visualizer.shell.start_page import shelf
from visualizer.shell.start_page.page import StartPage
from visualizer.shell.widgets.dialogs import Dialogs, Unsaved

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


def test_a_program_with_options_on_a_slow_drive_is_reported_as_not_recorded(
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


def written(path: Path) -> None:
    write_whole(path, b"new")


def copied(path: Path) -> None:
    source = path.with_name("source")
    source.write_bytes(b"new")
    copy_recording(source, path)


@pytest.mark.parametrize("save", [written, copied])
def test_a_stopped_save_never_replaces_the_file(
    dialogs: Dialogs, drive: threading.Event, tmp_path: Path, save: Callable[[Path], None]
) -> None:
    path, ended = tmp_path / FILE.name, threading.Event()
    path.write_bytes(b"old")

    def work() -> None:
        drive.wait()
        try:
            save(path)
        finally:
            ended.set()

    meanwhile(stop)
    with pytest.raises(NoAnswer):
        dialogs.wait_for(work, path)
    drive.set()
    assert ended.wait(60)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.glob(".*")) == []


def test_a_stopped_copy_does_not_write_into_the_next(
    dialogs: Dialogs, drive: threading.Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, source = tmp_path / FILE.name, tmp_path / "source"
    source.write_bytes(b"new")
    begun, ended = threading.Event(), threading.Event()

    def slowly(_: Path, beside: Path) -> None:
        with beside.open("wb") as out:
            begun.set()
            drive.wait()
            out.write(b"stopped")

    def work() -> None:
        try:
            copy_recording(source, path)
        finally:
            ended.set()

    with monkeypatch.context() as slow:
        slow.setattr(shutil, "copyfile", slowly)
        meanwhile(stop)
        with pytest.raises(NoAnswer):
            dialogs.wait_for(work, path)
        assert begun.wait(60)
    copy_recording(source, path)
    drive.set()
    assert ended.wait(60)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("command", ["picture", "table", "part", "progress", "print"])
def test_every_export_waits_for_its_drive(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    window, person, path = desk.window, desk.person, tmp_path / "exported.png"
    desk.put_in("a = [1]\na.append(2)\n")
    desk.record()
    person.pictures_as, person.prints_as = (path, 1.0), path
    person.tables_as = person.keeps_as = path
    waited: list[Path] = []

    def no_drive(work: object, file: Path) -> object:
        waited.append(file)
        raise no_answer(file)

    monkeypatch.setattr(person, "wait_for", no_drive)
    if command == "part":
        desk.press("save_part")
        (part,) = window.findChildren(PartWindow)
        part.save_button.click()
        said = part.said.text()
    else:
        keys = {"picture": "export_picture", "progress": "export_progress", "print": "print"}
        desk.press(keys[command]) if command in keys else window.watch.save()
        desk.until(lambda: not window.watch.export.busy)
        said = window.diagram.notifications.problem.accessibleName()
    assert waited == [path]
    assert "the drive does not answer" in said
    assert not path.exists()


def test_a_slow_file_on_the_command_line_is_left_to_the_window(
    drive: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_SOON", 0.0)
    monkeypatch.setattr(app, "_open", lambda _: drive.wait())
    app.try_to_open(FILE)


def test_options_on_a_slow_drive_are_checked_on_a_thread(
    desk: Desk, drive: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(options: RunOptions) -> None:
        drive.wait()
        raise CannotRun("{line}: checked", line=options.arguments)

    monkeypatch.setattr(RunOptions, "check", check)
    desk.press("run_options")
    (shown,) = desk.window.findChildren(RunOptionsWindow)
    shown.arguments.setText("first")
    shown.arguments.setText("last")
    assert shown.said.text() == ""
    drive.set()
    desk.until(lambda: "last: checked" in shown.said.text())


def test_the_start_page_opens_while_the_drive_of_a_lesson_is_slow(
    desk: Desk, drive: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = LessonFault("{file}: slow", file="mine.md")

    def read(*_: object) -> tuple[tuple[()], tuple[LessonFault]]:
        drive.wait()
        return (), (fault,)

    monkeypatch.setattr(shelf, "own_lessons", read)
    desk.press("page_start")
    page = desk.window.pages.page
    assert isinstance(page, StartPage)
    assert page.shelf.faults.text() == ""
    drive.set()
    desk.until(lambda: page.shelf.faults.text() == "mine.md: slow")


def test_a_question_belongs_to_the_dialog_that_asks_it(desk: Desk, dialogs: Dialogs) -> None:
    desk.press("preferences")
    (asking,) = (one for one in desk.window.findChildren(QDialog) if one.isVisible())
    asking.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is asking)
    owners: list[QWidget | None] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        owners.append(box.parentWidget())
        box.reject()

    QTimer.singleShot(0, answer)
    assert dialogs.about_unsaved("a.py") is Unsaved.CANCEL
    assert owners == [asking]
    asking.close()


def test_the_window_goes_on_while_a_drive_does_not_take_the_data(
    dialogs: Dialogs, drive: threading.Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / FILE.name
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: drive.wait())
    meanwhile(stop)
    with pytest.raises(NoAnswer):
        dialogs.wait_for(partial(write_whole, path, b"new"), path)
    assert path.read_bytes() == b"old"
