"""A maker reuses a block of another step, or with another fold, only if it would be equal."""

import random
from itertools import pairwise

from tests.layout.composing.test_sheets import all_sheets
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Facts
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.watched import Keeping
from visualizer.layout.composing.crowding import TightPacking
from visualizer.layout.composing.making import maker_at
from visualizer.layout.placing.unit import Size

ROOM = Size(500, 400)


def test_a_frame_is_made_again_only_when_its_text_changes() -> None:
    film = Film()
    film.bind("a", film.number(1))
    film.step()
    film.call("f", 3, n=film.number(2))
    film.step()
    film.call("g", 5, n=film.number(3))
    film.step()
    film.calls.clear()
    film.bind("a", film.number(4))
    film.step()
    modules = [sheet.boxes[0].block for sheet in all_sheets(film)]
    assert [one is other for one, other in pairwise(modules)] == [False, True, False]
    assert any(words.text == "4" for words in modules[-1].words)


def test_packing_one_set_after_another_finds_the_same_as_packing_each_alone() -> None:
    rng = random.Random(25)
    sizes = [Size(rng.randint(20, 200), rng.randint(20, 200)) for _ in range(12)]
    packing, found = TightPacking(ROOM), set()
    for _ in range(200):
        some = tuple(rng.sample(sizes, rng.randint(1, len(sizes))))
        fits = packing.has_room(some)
        assert fits == TightPacking(ROOM).has_room(some)
        found.add(fits)
    assert found == {True, False}


def test_single_steps_are_cached_only_up_to_the_limit() -> None:
    film = Film()
    film.bind("a", film.list(*(film.list() for _ in range(5))))
    for _ in range(20):
        film.step()
    for steps, most, kept in ((0, 1_000, 0), (10, 1_000, 10), (20, 1_000, 20), (20, 10, 4)):
        keeping = Keeping(range(1, steps + 1), most)
        making = Maker({}, Facts(), FixedMeasure(), 0, 480, known=keeping)
        blocks = [maker_at(making, state).whole(film.names["a"]) for state in film.states]
        assert all(one is blocks[0] for one in blocks)
        there = [making.known.at(step) for step in range(1, 21)]
        assert sum(bool(one) for one in there) == kept
