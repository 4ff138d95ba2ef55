"""Where all stands when one card stands for very many."""

import pytest
from hypothesis import given, settings

from tests.layout.film import Film
from tests.layout.films import films
from visualizer.layout import FixedMeasure, Foresight, Layout
from visualizer.layout.condensed import Condensed

NODES = 60


def foresight_of(film: Film) -> Foresight:
    made = Foresight(FixedMeasure())
    for delta in film.deltas:
        made.add(delta)
    made.close()
    return made


@pytest.fixture
def film() -> Film:
    made = Film()
    node = made.cls("Node")
    first = made.instance(node)
    made.bind("first", made.list(*(made.instance(node, next=first) for _ in range(NODES))))
    made.bind("below", made.list())
    made.step(1)
    made.bind("later", made.dict())
    made.step(2)
    return made


def test_a_group_has_the_room_of_its_cells_and_seats_for_some(film: Film) -> None:
    condensed = Condensed(foresight_of(film), {"Node"})
    room, seats = condensed.room("Node"), condensed.seats("Node")
    assert seats
    rects = [room, *seats]
    for place, rect in enumerate(rects):
        assert not any(rect.overlaps(other) for other in rects[place + 1 :])


def test_it_is_kept_for_the_way_back_to_where_other_types_are_many(film: Film) -> None:
    layout = Layout(FixedMeasure(), foresight_of(film))
    nodes, lists = frozenset({"Node"}), frozenset({"Node", "list"})
    first = layout.condensed(nodes)
    assert first is not None
    assert layout.condensed(lists) is not first
    assert layout.condensed(nodes) is first
    layout.unpin_all()
    assert layout.condensed(nodes) is not first


def test_it_is_far_smaller_than_that_of_all_cards(film: Film) -> None:
    foresight = foresight_of(film)
    condensed = Condensed(foresight, {"Node"})
    lowest = max(spot.y + spot.height for spot in condensed.plan.places.spots)
    assert lowest < NODES * 30
    assert len(condensed.plan.foresight.references) < len(foresight.references)


@settings(max_examples=60, deadline=None)
@given(films())
def test_nothing_stands_on_anything_and_all_references_lead_on(film: Film) -> None:
    foresight = foresight_of(film)
    kinds = {"Node"} & {str(extent.kind) for extent in foresight.extents.values()}
    condensed = Condensed(foresight, kinds)
    spots = [one for one in condensed.plan.places.spots if one.within is None]
    for place, spot in enumerate(spots):
        for other in spots[place + 1 :]:
            together = spot.start < other.end and other.start < spot.end
            above = spot.y + spot.height <= other.y or other.y + other.height <= spot.y
            takes_turns = {spot.key.kind, other.key.kind} != {"object"}
            assert spot.column != other.column or above or not together or takes_turns
    here = {one.key for one in spots}
    for reference in condensed.plan.foresight.references:
        assert reference.holder in here
        if reference.holder == condensed.key_of(reference.holder) and reference.target < 0:
            assert reference.holder.name != reference.target, "from a group to itself"
