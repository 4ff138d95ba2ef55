"""What a step does to members of a group is seen, whether they have cards otherwise or not."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.layout.film import Film
from visualizer.diagram import DiagramScene, grouping
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.group_cells import cell_rect
from visualizer.layout import Group, Mark, Rect, object_key, phrase
from visualizer.layout.difference import difference
from visualizer.model import Instance, Sequence, State

MOST, LEAST, POINTS = 12, 6, 30


class Points(Film):
    """A list of 30 points: it shows eight of them; the others have no cards."""

    def __init__(self) -> None:
        super().__init__()
        self.point = self.cls("Point")
        self.bind("Point", self.point)
        self.step(1)
        self.points = [self.instance(self.point, x=self.number(n)) for n in range(POINTS)]
        self.some = self.list(*self.points)
        self.bind("some", self.some)
        self.step(2)
        self.step(3)

    def change(self, number: int) -> None:
        content = Instance(self.point, (("x", self.number(100)),))
        self.put(self.points[number], content)
        self.step(4)

    def drop(self, *numbers: int) -> None:
        left = tuple(p for n, p in enumerate(self.points) if n not in numbers)
        self.put(self.some, Sequence(left, len(left)))
        self.step(4)

    def isolate(self, *numbers: int) -> None:
        """Only a cycle keeps these alive from now on."""
        kept = {self.points[n]: self.heap[self.points[n]] for n in numbers}
        self.drop(*numbers)
        state = self.states[-1]
        for serial, thing in kept.items():
            state.heap[serial] = replace(thing, unreachable=True, refcount=1)
        before = self.states[-2] if len(self.states) > 1 else State()
        self.deltas[-1] = difference(before, state)


@pytest.fixture
def film() -> Points:
    return Points()


@pytest.fixture
def scene(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DiagramScene:
    monkeypatch.setattr(grouping, "MOST_CARDS", MOST)
    monkeypatch.setattr(grouping, "LEAST", LEAST)
    return DiagramScene()


def show(scene: DiagramScene, film: Film, step: int, *, grows: bool = False) -> None:
    foresight = scene.new_foresight()
    for delta in film.deltas:
        foresight.add(delta)
    if not grows:
        foresight.close()
    scene.reset(foresight)
    scene.show_step(film.states[step - 2], film.deltas[step - 2])
    scene.show_step(film.states[step - 1], film.deltas[step - 1])


def group_item(scene: DiagramScene) -> BoxItem:
    (found,) = [item for item in scene.items_shown.boxes.values() if item.box.group is not None]
    return found


def told(scene: DiagramScene) -> Group:
    return group_item(scene).box.group or pytest.fail("no group")


def out(scene: DiagramScene) -> dict[int | None, BoxItem]:
    items = scene.items_shown.boxes.values()
    return {
        item.box.serial: item
        for item in items
        if item.box.card.title == "Point" and item.box.group is None
    }


@pytest.mark.parametrize("number", [0, 3, 15, POINTS - 1])
def test_a_member_that_changes_steps_out_wherever_it_is(
    scene: DiagramScene, film: Points, number: int
) -> None:
    film.change(number)
    show(scene, film, 4)
    member = film.points[number]
    assert {serial: item.box.mark for serial, item in out(scene).items()} == {member: Mark.CHANGED}
    assert told(scene).changed == {member}
    heads = [i.arrow for i in scene.items_shown.arrows.values() if i.arrow.target == member]
    assert len(heads) == 1, "from the list, though it does not show this item"


def test_it_goes_back_in_the_next_step(scene: DiagramScene, film: Points) -> None:
    film.change(15)
    film.step(5)
    show(scene, film, 5)
    assert not out(scene)
    assert not told(scene).changed


def test_where_it_is_not_known_what_will_be_its_cell_is_marked(
    scene: DiagramScene, film: Points
) -> None:
    film.change(15)
    show(scene, film, 4, grows=True)
    assert told(scene).changed == {film.points[15]}


def test_what_is_freed_keeps_its_cell_for_a_step_and_no_other_moves(
    scene: DiagramScene, film: Points
) -> None:
    film.drop(15)
    film.step(5)
    show(scene, film, 3)
    before = cells(scene)
    scene.show_step(film.states[3], film.deltas[3])
    group = told(scene)
    assert (group.freed, group.ghosts, len(group.members)) == (1, (film.points[15],), POINTS - 1)
    after = cells(scene)
    assert {serial: before[serial] for serial in after} == after
    scene.show_step(film.states[4], film.deltas[4])
    assert not told(scene).ghosts


def cells(scene: DiagramScene) -> dict[int, Rect]:
    box, group = group_item(scene).box, told(scene)
    places = {serial: group.place_of(serial) for serial in group.members}
    return {serial: cell_rect(box, n) for serial, n in places.items() if n is not None}


def test_a_freed_member_goes_from_where_its_card_stood(scene: DiagramScene, film: Points) -> None:
    member = film.points[1]
    film.bind("one", member)
    film.put(film.some, Sequence((film.points[0], *film.points[2:]), POINTS - 1))
    film.step(4)
    del film.names["one"]
    film.step(5)
    show(scene, film, 4)
    before = scene.items_shown.boxes[object_key(member)].box
    scene.show_step(film.states[4], film.deltas[4])
    ghost = scene.items_shown.boxes[object_key(member)].box
    assert (ghost.mark, ghost.ghost) == (Mark.FREED, True)
    assert ghost.rect == before.rect


def test_what_only_a_cycle_keeps_has_cells_of_its_own_kind(
    scene: DiagramScene, film: Points
) -> None:
    film.isolate(14, 15)
    show(scene, film, 4)
    group = told(scene)
    assert group.unreachable == {film.points[14], film.points[15]}
    assert not group.changed
    assert {item.box.mark for item in out(scene).values()} == {Mark.UNREACHABLE}
    assert not group_item(scene).box.unreachable, "others are reached"


def test_a_group_that_nothing_reaches_is_an_island_of_all(
    scene: DiagramScene, film: Points
) -> None:
    film.isolate(*range(POINTS))
    show(scene, film, 4)
    islands = [item.island for item in scene.additions.islands]
    (whole,) = [one for one in islands if group_item(scene).box.key in one.keys]
    assert dict(whole.size.arguments)["n"] == POINTS  # type: ignore[union-attr]
    for number, one in enumerate(islands):
        others = [piece for other in islands[:number] for piece in other.area.pieces]
        assert not any(a.overlaps(b) for a in one.area.pieces for b in others)


def test_of_one_whose_cycle_is_not_seen_nothing_is_said_of_itself(
    scene: DiagramScene, film: Points
) -> None:
    film.isolate(14)
    show(scene, film, 4)
    (item,) = scene.additions.islands
    assert item.island.words[0] == phrase("island-why-cycle")
