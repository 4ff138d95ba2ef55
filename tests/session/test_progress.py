"""The terminal's progress line during a long recording."""

import sys

import pytest

from visualizer.platform.terminals import StatusLine
from visualizer.session.attendant import Progress


class _GoneTerminal:
    """Standard error after its terminal has closed."""

    def write(self, _: str) -> int:
        raise OSError(5, "Input/output error")


def test_a_short_run_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    progress = Progress(StatusLine(is_shown=True), lambda: now[0])
    now[0] = 0.4
    progress.show(12)
    progress.hide()
    assert capsys.readouterr().err == ""


def test_a_longer_one_is_counted_now_and_then_and_wiped_away(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = [0.0]
    progress = Progress(StatusLine(is_shown=True), lambda: now[0])
    for now[0], steps in ((0.6, 1000), (0.7, 1500), (0.9, 2000)):
        progress.show(steps)
    progress.hide()
    progress.hide()
    said = capsys.readouterr().err
    assert said == "\r\x1b[K1,000 steps recorded\r\x1b[K2,000 steps recorded\r\x1b[K"


def test_without_a_terminal_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    progress = Progress(StatusLine(is_shown=False), lambda: now[0])
    now[0] = 99.0
    progress.show(5)
    progress.hide()
    assert capsys.readouterr().err == ""


def test_a_terminal_that_has_closed_does_not_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    progress = Progress(StatusLine(is_shown=True), lambda: now[0])
    monkeypatch.setattr(sys, "stderr", _GoneTerminal())
    now[0] = 1.0
    progress.show(5)
    progress.hide()
