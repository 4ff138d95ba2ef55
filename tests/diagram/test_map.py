"""The map leaves free what one looks at."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QCursor, QEnterEvent
from pytestqt.qtbot import QtBot

from tests.layout.film import call_example
from visualizer.diagram import DiagramScene, DiagramView
from visualizer.diagram.map_place import Corner, Place, choose, corner_rect, most_covered

FILM = call_example()
ROOM, MAP, SIGN = QRect(0, 0, 800, 500), QSize(172, 86), QSize(36, 26)
START = Place(Corner.LOWER_RIGHT, folded=False)


def beneath(size: QSize) -> Sequence[QRectF]:
    return [QRectF(corner_rect(corner, ROOM, size)) for corner in Corner]


def nothing(rect: QRectF) -> float:
    return 0.0


def place(
    *noted: QRectF, now: Place = START, covered: Callable[[QRectF], float] = nothing
) -> Place:
    return choose(now, beneath, (MAP, SIGN), noted, covered)


def test_it_lies_at_the_lower_right_where_nothing_is_noted_there() -> None:
    assert place(QRectF(0, 0, 300, 300)) == START


@pytest.mark.parametrize("corner", Corner)
def test_it_goes_where_nothing_noted_is(corner: Corner) -> None:
    others = [rect for other, rect in zip(Corner, beneath(MAP), strict=True) if other != corner]
    assert place(*others) == Place(corner, folded=False)


def test_it_folds_where_every_corner_is_noted_and_the_sign_covers_nothing() -> None:
    gap = QRectF(corner_rect(Corner.UPPER_LEFT, ROOM, SIGN)).adjusted(-5, -5, 5, 5)
    around = [
        QRectF(0, gap.bottom(), 800, 500),
        QRectF(gap.right(), 0, 800, 500),
    ]
    assert place(*around) == Place(Corner.UPPER_LEFT, folded=True)


def test_it_leaves_cards_for_a_free_corner_but_does_not_hop_from_one_card_to_another() -> None:
    right = beneath(MAP)[Corner.LOWER_RIGHT]

    def on_the_right(rect: QRectF) -> float:
        return 0.1 if rect == right else 0.0

    assert place(covered=on_the_right) == Place(Corner.LOWER_LEFT, folded=False)
    assert place(covered=lambda rect: 0.3 if rect == right else 0.2) == START


def test_in_a_small_view_it_folds_rather_than_lie_on_anything() -> None:
    small, large = QSize(424, 450), QSize(800, 650)
    for room, folds in ((small, True), (large, False)):
        most = most_covered(room, MAP)
        found = choose(START, beneath, (MAP, SIGN), (), lambda _: 0.2, most=most)
        assert found.folded is folds


@pytest.fixture
def view(qtbot: QtBot) -> DiagramView:
    made = DiagramView(DiagramScene())
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    QCursor.setPos(made.mapToGlobal(QPoint(made.width() + 50, 10)))
    return made


@pytest.mark.parametrize("zoom", [0.6, 1.0, 1.6])
def test_no_step_of_a_program_has_the_map_on_what_it_changed(
    view: DiagramView, zoom: float
) -> None:
    view.set_zoom(zoom)
    shown = 0
    for state, delta in zip(FILM.states, FILM.deltas, strict=True):
        view.diagram.show_step(state, delta)
        view.follow()
        view.map.renew()
        if view.map.isHidden():
            continue
        shown += 1
        covers = view.mapToScene(view.map.geometry()).boundingRect()
        noted = [QRectF(*rect) for rect in view.diagram.noted_places()]
        assert view.map.folded or not any(covers.intersects(rect) for rect in noted)
    assert shown


def test_it_leaves_what_is_selected(view: DiagramView) -> None:
    state = FILM.states[-1]
    view.diagram.show_step(state, None)
    view.map.renew()
    serial = next(serial for serial in state.heap if view.diagram.place_of(serial) is not None)
    rect = view.diagram.place_of(serial)
    assert rect is not None
    view.set_zoom(2)
    before = QRectF(*rect)
    view.ensureVisible(before)
    view.diagram.select(serial)
    view.map.renew()
    covers = view.mapToScene(view.map.geometry()).boundingRect()
    assert view.map.folded or not covers.intersects(before)


def test_it_is_hidden_while_all_can_be_seen(view: DiagramView) -> None:
    view.diagram.show_step(FILM.states[9], FILM.deltas[9])
    view.map.renew()
    assert view.map.isVisible()
    view.resize(3000, 2000)
    view.map.renew()
    assert view.map.isHidden()


def folded(view: DiagramView) -> bool:
    return view.map.folded


def test_a_folded_map_opens_while_it_is_pointed_at(view: DiagramView, qtbot: QtBot) -> None:
    view.resize(240, 150)
    view.diagram.show_step(FILM.states[9], FILM.deltas[9])
    view.set_zoom(4)
    view.follow()
    view.map.renew()
    assert folded(view)
    QCursor.setPos(view.map.mapToGlobal(view.map.rect().center()))
    # Without a screen nobody sends it.
    at = QPointF(view.map.rect().center())
    QCoreApplication.sendEvent(view.map, QEnterEvent(at, at, at))
    assert not folded(view)
    view.map.renew()
    assert not folded(view)
    QCursor.setPos(view.mapToGlobal(QPoint(2, 2)))
    QCoreApplication.sendEvent(view.map, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: folded(view))
