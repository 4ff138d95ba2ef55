"""Moving by keys, and what a screen reader is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.diagram.scenes import know
from tests.layout.film import Film
from visualizer.diagram import DiagramScene, DiagramView
from visualizer.diagram.spoken import spoken_card
from visualizer.diagram.walk import Place
from visualizer.layout import Key, Slot, object_key
from visualizer.model import Module


@pytest.fixture
def film() -> Film:
    made = Film()
    made.bind("first", made.list(made.number(1), made.number(2)))
    inner = made.list()
    made.bind("inner", inner)
    made.bind("second", made.list(made.names["first"], inner))
    made.step(1)
    made.bind("alias", made.names["first"])
    made.step(2)
    return made


@pytest.fixture
def view(film: Film, qtbot: QtBot) -> DiagramView:
    scene = DiagramScene()
    made = DiagramView(scene)
    qtbot.addWidget(made)
    made.resize(900, 600)
    scene.show_step(film.states[0], film.deltas[0])
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


MODULE = Key("globals", "prog.py")


def place(view: DiagramView) -> tuple[Key, Slot | None]:
    assert view.walk.at is not None
    row = view.walk.at.row
    return view.walk.at.key, row.slot if row is not None else None


def test_down_and_up_go_over_cards_and_rows(view: DiagramView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert place(view) == (MODULE, None)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert place(view) == (MODULE, Slot("name", "first"))
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert place(view) == (MODULE, None)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert place(view) == (MODULE, None)


def test_every_card_and_row_is_reached_once(view: DiagramView) -> None:
    seen = []
    while view.walk.step(1):
        seen.append(view.walk.at)
    assert seen == view.walk.order()
    assert len(set(seen)) == len(seen)
    assert {place.key for place in seen if place} == set(view.diagram.items_shown.boxes)


def test_enter_follows_a_reference_and_backspace_comes_back(view: DiagramView, film: Film) -> None:
    row = (MODULE, Slot("name", "second"))
    while view.walk.at is None or place(view) != row:
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    second = object_key(film.names["second"])
    assert place(view) == (second, None)
    assert view.diagram.selected == film.names["second"]
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert place(view)[0] == object_key(film.names["first"])
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert place(view)[0] == second
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert place(view) == row


def test_tab_goes_from_card_to_card_and_leaves_at_the_end(view: DiagramView) -> None:
    cards = [place.key for place in view.walk.order() if place.row is None]
    for key in cards:
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert place(view) == (key, None)
    assert not view.walk.step(1, cards_only=True)
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert place(view) == (cards[-2], None)


def test_what_has_the_focus_is_ringed_lit_and_in_view(view: DiagramView) -> None:
    view.resize(300, 150)
    while view.walk.step(1):
        at = view.walk.at
        assert at is not None
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        rect = view.walk.rect(at)
        assert seen.contains(rect.topLeft())
    ring = view.walk._ring
    assert ring is not None
    assert ring.isVisible()
    view.clearFocus()
    assert not ring.isVisible()


def test_cards_and_rows_have_names(view: DiagramView, film: Film) -> None:
    words = {place: view.walk.words(place) for place in view.walk.order()}
    said = {
        (place.key, place.row.slot if place.row else None): text for place, text in words.items()
    }
    first = object_key(film.names["first"])
    assert said[first, None] == "list #3, 2 items, 2 references"
    assert said[MODULE, Slot("name", "first")] == "first in <module> refers to list #3"
    view.diagram.show_step(film.states[1], film.deltas[1])
    first_now = Place(first)
    assert view.walk.words(first_now) == "list #3, 2 items, 3 references, before: 2"
    row = next(
        place
        for place in view.walk.order()
        if place.row and place.row.slot == Slot("name", "alias")
    )
    assert view.walk.words(row) == "alias in <module> refers to list #3, new"
    view.diagram.set_language("ko")
    assert "참조 3개" in view.walk.words(first_now)


def test_a_screen_reader_finds_every_card_and_row(view: DiagramView) -> None:
    root = QAccessible.queryAccessibleInterface(view)
    assert root.childCount() == len(view.diagram.items_shown.boxes)
    names = []
    for number in range(root.childCount()):
        card = root.child(number)
        assert root.indexOfChild(card) == number
        names.append(card.text(QAccessible.Text.Name))
        assert not card.rect().isEmpty()
        for row in range(card.childCount()):
            child = card.child(row)
            assert card.indexOfChild(child) == row
            names.append(child.text(QAccessible.Text.Name))
    assert names == [view.walk.words(place) for place in view.walk.order()]
    view.walk.step(1)
    assert root.focusChild().text(QAccessible.Text.Name).startswith("<module>, ")


def test_what_is_drawn_inside_a_slot_counts_for_itself(qtbot: QtBot) -> None:
    film = Film()
    outer = film.list(film.number(1), film.list(film.number(2), film.number(4)), film.number(3))
    empty = film.list()
    module = film.new("module", Module("math"))
    for name, serial in (("outer", outer), ("empty", empty), ("module", module)):
        film.bind(name, serial)
    film.step(1)
    film.step(2)
    scene = DiagramScene()
    know(scene, film)
    scene.show_step(film.states[1])
    boxes = {key: item.box for key, item in scene.items_shown.boxes.items()}
    assert boxes[object_key(outer)].nested
    said = {
        serial: spoken_card(boxes[object_key(serial)], boxes, "en")
        for serial in (outer, empty, module)
    }
    assert said[outer] == f"list #{outer}, 3 items, 1 reference"
    assert said[empty] == f"list #{empty}, empty, 1 reference"
    assert said[module] == f"module #{module}, 1 reference"
