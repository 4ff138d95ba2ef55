"""Long chains and trees are shown with their ends; what is looked at is open; nothing moves."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QGraphicsSceneMouseEvent
from pytestqt.qtbot import QtBot

from tests.diagram.scenes import know
from tests.layout import audit
from tests.layout.film import Film
from visualizer.diagram import DiagramScene
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.filters import Hidden
from visualizer.diagram.walk import Place, Walk
from visualizer.layout import Box, Key, Picture, RegionKind, object_key
from visualizer.layout.measure import Phrase
from visualizer.model import Instance

NODES = 66


class Chain:
    """A film of a chain that is made node by node from its end, and then walked along."""

    def __init__(self) -> None:
        self.film = Film()
        node = self.film.cls("Node")
        self.film.bind("Node", node)
        self.film.step(1)
        last = self.film.instance(node)
        self.nodes = [last]
        for _ in range(NODES - 1):
            self.film.bind("first", last)
            self.film.step(2)
            last = self.film.instance(node, next=last)
            self.nodes.insert(0, last)
        self.film.bind("first", last)
        self.film.step(3)
        self.built = len(self.film.states)
        for place in (0, 1, 30, 31, 45, 64):
            self.film.bind("here", self.nodes[place])
            self.film.step(4)
        self.film.bind("here", last)
        self.film.step(5)


class Tree:
    """A film of a tree of six levels, made from its leaves."""

    def __init__(self) -> None:
        self.film = Film()
        self.cls = self.film.cls("Node")
        self.leaves: list[int] = []
        self.film.bind("root", self._made(6))
        self.film.step(1)
        self.film.bind("other", self.film.list())
        self.film.step(2)
        self.film.bind("leaf", self.leaves[20])
        self.film.step(3)

    def _made(self, levels: int) -> int:
        if levels == 1:
            self.leaves.append(self.film.instance(self.cls))
            return self.leaves[-1]
        left, right = self._made(levels - 1), self._made(levels - 1)
        return self.film.instance(self.cls, left=left, right=right)


@pytest.fixture
def chain() -> Chain:
    return Chain()


def scene_of(film: Film, step: int | None = None) -> DiagramScene:
    made = DiagramScene()
    know(made, film)
    at = len(film.states) - 1 if step is None else step
    made.show_step(film.states[at])
    return made


@pytest.fixture
def scene(qtbot: QtBot, chain: Chain) -> DiagramScene:
    return scene_of(chain.film)


def picture(scene: DiagramScene) -> Picture:
    assert scene.picture is not None
    return scene.picture


def middles(scene: DiagramScene) -> list[Box]:
    return [box for box in picture(scene).boxes if box.middle]


def shown(scene: DiagramScene, among: list[int]) -> list[int]:
    own = {box.serial for box in picture(scene).boxes if not box.middle}
    return [place for place, serial in enumerate(among) if serial in own]


def places(scene: DiagramScene) -> dict[Key, tuple[float, float]]:
    return {box.key: box.rect[:2] for box in picture(scene).boxes if not box.middle}


def press(scene: DiagramScene, key: Key) -> None:
    item = scene.items_shown.boxes[key]
    event = QGraphicsSceneMouseEvent(QEvent.Type.GraphicsSceneMousePress)
    event.setScenePos(item.sceneBoundingRect().center())
    event.setButton(Qt.MouseButton.LeftButton)
    scene.mousePressEvent(event)


def test_a_long_chain_is_its_ends_and_a_card_for_its_middle(
    scene: DiagramScene, chain: Chain
) -> None:
    assert shown(scene, chain.nodes) == [0, 1, 64, 65]
    (middle,) = middles(scene)
    assert middle.middle == tuple(chain.nodes[2:64])
    assert scene.hidden == (Hidden("shortened", 1),)
    words = [label.words for label in scene.additions.labels]
    assert words == ["linked list through next: 66 nodes, 4 shown"]


def test_the_ground_says_how_many_are_not_drawn(scene: DiagramScene) -> None:
    heap = next(r for r in picture(scene).regions if r.kind is RegionKind.HEAP)
    assert isinstance(heap.note, Phrase)
    assert scene.look.say(heap.note).startswith("5 of 68 objects drawn")


def test_an_arrow_leads_into_the_middle_and_out_of_it(scene: DiagramScene, chain: Chain) -> None:
    (middle,) = middles(scene)
    into = [a for a in picture(scene).arrows if object_key(a.target) == middle.key]
    out = [a for a in picture(scene).arrows if a.card == middle.key]
    assert [arrow.card for arrow in into] == [object_key(chain.nodes[1])]
    assert [arrow.target for arrow in out] == [chain.nodes[64]]


def test_what_a_name_leads_to_is_open_with_its_neighbours(
    scene: DiagramScene, chain: Chain
) -> None:
    scene.show_step(chain.film.states[chain.built + 2])
    assert shown(scene, chain.nodes) == [0, 1, 29, 30, 31, 64, 65]
    assert [len(box.middle) for box in middles(scene)] == [27, 32]


def test_what_is_selected_or_found_is_open_as_long_as_it_is(
    scene: DiagramScene, chain: Chain
) -> None:
    before, at = picture(scene), places(scene)
    scene.select(chain.nodes[20])
    assert 20 in shown(scene, chain.nodes)
    assert all(places(scene)[key] == place for key, place in at.items()), "nothing moves"
    scene.select(None)
    assert picture(scene) == before
    scene.mark_hits([chain.nodes[40]])
    assert shown(scene, chain.nodes) == [0, 1, 39, 40, 41, 64, 65]
    assert scene.place_of(chain.nodes[40]) is not None
    scene.mark_hits([])
    assert picture(scene) == before


def test_a_click_opens_the_middle_and_another_closes_it(scene: DiagramScene, chain: Chain) -> None:
    before = places(scene)
    (middle,) = middles(scene)
    press(scene, middle.key)
    assert shown(scene, chain.nodes) == list(range(NODES))
    assert not audit.overlapping(picture(scene))
    scene.toggle_fold(chain.nodes[0])
    assert places(scene) == before


def test_keys_open_the_middle(scene: DiagramScene, chain: Chain) -> None:
    walk = Walk(scene)
    (middle,) = middles(scene)
    walk.at = Place(middle.key)
    assert "62 objects folded away" in walk.words(walk.at)
    assert walk.follow()
    assert shown(scene, chain.nodes) == list(range(NODES))
    walk.fold()
    assert shown(scene, chain.nodes) == [0, 1, 64, 65]


def test_all_of_it_is_shown_where_one_wants_that(scene: DiagramScene, chain: Chain) -> None:
    scene.set_filter(scene.filter.lengthened())
    assert shown(scene, chain.nodes) == list(range(NODES))
    assert scene.hidden == ()


@pytest.mark.parametrize("made", [Chain, Tree])
def test_no_step_moves_or_covers_anything_and_the_way_back_is_the_same(
    qtbot: QtBot, made: type[Chain] | type[Tree]
) -> None:
    film = made().film
    scene = scene_of(film, 0)
    seen: list[dict[Key, tuple[float, float]]] = []
    for state, delta in zip(film.states, film.deltas, strict=True):
        scene.show_step(state, delta)
        assert not audit.overlapping(picture(scene))
        assert not audit.passing_over(picture(scene))
        assert not audit.slanted(picture(scene))
        seen.append(places(scene))
    for before, after in pairwise(seen):
        moved = {key for key in before.keys() & after.keys() if before[key] != after[key]}
        assert not moved
    for number in range(len(film.states) - 1, -1, -1):
        scene.show_step(film.states[number], film.deltas[number])
        assert places(scene) == seen[number]


def test_a_tree_folds_what_is_deep_down_but_for_what_is_looked_at(qtbot: QtBot) -> None:
    tree = Tree()
    scene = scene_of(tree.film, 1)
    folds = [box.fold for box in picture(scene).boxes if box.fold is not None]
    assert [fold.nodes for fold in folds] == [2] * 16
    assert shown(scene, tree.leaves) == []
    scene.show_step(tree.film.states[2])
    assert shown(scene, tree.leaves) == [20, 21], "one alone is not left out"
    holder = next(box for box in picture(scene).boxes if box.fold is not None)
    scene.toggle_fold(int(holder.key.name))
    assert len(shown(scene, tree.leaves)) == 4


def test_what_does_not_come_to_sixty_cards_is_whole(qtbot: QtBot) -> None:
    film = Film()
    node = film.cls("Node")
    last = film.instance(node)
    for _ in range(40):
        last = film.instance(node, next=last)
    film.bind("first", last)
    film.step(1)
    assert not middles(scene_of(film))


def test_a_graph_is_neither(qtbot: QtBot) -> None:
    film = Film()
    node = film.cls("Node")
    nodes = [film.instance(node) for _ in range(70)]
    for place, serial in enumerate(nodes):
        goals = ((f"to{n}", nodes[(place * 7 + n * 13 + 1) % 70]) for n in range(3))
        film.put(serial, Instance(node, tuple(goals)))
    film.bind("all", nodes[0])
    film.step(1)
    scene = scene_of(film)
    assert not middles(scene)
    assert all(box.fold is None for box in picture(scene).boxes)


def test_a_middle_is_not_dragged(scene: DiagramScene) -> None:
    (middle,) = middles(scene)
    item = scene.items_shown.boxes[middle.key]
    assert isinstance(item, BoxItem)
    assert not item.draggable
    assert item.is_fold(item.pos() + QPointF(5, 5))


def test_a_card_that_is_dropped_stands_where_it_was_put(scene: DiagramScene, chain: Chain) -> None:
    key = object_key(chain.nodes[64])
    item = scene.items_shown.boxes[key]
    to = item.pos() + QPointF(0, 150)
    item.setPos(to)
    scene.arranging.carry(key)
    scene.arranging.drop(key)
    scene.motion.finish()
    assert scene.items_shown.boxes[key].place.y() == pytest.approx(to.y(), abs=60)
    assert not audit.overlapping(picture(scene))
    assert not audit.passing_over(picture(scene))


def test_no_level_moves_anything(scene: DiagramScene) -> None:
    before = places(scene)
    for level in (1, 2, 4, 3):
        scene.set_level(level)
        assert places(scene) == before


def test_what_is_not_foreseen_is_shortened_in_its_own_place(qtbot: QtBot, chain: Chain) -> None:
    scene = DiagramScene()
    seen: list[dict[Key, tuple[float, float]]] = []
    for state, delta in zip(chain.film.states, chain.film.deltas, strict=True):
        scene.show_step(state, delta)
        seen.append(places(scene))
        assert not audit.overlapping(picture(scene))
        assert not audit.passing_over(picture(scene))
    scene.show_step(chain.film.states[-1])
    assert shown(scene, chain.nodes) == [0, 1, 64, 65]
    for before, after in pairwise(seen):
        assert all(before[key] == after[key] for key in before.keys() & after.keys())
