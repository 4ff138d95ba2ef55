"""A window too narrow for code and diagram side by side shows one of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.lessons.made import write_lesson
from tests.shell.windows import Desk, cut_off, press
from visualizer.lessons.reading import read_lesson

SIZES = {"1024x700 at 1.5": (682, 466), "960x600 at 1.5": (640, 400)}


@pytest.fixture
def slim(desk: Desk) -> Desk:
    desk.record_again("x = [1]\nprint(x)\n")
    desk.window.resize(*SIZES["1024x700 at 1.5"])
    desk.until(desk.window.arrangement.sides.isVisible)
    return desk


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_window_can_be_as_small_as_a_small_screen_at_a_large_scale(
    desk: Desk, size: tuple[int, int], language: str
) -> None:
    window = desk.window
    window.words.speak(language)
    desk.record_again("x = [1]\nprint(x)\n")
    window.resize(*size)
    desk.until(window.arrangement.sides.isVisible)
    assert (window.width(), window.height()) == size
    assert not cut_off(window.header)
    assert not cut_off(window.transport)
    assert not cut_off(window.diagram.bar)
    assert window.diagram.view.height() > 100
    window.arrangement.sides.setCurrentIndex(0)
    assert not cut_off(window.source.heading)
    desk.until(lambda: window.source.editor.width() == size[0])
    assert window.source.editor.height() > 60


def test_one_side_is_seen_and_both_again_where_there_is_room(slim: Desk) -> None:
    window = slim.window
    sides = window.arrangement.sides
    assert (window.diagram.view.isVisible(), window.source.editor.isVisible()) == (True, False)
    sides.setCurrentIndex(0)
    assert (window.diagram.view.isVisible(), window.source.editor.isVisible()) == (False, True)
    window.resize(1200, 800)
    slim.until(lambda: not sides.isVisible())
    assert window.diagram.view.isVisible()
    assert window.source.editor.isVisible()
    assert 260 <= window.arrangement.left.width() <= 560
    assert window.transport.left.width() == window.arrangement.left.width()


def test_keys_go_from_side_to_side(slim: Desk) -> None:
    window = slim.window
    sides = window.arrangement.sides
    window.activateWindow()
    window.diagram.view.setFocus()
    slim.until(window.diagram.view.hasFocus)
    press(slim, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    slim.until(window.source.editor.hasFocus)
    assert sides.currentIndex() == 0
    press(slim, Qt.Key.Key_F6)
    slim.until(window.diagram.view.hasFocus)
    assert sides.currentIndex() == 1


def test_a_request_of_the_program_is_visible(slim: Desk) -> None:
    window = slim.window
    slim.put_in("name = input('who? ')\nprint(name)\n")
    slim.press("record")
    slim.until(window.output.input_row.field.isVisible)
    assert window.arrangement.sides.currentIndex() == 0
    window.output.input_row.field.setText("me")
    press(slim, Qt.Key.Key_Return)
    slim.until_ended()


def test_notifications_are_visible_from_both_sides(slim: Desk) -> None:
    window = slim.window
    notifications = window.diagram.notifications
    window.arrangement.sides.setCurrentIndex(0)
    slim.put_in("while True:\n    x = 1\n")
    slim.press("record")
    slim.until(notifications.recording.isVisible)
    assert cut_off(notifications.recording) == []
    # The number of steps grows meanwhile; its label has the right width after the layout.
    slim.until(lambda: cut_off(window.transport) == [])
    stop = notifications.recording.buttons[-1]
    stop.click()
    slim.until_ended()
    slim.until(notifications.ended.isVisible)
    window.resize(1200, 800)
    slim.until(lambda: not window.arrangement.sides.isVisible())
    slim.until(notifications.ended.isVisible)
    assert window.diagram.isAncestorOf(notifications)
    slim.until(lambda: notifications.geometry().bottom() == window.diagram.stage.bottom())


def test_presenting_shows_both(slim: Desk) -> None:
    window = slim.window
    slim.press("present")
    slim.until(window.source.editor.isVisible)
    assert window.diagram.view.isVisible()
    slim.press("present")
    slim.until(lambda: window.source.editor.isVisible() != window.diagram.view.isVisible())


_FITS = """
from PySide6.QtWidgets import QApplication
from visualizer.shell.app import make_application
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.window import MainWindow
import pathlib, sys
make_application()
preferences = Preferences(pathlib.Path(sys.argv[1]))
window = MainWindow(preferences, Appearance(preferences))
window.show()
QApplication.processEvents()
there, wanted = window.screen().availableSize(), window.frameGeometry().size()
print(wanted.boundedTo(there) == wanted, there.width(), window.devicePixelRatio())
window.close()
"""


@pytest.mark.parametrize(("scale", "width"), [("1.2", "667"), ("2.1", "381")])
def test_it_opens_no_larger_than_the_screen(tmp_path: object, scale: str, width: str) -> None:
    """Qt's offscreen screen is 800 by 800; at a scale of 2.1 it is smaller than the window's
    smallest size.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    done = subprocess.run(
        [sys.executable, "-c", _FITS, f"{tmp_path}/window.ini"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == ["True", width, scale]


def test_a_program_that_is_no_longer_recorded_runs_on_and_is_reported(slim: Desk) -> None:
    window = slim.window
    notifications, before = window.diagram.notifications, window.player.recording
    slim.put_in(
        "import sys, time\nsys.monitoring.free_tool_id(4)\nwhile True:\n    time.sleep(0.01)\n"
    )
    slim.press("record")
    slim.until(lambda: window.player.recording is not before and window.player.steps > 0)
    slim.until(lambda: "no longer recorded" in notifications.recording.accessibleName())
    assert cut_off(notifications.recording) == []
    notifications.recording.buttons[-1].click()
    slim.until_ended()
    slim.until(notifications.ended.isVisible)
    assert "disabled the recorder's events" in notifications.ended.accessibleName()


def test_step_and_output_take_turns_where_they_share_a_place(desk: Desk) -> None:
    window = desk.window
    desk.record_again("x = [1]\nprint(x)\n")
    assert not window.output.head.turns.isVisible()
    window.resize(1024, 700)
    desk.until(window.dock.pages.isVisible)
    assert not window.output.isVisible()
    place = window.dock.pages.mapTo(window, QPoint())
    window.dock.pages.buttons[2].click()
    assert (window.output.isVisible(), window.dock.isVisible()) == (True, False)
    desk.until(lambda: window.output.head.turns.mapTo(window, QPoint()) == place)
    window.output.head.turns.buttons[0].click()
    assert (window.output.isVisible(), window.dock.isVisible()) == (False, True)
    window.dock.pages.buttons[2].click()
    window.resize(1440, 900)
    desk.until(window.dock.isVisible)
    assert window.output.isVisible()
    assert not window.dock.pages.isVisible()


def test_a_narrower_window_keeps_the_field_of_a_program_that_waits_for_input(desk: Desk) -> None:
    window = desk.window
    desk.put_in("input()\n")
    desk.press("record")
    desk.until(window.output.input_row.field.hasFocus)
    window.resize(1024, 700)
    desk.until(window.output.head.turns.isVisible)
    assert window.output.input_row.field.isVisible()
    desk.press("stop")
    desk.until_ended()


def test_a_lesson_a_step_and_the_output_are_one_choice_where_they_share_a_place(
    desk: Desk, tmp_path: Path
) -> None:
    window = desk.window
    window.resize(1024, 700)
    window.lessons.open(read_lesson(write_lesson(tmp_path)))
    desk.until_ended()
    desk.until(window.dock.pages.isVisible)
    assert [one.text() for one in window.dock.pages.buttons if one.isVisible()] == [
        *("This step", "Lesson", "Output")
    ]
    assert window.dock.lesson.isVisible()
    window.dock.pages.buttons[2].click()
    assert (window.output.isVisible(), window.dock.isVisible()) == (True, False)
    assert window.output.head.turns.buttons[0].text() == "Lesson"
    window.words.speak("ko")
    assert window.output.head.turns.buttons[0].text() == "수업"
    window.output.head.turns.buttons[0].click()
    assert window.dock.lesson.isVisible()
    window.dock.pages.buttons[0].click()
    assert window.dock.step_pane.isVisible()
    window.lessons.close()
    assert [one.isVisible() for one in window.dock.pages.buttons] == [True, False, True]
