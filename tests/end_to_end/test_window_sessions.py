"""A window continues where the last one was, also after a crash, and runs no program for that."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.polling import wait_until
from tests.shell.windows import Desk, open_desk
from tests.systems import home_in, needs_devices, state_in
from visualizer.lessons.examples import examples
from visualizer.shell.sessions.folder import SessionFolder
from visualizer.shell.widgets.dialogs import Unsaved
from visualizer.shell.window.window import MainWindow

PATIENCE = 60
PROGRAM = "from pathlib import Path\nPath('ran').touch()\nx = [1]\ny = x\n"
TYPES = """\
import sys
from pathlib import Path
from unittest.mock import patch
from visualizer.shell import app
from visualizer.shell.window.window import MainWindow

class Typing(MainWindow):
    def complete(self):
        super().complete()
        if "loop" in self.workbench.file:
            self.files.record()
            self.player.step_changed.connect(self.sessions.keep)
        else:
            self.source.replace_text(self.source.text + "typed = '한글'\\n")

with patch.object(app, "MainWindow", Typing):
    app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that leaves a trace when it runs."""
    path = tmp_path / "내 폴더" / "program.py"
    path.parent.mkdir()
    path.write_text(PROGRAM)
    return path


def crash(tmp_path: Path, *arguments: str, mark: str = '"text":') -> Path:
    """Start a window with simulated typing, or with an endless recording, and kill it.

    Kills it as soon as one more file contains ``mark``; returns the folder of its state.
    """
    home = tmp_path / "home"
    state = state_in(home)
    before = len(marked(state, mark))
    window = subprocess.Popen(
        [sys.executable, "-c", TYPES, *arguments], env={**os.environ, **home_in(home)}
    )

    def is_kept() -> bool:
        assert window.poll() is None
        return len(marked(state, mark)) != before

    try:
        wait_until(is_kept, "what was typed was not kept safe", PATIENCE)
    finally:
        window.kill()
        window.wait(PATIENCE)
    return state


def marked(state: Path, mark: str) -> list[Path]:
    # A name that begins with a dot is incomplete: the file will replace another in a moment.
    return [path for path in state.glob("sessions/*/[!.]*.json") if mark in content_of(path)]


def content_of(path: Path) -> str:
    """Return the file's text; empty in the moment in which Windows replaces the file."""
    try:
        return path.read_text()
    except PermissionError:
        return ""


def bring_back(desk: Desk) -> None:
    desk.window.diagram.notifications.offer.buttons[0].click()


