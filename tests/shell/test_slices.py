"""Work in slices: its result, its end, and its progress reports."""

from collections.abc import Generator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from visualizer.shell.slices import Slices


@pytest.fixture
def slices(qtbot: QtBot) -> Generator[Slices]:
    owner = QObject()
    found = Slices(owner)
    yield found
    found.stop()


def counting(last: int, closed: list[str]) -> Generator[int, None, str]:
    try:
        yield from range(1, last + 1)
        return "whole"
    finally:
        closed.append("closed")


def test_short_work_is_done_at_once(slices: Slices) -> None:
    found: list[str] = []
    slices.begin(counting(3, []), found.append, seconds=0.0, at_once=1.0)
    assert found == ["whole"]
    assert not slices.busy


def test_longer_work_goes_on_between_events_and_shows_it(slices: Slices, qtbot: QtBot) -> None:
    found: list[str] = []
    said: list[bool] = []
    pauses: list[object] = []
    slices.changed.connect(said.append)
    slices.paused.connect(lambda _: pauses.append(slices.reached))
    slices.begin(counting(3, []), found.append, seconds=0.0, at_once=0.0)
    assert slices.busy
    assert slices.reached == 1
    qtbot.waitUntil(lambda: bool(found))
    assert (found, said, pauses) == (["whole"], [True, False], [2, 3])


def test_other_work_closes_the_former(slices: Slices) -> None:
    closed: list[str] = []
    slices.begin(counting(3, closed), seconds=0.0, at_once=0.0)
    slices.begin(counting(3, []), seconds=0.0)
    assert closed == ["closed"]


def test_work_that_cannot_be_read_ends_without_a_result(qtbot: QtBot) -> None:
    owner, found = QObject(), list[str]()
    slices = Slices(owner, lambda _, otherwise: otherwise)
    slices.begin(counting(3, []), found.append, seconds=1.0, at_once=1.0)
    assert found == []
    assert not slices.busy


def test_work_that_fails_ends_without_a_result(slices: Slices, qtbot: QtBot) -> None:
    def failing() -> Generator[int]:
        yield 1
        raise LookupError("no such step")

    found: list[object] = []
    with qtbot.capture_exceptions() as errors:
        slices.begin(failing(), found.append, seconds=0.0, at_once=0.0)
        qtbot.waitUntil(lambda: bool(errors))
    assert [kind for kind, _, _ in errors] == [LookupError]
    assert not slices.busy
    assert found == []
