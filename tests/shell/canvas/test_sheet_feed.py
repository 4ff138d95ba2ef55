"""Sheets of a long recording: a picture appears at once, and planning runs next to other work."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.layout.composing.sheets import Sheets
from visualizer.layout.picture import object_key
from visualizer.layout.sheet import MARGINS
from visualizer.model import DamagedRecording
from visualizer.shell import slices
from visualizer.shell.canvas import sheet_plans

PROGRAM = """\
lists = [[k] for k in range(8)]
total = 0
for k in range(400):
    total += k
    lists[k % 8][0] = total
"""
"""More than a thousand steps, so that it is not planned at once as a short one is."""
IN_PARTS = PROGRAM.replace("400", "1700")
"""The same with so many steps that they are planned in two parts."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path, level=None) as found:
        yield found


def test_any_step_of_a_long_recording_is_shown_at_once_and_stays_when_the_plan_is_there(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.record_again(IN_PARTS)
    player, feed = desk.window.player, desk.window.diagram.feed
    for step in (4000, 5050, 700):
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
for k in range(90):
    first = Node(k, first)
middle = 0
"""


def test_a_folded_object_is_shown_while_it_is_selected(qtbot: QtBot, desk: Desk) -> None:
    desk.record_again(CHAIN)
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
    desk.record_again(CHAIN)
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


def test_the_room_of_a_short_plan_is_given_up_for_the_whole_one(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_plans, "_ALONE", 0.0)
    desk.record_again(CHAIN.replace("90", "50"))
    diagram, player = desk.window.diagram, desk.window.player
    diagram.feed.plan_again()
    for step in range(1, player.steps + 1, 12):
        player.go_to(step)
    room = diagram.scene.sceneRect()
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    shown = diagram.shown_sheet
    assert shown is not None
    last = QRectF(*shown.bounds.with_margins(MARGINS).united(shown.drawn.grown(1)))
    assert diagram.scene.sceneRect().getRect() == pytest.approx(last.getRect(), abs=0.1)
    assert room != last


def test_a_loaded_machine_plans_a_short_recording_as_a_whole_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.record_again("a = [1]\nb = a\n")
    feed = desk.window.diagram.feed
    desk.until(lambda: feed.is_planned)
    feed.patience = 1000.0
    ticks = count(0, 10)
    for module in (sheet_plans, slices):
        monkeypatch.setattr(module, "perf_counter", lambda: next(ticks), raising=False)
    feed.plan_again()
    assert feed.is_planned, "the first picture is that of the whole plan"


def shown_steps(desk: Desk) -> list[int]:
    """Collect the steps of the pictures that the diagram shows from now on."""
    found: list[int] = []

    def note() -> None:
        sheet = desk.window.diagram.scene.sheet
        assert sheet is not None
        found.append(sheet.step)

    desk.window.diagram.feed.shown.connect(note)
    return found


def test_until_a_late_picture_is_there_the_earlier_one_stays_and_then_it_is_the_same(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.record_again(PROGRAM)
    player, diagram = desk.window.player, desk.window.diagram
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    player.go_to(1100)
    waited_for, before = diagram.shown_sheet, diagram.scene.sheet
    player.go_to(700)
    diagram.feed.patience = 0.0
    before = diagram.scene.sheet
    player.go_to(1100)
    assert diagram.scene.sheet is before
    qtbot.waitUntil(lambda: diagram.scene.sheet is not before)
    assert diagram.scene.sheet == waited_for


def test_a_step_that_is_read_slowly_leaves_less_time_to_wait_for_its_picture(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.record_again(PROGRAM)
    player, diagram = desk.window.player, desk.window.diagram
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    diagram.feed.patience = 1000.0
    steps = shown_steps(desk)
    player.go_to(700)
    assert steps == [700]
    ticks = count(0, 2000)
    monkeypatch.setattr("visualizer.shell.playback.player.perf_counter", lambda: next(ticks))
    player.go_to(900)
    assert steps == [700]
    qtbot.waitUntil(lambda: steps == [700, 900])


def test_going_on_does_not_wait_for_pictures_of_passed_steps(qtbot: QtBot, desk: Desk) -> None:
    desk.record_again(PROGRAM)
    player, diagram = desk.window.player, desk.window.diagram
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    diagram.feed.patience = 0.0
    steps = shown_steps(desk)
    for step in (700, 900, 1000, 1100):
        player.go_to(step)
    qtbot.waitUntil(lambda: steps != [])
    assert steps == [1100]


def test_an_action_that_waits_for_a_picture_runs_when_that_is_shown(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.record_again(PROGRAM)
    player, diagram = desk.window.player, desk.window.diagram
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    diagram.feed.patience = 0.0
    steps: list[int] = []
    player.go_to(700)
    diagram.feed.when_shown(lambda: steps.append(diagram.scene.sheet.step))  # type: ignore[union-attr]
    assert steps == []
    qtbot.waitUntil(lambda: steps == [700])
    diagram.feed.when_shown(lambda: steps.append(0))
    assert steps == [700, 0]


def test_after_the_end_nothing_more_is_planned_or_drawn(qtbot: QtBot, desk: Desk) -> None:
    desk.record_again(PROGRAM)
    player, diagram = desk.window.player, desk.window.diagram
    diagram.feed.patience = 0.0
    player.go_to(700)
    steps = shown_steps(desk)
    diagram.feed.shut_down()
    diagram.feed.finish()
    QApplication.processEvents()
    assert steps == []


def test_a_damaged_recording_keeps_the_earlier_picture(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.record_again(PROGRAM)
    player, diagram = desk.window.player, desk.window.diagram
    qtbot.waitUntil(lambda: diagram.feed.is_planned, timeout=60_000)
    before = diagram.scene.sheet
    assert before is not None

    def damaged(_: Sheets) -> None:
        raise DamagedRecording("a part is missing")

    monkeypatch.setattr(Sheets, "plan", damaged)
    diagram.feed.plan_again()
    player.go_to(700)
    diagram.feed.finish()
    assert diagram.scene.sheet is before
