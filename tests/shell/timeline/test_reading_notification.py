"""The timeline's progress in reading a long recording: shown if it takes longer, and stopped."""

from tests.shell.windows import Desk


def said(desk: Desk) -> str:
    return desk.window.diagram.notifications.reading.accessibleName()


def test_longer_work_shows_its_progress(desk: Desk) -> None:
    window = desk.window
    notification, timeline = window.diagram.notifications.reading, window.transport.timeline
    desk.until(lambda: timeline.is_complete)
    timeline.feed.reading.emit(10)
    assert not notification.isVisible()
    desk.until(notification.isVisible)
    assert said(desk).endswith("10%")
    timeline.feed.reading.emit(42)
    assert said(desk).endswith("42%")
    window.words.speak("ko")
    assert said(desk) == "타임라인에 쓸 기록을 읽는 중 42%"
    timeline.feed.reading.emit(100)
    assert not notification.isVisible()


def test_behind_other_notifications_it_goes_on_too(desk: Desk) -> None:
    window, bands = desk.window, desk.window.diagram.notifications
    timeline = window.transport.timeline
    desk.until(lambda: timeline.is_complete)
    timeline.feed.reading.emit(10)
    desk.until(bands.reading.isVisible)
    for one in (bands.offer, bands.hint):
        one.show_words(lambda: ("It happened.", ""))
    assert not bands.reading.isVisible()
    timeline.feed.reading.emit(42)
    bands.hint.hide()
    assert bands.reading.isVisible()
    assert said(desk).endswith("42%")


def test_it_can_be_stopped_and_the_read_part_is_shown(desk: Desk) -> None:
    desk.record_again("for n in range(50):\n    x = [n]\n")
    window = desk.window
    notification, timeline = window.diagram.notifications.reading, window.transport.timeline
    desk.until(lambda: timeline.is_complete)
    timeline.feed.reading.emit(10)
    desk.until(notification.isVisible)
    (stop,) = notification.buttons
    stop.click()
    assert not notification.isVisible()
    assert timeline.amount("live")


def test_short_work_is_not_mentioned(desk: Desk) -> None:
    window = desk.window
    notification = window.diagram.notifications.reading
    shown: list[bool] = []
    window.transport.timeline.feed.reading.connect(lambda _: shown.append(notification.isVisible()))
    desk.record_again("x = 1\n")
    desk.until(lambda: bool(shown))
    assert not any(shown)
