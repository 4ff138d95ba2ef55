"""The objects of a step by type: counted, sorted, marked in the diagram, hidden."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.explain.naming import kind_of
from visualizer.shell.dock.type_table import COUNT, SIZE, TYPE, TypeTable

PROGRAM = """\
class Point:
    def __init__(self, x):
        self.x = x
points = [Point(n + 0.5) for n in range(20)]
names = {"first": points[0]}
del points[5:]
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path) as made:
        made.put_in(PROGRAM)
        made.record()
        made.press("last")
        made.press("back")
        made.window.dock.types.heading.click()
        yield made


def shown(table: TypeTable) -> list[tuple[str, str, str]]:
    return [(row.text(TYPE), row.text(COUNT), row.text(SIZE)) for row in table.rows]


def pick(table: TypeTable, name: str) -> None:
    (row,) = (row for row in table.rows if row.name == name)
    table.view.setCurrentItem(row)


def test_it_counts_the_objects_on_the_heap_most_first(desk: Desk) -> None:
    table, heap = desk.window.dock.types, desk.window.player.state.heap
    counted = Counter(kind_of(thing.type) for thing in heap.values())
    rows = shown(table)
    assert {name: int(count) for name, count, _ in rows} == counted
    assert [int(count) for _, count, _ in rows] == sorted(counted.values(), reverse=True)


def test_a_click_on_a_title_sorts(desk: Desk) -> None:
    table = desk.window.dock.types
    table.view.sortByColumn(TYPE, Qt.SortOrder.AscendingOrder)
    names = [name for name, _, _ in shown(table)]
    assert names == sorted(names, key=str.casefold)
    table.view.sortByColumn(SIZE, Qt.SortOrder.DescendingOrder)
    sizes = [row.keys[SIZE] for row in table.rows]
    assert sizes == sorted(sizes, reverse=True)


def test_a_selected_type_is_marked_and_stays_so_over_steps(desk: Desk) -> None:
    table, window = desk.window.dock.types, desk.window
    pick(table, "Point")
    scene = window.diagram.scene
    there = {s for s, thing in window.player.state.heap.items() if thing.type == "Point"}
    marked = {spot.box for spot in scene.finding.marks}
    assert marked
    assert marked <= scene.shown.boxes.keys()
    desk.press("last")
    assert window.dock.types.view.selectionModel().hasSelection()
    left = {s for s, thing in window.player.state.heap.items() if thing.type == "Point"}
    assert len(left) < len(there)
    assert {spot.box for spot in scene.finding.marks} <= scene.shown.boxes.keys()


def test_an_unticked_type_is_not_drawn_and_the_filter_shows_it(desk: Desk) -> None:
    table, window = desk.window.dock.types, desk.window
    (row,) = (row for row in table.rows if row.name == "Point")
    row.setCheckState(TYPE, Qt.CheckState.Unchecked)
    state, boxes = window.player.state, window.diagram.scene.shown.boxes.values()
    drawn = {serial for item in boxes for serial in item.box.block.anchors}
    assert drawn
    assert "Point" not in {state.heap[serial].type for serial in drawn}
    assert window.diagram.filter.chips
    desk.window.diagram.filter.chips[0].click()
    assert row.checkState(TYPE) is Qt.CheckState.Checked


def test_closed_it_counts_nothing(desk: Desk) -> None:
    table = desk.window.dock.types
    table.heading.click()
    before = shown(table)
    desk.press("last")
    assert shown(table) == before


def test_it_speaks_korean(desk: Desk) -> None:
    table = desk.window.dock.types
    desk.window.words.speak("ko")
    assert table.heading.text().strip() == "타입별 객체"
    assert table.view.headerItem().text(COUNT) == "객체"


def test_at_level_values_nothing_is_counted_by_type(desk: Desk) -> None:
    table, timeline = desk.window.dock.types, desk.window.transport.timeline
    desk.until(lambda: timeline.is_complete)

    def seen() -> tuple[bool, bool, int]:
        return table.isVisibleTo(desk.window), timeline.shows_amounts, timeline.slider.y()

    with_counts = seen()
    assert with_counts[:2] == (True, True)
    desk.window.view.show_level(1)
    assert seen()[:2] == (False, False)
    assert seen()[2] > with_counts[2], "the calls have the room"
    desk.window.view.show_level(2)
    assert seen() == with_counts
