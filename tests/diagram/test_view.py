"""Zooming, fitting and following."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.layout.film import call_example
from visualizer.diagram import DiagramScene, DiagramView
from visualizer.diagram.attention import as_much_as_fits
from visualizer.layout import Rect

FILM = call_example()


@pytest.fixture
def view(qtbot: QtBot) -> DiagramView:
    scene = DiagramScene()
    made = DiagramView(scene)
    qtbot.addWidget(made)
    made.resize(500, 300)
    scene.show_step(FILM.states[9], FILM.deltas[9])
    made.show()
    return made


def test_zoom_stays_between_a_quarter_and_four(view: DiagramView, qtbot: QtBot) -> None:
    for _ in range(20):
        view.zoom_in()
    assert view.zoom == pytest.approx(4)
    for _ in range(40):
        view.zoom_out()
    assert view.zoom == pytest.approx(0.25)
    with qtbot.waitSignal(view.zoom_changed) as changed:
        view.zoom_reset()
    assert changed.args == pytest.approx([1.0])


@pytest.mark.parametrize(("key", "larger"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_plus_and_minus_zoom_and_zero_brings_it_back(
    view: DiagramView, key: Qt.Key, larger: bool
) -> None:
    QTest.keyClick(view, key)
    assert (view.zoom > 1) == larger
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == pytest.approx(1)


def wheel(view: DiagramView, modifier: Qt.KeyboardModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)


def test_the_wheel_zooms_with_ctrl_only(view: DiagramView) -> None:
    wheel(view, Qt.KeyboardModifier.NoModifier)
    assert view.zoom == pytest.approx(1)
    wheel(view, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(1.25)


def test_fit_brings_all_into_view(view: DiagramView) -> None:
    view.fit()
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    edge = 2 / view.zoom  # a view stands at whole pixels
    assert seen.adjusted(-edge, -edge, edge, edge).contains(view.sceneRect())
    assert view.zoom <= 1


def test_following_scrolls_only_to_what_is_out_of_view(view: DiagramView) -> None:
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.follow()
    scene = view.scene()
    assert isinstance(scene, DiagramScene)
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.intersects(scene.items_shown.changed_rect())
    place = view.verticalScrollBar().value()
    view.follow()
    assert view.verticalScrollBar().value() == place


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_following_shows_what_a_step_is_about_wherever_one_comes_from(
    view: DiagramView, zoom: float
) -> None:
    view.resize(420, 260)
    view.set_zoom(zoom)
    orders = (range(len(FILM.states)), reversed(range(len(FILM.states))), (13, 0, 13, 7, 1))
    for step in itertools.chain(*orders):
        view.diagram.show_step(FILM.states[step], FILM.deltas[step])
        view.follow()
        first = next(view.diagram.places_of_change(), None)
        if first is None:
            continue
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        room = seen.adjusted(0, 0, -48 / zoom, -48 / zoom).size()
        size = room.boundedTo(QRectF(*first).size())
        assert seen.adjusted(-1, -1, 1, 1).contains(QRectF(QPointF(first.x, first.y), size))


def test_what_is_too_far_apart_for_the_view_is_shown_in_order_of_importance() -> None:
    near, far, big = Rect(0, 0, 50, 20), Rect(900, 0, 50, 20), Rect(10, 0, 2000, 10)
    assert as_much_as_fits((near, far), 1000, 100) == Rect(0, 0, 950, 20)
    assert as_much_as_fits((far, near, Rect(800, 0, 20, 20)), 300, 100) == Rect(800, 0, 150, 20)
    assert as_much_as_fits((big,), 300, 100) == Rect(10, 0, 300, 10)
    assert as_much_as_fits((), 300, 100) is None
