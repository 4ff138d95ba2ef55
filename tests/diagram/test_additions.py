"""Islands, ways from frame to frame, and the sentence at the place of change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.layout.film import Film, call_example
from visualizer.diagram import DiagramScene, DiagramView, story_of
from visualizer.diagram.badges import lift_of
from visualizer.diagram.frame_path import Stop
from visualizer.diagram.obstacles import room_of
from visualizer.explain import explain_step
from visualizer.layout import FixedMeasure, Layout, Phrase, Rect, RegionKind, object_key
from visualizer.model import Event, Instance, State

CALLS = call_example()


def show(scene: DiagramScene, film: Film, step: int) -> None:
    before = film.states[step - 2] if step > 1 else State()
    sentences = explain_step(before, film.deltas[step - 1])
    state = film.states[step - 1]
    scene.show_step(state, film.deltas[step - 1], story=story_of(film, state, sentences))


@pytest.fixture
def scene(qtbot: QtBot) -> DiagramScene:
    return DiagramScene()


def with_island(collected: bool = True, others_above: bool = True) -> Film:
    """Two nodes that refer to each other, let go in the third step."""
    film = Film()
    cls = film.cls("Node")
    if others_above:
        film.bind("Node", cls)
    one, two = film.instance(cls), film.instance(cls)
    film.put(one, Instance(cls, (("other", two),)))
    film.put(two, Instance(cls, (("other", one),)))
    film.bind("a", one)
    film.step(1)
    film.step(2)
    del film.names["a"]
    kept = {serial: film.heap[serial] for serial in (one, two)}
    film.names["keeper"] = one  # a film frees what no name reaches
    film.step(3)
    del film.names["keeper"]
    state = film.states[-1]
    for serial, thing in kept.items():
        state.heap[serial] = replace(thing, unreachable=True, refcount=1)
    state.globals["prog.py"] = tuple(film.names.items())
    if collected:
        film.step(4)
    return film


def test_an_island_is_an_area_around_its_objects_alone(scene: DiagramScene) -> None:
    film = with_island()
    show(scene, film, 3)
    (item,) = scene.additions.islands
    island = item.island
    inside = [box for box in scene.picture.boxes if box.unreachable]  # type: ignore[union-attr]
    assert {box.key for box in inside} == set(island.keys)
    assert len(island.keys) == 2
    for box in inside:
        assert box.rect.united(island.rect) == island.rect
    for box in scene.picture.boxes:  # type: ignore[union-attr]
        room = room_of(box)
        assert box.unreachable or not any(room.overlaps(one) for one in island.area.pieces)
    assert scene.sceneRect().contains(item.rect())


@pytest.mark.parametrize("level", [2, 3, 4])
@pytest.mark.parametrize("others_above", [True, False])
def test_an_island_lies_on_the_heaps_ground_and_on_no_words_of_it(
    scene: DiagramScene, level: int, others_above: bool
) -> None:
    scene.set_level(level)
    show(scene, with_island(others_above=others_above), 3)
    (item,) = scene.additions.islands
    island = item.island
    heap = scene.items_shown.regions[RegionKind.HEAP, 0]
    ground = heap.region.rect
    assert ground.united(island.rect) == ground
    assert scene.sceneRect().contains(QRectF(*ground)), "all of it is seen"
    assert heap.title_at > ground.y
    for piece in island.area.pieces:
        assert piece.y > heap.title_at or piece.x > ground.x + 300
    assert island.area.title.width, "it is said that it is one"
    assert island.area.words.width
    assert scene.picture is not None
    before = next(r for r in scene.picture.regions if r.kind is RegionKind.HEAP).rect
    assert heap.title_at == before.y + 18, "the heap's name stays where it was"


def test_a_badge_leaves_the_title_of_a_low_header_free() -> None:
    film = with_island()
    layout = Layout(FixedMeasure())
    box = next(b for b in layout.picture(film.states[2]).boxes if b.unreachable)
    low = replace(box, card=replace(box.card, header=20))
    high = replace(box, card=replace(box.card, header=26))
    assert (lift_of(low), lift_of(high)) == (6, 0)
    assert room_of(low).y == room_of(high).y - 6


def test_an_island_says_when_it_is_collected_and_leads_there(
    scene: DiagramScene, qtbot: QtBot
) -> None:
    show(scene, with_island(), 3)
    (item,) = scene.additions.islands
    assert Phrase("island-ends", (("step", 4),)) in item.island.words
    view = DiagramView(scene)
    qtbot.addWidget(view)
    view.resize(1200, 900)
    with qtbot.waitExposed(view):
        view.show()
    with qtbot.waitSignal(scene.step_asked) as asked:
        at = view.mapFromScene(item.link_rect().center())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [4]


def test_an_island_that_outlives_the_recording_says_so(scene: DiagramScene) -> None:
    show(scene, with_island(collected=False), 3)
    (item,) = scene.additions.islands
    assert Phrase("island-stays") in item.island.words


def test_arrows_within_an_island_are_in_its_colour(scene: DiagramScene) -> None:
    film = with_island()
    show(scene, film, 3)
    within = {item.arrow.slot.name for item in scene.items_shown.arrows.values() if item.in_island}
    assert within == {"other"}
    show(scene, film, 1)
    assert not scene.additions.islands
    assert not any(item.in_island for item in scene.items_shown.arrows.values())


def raising() -> Film:
    film = Film()
    film.step(1)
    film.call("outer", 2)
    film.step(2)
    film.call("inner", 3)
    film.step(3)
    error = film.list()
    film.step(4, Event.EXCEPTION, exception=error)
    film.calls.pop()
    film.step(5, Event.EXCEPTION, exception=error)
    film.step(6)
    return film


def test_an_exception_runs_from_where_it_is_raised_to_who_catches_it(scene: DiagramScene) -> None:
    film = raising()
    show(scene, film, 4)
    path = scene.additions.path
    assert path is not None
    assert [stop for _, stop in path.path.stops] == [Stop.RAISED, Stop.CAUGHT]
    assert path.path.end is None
    points = [point for point, _ in path.path.stops]
    assert points[0].y > points[1].y
    assert all(path.path.lane < point.x for point in points)
    labels = [part.label for box in scene.picture.boxes for part in box.card.parts]  # type: ignore[union-attr]
    assert Phrase("raised-here") in labels
    assert scene.sceneRect().contains(QPointF(path.path.lane - 4, points[0].y))
    show(scene, film, 6)
    assert scene.additions.path is None


def test_a_value_travels_to_its_caller(scene: DiagramScene) -> None:
    step = next(s.step.number for s in CALLS.states if s.step and s.step.event is Event.RETURN)
    show(scene, CALLS, step)
    path = scene.additions.path
    assert path is not None
    assert [stop for _, stop in path.path.stops] == [Stop.LEAVES, Stop.ARRIVES]
    caller = CALLS.states[step - 1].frames[-2]
    frames = {item.box.card.title: item.box for item in scene.items_shown.boxes.values()}
    arrives = path.path.stops[1][0]
    assert arrives.x == frames[caller.function].rect.x
    assert frames[caller.function].rect.y < arrives.y < frames[caller.function].rect.bottom


@pytest.mark.parametrize("step", range(2, CALLS.steps + 1))
def test_the_sentence_stands_near_the_change_and_on_nothing(scene: DiagramScene, step: int) -> None:
    for number in range(1, step + 1):
        show(scene, CALLS, number)
    said = scene.additions.callout
    if said is None:
        return
    rect = said.place
    assert all(not box.rect.overlaps(rect) for box in scene.picture.boxes)  # type: ignore[union-attr]
    whole = scene.sceneRect()
    assert whole.contains(said.rect())


def test_the_sentence_tells_the_change_and_can_be_left_out(scene: DiagramScene) -> None:
    show(scene, CALLS, 10)
    said = scene.additions.callout
    assert said is not None
    assert "x of f2" in said.words.toPlainText()
    scene.set_language("ko")
    assert "f2" in scene.additions.callout.words.toPlainText()  # type: ignore[union-attr]
    scene.show_callout(False)
    assert scene.additions.callout is None


def test_ways_and_islands_are_gone_without_a_story(scene: DiagramScene) -> None:
    film = with_island()
    scene.show_step(film.states[2], film.deltas[2])
    (item,) = scene.additions.islands
    assert len(item.island.words) == 1
    assert object_key(2) in item.island.keys or len(item.island.keys) == 2
    assert isinstance(item.island.rect, Rect)
