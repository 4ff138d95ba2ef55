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


def test_results_are_kept_only_up_to_the_limit() -> None:
    film = Film()
    film.bind("a", film.list(*(film.list() for _ in range(5))))
    film.bind("b", film.list(film.list()))
    film.step()
    for most, is_kept in ((1_000, True), (2, False)):
        making = Maker({}, Facts(), FixedMeasure(), 0, 480, known=Keeping(most=most))
        maker = maker_at(making, film.states[-1])
        first = maker.whole(film.names["a"])
        assert maker.whole(film.names["a"]) is first
        maker.whole(film.names["b"])
        assert (maker.whole(film.names["a"]) is first) is is_kept
