"""Cards that are dragged or moved by keys stay where they were put; arrows go along."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.diagram.scenes import know
from tests.diagram.test_motion import Clock
from tests.layout import audit
from tests.layout.film import call_example
from visualizer.diagram import DiagramScene, DiagramView
from visualizer.diagram.motion import VIEW
from visualizer.layout import Key, layout, object_key

FILM = call_example()
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot: QtBot) -> DiagramView:
    scene = DiagramScene()
    know(scene, FILM)
    made = DiagramView(scene)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    scene.show_step(FILM.states[9], FILM.deltas[9])
    with qtbot.waitExposed(made):
        made.show()
    return made


def a_card(view: DiagramView) -> Key:
    """The lowest: there is room under it."""
    assert view.diagram.picture is not None
    boxes = [box for box in view.diagram.picture.boxes if box.serial is not None]
    return max(boxes, key=lambda box: box.rect.y).key


def place(view: DiagramView, key: Key) -> tuple[float, float]:
    x, y = view.diagram.items_shown.boxes[key].box.rect[:2]
    return x, y


def on_screen(view: DiagramView, key: Key) -> QPoint:
    x, y = place(view, key)
    return view.mapFromScene(QPointF(x + 20, y + 12))


def drag(view: DiagramView, key: Key, by: QPoint, drop: bool = True) -> None:
    start = on_screen(view, key)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(view.viewport(), start + by * share)
    if drop:
        QTest.mouseRelease(view.viewport(), LEFT, pos=start + by)


def test_a_dragged_card_stays_where_it_was_dropped(view: DiagramView) -> None:
    key = a_card(view)
    before = place(view, key)
    drag(view, key, QPoint(0, 200))
    assert view.diagram.arranging.pinned
    assert place(view, key)[1] == before[1] + 200
    item = view.diagram.items_shown.boxes[key]
    assert item.pos() == item.place == QPointF(*place(view, key))
    assert view.diagram.picture is not None
    assert audit.passing_over(view.diagram.picture) == []
    later = FILM.states[10], FILM.deltas[10]
    view.diagram.show_step(*later)
    assert place(view, key)[1] == before[1] + 200


def test_a_click_selects_and_moves_nothing(view: DiagramView) -> None:
    key = a_card(view)
    before = place(view, key)
    drag(view, key, QPoint(2, 1))
    assert view.diagram.selected == key.name
    assert place(view, key) == before
    assert not view.diagram.arranging.pinned


def test_its_arrows_go_along_while_it_is_dragged(view: DiagramView) -> None:
    key = a_card(view)
    before = place(view, key)
    scrolled = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    drag(view, key, QPoint(40, 200), drop=False)
    item = view.diagram.items_shown.boxes[key]
    assert item.pos() == QPointF(before[0] + 40, before[1] + 200)
    arrows = list(view.diagram.items_shown.arrows_at(key))
    assert arrows
    for arrow in arrows:
        at = arrow.arrow
        if object_key(at.target) == key:
            assert at.points[-1].x == item.pos().x()
            assert item.pos().y() <= at.points[-1].y <= item.pos().y() + item.box.rect.height
        for one, other in zip(at.points, at.points[1:], strict=False):
            assert one.x == other.x or one.y == other.y
    assert scrolled == (view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    QTest.mouseRelease(view.viewport(), LEFT, pos=on_screen(view, key) + QPoint(40, 200))
    assert view.diagram.picture is not None
    drawn = {arrow.key: arrow for arrow in view.diagram.picture.arrows}
    assert {k: item.arrow for k, item in view.diagram.items_shown.arrows.items()} == drawn


def test_calls_stay_in_their_order(view: DiagramView) -> None:
    assert view.diagram.picture is not None
    key = next(box.key for box in view.diagram.picture.boxes if box.serial is None)
    before = place(view, key)
    drag(view, key, QPoint(0, 200))
    assert place(view, key) == before
    assert not view.diagram.arranging.pinned


def test_dragging_the_ground_moves_the_view(view: DiagramView) -> None:
    view.resize(300, 200)
    view.verticalScrollBar().setValue(0)
    ground = QPoint(150, 3)
    assert not view.items(ground) or view.diagram.selected is None
    QTest.mousePress(view.viewport(), LEFT, pos=ground)
    QTest.mouseMove(view.viewport(), ground + QPoint(0, 20))
    QTest.mouseMove(view.viewport(), ground - QPoint(0, 60))
    QTest.mouseRelease(view.viewport(), LEFT, pos=ground - QPoint(0, 60))
    assert view.verticalScrollBar().value() > 0
    assert not view.diagram.arranging.pinned


@pytest.mark.parametrize(
    ("key", "moved"),
    [
        (Qt.Key.Key_Down, lambda old, new: new[1] > old[1]),
        (Qt.Key.Key_Right, lambda old, new: new[0] > old[0]),
    ],
)
def test_alt_and_an_arrow_move_the_selected_card_and_back(
    view: DiagramView,
    key: Qt.Key,
    moved: Callable[[tuple[float, float], tuple[float, float]], bool],
) -> None:
    card = a_card(view)
    before = place(view, card)
    view.diagram.select(int(card.name))
    QTest.keyClick(view, key, ALT)
    there = place(view, card)
    assert moved(before, there)
    assert view.diagram.arranging.pinned
    back = {Qt.Key.Key_Down: Qt.Key.Key_Up, Qt.Key.Key_Right: Qt.Key.Key_Left}[key]
    QTest.keyClick(view, back, ALT)
    assert moved(place(view, card), there)
    assert view.diagram.picture is not None
    assert audit.overlapping(view.diagram.picture) == []


def test_with_motion_cards_glide_to_their_places(qtbot: QtBot, view: DiagramView) -> None:
    clock, scene, key = Clock(), view.diagram, a_card(view)
    scene.motion._clock = clock
    scene.motion.reduced = False
    drag(view, key, QPoint(0, 200))
    before = scene.items_shown.boxes[key].place
    scene.arranging.through(lambda: scene.arranging.nudge(key, 0, 2))
    item = scene.items_shown.boxes[key]
    assert scene.motion.moving
    assert item.pos() != item.place
    clock.now += VIEW / 2
    scene.motion.tick()
    assert before.y() < item.pos().y() < item.place.y()
    clock.now += VIEW
    scene.motion.tick()
    assert item.pos() == item.place
    assert not scene.motion.moving


def boxes_of(scene: DiagramScene) -> dict[Key, tuple[float, ...]]:
    return {key: tuple(item.box.rect) for key, item in scene.items_shown.boxes.items()}


def ways_of(scene: DiagramScene) -> list[object]:
    return [item.arrow for _, item in sorted(scene.items_shown.arrows.items(), key=str)]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any picture is taken for one that takes long to lay out."""
    monkeypatch.setattr(layout, "MOST_AT_ONCE", 0)


