"""Of very many cards the oldest of each frequent type stand for the others."""

import pytest
from pytestqt.qtbot import QtBot

from tests.layout.film import Film
from visualizer.diagram import DiagramScene, grouping
from visualizer.diagram.filters import Filter, Hidden
from visualizer.diagram.picture import paint_png
from visualizer.layout import Fold, Key, Rect, object_key

MOST, SHOWN = 12, 3


@pytest.fixture
def film() -> Film:
    """A chain of 20 nodes: each is the only one that refers to the next."""
    made = Film()
    node = made.cls("Node")
    made.bind("Node", node)
    made.step(1)
    last = made.instance(node)
    for _ in range(19):
        last = made.instance(node, next=last)
    made.bind("first", last)
    made.step(2)
    made.bind("other", made.list())
    made.step(3)
    return made


@pytest.fixture
def scene(qtbot: QtBot, film: Film, monkeypatch: pytest.MonkeyPatch) -> DiagramScene:
    monkeypatch.setattr(grouping, "MOST_CARDS", MOST)
    monkeypatch.setattr(grouping, "SHOWN", SHOWN)
    monkeypatch.setattr(grouping, "_LEAST", 2 * SHOWN)
    made = DiagramScene()
    foresight = made.new_foresight()
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    made.reset(foresight)
    made.show_step(film.states[1])
    return made


def rects(scene: DiagramScene) -> dict[Key, Rect]:
    return {key: item.box.rect for key, item in scene.items_shown.boxes.items()}


def nodes(scene: DiagramScene) -> list[int]:
    items = scene.items_shown.boxes.values()
    return sorted(item.box.serial or 0 for item in items if item.box.card.title == "Node")


def test_the_others_are_counted_and_nothing_moves(scene: DiagramScene) -> None:
    left = rects(scene)
    assert len(nodes(scene)) == SHOWN
    (fold,) = [item.box.fold for item in scene.items_shown.boxes.values() if item.box.fold]
    assert fold == Fold(20 - SHOWN, False, 0, "Node")
    assert scene.hidden == (Hidden("grouped", 1),)
    scene.set_filter(Filter().ungrouped())
    whole = rects(scene)
    assert len(nodes(scene)) == 20
    assert {key: whole[key] for key in left} == left


def test_arrows_lead_only_to_what_is_drawn(scene: DiagramScene) -> None:
    there = set(rects(scene))
    for item in scene.items_shown.arrows.values():
        assert item.arrow.card in there
        assert object_key(item.arrow.target) in there


def test_the_mark_opens_the_group_and_the_filter_closes_it(scene: DiagramScene) -> None:
    before = rects(scene)
    marked = next(i.box.serial for i in scene.items_shown.boxes.values() if i.box.fold is not None)
    assert marked is not None
    scene.toggle_fold(marked)
    assert len(nodes(scene)) == 20
    assert not scene.hidden
    scene.set_filter(Filter())
    assert rects(scene) == before


def test_going_back_is_the_same_picture_to_the_pixel(scene: DiagramScene, film: Film) -> None:
    scene.show_step(film.states[1], film.deltas[1])
    scene.show_step(film.states[2], film.deltas[2])
    after = paint_png(scene)
    scene.show_step(film.states[1], film.deltas[1])
    scene.show_step(film.states[2], film.deltas[2])
    assert paint_png(scene) == after


def test_what_is_selected_or_changed_is_drawn(scene: DiagramScene, film: Film) -> None:
    hidden = max(set(range(1, 40)) & {int(key.name) for key in scene.grouped_away})
    scene.select(hidden)
    assert hidden in nodes(scene)
    scene.show_step(film.states[2], film.deltas[2])
    assert hidden in nodes(scene)


def test_of_what_changed_so_many_more_are_drawn(scene: DiagramScene, film: Film) -> None:
    scene.show_step(film.states[1], film.deltas[1])
    assert len(nodes(scene)) == 2 * SHOWN
    (fold,) = [item.box.fold for item in scene.items_shown.boxes.values() if item.box.fold]
    assert fold.changed


def test_few_cards_are_never_grouped(qtbot: QtBot, film: Film) -> None:
    scene = DiagramScene()
    scene.show_step(film.states[1])
    assert len(nodes(scene)) == 20
    assert not scene.hidden
