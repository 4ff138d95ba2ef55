"""What leads back from column to column: from the left edge of a card into the right one."""

from dataclasses import replace
from itertools import pairwise

from tests.layout import audit
from tests.layout.crossings import crossings
from tests.layout.film import Film
from tests.layout.test_in_place import pictures
from visualizer.layout import Arrow, ArrowKind, FixedMeasure, Foresight, Layout, Picture
from visualizer.layout.structures import MOST_WHOLE
from visualizer.model import Instance, Scalar


def chain(length: int) -> tuple[Film, list[int]]:
    """Nodes of which each leads to the next, and back to the one before."""
    film = Film()
    node = film.cls("Node")
    film.bind("Node", node)
    nothing = film.new("NoneType", Scalar("None"), immortal=True)
    members: list[int] = []
    for number in range(length):
        value = film.number(1000 + number)
        member = film.instance(node, value=value, prev=nothing, next=nothing)
        if members:
            link(film, member, "prev", members[-1])
            link(film, members[-1], "next", member)
        else:
            film.bind("first", member)
        members.append(member)
        film.step()
    for _ in range(4 * length):
        film.step()
    return film, members


def link(film: Film, serial: int, name: str, target: int) -> None:
    content = film.heap[serial].content
    assert isinstance(content, Instance)
    changed = dict(content.attributes) | {name: target}
    film.put(serial, Instance(content.cls, tuple(changed.items())))


def arrow_of(picture: Picture, holder: int, name: str) -> Arrow:
    found = (a for a in picture.arrows if a.holder.name == holder and a.slot.name == name)
    return next(arrow for arrow in found if arrow.kind is not ArrowKind.FORMER)


def test_what_leads_back_runs_from_the_left_edge_into_the_right_one_without_a_detour() -> None:
    film, members = chain(4)
    last = pictures(film)[-1]
    rects = {box.serial: box.rect for box in last.boxes}
    for before, member in pairwise(members):
        back = arrow_of(last, member, "prev")
        assert back.leftwards
        assert not back.chip
        assert back.points[0].x == rects[member].x
        assert back.points[-1].x == rects[before].right
        assert all(rects[before].right <= x <= rects[member].x for x, _ in back.points)
    assert crossings(last).total() == 0


def test_the_card_draws_no_port_for_it_at_the_right() -> None:
    film, members = chain(3)
    last = pictures(film)[-1]
    boxes = {box.serial: box for box in last.boxes}
    for member in members:
        backs = [a for a in last.arrows if a.holder.name == member and a.leftwards]
        heights = tuple(arrow.port.y - boxes[member].rect.y for arrow in backs)
        assert boxes[member].turned == heights
    assert [len(boxes[member].turned) for member in members] == [0, 1, 1]


def test_heads_at_the_right_keep_off_the_ports_there_and_off_each_other() -> None:
    film = Film()
    node = film.cls("Node")
    film.bind("Node", node)
    root = film.instance(node, key=film.number(500))
    film.bind("root", root)
    film.step()
    for name in ("left", "right"):
        link(film, root, name, film.instance(node, key=film.number(600), parent=root))
        film.step()
    for _ in range(12):
        film.step()
    last = pictures(film)[-1]
    assert [arrow.leftwards for arrow in last.arrows if arrow.slot.name == "parent"] == [True] * 2
    assert not any(arrow.chip for arrow in last.arrows)
    assert audit.astray(last) == []
    assert audit.crowded_ports(last) == []
    assert audit.crowded_heads(last) == []


def test_two_that_refer_to_each_other_at_one_height_do_not_cross() -> None:
    film = Film()
    node = film.cls("Node")
    film.bind("Node", node)
    one = film.instance(node)
    film.bind("one", one)
    film.step()
    other = film.instance(node, other=one)
    film.bind("two", other)
    link(film, one, "other", other)
    film.step()
    for _ in range(12):
        film.step()
    last = pictures(film)[-1]
    both = [arrow for arrow in last.arrows if arrow.slot.name == "other"]
    assert sorted(arrow.leftwards for arrow in both) == [False, True]
    assert not any(arrow.chip for arrow in both)
    assert audit.bundled(last) == []
    assert crossings(replace(last, arrows=tuple(both))).total() == 0


def test_while_a_recording_grows_it_runs_round_the_cards() -> None:
    film, members = chain(3)
    layout = Layout(FixedMeasure(), Foresight(FixedMeasure()))
    for state, delta in zip(film.states, film.deltas, strict=True):
        last = layout.picture(state, delta)
    assert not arrow_of(last, members[-1], "prev").leftwards


def test_where_long_structures_are_shortened_it_runs_round_the_cards() -> None:
    film, members = chain(MOST_WHOLE + 4)
    last = pictures(film)[-1]
    assert not any(arrow.leftwards for arrow in last.arrows)
    assert arrow_of(last, members[-1], "prev").points
