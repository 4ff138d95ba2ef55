"""Names that a frame leaves out are shown by a click or Enter, and folded again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.diagram.view.walk import Place
from visualizer.layout.sheet import Placed

COUNT = 60
PROGRAM = "".join(f"name_{n} = {n}\n" for n in range(COUNT))
FUNCTIONS = "".join(f"def function_{n}(): pass\n" for n in range(COUNT))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path, level=None) as found:
        yield found


def record(desk: Desk, qtbot: QtBot, program: str) -> None:
    desk.record_again(program)
    desk.window.player.go_to(COUNT)
    qtbot.waitUntil(lambda: desk.window.diagram.feed.is_planned, timeout=60_000)


def frame(desk: Desk) -> Placed:
    sheet = desk.window.diagram.shown_sheet
    assert sheet is not None
    return next(box for box in sheet.boxes if box.key.kind == "globals")


def shown(desk: Desk) -> int:
    """Return the number of names that the frame shows."""
    return len({one.slot for one in frame(desk).block.fields})


def click(desk: Desk) -> None:
    """Click the first sign of the frame."""
    diagram, box = desk.window.diagram, frame(desk)
    diagram.scene.motion.finish()
    at: QPointF = QRectF(*box.block.signs[0].rect.moved(box.x, box.y)).center()
    diagram.view.centerOn(at)
    place = diagram.view.mapFromScene(at)
    QTest.mouseClick(diagram.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("program", [PROGRAM, FUNCTIONS])
def test_a_click_shows_every_name_over_steps_and_another_one_folds(
    desk: Desk, qtbot: QtBot, program: str
) -> None:
    record(desk, qtbot, program)
    few = shown(desk)
    assert few < COUNT - 1
    click(desk)
    assert shown(desk) == COUNT - 1
    desk.window.player.forward()
    assert shown(desk) == COUNT
    click(desk)
    assert shown(desk) < COUNT


def test_nothing_is_covered_by_the_opened_frame(desk: Desk, qtbot: QtBot) -> None:
    record(desk, qtbot, PROGRAM + "def f():\n    a = 1\n    return a\nf()\n")
    desk.window.player.go_to(COUNT + 4)
    click(desk)
    sheet = desk.window.diagram.shown_sheet
    assert sheet is not None
    assert len(sheet.boxes) == 2
    first, second = sheet.boxes
    assert not first.rect.overlaps(second.rect)


def test_enter_at_the_frame_opens_and_folds_it(desk: Desk, qtbot: QtBot) -> None:
    record(desk, qtbot, PROGRAM)
    few, walk = shown(desk), desk.window.diagram.view.walk
    assert walk.step(1)
    assert walk.at == Place(frame(desk).key)
    for count in (COUNT - 1, few):
        assert walk.follow()
        assert shown(desk) == count


def test_the_frame_stays_opened_when_the_program_is_recorded_again(
    desk: Desk, qtbot: QtBot
) -> None:
    record(desk, qtbot, PROGRAM)
    click(desk)
    record(desk, qtbot, PROGRAM)
    assert shown(desk) == COUNT - 1
    assert desk.window.diagram.scene.opened.fold()
    assert shown(desk) < COUNT - 1


def test_escape_does_not_stop_at_an_opened_frame_that_is_gone(desk: Desk, qtbot: QtBot) -> None:
    record(desk, qtbot, PROGRAM)
    click(desk)
    record(desk, qtbot, "a = 1\n")
    assert not desk.window.diagram.scene.opened.fold()
    record(desk, qtbot, PROGRAM)
    assert shown(desk) < COUNT - 1
