"""Calls can be selected: the place of each, and its references."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.shell.windows import Desk, press
from visualizer.layout.picture import Key
from visualizer.shell.source.signs import LineMark, Sign

PROGRAM = """def inner(box):
    box.append(1)
    return box


def outer(box):
    a = 1
    return inner(box)


result = outer([])
"""


@pytest.fixture
def inside(desk: Desk) -> Desk:
    """A window at the step in which the inner call is about to append."""
    desk.record_again(PROGRAM)
    desk.go_to_first(lambda state: state.frames[-1].line == 2)
    desk.focus_diagram()
    return desk


def marked(desk: Desk) -> list[LineMark]:
    return [
        mark for mark in desk.window.source.editor.annotations.marks if mark.sign is Sign.LOOKED_AT
    ]


def click(desk: Desk, key: Key) -> None:
    view = desk.window.diagram.view
    item = desk.window.diagram.scene.shown.boxes[key]
    x, y, *_ = item.box.rect
    view.ensureVisible(item.sceneBoundingRect())
    at = view.mapFromScene(QPointF(x + 40, y + 14))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_call_shows_where_it_waits_and_one_beside_it_ends_that(inside: Desk) -> None:
    scene = inside.window.diagram.scene
    outer = inside.window.player.state.frames[1]
    click(inside, Key("frame", outer.serial))
    assert [mark.line for mark in marked(inside)] == [8]
    lit = [item.arrow.slot.name for item in scene.shown.arrows.values() if item.is_lit]
    assert lit
    click(inside, Key("globals", outer.file))
    assert [mark.line for mark in marked(inside)] == [11]
    view = inside.window.diagram.view
    beside = view.mapFromScene(QPointF(scene.sceneRect().left() + 2, scene.sceneRect().top() + 2))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert not marked(inside)


def test_it_stays_for_as_long_as_the_call_waits(inside: Desk) -> None:
    outer = inside.window.player.state.frames[1]
    click(inside, Key("frame", outer.serial))
    inside.press("forward")
    assert [mark.line for mark in marked(inside)] == [8]
    inside.press("last")
    assert not marked(inside)


def test_enter_looks_at_the_call_that_has_the_focus(inside: Desk) -> None:
    view = inside.window.diagram.view
    outer = inside.window.player.state.frames[1]
    for _ in range(20):
        if view.walk.at is not None and view.walk.at.key == Key("frame", outer.serial):
            break
        press(inside, Qt.Key.Key_Tab)
    press(inside, Qt.Key.Key_Return)
    assert [mark.line for mark in marked(inside)] == [8]


def test_selecting_an_object_ends_it(inside: Desk) -> None:
    outer = inside.window.player.state.frames[1]
    click(inside, Key("frame", outer.serial))
    assert marked(inside)
    serial = next(
        serial for serial, one in inside.window.player.state.heap.items() if one.type == "list"
    )
    inside.window.select(serial)
    assert not marked(inside)
