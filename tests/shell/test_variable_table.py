"""The variable table in the dock: what it lists, what a row selects, what stays marked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.model import Event
from visualizer.shell.variable_table import VariableTable

PROGRAM = """\
def grow(items, n):
    items.append(n)
    return items

shared = []
grow(shared, 500)
grow(shared, 700)
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path) as made:
        made.put_in(PROGRAM)
        made.record()
        made.press("variables")
        yield made


def table(desk: Desk) -> VariableTable:
    return desk.window.dock.variables


def told(desk: Desk) -> list[str]:
    model = table(desk).model
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row), role)) for row in range(model.rowCount())]


def to(desk: Desk, event: Event) -> None:
    """To the first step of that kind in a function."""
    player = desk.window.player
    while player.state.step is None or player.state.step.event is not event:
        desk.press("forward")


def row(desk: Desk, name: str) -> int:
    return next(n for n, one in enumerate(table(desk).model.rows) if one.name == name)


def test_a_screen_reader_hears_what_the_signs_say(desk: Desk) -> None:
    to(desk, Event.RETURN)
    assert told(desk) == [
        "grow, line 3, running now",
        "items: [500], the same object as shared (module), return (grow)",
        "n: 500",
        "return: [500], new, the same object as shared (module), items (grow)",
        "module, line 6",
        "shared: [500], the same object as items (grow), return (grow)",
        "grow: function grow",
    ]


def test_a_row_selects_its_object_and_rows_of_the_same_object_are_marked(desk: Desk) -> None:
    to(desk, Event.RETURN)
    view = table(desk).view
    there = view.visualRect(table(desk).model.index(row(desk, "shared")))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there.center())
    serial = dict(desk.window.player.state.globals["program.py"])["shared"]
    assert desk.window.diagram.scene.selected == serial
    assert table(desk).delegate.selected == serial
    marked = [
        one for one in range(view.model().rowCount()) if table(desk).model.serial(one) == serial
    ]
    assert {table(desk).model.rows[one].name for one in marked} == {"items", "return", "shared"}


def test_arrow_keys_go_from_object_to_object(desk: Desk) -> None:
    to(desk, Event.RETURN)
    view = table(desk).view
    view.setCurrentIndex(table(desk).model.index(0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert desk.window.diagram.scene.selected == table(desk).model.serial(1)


def test_what_is_selected_in_the_diagram_is_marked_here(desk: Desk) -> None:
    desk.press("last")
    serial = dict(desk.window.player.state.globals["program.py"])["shared"]
    desk.window.diagram.scene.select(serial)
    assert table(desk).delegate.selected == serial


def test_a_folded_call_stays_folded_over_steps(desk: Desk) -> None:
    to(desk, Event.RETURN)
    view = table(desk).view
    module = next(n for n, one in enumerate(table(desk).model.rows) if not one.scope.function)
    there = view.visualRect(table(desk).model.index(module)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert told(desk)[-1] == "module, line 6"
    desk.press("forward")
    assert [one.name for one in table(desk).model.rows] == [None]


def test_what_stands_below_does_not_move_when_a_call_ends(desk: Desk) -> None:
    to(desk, Event.RETURN)
    height = table(desk).view.height()
    desk.press("forward")
    assert len(told(desk)) < 7
    assert table(desk).view.height() == height


def test_closed_it_reads_nothing_and_is_remembered_open(desk: Desk) -> None:
    assert desk.window.preferences.flag("variables")
    desk.press("variables")
    assert not table(desk).is_open
    before = table(desk).model.rows
    desk.press("last")
    assert table(desk).model.rows is before
    assert not desk.window.preferences.flag("variables")


def test_the_command_shows_the_dock_where_it_was_hidden(desk: Desk) -> None:
    desk.press("dock")
    desk.press("variables")
    assert desk.window.arrangement.dock_shown
    assert table(desk).is_open


def test_it_speaks_korean(desk: Desk) -> None:
    to(desk, Event.RETURN)
    desk.window.speak("ko")
    assert table(desk).heading.text().strip() == "변수"
    assert told(desk)[0] == "grow, 3행, 지금 실행 중"
    assert "같은 객체" in told(desk)[1]
