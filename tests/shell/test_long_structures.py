"""A long chain is shortened in the window: chips, keys, the menu and a search open it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.diagram.filters import Filter
from visualizer.diagram.walk import Place
from visualizer.layout import Box

PROGRAM = """\
class Node:
    def __init__(self, value, next):
        self.value, self.next = value, next
first = None
for k in range(70):
    first = Node(k + 1000.5, first)
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path) as made:
        made.put_in(PROGRAM)
        made.record()
        made.press("last")
        made.until(lambda: bool(middles(made)))
        yield made


def middles(desk: Desk) -> list[Box]:
    items = desk.window.diagram.scene.items_shown.boxes.values()
    return [item.box for item in items if item.box.middle]


def chips(desk: Desk) -> list[str]:
    return [chip.text() for chip in desk.window.diagram.filter.chips]


def test_a_chip_says_so_and_undoes_it_and_the_menu_brings_it_back(desk: Desk) -> None:
    filters = desk.window.diagram.filter
    assert chips(desk) == ["1 structure shortened"]
    filters.chips[0].click()
    assert not middles(desk)
    assert chips(desk) == []
    filters.fill_menu()
    entry = filters.menu.actions()[-1]
    assert not entry.isChecked()
    entry.trigger()
    assert middles(desk)


def test_the_switch_in_the_menu_is_kept(desk: Desk) -> None:
    window = desk.window
    filters = window.diagram.filter
    filters.fill_menu()
    filters.menu.actions()[-1].trigger()
    assert not middles(desk)
    filters.choose(Filter())
    assert middles(desk)
    window.recall_view()
    assert not middles(desk)
    window.preferences.put("shortened", True)
    window.recall_view()
    assert middles(desk)


def test_keys_alone_open_and_close_it(desk: Desk) -> None:
    view = desk.window.diagram.view
    (middle,) = middles(desk)
    desk.focus_diagram()
    view.walk.at = Place(middle.key)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not middles(desk)
    desk.press("fold")
    assert len(middles(desk)) == 1
    desk.press("unfold_all")
    assert not middles(desk)


def test_what_a_search_finds_is_open_while_it_is_searched_for(desk: Desk) -> None:
    scene = desk.window.diagram.scene
    (before,) = middles(desk)
    desk.press("find")
    field = desk.window.diagram.search.field
    desk.until(field.hasFocus)
    QTest.keyClicks(field, "1033.5")
    assert len(middles(desk)) == 2
    hit = desk.window.diagram.search.hits[0].serial
    assert scene.place_of(hit) is not None
    field.clear()
    scene.select(None)
    assert middles(desk) == [before]
