"""Where the cards of groups stand, and which room is given up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.film import Film
from visualizer.layout import FixedMeasure, Foresight, Layout, Scales
from visualizer.layout.groups import Scale, height_of

NODES = 60


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    steps = st.lists(st.floats(1, 500), min_size=2, max_size=12)
    own, shown = draw(steps), draw(steps)
    count = min(len(own), len(shown))
    return Scale(_sums(own[:count]), _sums(shown[:count]))


def _sums(steps: list[float]) -> tuple[float, ...]:
    return tuple(sum(steps[:place]) for place in range(1, len(steps) + 1))


@given(scales(), st.floats(-1_000, 9_000), st.floats(-1_000, 9_000))
def test_what_is_before_stays_before_and_every_place_can_be_found_again(
    scale: Scale, one: float, other: float
) -> None:
    assert scale.own_at(scale.shown_at(one)) == pytest.approx(one, abs=1e-6)
    low, high = sorted((one, other))
    assert scale.shown_at(low) <= scale.shown_at(high)


def test_nothing_is_given_up_where_nothing_is_grouped() -> None:
    assert Scales().down.shown_at(123.5) == 123.5
    assert Scales().across.own_at(-7.0) == -7.0


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


def layout_of(film: Film) -> Layout:
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    return Layout(FixedMeasure(), foresight)


def test_the_room_of_a_group_is_free_of_all_others_in_every_step(film: Film) -> None:
    layout = layout_of(film)
    for state, delta in zip(film.states, film.deltas, strict=True):
        picture = layout.picture(state, delta)
        room = layout.groups(frozenset({"Node"})).rooms["Node"]
        for box in picture.boxes:
            assert box.card.title == "Node" or not box.rect.overlaps(room)


def test_it_is_the_same_in_every_step_and_asked_for_once(film: Film) -> None:
    layout = layout_of(film)
    found = []
    for state, delta in zip(film.states, film.deltas, strict=True):
        layout.picture(state, delta)
        found.append(layout.groups(frozenset({"Node"})))
    assert found[0] is found[1]


def test_what_is_not_grouped_keeps_its_order_and_its_distance(film: Film) -> None:
    layout = layout_of(film)
    boxes = layout.picture(film.states[-1], film.deltas[-1]).boxes
    down = layout.groups(frozenset({"Node"})).scales.down
    for box in boxes:
        if box.card.title != "Node":
            top, bottom = box.rect.y, box.rect.bottom
            assert down.shown_at(bottom) - down.shown_at(top) == pytest.approx(bottom - top)


def test_over_a_thousand_there_are_no_cells() -> None:
    assert height_of(1_000, 240) > height_of(100, 240) > height_of(1_001, 240)
