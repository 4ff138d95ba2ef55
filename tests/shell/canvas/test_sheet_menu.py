"""The menu of objects on a sheet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk, press
from visualizer.diagram.view.view import SheetView
from visualizer.diagram.view.walk import Place
from visualizer.explain.watched.looks import WatchedName, WatchedObject
from visualizer.layout.picture import Key, Slot, object_key

PROGRAM = """\
numbers = [10, 20]
text = "a long text"
numbers.append(30)
text = "another text"
numbers.append(40)
done = True
"""
_OF_OBJECT = [
    "object.referrers",
    "object.birth",
    "object.previous_change",
    "object.next_change",
    "object.watch",
    "object.copy",
    "object.inspect",
    "object.hide_type",
]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path, level=1) as made:
        made.put_in(PROGRAM)
        made.record()
        made.window.player.go_to(4)
        yield made


def view(desk: Desk) -> SheetView:
    return desk.window.diagram.view


def serial(desk: Desk, name: str) -> int:
    return dict(next(iter(desk.window.player.state.globals.values())))[name]


def row(desk: Desk, name: str) -> Place:
    module = Key("globals", next(iter(desk.window.player.state.globals)))
    return Place(module, (module, Slot("name", name)))


def fill_at_row(desk: Desk, name: str) -> None:
    rect = view(desk).walk.rect(row(desk, name))
    desk.window.sheet_menu.fill_at(view(desk).mapFromScene(rect.topLeft() + QPointF(6, 8)))


def fill_at_list(desk: Desk) -> None:
    rect = view(desk).rect_of(object_key(serial(desk, "numbers")))
    desk.window.sheet_menu.fill_at(view(desk).mapFromScene(rect.topLeft() + QPointF(6, 6)))


def entries(desk: Desk) -> list[str]:
    actions = desk.window.sheet_menu.menu.actions()
    return [action.objectName() for action in actions if action.objectName()]


def trigger(desk: Desk, key: str) -> None:
    actions = desk.window.sheet_menu.menu.actions()
    next(action for action in actions if action.objectName() == key).trigger()


def test_an_object_has_a_menu_in_both_languages(desk: Desk) -> None:
    fill_at_list(desk)
    assert entries(desk) == _OF_OBJECT
    texts = [action.text() for action in desk.window.sheet_menu.menu.actions()]
    assert texts[0].startswith("list [")
    assert "Hide all list objects" in texts
    desk.window.words.speak("ko")
    fill_at_list(desk)
    assert "list 객체 모두 숨기기" in [
        action.text() for action in desk.window.sheet_menu.menu.actions()
    ]


def test_a_name_has_its_own_part_and_that_of_its_object(desk: Desk) -> None:
    fill_at_row(desk, "numbers")
    of_name = ["object.previous_change", "object.next_change", "object.watch"]
    assert entries(desk) == [*of_name, *_OF_OBJECT]
    fill_at_row(desk, "text")
    in_its_row = ["referrers", "birth", "watch", "copy", "inspect"]
    assert entries(desk) == [*of_name, *(f"object.{key}" for key in in_its_row)]


def test_beside_everything_there_is_no_menu(desk: Desk) -> None:
    desk.window.sheet_menu.fill_at(QPoint(-500, -500))
    assert desk.window.sheet_menu.menu.isEmpty()


def test_one_goes_to_where_it_was_made_and_to_its_changes(desk: Desk) -> None:
    player = desk.window.player
    fill_at_list(desk)
    trigger(desk, "object.birth")
    assert player.step == 2
    player.go_to(4)
    fill_at_list(desk)
    trigger(desk, "object.next_change")
    assert player.step == 6
    trigger(desk, "object.previous_change")
    assert player.step == 4


def test_one_goes_to_where_a_name_is_bound_anew(desk: Desk) -> None:
    fill_at_row(desk, "text")
    trigger(desk, "object.next_change")
    assert desk.window.player.step == 5
    trigger(desk, "object.previous_change")
    assert desk.window.player.step == 3


def referrers(desk: Desk) -> list[QAction]:
    """Return the menu entries of an object's referrers."""
    actions = desk.window.sheet_menu.menu.actions()
    menu = next(one for one in actions if one.objectName() == "object.referrers").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu.actions()


def test_the_referrers_of_an_object_are_listed_and_can_be_chosen(desk: Desk) -> None:
    desk.put_in("inner = [1]\nouter = [inner]\nkept = (inner,)\ndone = 1\n")
    desk.record()
    desk.window.player.go_to(4)
    rect = view(desk).rect_of(object_key(serial(desk, "inner")))
    desk.window.sheet_menu.fill_at(view(desk).mapFromScene(rect.topLeft() + QPointF(6, 6)))
    found = {action.text(): action for action in referrers(desk)}
    assert len(found) == 3
    assert [action.isEnabled() for action in found.values()].count(True) == 2
    next(action for text, action in found.items() if "list" in text).trigger()
    assert view(desk).sheets.selected == serial(desk, "outer")


def test_the_details_of_an_object_are_shown_beside_the_picture(desk: Desk) -> None:
    desk.window.arrangement.show_dock(False)
    fill_at_list(desk)
    trigger(desk, "object.inspect")
    numbers = serial(desk, "numbers")
    assert view(desk).sheets.selected == numbers
    assert desk.window.dock.inspector.serial == numbers
    assert desk.window.dock.isVisible()
    assert "Referenced by" in desk.window.dock.inspector.text
    lit = [item.arrow.target for item in view(desk).sheets.shown.arrows.values() if item.is_lit]
    assert lit == [numbers]


def test_names_and_objects_are_watched(desk: Desk) -> None:
    fill_at_row(desk, "text")
    trigger(desk, "object.watch")
    fill_at_list(desk)
    trigger(desk, "object.watch")
    kinds = [type(column.watched) for column in desk.window.watching.columns]
    assert kinds == [WatchedName, WatchedObject]


def test_a_value_is_copied_as_python_writes_it(desk: Desk) -> None:
    fill_at_list(desk)
    trigger(desk, "object.copy")
    assert QGuiApplication.clipboard().text() == "[10, 20, 30]"
    said = desk.window.diagram.notifications.hint.accessibleName()
    assert said == "Copied to the clipboard."


def test_the_type_to_hide_is_reported(desk: Desk, qtbot: QtBot) -> None:
    fill_at_list(desk)
    with qtbot.waitSignal(desk.window.sheet_menu.hide_asked) as asked:
        trigger(desk, "object.hide_type")
    assert asked.args == ["list"]


def test_its_key_opens_it_at_the_focused_item(desk: Desk) -> None:
    shown = view(desk)
    while shown.walk.at != row(desk, "text"):
        assert shown.walk.step(1)
    at = shown.mapFromGlobal(desk.window.sheet_menu.fill_at_focus())
    assert shown.walk.rect(row(desk, "text")).contains(shown.mapToScene(at))
    assert "object.copy" in entries(desk)
    assert "object.hide_type" not in entries(desk)


def test_a_key_watches_the_focused_item_and_goes_to_its_next_change(desk: Desk) -> None:
    shown = view(desk)
    desk.window.activateWindow()
    shown.setFocus()
    desk.until(shown.hasFocus)
    while shown.walk.at != row(desk, "text"):
        press(desk, Qt.Key.Key_Down)
    desk.press("next_change")
    assert desk.window.player.step == 5
    desk.press("watch")
    (column,) = desk.window.watching.columns
    assert isinstance(column.watched, WatchedName)
    assert column.watched.name == "text"
