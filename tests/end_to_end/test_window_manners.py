"""Small conveniences: a long table saves without blocking, watched names are remembered,
a class can read a note, Backspace goes back, messages stay."""

import gc
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.recordings import recorded
from tests.shell.windows import Desk, open_desk
from tests.systems import home_in, needs_signals
from visualizer.diagram.beside import run_beside
from visualizer.explain.watched.looks import WatchedName
from visualizer.shell.sessions.folder import sweep
from visualizer.shell.trace import watch_commands

LOOP = "total = 0\nfor n in range(400):\n    total += n\n"
PATIENCE = 60


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "loop.py"
    path.write_text(LOOP)
    return path


@pytest.fixture
def table(desk: Desk, program: Path, tmp_path: Path) -> Desk:
    """A window with a table of 400 rows, and a place to save it."""
    desk.window.open_file(program)
    desk.record()
    desk.window.watching.add(WatchedName("loop.py", "", "total"))
    desk.until(lambda: len(desk.window.trace.model.rows) > 390)
    desk.person.tables_as = tmp_path / "table.csv"
    return desk


def test_a_table_is_saved_between_events_with_a_way_to_stop(
    table: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(watch_commands, "_SLICE", 0.0)
    monkeypatch.setattr("visualizer.shell.notifications.reported_slices._PATIENCE", 0)
    window, path = table.window, tmp_path / "table.csv"
    export, notification = window.watch.export, window.diagram.notifications.exporting
    path.write_text("what was there before")
    window.watch.save()
    table.until(notification.isVisible)
    assert "400" in notification.accessibleName() or "401" in notification.accessibleName()
    notification.buttons[0].click()
    assert not export.busy
    assert path.read_text() == "what was there before"
    assert [one.name for one in tmp_path.glob(".table*")] == []
    window.watch.save()
    window.player.last()
    table.until(lambda: not export.busy)
    assert not notification.isVisible()
    assert (
        len(path.read_text(encoding="utf-8-sig").splitlines()) == len(window.trace.model.rows) + 1
    )


def test_a_window_that_closes_leaves_no_half_table(
    table: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(watch_commands, "_SLICE", 0.0)
    table.window.watch.save()
    assert table.window.watch.export.busy
    table.window.close()
    assert list(tmp_path.glob("*table.csv*")) == []
    assert list(tmp_path.glob(".table*")) == []


def test_watched_names_are_remembered_for_each_program(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    wanted = WatchedName("loop.py", "", "total")
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        desk.record()
        desk.window.watching.add(wanted, WatchedName("loop.py", "", "n"))
        desk.window.watching.remove(1)
        other = program.with_name("other.py")
        other.write_text("x = 1\n")
        desk.window.open_file(other)
        assert desk.window.watching.lasting == []
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        assert desk.window.watching.lasting == [wanted]
        desk.record()
        assert desk.window.watching.lasting == [wanted]
        desk.until(lambda: desk.window.watching.is_complete)
        assert len(desk.window.watching.columns[0].cells) > 390


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_note_of_a_bookmark_is_read_in_class(desk: Desk, language: str) -> None:
    window, note = desk.window, desk.window.caption.note
    window.words.speak(language)
    desk.record_again("a = [1]\nb = a\nb.append(2)\n")
    window.bookmarks.put(3, "두 이름, 한 객체: look at <b>")
    window.player.go_to(3)
    desk.press("present")
    assert note.isVisible()
    assert note.text() == "두 이름, 한 객체: look at <b>"
    assert note.fontInfo().pixelSize() >= 22
    window.player.forward()
    assert not note.isVisible()
    window.presentation.leave()


def test_backspace_goes_back_to_the_object_before(desk: Desk) -> None:
    window = desk.window
    desk.record_again("a = [1]\nb = [a]\nc = [b]\nend = 1\n")
    window.player.last()
    names = dict(next(iter(window.player.state.globals.values())))
    inspector = window.dock.inspector
    for name in "cba":
        window.select(names[name])
    assert inspector.back.isVisible()
    inspector.setFocus()
    QTest.keyClick(inspector, Qt.Key.Key_Backspace)
    assert inspector.serial == names["b"]
    assert window.diagram.scene.selected == names["b"]
    inspector.back.click()
    assert inspector.serial == names["c"]
    assert not inspector.back.isVisible()
    QTest.keyClick(inspector, Qt.Key.Key_Backspace)
    assert inspector.serial == names["c"]


def test_a_count_is_followed_from_birth_to_death_alone(desk: Desk) -> None:
    window = desk.window
    desk.record_again("for n in range(50):\n    pass\na = [1]\nb = a\nb = 0\na = 0\nend = 1\n")
    player = window.player
    player.go_to(player.steps - 2)
    serial = dict(next(iter(player.state.globals.values())))["a"]
    window.select(serial)
    history = window.dock.inspector.history
    desk.until(lambda: history.feed.is_complete and bool(history.cells))
    first, last = history.cells[0], history.cells[-1]
    assert first.step > 100
    assert first.refcount == 1
    assert last.serial is None
    assert [cell.refcount for cell in history.cells[:-1]] == [1, 2, 1]


def test_a_recording_of_another_windows_folder_is_not_swept_while_it_is_shown(
    desk: Desk, tmp_path: Path
) -> None:
    root = desk.window.places.sessions
    gone = root / "window-gone"
    gone.mkdir(parents=True)
    kept = recorded(gone, "x = 1\n").rename(gone / "3.memtrace")
    desk.window.open_file(kept)
    sweep(root, quota=0, most=0)
    assert kept.exists(), "it is shown"
    desk.window.player.last()
    desk.press("new")
    sweep(root, quota=0, most=0)
    assert not kept.exists()


@pytest.mark.own_collector
def test_the_collector_stays_away_while_a_thread_of_ours_works(desk: Desk) -> None:
    goes_on, begun = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        goes_on.wait(PATIENCE)

    assert not gc.isenabled()
    run_beside(work)
    assert begun.wait(PATIENCE)
    desk.window.close()
    assert not gc.isenabled(), "it would destroy widgets on that thread"
    goes_on.set()
    desk.until(gc.isenabled)


BUSY = """
import sys
from unittest.mock import patch
from PySide6.QtCore import QTimer
from visualizer.explain.watched.looks import WatchedName
from visualizer.shell import app
from visualizer.shell.window.window import MainWindow

class Busy(MainWindow):
    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        self._look = QTimer(self)
        self._look.timeout.connect(self.begin)
        self._look.start(20)

    def begin(self):
        if not self.is_assembled:
            return
        if self.player.steps > 3000:
            self._look.stop()
            self.player.go_to(500)
            names = dict(next(iter(self.player.state.globals.values())))
            self.select(names["seen"])
            self.watching.add(WatchedName(self.workbench.file, "", "seen"))
            print("busy", flush=True)
        elif self.player.recording is None and not self.workbench.run.active:
            self.files.record()

with patch.object(app, "MainWindow", Busy):
    sys.exit(app.run(sys.argv[1]))
"""


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_process_that_is_ended_while_everything_is_busy_does_not_crash(
    tmp_path: Path, number: signal.Signals
) -> None:
    program = tmp_path / "endless.py"
    program.write_text(
        "seen = []\nwhile True:\n    seen.append([len(seen)])\n    seen = seen[-5:]\n"
    )
    script = BUSY.replace("sys.argv[1]", f"__import__('pathlib').Path({str(program)!r})")
    surroundings = {
        **os.environ,
        "HOME": str(tmp_path),
        **home_in(tmp_path),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "busy\n"
        process.send_signal(number)
        until = time.monotonic() + PATIENCE
        _, errors = process.communicate(timeout=until - time.monotonic())
    finally:
        process.kill()
        process.communicate()
    assert (process.returncode, errors) == (128 + number, "")
