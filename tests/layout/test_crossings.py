"""Which arrows give way: what crosses too many others at a time, and no arrow for less."""

from pathlib import Path

import pytest

from tests.gallery.films import Films
from tests.gallery.shots import LAID_OUT, OWN
from tests.layout.crossings import crossings
from tests.layout.film import Film
from tests.layout.test_choosing import foreseen, pictures
from visualizer.layout import FixedMeasure, Layout
from visualizer.layout.crossings import DENSE, FEW, MOST_CROSSINGS, at_once


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    return Films(tmp_path_factory.mktemp("films"))


def test_what_a_call_is_given_is_drawn_in_full_while_it_crosses_a_few_only() -> None:
    film = Film()
    for name in ("one", "two", "three"):
        film.bind(name, film.list(film.number(1), film.number(2)))
    film.step()
    one, two, three = film.names.values()
    film.call("turn", 1, first=three, second=two, third=one)
    film.step()
    # Who crosses what ``third`` refers to is another one from now on, and no more at a time.
    film.bind("second", three)
    film.step()
    film.step()
    layout = Layout(FixedMeasure(), foreseen(film.deltas))
    for state, delta in zip(film.states, film.deltas, strict=True):
        picture = layout.picture(state, delta)
        assert max(crossings(picture).values(), default=0) <= MOST_CROSSINGS
        assert [arrow.slot.name for arrow in picture.arrows if arrow.chip] == []


@pytest.mark.parametrize("program", [LAID_OUT / "graph.py", OWN / "kinds.py"], ids=lambda p: p.stem)
def test_where_there_are_many_arrows_not_too_many_cross(program: Path, films: Films) -> None:
    seen = 0
    for picture in list(pictures(films, program)):
        count = len(picture.arrows)
        if count > FEW:
            seen += 1
            assert crossings(picture).total() / 2 <= DENSE * count
    assert seen


def test_what_ends_before_it_could_begin_crosses_nothing() -> None:
    # So it is of a reference whose end became known only when its card was to be placed.
    assert at_once(((5, 3),), [((1, 9),)]) == 0
    assert at_once(((1, 9),), [((2, 4),), ((3, 6),), ((6, 8),)]) == 2
