"""Sheets of a long recording: something is seen at once, and the plan comes beside other work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.layout.picture import object_key
from visualizer.layout.sheet import MARGINS
from visualizer.shell.canvas import sheet_feed

PROGRAM = """\
lists = [[k] for k in range(20)]
total = 0
for k in range(2000):
    total += k
    lists[k % 20][0] = total
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path, level=None) as found:
        found.put_in(PROGRAM)
        found.record()
        yield found


def test_any_step_of_a_long_recording_is_shown_at_once_and_stays_when_the_plan_is_there(
    qtbot: QtBot, desk: Desk
) -> None:
    player, feed = desk.window.player, desk.window.diagram.feed
    for step in (4000, 5900, 700):
        player.go_to(step)
        shown = desk.window.diagram.shown_sheet
        assert shown is not None
        assert shown.step == step
        assert object_key(dict(next(iter(player.state.globals.values())))["lists"]) in (
            box.key for box in shown.boxes
        )
    qtbot.waitUntil(lambda: feed.is_planned, timeout=60_000)
    shown = desk.window.diagram.shown_sheet
    assert shown is not None
    assert shown.step == player.step


CHAIN = """\
class Node:
    def __init__(self, value, next):
        self.value, self.next = value, next
first = None
for k in range(120):
    first = Node(k, first)
middle = 0
"""


def test_a_folded_object_is_shown_while_it_is_selected(qtbot: QtBot, desk: Desk) -> None:
    desk.put_in(CHAIN)
    desk.record()
    diagram = desk.window.diagram
    desk.window.player.go_to(desk.window.player.steps)
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    nodes = [one.serial for one in desk.window.player.state.heap.values() if one.type == "Node"]
    assert diagram.shown_sheet is not None
    folded = next(one for one in nodes if object_key(one) not in diagram.shown_sheet.boxes_by_key)
    desk.window.select(folded)
    assert object_key(folded) in diagram.shown_sheet.boxes_by_key
    desk.window.select(None)
    assert object_key(folded) not in diagram.shown_sheet.boxes_by_key


def test_a_click_on_folded_nodes_shows_the_first_of_them(qtbot: QtBot, desk: Desk) -> None:
    desk.put_in(CHAIN)
    desk.record()
    diagram, player = desk.window.diagram, desk.window.player
    player.go_to(player.steps)
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    assert diagram.shown_sheet is not None
    stub = next(box for box in diagram.shown_sheet.boxes if box.is_folded)
    diagram.view.show_rect(QRectF(*stub.rect))
    at = diagram.view.mapFromScene(QRectF(*stub.rect).center())
    QTest.mouseClick(diagram.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    first = int(stub.key.name)
    qtbot.waitUntil(lambda: object_key(first) in diagram.shown_sheet.boxes_by_key)  # type: ignore[union-attr]


def test_what_a_short_plan_took_is_given_up_when_the_whole_one_is_there(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_feed, "_AT_ONCE", 0.0)
    desk.put_in(CHAIN)
    desk.record()
    diagram, player = desk.window.diagram, desk.window.player
    diagram.feed.plan_again()
    for step in range(1, player.steps + 1, 12):
        player.go_to(step)
    room = diagram.scene.sceneRect()
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    shown = diagram.shown_sheet
    assert shown is not None
    last = QRectF(*shown.bounds.with_margins(MARGINS).united(shown.drawn.grown(1)))
    assert diagram.scene.sceneRect() == last
    assert room != last
