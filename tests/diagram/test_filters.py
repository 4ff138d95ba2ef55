"""What is left out is counted, and nothing else moves."""

import pytest
from pytestqt.qtbot import QtBot

from tests.diagram.scenes import know
from tests.layout.film import Film
from visualizer.diagram import DiagramScene, grouping
from visualizer.diagram.filters import Filter, Hidden
from visualizer.layout import Key, Rect, object_key
from visualizer.model import Module


@pytest.fixture
def film() -> Film:
    made = Film()
    made.bind("gc", made.new("module", Module("gc")))
    made.bind("Node", made.cls("Node"))
    made.bind("work", made.function("work", 3))
    inner = made.list(made.number(5))
    made.bind("outer", made.list(inner))
    made.bind("other", made.dict())
    made.step(1)
    return made


@pytest.fixture
def scene(qtbot: QtBot, film: Film) -> DiagramScene:
    made = DiagramScene()
    made.show_step(film.states[0], film.deltas[0])
    return made


def rects(scene: DiagramScene) -> dict[Key, Rect]:
    return {key: item.box.rect for key, item in scene.items_shown.boxes.items()}


def test_kinds_are_hidden_counted_and_shown_again(scene: DiagramScene, film: Film) -> None:
    before = rects(scene)
    scene.set_filter(Filter().with_kind("modules", True).with_kind("functions", True))
    assert scene.hidden == (Hidden("modules", 1), Hidden("functions", 1))
    left = rects(scene)
    assert set(before) - set(left) == {object_key(film.names[name]) for name in ("gc", "work")}
    assert all(before[key] == rect for key, rect in left.items())
    shown = {arrow.arrow.slot.name for arrow in scene.items_shown.arrows.values()}
    assert {"gc", "work"}.isdisjoint(shown)
    scene.set_filter(Filter())
    assert rects(scene) == before
    assert not scene.hidden


def test_a_type_is_hidden_by_name(scene: DiagramScene, film: Film) -> None:
    scene.set_filter(Filter().with_type("list", True))
    assert scene.hidden == (Hidden("type", 2, "list"),)
    scene.set_filter(scene.filter.with_type("list", False))
    assert not scene.filter


def test_only_what_an_object_reaches_is_left(scene: DiagramScene, film: Film) -> None:
    scene.set_filter(Filter().from_object(film.names["outer"]))
    left = {key for key in rects(scene) if key.kind == "object"}
    assert object_key(film.names["outer"]) in left
    assert object_key(film.names["other"]) not in left
    (told,) = scene.hidden
    assert told.reason == "unreached"
    assert told.count == 4


def test_a_part_that_hides_nothing_in_this_step_is_told_too(scene: DiagramScene) -> None:
    scene.set_filter(Filter().with_type("set", True))
    assert scene.hidden == (Hidden("type", 0, "set"),)


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> Film:
    """Two types with too many objects, a list of each, and something beside them."""
    monkeypatch.setattr(grouping, "MOST_CARDS", 12)
    monkeypatch.setattr(grouping, "LEAST", 6)
    made = Film()
    for name in ("Node", "Leaf"):
        cls = made.cls(name)
        made.bind(name, cls)
        made.bind(f"all_{name}", made.list(*(made.instance(cls) for _ in range(15))))
    made.bind("beside", made.dict())
    made.step(1)
    made.bind("beside", made.names["all_Leaf"])
    made.step(2)
    return made


@pytest.mark.parametrize("known", [True, False])
def test_nothing_moves_where_a_type_is_hidden_that_stands_in_one_card(
    qtbot: QtBot, crowd: Film, known: bool
) -> None:
    scene = DiagramScene()
    if known:
        know(scene, crowd)
    scene.show_step(crowd.states[0], crowd.deltas[0])
    before = rects(scene)
    groups = {box.key for box in scene.picture.boxes if box.group} if scene.picture else set()
    assert len(groups) == 2
    hidden = Filter().with_type("Leaf", True)
    for wanted in (hidden, hidden.with_type("Node", True)):
        scene.set_filter(wanted)
        left = rects(scene)
        assert len(before.keys() - left.keys()) == len(wanted.types)
        assert {key: before[key] for key in left} == left
    scene.set_filter(Filter())
    assert rects(scene) == before
