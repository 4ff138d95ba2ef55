"""A card stands where the user put it; the others stay, and no arrow passes over a card."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout import audit
from tests.layout.film import Film
from tests.layout.films import films
from tests.layout.test_layout_properties import MODES, layout_of
from visualizer.layout import Box, FixedMeasure, Foresight, Key, Layout, Picture
from visualizer.layout.sight import MOST_CALLS

few = settings(max_examples=20)


def shown(layout: Layout, film: Film) -> Picture:
    return layout.picture(film.states[-1], film.deltas[-1])


def places(picture: Picture) -> dict[Key, tuple[float, ...]]:
    return {box.key: box.rect[:2] for box in picture.boxes if not box.ghost}


def rows() -> Film:
    film = Film()
    for name in ("a", "b", "c"):
        film.bind(name, film.list(film.number(1)))
    film.bind("d", film.list(film.names["a"]))
    film.step()
    film.step()
    return film


def deep_calls() -> Film:
    film = Film()
    film.step()
    for number in range(MOST_CALLS + 4):
        film.call("build", 1, low=film.number(number))
        film.step()
    return film


@pytest.mark.parametrize("mode", ["foreseen", "followed"])
def test_a_call_of_a_folded_stack_stands_where_it_was_put(mode: str) -> None:
    film = deep_calls()
    layout = layout_of(film, mode)
    before = [layout.picture(*step) for step in zip(film.states, film.deltas, strict=True)]
    innermost = before[-1].boxes[[b.running for b in before[-1].boxes].index(True)]
    below = innermost.rect.y + 24
    layout.pin(innermost.key, 0, below)
    after = shown(layout, film)
    assert {b.key: b.rect.y for b in after.boxes}[innermost.key] == below
    calls = [b for b in after.boxes if b.key.kind != "object" and b.key != innermost.key]
    assert [b.rect.y for b in calls] == [
        b.rect.y for b in before[-1].boxes if b.key in {call.key for call in calls}
    ]
    assert audit.overlapping(after) == []


def card(picture: Picture, serial: int) -> Box:
    return next(box for box in picture.boxes if box.serial == serial)


def test_it_stands_in_the_nearest_column_at_the_height_asked_for() -> None:
    film = rows()
    layout = layout_of(film, "foreseen")
    before = shown(layout, film)
    pinned = card(before, film.names["b"])
    column = card(before, film.names["a"]).rect.x
    layout.pin(pinned.key, column + 30, 400)
    after = shown(layout, film)
    # Columns are as wide as what stands in them: one may have become narrower.
    assert card(after, film.names["b"]).rect.x == card(after, film.names["a"]).rect.x
    assert card(after, film.names["b"]).rect.y == 400
    assert dict(layout.pins) == {pinned.key: (column + 30, 400)}


def test_where_another_card_stands_it_comes_to_stand_below() -> None:
    film = rows()
    layout = layout_of(film, "foreseen")
    before = shown(layout, film)
    first, last = card(before, film.names["b"]), card(before, film.names["c"])
    layout.pin(first.key, last.rect.x, last.rect.y)
    after = shown(layout, film)
    assert card(after, film.names["c"]).rect.y == last.rect.y
    assert card(after, film.names["b"]).rect.y > last.rect.bottom


def test_tidying_up_forgets_it() -> None:
    film = rows()
    layout = layout_of(film, "foreseen")
    before = shown(layout, film)
    layout.pin(before.boxes[-1].key, 900, 900)
    assert shown(layout, film) != before
    layout.unpin_all()
    assert shown(layout, film) == before
    assert dict(layout.pins) == {}


@pytest.mark.parametrize("mode", MODES)
@few
@given(film=films(), data=st.data())
def test_the_others_stay_and_all_holds_that_holds_of_a_picture(
    film: Film, mode: str, data: st.DataObject
) -> None:
    layout = layout_of(film, mode)
    for state, delta in zip(film.states, film.deltas, strict=True):
        layout.picture(state, delta)
    before = shown(layout, film)
    pinned = data.draw(st.sampled_from([box for box in before.boxes if not box.ghost]))
    x, y = data.draw(st.integers(-50, 1500)), data.draw(st.integers(-50, 900))
    layout.pin(pinned.key, x, y)
    picture = shown(layout, film)
    heights = {key: place[1] for key, place in places(before).items() if key != pinned.key}
    assert {k: p[1] for k, p in places(picture).items() if k != pinned.key} == heights
    assert audit.overlapping(picture) == []
    assert audit.passing_over(picture) == []
    assert audit.astray(picture) == []


@pytest.mark.parametrize("mode", MODES)
@few
@given(film=films(), data=st.data())
def test_a_card_moves_on_past_what_is_in_its_way(
    film: Film, mode: str, data: st.DataObject
) -> None:
    layout = layout_of(film, mode)
    for state, delta in zip(film.states, film.deltas, strict=True):
        layout.picture(state, delta)
    before = shown(layout, film)
    moved = data.draw(st.sampled_from([box for box in before.boxes if not box.ghost]))
    across, rows = data.draw(st.integers(-1, 1)), data.draw(st.integers(-2, 2))
    layout.nudge(moved.key, across, rows)
    picture = shown(layout, film)
    old, new = places(before), places(picture)
    assert {k: p[1] for k, p in new.items() if k != moved.key} == {
        k: p[1] for k, p in old.items() if k != moved.key
    }
    if not across:
        way = new[moved.key][1] - old[moved.key][1]
        assert way * rows > 0 or (rows <= 0 and way == 0)
    assert layout.pins.keys() == {moved.key}
    assert audit.overlapping(picture) == []
    assert audit.passing_over(picture) == []
    assert audit.astray(picture) == []


def test_it_stays_there_beyond_what_was_foreseen() -> None:
    film = rows()
    for _ in range(4):
        film.bind("d", film.list(film.names["a"]))
        film.step()
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas[:2]:
        foresight.add(delta)
    layout = Layout(FixedMeasure(), foresight)
    before = layout.picture(film.states[1], film.deltas[1])
    pinned = card(before, film.names["b"])
    layout.pin(pinned.key, pinned.rect.x, 1200)
    assert card(shown(layout, film), film.names["b"]).rect.y == 1200
    back = layout.picture(film.states[-2], film.deltas[-2])
    assert card(back, film.names["b"]).rect.y == 1200
