"""Notifications report events and leave the picture visible."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.shell.windows import Desk, cut_off, press
from visualizer.session.engine.build_choice import Core
from visualizer.session.start import preparation
from visualizer.shell.appearance.look import SCALES
from visualizer.shell.notifications.notification import Action, Notification


def say(*notifications: Notification) -> None:
    for one in notifications:
        one.show_words(lambda: ("It happened.", ""))


def test_the_first_in_order_and_the_newest_are_seen(desk: Desk) -> None:
    bands = desk.window.diagram.notifications
    every = [bands.edited, bands.offer, bands.problem, bands.hint]

    def seen() -> list[Notification]:
        return [one for one in every if one.isVisible()]

    say(bands.edited, bands.offer)
    assert seen() == [bands.edited, bands.offer]
    say(bands.problem)
    assert seen() == [bands.offer, bands.problem]
    say(bands.hint, bands.problem)
    assert seen() == [bands.offer, bands.hint], "what is said again is no news"
    bands.hint.hide()
    assert seen() == [bands.offer, bands.problem]
    bands.offer.hide()
    bands.problem.hide()
    assert seen() == [bands.edited]
    bands.edited.hide()
    assert seen() == []


def test_a_recording_under_way_is_seen_before_all_others(desk: Desk) -> None:
    bands = desk.window.diagram.notifications
    say(bands.offer, bands.recording, bands.hint)
    assert [one.isVisible() for one in (bands.offer, bands.recording, bands.hint)] == [
        *(False, True, True)
    ]
    bands.recording.hide()
    assert [one.isVisible() for one in (bands.offer, bands.hint)] == [True, True]


def test_one_that_waited_speaks_the_language_of_now(desk: Desk) -> None:
    window, bands = desk.window, desk.window.diagram.notifications
    bands.edited.show_words(lambda: (window.words("notification.edited"), ""))
    say(bands.offer, bands.problem)
    assert not bands.edited.isVisible()
    window.words.speak("ko")
    bands.offer.hide()
    assert bands.edited.accessibleName() == window.words("notification.edited")


@pytest.fixture
def read_aloud(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that a screen reader is asked to read."""
    read: list[str] = []

    def update(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            read.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return read


def test_a_screen_reader_reads_what_is_new_but_no_progress(
    desk: Desk, read_aloud: list[str]
) -> None:
    bands = desk.window.diagram.notifications
    say(bands.offer, bands.offer)
    assert read_aloud == ["It happened."]
    for share in ("10%", "20%"):
        bands.reading.show_words(lambda share=share: ("", share), lasting=True)  # type: ignore[misc]
    assert read_aloud == ["It happened."]


class Seen(QObject):
    """Counts how often a widget vanishes."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.blinks = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.blinks += event.type() is QEvent.Type.Hide
        return False


def test_the_same_problem_again_is_seen_and_read_again(desk: Desk, read_aloud: list[str]) -> None:
    desk.put_in("x = = 1\n")
    bands = desk.window.diagram.notifications
    desk.press("record")
    desk.until(bands.problem.isVisible)
    (label,) = [one for one in bands.problem.findChildren(QLabel) if one.isVisible()]
    seen = Seen(label)
    desk.press("record")
    desk.until(lambda: seen.blinks == 1)
    desk.until(label.isVisible)
    message = "Syntax error on line 1: invalid syntax"
    assert [one for one in read_aloud if one == message] == [message, message]


def test_a_failure_to_save_goes_when_a_file_is_saved(desk: Desk, tmp_path: Path) -> None:
    files, bands = desk.window.files, desk.window.diagram.notifications
    files.export(tmp_path / "missing/a.png", b"picture")
    assert bands.problem.isVisible()
    files.export(tmp_path / "a.png", b"picture")
    assert bands.hint.isVisible()
    assert not bands.problem.is_asked


def test_a_hint_goes_when_one_edits(desk: Desk) -> None:
    bands = desk.window.diagram.notifications
    desk.record_again("a = 1\n")
    desk.press("to_breakpoint")
    assert bands.hint.isVisible()
    desk.window.source.editor.setFocus()
    press(desk, Qt.Key.Key_Return)
    assert bands.edited.isVisible()
    assert not bands.hint.isVisible()


def test_tab_leads_from_the_buttons_of_a_notification_to_its_cross(desk: Desk) -> None:
    band = desk.window.diagram.notifications.problem
    band.show_words(lambda: ("It happened.", ""), Action("notification.stop", band.hide))
    (button,) = band.buttons
    button.setFocus()
    desk.window.focusNextChild()
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Dismiss"
    assert band.isAncestorOf(focus)


def test_a_hint_goes_when_one_records(desk: Desk) -> None:
    desk.put_in("a = 1\n")
    say(desk.window.diagram.notifications.hint)
    desk.record()
    assert not desk.window.diagram.notifications.hint.isVisible()


def test_the_end_offers_the_last_step_only_before_it(desk: Desk) -> None:
    desk.record_again("a = 1\nraise SystemExit(3)\n")
    (button,) = desk.window.diagram.notifications.ended.buttons
    assert button.isVisible()
    button.click()
    assert desk.window.player.at_newest
    assert not button.isVisible()
    desk.press("back")
    assert button.isVisible()


def test_the_window_explains_once_why_recordings_are_slow(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = Core(None, "the C headers of Python 3.14.1 are not installed")
    monkeypatch.setattr(preparation, "core_for", lambda *_: missing)
    notice = desk.window.diagram.notifications.notice
    desk.record_again("a = 1\n")
    assert notice.isVisible()
    assert missing.missing in notice.accessibleName()
    desk.window.words.speak("ko")
    assert "C 헤더" in notice.accessibleName()
    notice.hide()
    desk.record_again("a = 2\n")
    assert not notice.isVisible()


@pytest.mark.parametrize("percent", [SCALES[0], SCALES[-1]])
def test_notifications_leave_most_of_a_small_diagram_visible(desk: Desk, percent: int) -> None:
    window, bands = desk.window, desk.window.diagram.notifications
    window.resize(1024, 700)  # independent of the machine's screen
    window.appearance.scale_text(percent)
    whole = "The file has moved to another folder, and nobody knows why. " * 6
    bands.notice.show_words(lambda: (whole, whole), Action("notification.dismiss", lambda: None))
    bands.hint.show_words(lambda: ("", whole))
    QApplication.processEvents()
    layout, high = bands.layout(), window.diagram.stage.height()
    assert layout is not None
    assert bands.hint.isVisible()
    assert layout.totalHeightForWidth(bands.width()) * 2 < high < 500
    label = bands.hint.findChildren(QLabel)[0]
    assert whole.strip() in (label.toolTip() or label.text())
    bands.hint.hide()
    desk.qtbot.waitUntil(bands.notice.isVisible)
    window.resize(1400, 1300)
    window.appearance.scale_text(SCALES[0])
    label = bands.notice.findChildren(QLabel)[0]
    desk.qtbot.waitUntil(lambda: label.toolTip() == "")
    assert cut_off(bands.notice) == []


def test_the_end_by_an_error_names_the_part_of_the_line_that_is_to_blame(desk: Desk) -> None:
    band = desk.window.diagram.notifications.ended
    desk.record_again("def f(a):\n    return a[1]\nf([5])\n")
    desk.until(band.isVisible)
    said = "IndexError on line 2: list index out of range"
    assert (
        band.accessibleName()
        == f"{said} a[1] asks for index 1, but a has 1 item, and indexes start at 0."
    )
    desk.window.words.speak("ko")
    assert "a[1]" in band.accessibleName()