def test_the_next_window_shows_the_same_step_without_running_the_program(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        desk.record()
        desk.press("forward")
        desk.press("forward")
        desk.window.diagram.view.choose_zoom(0.8)
    program.with_name("ran").unlink()
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        window = desk.window
        assert window.workbench.document.path == program
        assert (window.player.step, window.player.end is not None) == (3, True)
        assert window.diagram.view.zoom == pytest.approx(0.8)
        assert window.source.editor.annotations.sign_at(3) is not None
        assert not window.diagram.notifications.edited.isVisible()
        assert not window.workbench.run.active
        desk.record()
        assert window.player.step == 3, "recorded again it is shown where one was"
        program.with_name("ran").unlink()
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        assert desk.window.player.step == 3, "asked for by name it is gone on with as well"
    assert not program.with_name("ran").exists()


def test_a_changed_program_and_a_missing_one_are_reported(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        desk.record()
    program.write_text("other = 1\n")
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        assert desk.window.source.text == "other = 1\n"
        assert desk.window.diagram.notifications.edited.isVisible()
    program.unlink()
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        assert str(program) in desk.window.diagram.notifications.problem.accessibleName()
        assert desk.window.player.recording is None


def test_an_example_is_not_run_again(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.window.open_example(examples()[0].path)
        desk.until_ended()
        desk.press("last")
        steps = desk.window.player.steps
    began: list[bool] = []

    def watch(window: MainWindow) -> None:
        window.workbench.run_began.connect(lambda: began.append(True))
        window.open_last()

    with open_desk(qtbot, tmp_path, watch) as desk:
        assert desk.window.workbench.example
        assert desk.window.player.step == steps
    assert began == []


def test_text_that_was_thrown_away_is_not_offered(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        desk.put_in("x = 2\n")
        desk.window.sessions.keep()
        desk.person.about_unsaved_changes = Unsaved.DISCARD
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        assert desk.window.source.text == PROGRAM
        assert not desk.window.diagram.notifications.offer.isVisible()


def test_text_survives_the_kill_of_the_window_and_is_brought_back_without_running(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    state = crash(tmp_path, str(program))
    text = PROGRAM + "typed = '한글'\n"
    assert program.read_text(encoding="utf-8") == PROGRAM
    with open_desk(qtbot, tmp_path, MainWindow.open_last, state) as desk:
        window, notification = desk.window, desk.window.diagram.notifications.offer
        assert window.source.text == PROGRAM, "nothing changes before somebody agrees"
        assert notification.isVisible()
        assert "program.py" in notification.accessibleName()
        window.words.speak("ko")
        assert "program.py를 저장하기 전에" in notification.accessibleName()
        desk.press("present")
        assert not notification.isVisible(), "a class need not see it"
        desk.press("present")
        assert notification.isVisible()
        bring_back(desk)
        assert window.source.text == text
        assert window.files.unsaved
        assert not notification.isVisible()
        window.source.editor.undo()
        assert window.source.text == PROGRAM
        window.source.editor.redo()
        desk.press("save")
    assert program.read_text(encoding="utf-8") == text
    assert not program.with_name("ran").exists()
    with open_desk(qtbot, tmp_path, MainWindow.open_last, state) as desk:
        assert not desk.window.diagram.notifications.offer.isVisible()


def test_text_of_a_crash_is_offered_though_the_last_room_was_a_lab(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    state = crash(tmp_path, str(program))

    def begin(window: MainWindow) -> None:
        window.open_last()
        window.pages.show("streaming")

    with open_desk(qtbot, tmp_path, begin, state) as desk:
        assert desk.window.pages.shown == "program"
        assert desk.window.diagram.notifications.offer.isVisible()


def test_a_recording_of_a_killed_window_is_shown_as_far_as_it_goes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = tmp_path / "loop.py"
    program.write_text("n = 0\nwhile True:\n    n += 1\n")
    state = crash(tmp_path, str(program), mark='"step": 1,')
    with open_desk(qtbot, tmp_path, MainWindow.open_last, state) as desk:
        window = desk.window
        assert window.workbench.document.path == program
        assert window.player.step == 1
        assert not window.workbench.run.active
        assert window.diagram.notifications.ended.isVisible()
        desk.press("last")
        # The killed window read only the first steps; the new one reads the rest in pieces.
        desk.until(lambda: window.player.step == window.player.steps > 1)


def test_text_of_several_crashes_is_offered_one_after_the_other(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    other_program = program.with_name("other.py")
    other_program.write_text("z = 1\n")
    crash(tmp_path, str(program))
    state = crash(tmp_path, str(other_program))
    with open_desk(qtbot, tmp_path, MainWindow.open_last, state) as desk:
        notification = desk.window.diagram.notifications.offer
        assert notification.isVisible()
        # A second window offers nothing: the first is already asking about these texts.
        with open_desk(qtbot, tmp_path, MainWindow.open_last, state) as other:
            assert not other.window.diagram.notifications.offer.isVisible()
    with open_desk(qtbot, tmp_path, state=state) as desk:
        notification, seen = desk.window.diagram.notifications.offer, []
        while notification.isVisible():
            bring_back(desk)
            seen.append((desk.window.workbench.file, "typed = '한글'" in desk.window.source.text))
        assert sorted(seen) == [("other.py", True), ("program.py", True)]
        assert desk.window.player.recording is None


def test_the_recording_stays_when_its_text_without_a_file_comes_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.record_again(PROGRAM)
        desk.press("forward")
        step = desk.window.player.step
        desk.window.sessions.leave()
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        bring_back(desk)
        window = desk.window
        assert window.source.text == PROGRAM
        assert window.player.step == step
        assert not window.diagram.notifications.edited.isVisible()


def test_text_of_a_missing_file_comes_back_as_a_new_program(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    state = crash(tmp_path, str(program))
    program.unlink()
    with open_desk(qtbot, tmp_path, MainWindow.open_last, state) as desk:
        bring_back(desk)
        assert desk.window.source.text.endswith("typed = '한글'\n")
        assert desk.window.workbench.document.path is None
        assert desk.window.files.unsaved


def test_text_of_a_crash_is_not_offered_over_another_program(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    other_program = program.with_name("other.py")
    other_program.write_text("z = 1\n")
    state = crash(tmp_path, str(program))
    with open_desk(qtbot, tmp_path, MainWindow.open_last, state) as desk:
        offer = desk.window.diagram.notifications.offer
        assert offer.isVisible()
        desk.window.open_file(other_program)
        assert not offer.isVisible()
        desk.window.open_file(program)
        assert offer.isVisible()
        desk.window.open_file(other_program)
    with open_desk(qtbot, tmp_path, MainWindow.open_last, state) as desk:
        assert desk.window.diagram.notifications.offer.isVisible(), "the next start offers it"


def test_thrown_away_it_is_gone(qtbot: QtBot, tmp_path: Path, program: Path) -> None:
    state = crash(tmp_path, str(program))
    with open_desk(qtbot, tmp_path, state=state) as desk:
        desk.window.diagram.notifications.offer.buttons[1].click()
        assert not desk.window.diagram.notifications.offer.isVisible()
    assert not list(state.glob("sessions/*/*draft*"))
    assert not list(state.glob("sessions/*/rescued*"))


def test_text_that_cannot_be_backed_up_is_reported_and_editing_goes_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    with open_desk(qtbot, tmp_path, state=blocked) as desk:
        notification = desk.window.diagram.notifications.unsafe
        desk.put_in("x = 1\n")
        desk.until(notification.isVisible)
        assert str(blocked) in notification.accessibleName()
        desk.record()
        assert desk.window.player.steps == 2
        assert desk.window.source.text == "x = 1\n"
        desk.person.saves_as = tmp_path / "x.py"
        desk.press("save")
        desk.until(lambda: not notification.isVisible())


def test_a_full_disk_is_reported_with_its_folder(desk: Desk) -> None:
    window, notification = desk.window, desk.window.diagram.notifications.unsafe
    with pytest.MonkeyPatch.context() as patched:

        def refused(folder: SessionFolder, draft: object) -> None:
            # The system names no file when it cannot write more.
            raise OSError(errno.ENOSPC, "No space left on device")

        patched.setattr(SessionFolder, "write_draft", refused)
        desk.put_in("x = 1\n")
        desk.until(notification.isVisible)
        assert str(window.places.sessions) in notification.accessibleName()
    desk.until(lambda: not notification.isVisible())


def test_text_that_could_not_be_kept_safe_is_as_soon_as_it_can_be(desk: Desk) -> None:
    window, notification = desk.window, desk.window.diagram.notifications.unsafe
    with pytest.MonkeyPatch.context() as patched:

        def refused(folder: SessionFolder, draft: object) -> None:
            raise PermissionError(13, "somebody reads it", str(folder.path))

        patched.setattr(SessionFolder, "write_draft", refused)
        desk.put_in("x = 1\n")
        desk.until(notification.isVisible)
    desk.until(lambda: not notification.isVisible())
    (text,) = window.places.sessions.glob("*/draft.json")
    assert json.loads(text.read_bytes())["text"] == "x = 1\n"


@needs_devices
def test_a_full_disk_loses_nothing_and_is_reported(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        window = desk.window
        desk.put_in("x = 1\n")
        desk.until(lambda: bool(list(tmp_path.glob("state/sessions/*/draft.json"))))
        draft = next(tmp_path.glob("state/sessions/*/draft.json"))
        before = draft.read_bytes()
        draft.unlink()
        draft.symlink_to("/dev/full")
        desk.put_in("x = 2\n")
        desk.until(window.diagram.notifications.unsafe.isVisible)
        assert window.source.text == "x = 2\n"
        draft.unlink()
        draft.write_bytes(before)
        desk.put_in("x = 3\n")
        desk.until(lambda: not window.diagram.notifications.unsafe.isVisible())
        assert json.loads(draft.read_bytes())["text"] == "x = 3\n"


def spoil(folder: Path) -> Path:
    """Overwrite the last window's recording."""
    (recording,) = folder.glob("state/sessions/*/*.memtrace")
    recording.write_bytes(b"no recording any more")
    return recording


def test_a_damaged_only_recording_is_named_and_no_example_is_shown(
    qtbot: QtBot, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed"
    with open_desk(qtbot, tmp_path) as desk:
        desk.record_again("x = 1\n")
        desk.window.sessions.keep()
        # The state that a window leaves when it is killed now.
        shutil.copytree(tmp_path / "state", crashed / "state", ignore=lambda *_: ["lock"])
    recording = spoil(crashed)
    with open_desk(qtbot, tmp_path, MainWindow.open_last, crashed / "state") as desk:
        window, notification = desk.window, desk.window.diagram.notifications.problem
        assert notification.isVisible()
        assert str(recording) in notification.accessibleName()
        assert not window.workbench.example
        assert not window.workbench.run.active
        desk.person.opens = tmp_path / "another.py"
        desk.person.opens.write_text("y = 2\n")
        desk.until(window.diagram.notifications.offer.isVisible)
        notification.buttons[0].click()
        assert window.source.text == "y = 2\n"
        assert not notification.isVisible()


def test_a_program_with_a_damaged_recording_can_be_recorded_again(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        desk.record()
    recording = spoil(tmp_path)
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        window, notification = desk.window, desk.window.diagram.notifications.problem
        assert str(recording) in notification.accessibleName()
        assert window.source.text == PROGRAM
        assert window.player.recording is None
        notification.buttons[0].click()
        desk.until_ended()
        assert window.player.step == 1
        assert not notification.isVisible()
