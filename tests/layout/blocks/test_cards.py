"""Cards of rows: the rows that they show, and the columns of short entries."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.collector import FactCollector
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Block, Ink
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.folding.deciding import folds_of, in_columns
from visualizer.layout.folding.folds import UNLIMITED, Fold, Folds
from visualizer.layout.measure import Phrase
from visualizer.model import Instance, Mapping, Scalar

LONG = 40
"""The letters of a value that is too long for a second column."""


def entries(film: Film, count: int, letters: int = 1) -> tuple[tuple[int, int], ...]:
    """Return the entries of a dict whose values are texts of so many letters."""
    values = (film.new("str", Scalar(repr("v" * letters))) for _ in range(count))
    return tuple((film.number(n), value) for n, value in enumerate(values))


def dicts(*counts: int, letters: int = 1) -> Film:
    """Return a film of a dict that has one of the counts of entries at each step."""
    film = Film()
    pairs = entries(film, max(counts), letters)
    film.bind("every", film.dict(*pairs))  # keeps the entries alive
    film.bind("counts", film.dict())
    for count in counts:
        film.put(film.names["counts"], Mapping(pairs[:count], count))
        film.step()
    return film


def block(film: Film, step: int, room: float = 480, slots: int = UNLIMITED) -> Block:
    state, serial = film.states[step - 1], film.names["counts"]
    facts = facts_of(film, Level.VALUES, "")
    folds = Folds(crowded={serial: [(0, Fold(slots=slots))]}, across=facts.short_entries)
    maker = Maker(state.heap, facts, FixedMeasure(), step, room, folds=folds)
    return maker.whole(serial)


def places(made: Block) -> list[tuple[float, float]]:
    """Return the top left corners of the shown values."""
    return [one.rect[:2] for one in made.fields if one.slot.kind == "value"]


def columns(made: Block) -> int:
    return len({x for x, _ in places(made)})


def held(film: Film) -> tuple[tuple[int, int], ...]:
    """Return the entries of the dict."""
    content = film.heap[film.names["counts"]].content
    assert isinstance(content, Mapping)
    return content.entries


@pytest.mark.parametrize(
    ("count", "letters", "shown"),
    [(14, LONG, 14), (18, LONG, 18), (19, LONG, 13), (14, 1, 14), (34, 1, 34), (35, 1, 29)],
)
def test_a_card_leaves_out_places_only_if_they_are_many(
    count: int, letters: int, shown: int
) -> None:
    assert len(places(block(dicts(count, letters=letters), 1))) == shown


def test_the_lines_of_a_card_go_to_its_edge_and_around_the_sign_for_places_left_out() -> None:
    made = block(dicts(40, letters=LONG), 1)
    (sign,) = [one.rect for one in made.words if isinstance(one.text, Phrase)]
    level = [one for one in made.rules if one.start.y == one.end.y]
    upright = [one for one in made.rules if one.start.x == one.end.x]
    assert {one.end.x for one in level} == {made.width}
    assert not [one for one in upright if one.start.y < sign.bottom and sign.y < one.end.y]


@pytest.mark.parametrize(("count", "most"), [(14, 1), (15, 2), (28, 2), (34, 3), (60, 3)])
def test_short_entries_stand_in_as_many_columns_as_they_need(count: int, most: int) -> None:
    made = block(dicts(count), 1)
    assert columns(made) == most
    keys = [one.rect for one in made.words if one.ink is Ink.KEY]
    values = [one.rect for one in made.words if one.ink is Ink.VALUE]
    for key, value in zip(keys, values, strict=True):
        assert key.y == value.y
        assert key.right <= value.x
    rects = [*keys, *values]
    assert not any(one.overlaps(other) for n, one in enumerate(rects) for other in rects[:n])
    assert all(one.right <= made.width for one in rects)


def test_a_narrow_room_has_fewer_columns_with_all_entries() -> None:
    film = dicts(34)
    wide, narrow = block(film, 1), block(film, 1, room=block(film, 1).width - 1)
    assert narrow.width < wide.width
    assert narrow.height > wide.height
    assert len(places(narrow)) == 34


def test_a_shortened_card_has_lower_columns_with_lines_at_equal_heights() -> None:
    film = dicts(26)
    whole, short = block(film, 1), block(film, 1, slots=10)
    assert len(places(short)) == 9
    assert columns(short) == columns(whole) == 2
    assert short.height < whole.height / 2
    assert len({y for _, y in places(short)}) == 5


def test_an_entry_keeps_its_place_while_the_dict_grows() -> None:
    film, counts = dicts(9, 16, 24), (9, 16, 24)
    *_, last = tops = [[y for _, y in places(block(film, step))] for step in (1, 2, 3)]
    assert tops == [last[:count] for count in counts]
    assert list(map(len, tops)) == [*counts]


def test_entries_of_which_one_ever_has_a_card_stand_in_one_column() -> None:
    film = dicts(20)
    assert columns(block(film, 1)) == 2
    key, value = film.number(20), film.list()
    film.put(film.names["counts"], Mapping((*held(film)[1:], (key, value)), 20))
    film.step()
    assert columns(block(film, 1)) == 1


def test_a_long_dict_of_short_entries_shows_the_changed_one() -> None:
    film = dicts(60)
    pairs = held(film)
    changed = (*pairs[:45], (pairs[45][0], film.number(7)), *pairs[46:])
    film.put(film.names["counts"], Mapping(changed, 60))
    film.step()
    collector = FactCollector({})
    for state, delta in zip(film.states, film.deltas, strict=True):
        collector.observe(state, delta)
    facts = collector.facts(Level.VALUES)
    folds = in_columns(folds_of(facts, collector.focus), facts, collector.focus)
    maker = Maker(film.states[1].heap, facts, FixedMeasure(), 2, 480, folds=folds)
    made = maker.whole(film.names["counts"])
    assert pairs[45][0] in {one.slot.name for one in made.fields}
    assert len(places(made)) >= 25


def test_a_wide_attribute_takes_the_room_of_a_column() -> None:
    film = dicts(20)
    cls, text = film.cls("Counts"), film.new("str", Scalar(repr("v" * LONG)))
    base = Mapping(held(film), 20)
    film.put(film.names["counts"], Instance(cls, (("about", text),), base))
    film.bind("cls", cls)
    film.bind("text", text)
    film.step()
    wide = block(film, 2, room=900)
    assert columns(wide) == 2
    narrow = block(film, 2, room=wide.width - 1)
    assert columns(narrow) == 1
    assert narrow.width < wide.width