def test_a_large_picture_is_arranged_beside_the_work_and_comes_out_the_same(
    view: DiagramView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene, key = view.diagram, a_card(view)
    arranging = scene.arranging
    arranging.nudge(key, 0, 3)
    arranging.nudge(key, 1, -1)
    boxes, ways = boxes_of(scene), ways_of(scene)
    arranging.layout.unpin_all()
    scene.show_step(FILM.states[9], FILM.deltas[9])
    before = boxes_of(scene)
    monkeypatch.setattr(layout, "MOST_AT_ONCE", 0)
    with qtbot.waitSignals([arranging.relaying.working] * 2):
        arranging.nudge(key, 0, 3)
        assert boxes_of(scene) == before
    with qtbot.waitSignals([arranging.relaying.working] * 2):
        arranging.nudge(key, 1, -1)
    assert (boxes_of(scene), ways_of(scene)) == (boxes, ways)
    assert arranging.pinned


@pytest.mark.usefixtures("large")
def test_one_can_step_while_it_is_arranged(view: DiagramView, qtbot: QtBot) -> None:
    scene, key = view.diagram, a_card(view)
    with qtbot.waitSignals([scene.arranging.relaying.working] * 2):
        drag(view, key, QPoint(0, 200))
        scene.show_step(FILM.states[8], FILM.deltas[8])
        item = scene.items_shown.boxes.get(key)
        assert item is None or item.pos() == item.place
    assert scene.arranging.pinned
    scene.show_step(FILM.states[9], FILM.deltas[9])
    assert scene.picture is not None
    assert not audit.overlapping(scene.picture)


@pytest.mark.usefixtures("large")
def test_left_alone_all_is_as_it_was(view: DiagramView, qtbot: QtBot) -> None:
    scene, key = view.diagram, a_card(view)
    boxes, ways = boxes_of(scene), ways_of(scene)
    with qtbot.waitSignals([scene.arranging.relaying.working] * 2):
        drag(view, key, QPoint(0, 200))
        scene.arranging.stay()
    item = scene.items_shown.boxes[key]
    assert item.pos() == item.place
    assert (boxes_of(scene), ways_of(scene)) == (boxes, ways)
    assert not scene.arranging.pinned
