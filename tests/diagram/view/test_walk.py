"""Moving over a sheet by keys, and its content for a screen reader."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.diagram.filmed import Filmed, field, lists
from tests.layout.film import Film
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.view import SheetView
from visualizer.diagram.view.walk import Place
from visualizer.layout.picture import Key, Slot, object_key
from visualizer.layout.sheet import Arrow
from visualizer.model import Event

MODULE = Key("globals", "prog.py")


@pytest.fixture
def film() -> Film:
    return lists()


@pytest.fixture
def filmed(film: Film) -> Filmed:
    return Filmed(film)


@pytest.fixture
def view(filmed: Filmed, qtbot: QtBot) -> SheetView:
    scene = SheetScene()
    made = SheetView(scene)
    qtbot.addWidget(made)
    made.resize(900, 600)
    filmed.show(scene, 1)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def name(text: str) -> Place:
    return Place(MODULE, (MODULE, Slot("name", text)))


def walk_to(view: SheetView, place: Place) -> None:
    while view.walk.at != place:
        assert view.walk.step(1)


def press(view: SheetView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def test_down_and_up_go_over_boxes_and_rows(view: SheetView) -> None:
    press(view, Qt.Key.Key_Down)
    assert view.walk.at == Place(MODULE)
    press(view, Qt.Key.Key_Down)
    assert view.walk.at == name("first")
    press(view, Qt.Key.Key_Up)
    assert view.walk.at == Place(MODULE)
    press(view, Qt.Key.Key_Up)
    assert view.walk.at == Place(MODULE)


def test_every_box_and_every_reference_is_reached_once(view: SheetView) -> None:
    seen = []
    while view.walk.step(1):
        seen.append(view.walk.at)
    assert seen == view.walk.order()
    assert len(set(seen)) == len(seen)
    assert {place.key for place in seen if place} == set(view.sheets.shown.boxes)
    sheet = view.sheets.sheet
    assert sheet is not None
    fields = {one[:2] for box in sheet.boxes for one in box.block.fields}
    assert {place.field for place in seen if place and place.field} == fields


def test_a_container_comes_before_its_contents(view: SheetView, film: Film) -> None:
    outer = object_key(film.names["outer"])
    sheet = view.sheets.sheet
    assert sheet is not None
    inner = object_key(field(sheet, outer, "item", 1).target)
    order = [place.field for place in view.walk.order() if place.key == outer]
    assert order.index((outer, Slot("item", 1))) < order.index((inner, Slot("item", 0)))


def test_enter_follows_a_reference_and_backspace_comes_back(view: SheetView, film: Film) -> None:
    walk_to(view, name("outer"))
    press(view, Qt.Key.Key_Return)
    outer, first = (object_key(film.names[one]) for one in ("outer", "first"))
    assert view.walk.at == Place(outer)
    assert view.sheets.selected == film.names["outer"]
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert view.walk.at == Place(first)
    assert view.sheets.selected == film.names["first"]
    press(view, Qt.Key.Key_Backspace)
    assert view.walk.at == Place(outer, (outer, Slot("item", 0)))
    press(view, Qt.Key.Key_Backspace)
    assert view.walk.at == name("outer")


def test_a_value_that_is_written_in_its_row_is_selected_there(view: SheetView, film: Film) -> None:
    walk_to(view, name("text"))
    press(view, Qt.Key.Key_Return)
    assert view.sheets.selected == film.names["text"]
    assert view.walk.at == name("text")


def test_tab_goes_from_box_to_box_and_leaves_at_the_end(view: SheetView) -> None:
    boxes = [place for place in view.walk.order() if place.field is None]
    for box in boxes:
        press(view, Qt.Key.Key_Tab)
        assert view.walk.at == box
    assert not view.walk.step(1, boxes_only=True)
    press(view, Qt.Key.Key_Backtab)
    assert view.walk.at == boxes[-2]


def test_back_from_a_row_is_its_box(view: SheetView) -> None:
    walk_to(view, name("outer"))
    press(view, Qt.Key.Key_Backtab)
    assert view.walk.at == Place(MODULE)


def test_escape_clears_the_focus_and_the_selection(view: SheetView, film: Film) -> None:
    walk_to(view, name("first"))
    press(view, Qt.Key.Key_Return)
    assert not view.walk.ring.isNull()
    press(view, Qt.Key.Key_Escape)
    assert view.walk.ring.isNull()
    assert view.sheets.selected is None
    assert view.walk.at is None


def test_enter_on_a_frame_looks_at_it(view: SheetView) -> None:
    chosen: list[object] = []
    view.sheets.frame_chosen.connect(chosen.append)
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert chosen == [MODULE]
    assert view.sheets.shown.boxes[MODULE].is_selected
    starts = {arrow.start for arrow in _lit(view)}
    assert starts == {MODULE}
    press(view, Qt.Key.Key_Escape)
    assert view.sheets.chosen is None
    assert not view.sheets.shown.boxes[MODULE].is_selected
    assert not _lit(view)


def _lit(view: SheetView) -> list[Arrow]:
    return [item.arrow for item in view.sheets.shown.arrows.values() if item.is_lit]


def test_the_focused_item_is_ringed_lit_and_in_view(view: SheetView) -> None:
    view.resize(200, 120)
    view.is_fitted = False
    while view.walk.step(1):
        at = view.walk.at
        assert at is not None
        rect = view.walk.rect(at)
        assert view.walk.ring == rect
        assert view.mapToScene(view.viewport().rect()).boundingRect().contains(rect.topLeft())
    walk_to_first_arrow(view)
    assert len(_lit(view)) == 1
    view.clearFocus()
    assert view.walk.ring.isNull()
    assert not _lit(view)
    view.setFocus()
    assert not view.walk.ring.isNull()


def walk_to_first_arrow(view: SheetView) -> None:
    view.walk.forget()
    walk_to(view, name("first"))


def test_the_focus_stays_over_steps_also_where_it_is_not_drawn_for_a_while(qtbot: QtBot) -> None:
    film = Film()
    film.bind("n", film.number(1))
    film.step(1)
    film.call("work", 5, x=film.number(3))
    film.step(5, Event.CALL)
    film.calls.clear()
    film.step(2)
    filmed, view = Filmed(film), SheetView(SheetScene())
    qtbot.addWidget(view)
    filmed.show(view.sheets, 2)
    frame = next(key for key in view.sheets.shown.boxes if key.kind == "frame")
    walk_to(view, Place(frame, (frame, Slot("name", "x"))))
    filmed.show(view.sheets, 3)
    assert view.walk.ring.isNull()
    filmed.show(view.sheets, 2)
    assert view.walk.ring == view.walk.rect(Place(frame, (frame, Slot("name", "x"))))
    assert not view.walk.ring.isNull()


def test_a_name_that_is_clicked_has_the_focus(view: SheetView) -> None:
    rect = view.walk.rect(name("first"))
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.mapFromScene(rect.topLeft()) + QPoint(8, 8),
    )
    assert view.walk.at == name("first")
    order = view.walk.order()
    other = next(place for place in order if place.field is None and place.key != MODULE)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.mapFromScene(view.walk.rect(other).topLeft()) + QPoint(4, 4),
    )
    assert view.walk.at is None


def test_a_screen_reader_finds_every_box_and_row(view: SheetView) -> None:
    root = QAccessible.queryAccessibleInterface(view)
    assert root.childCount() == len(view.sheets.shown.boxes)
    names = []
    for number in range(root.childCount()):
        box = root.child(number)
        assert root.indexOfChild(box) == number
        names.append(box.text(QAccessible.Text.Name))
        assert not box.rect().isEmpty()
        for row in range(box.childCount()):
            child = box.child(row)
            assert box.indexOfChild(child) == row
            assert not child.rect().isEmpty()
            names.append(child.text(QAccessible.Text.Name))
    assert names == [view.walk.words(place) for place in view.walk.order()]
    assert all(names)
    assert len(names) == len(view.walk.order())


def test_a_screen_reader_gets_the_place_of_the_focus(view: SheetView) -> None:
    root = QAccessible.queryAccessibleInterface(view)
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down)
    focused = root.focusChild()
    assert focused.text(QAccessible.Text.Name) == view.walk.words(name("first"))
    assert focused.state().focused
    assert view.accessibleDescription() == view.walk.words(name("first"))
    middle = focused.rect().center()
    box = root.childAt(middle.x(), middle.y())
    found = box.childAt(middle.x(), middle.y())
    assert found.text(QAccessible.Text.Name) == view.walk.words(name("first"))
