"""The variable table in the dock: its rows, their selection, the marks that stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.explain.watched.looks import WatchedExpression, WatchedName
from visualizer.model import Event
from visualizer.shell.dock.variable_table import VariableTable

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
    """Go to the first step of that kind in a function."""
    player = desk.window.player
    while player.state.step is None or player.state.step.event is not event:
        desk.press("forward")


def row(desk: Desk, name: str) -> int:
    return next(n for n, one in enumerate(table(desk).model.rows) if one.name == name)


def test_a_screen_reader_hears_the_meaning_of_the_signs(desk: Desk) -> None:
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


def test_an_object_selected_in_the_diagram_is_marked_here(desk: Desk) -> None:
    desk.press("last")
    serial = dict(desk.window.player.state.globals["program.py"])["shared"]
    desk.window.diagram.scene.select(serial)
    assert table(desk).delegate.selected == serial


def test_a_folded_call_stays_folded_over_steps(desk: Desk) -> None:
    to(desk, Event.RETURN)
    view = table(desk).view
    module = next(n for n, one in enumerate(table(desk).model.rows) if one.key == "program.py")
    there = view.visualRect(table(desk).model.index(module)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert told(desk)[-1] == "module, line 6"
    desk.press("forward")
    assert [one.name for one in table(desk).model.rows] == [None]


def test_the_rows_below_do_not_move_when_a_call_ends(desk: Desk) -> None:
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
    desk.window.words.speak("ko")
    assert table(desk).heading.text().strip() == "변수"
    assert told(desk)[0] == "grow, 3번 줄, 지금 실행 중"
    assert "같은 객체" in told(desk)[1]


def write(desk: Desk, expression: str) -> None:
    desk.press("watch_expression")
    field = table(desk).field.field
    QTest.keyClicks(field, expression)
    QTest.keyClick(field, Qt.Key.Key_Return)


def watched(desk: Desk) -> list[str]:
    """Return the rows of watched expressions; the first is the heading."""
    below = told(desk)[1:]
    return below[: len(desk.window.watching.columns)]


def test_an_expression_is_watched_from_step_to_step(desk: Desk) -> None:
    write(desk, "len(shared)")
    assert watched(desk) == ["len(shared): shared is not defined at this step."]
    to(desk, Event.RETURN)
    desk.press("forward")
    assert watched(desk) == ["len(shared): 1"]
    desk.press("last")
    assert watched(desk) == ["len(shared): 2"]
    assert not table(desk).field.field.text()


def test_a_change_of_a_watched_value_comes_with_the_value_before(desk: Desk) -> None:
    write(desk, "items[-1]")
    player = desk.window.player
    while not watched(desk)[0].startswith("items[-1]: 700"):
        desk.press("forward")
    assert watched(desk) == ["items[-1]: 700, changed, was 500"]
    assert player.state.step is not None
    assert player.state.step.line == 3


def test_an_expression_that_cannot_be_evaluated_is_reported_and_stays_editable(desk: Desk) -> None:
    write(desk, "grow(shared, 1)")
    field = table(desk).field
    assert field.message.isVisible()
    assert "grow() would have to run code" in field.message.text()
    assert field.field.text() == "grow(shared, 1)"
    assert not desk.window.watching.columns


def test_the_trace_table_has_a_column_for_it(desk: Desk) -> None:
    write(desk, "len(shared)")
    window = desk.window
    desk.until(lambda: window.watching.is_complete)
    model = window.trace.model
    (column,) = model.columns
    assert model.title(column) == "len(shared)"
    values = [cell.text for cell in column.cells if cell.text]
    assert values == ["0", "1", "2"]


def test_delete_and_the_menu_stop_watching(desk: Desk) -> None:
    write(desk, "len(shared)")
    write(desk, "shared[0]")
    view = table(desk).view
    view.setCurrentIndex(table(desk).model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert [column.watched for column in desk.window.watching.columns] == [
        WatchedExpression("shared[0]")
    ]
    table(desk).fill_menu(1)
    (remove,) = table(desk).menu.actions()
    remove.trigger()
    assert not desk.window.watching.columns


def test_a_name_is_watched_from_its_row(desk: Desk) -> None:
    to(desk, Event.RETURN)
    table(desk).fill_menu(row(desk, "n"))
    (watch,) = table(desk).menu.actions()
    watch.trigger()
    assert [column.watched for column in desk.window.watching.columns] == [
        WatchedName("program.py", "grow", "n")
    ]
    assert watched(desk) == ["grow: n: 500"]


def test_expressions_are_kept_with_their_program(qtbot: QtBot, tmp_path: Path) -> None:
    program = tmp_path / "kept.py"
    program.write_text(PROGRAM, encoding="utf-8")
    for again in (False, True):
        with open_desk(qtbot, tmp_path) as desk:
            desk.window.open_file(program)
            if again:
                assert desk.window.watching.lasting == [WatchedExpression("len(shared)")]
            else:
                desk.window.watching.add(WatchedExpression("len(shared)"))
            desk.record()
            assert desk.window.watching.lasting == [WatchedExpression("len(shared)")]


def test_f6_comes_past_the_table_while_it_is_open(desk: Desk) -> None:
    desk.window.dock.area.setFocus()
    desk.press("next_pane")
    assert desk.window.focusWidget() is table(desk).view
    desk.press("variables")
    desk.window.dock.area.setFocus()
    desk.press("next_pane")
    assert desk.window.focusWidget() is desk.window.transport.slider
