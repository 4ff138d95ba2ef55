"""The terminal's progress line during a long recording."""

from io import StringIO

from visualizer.session.attendant import Progress


def test_a_short_run_shows_nothing() -> None:
    now, screen = [0.0], StringIO()
    progress = Progress(screen, lambda: now[0])
    now[0] = 0.4
    progress.show(12)
    progress.hide()
    assert screen.getvalue() == ""


def test_a_longer_one_is_counted_now_and_then_and_wiped_away() -> None:
    now, screen = [0.0], StringIO()
    progress = Progress(screen, lambda: now[0])
    for now[0], steps in ((0.6, 1000), (0.7, 1500), (0.9, 2000)):
        progress.show(steps)
    progress.hide()
    progress.hide()
    assert screen.getvalue() == ("\r\x1b[K1,000 steps recorded\r\x1b[K2,000 steps recorded\r\x1b[K")


def test_without_a_terminal_nothing_is_written() -> None:
    progress = Progress(None, lambda: 99.0)
    progress.show(5)
    progress.hide()
