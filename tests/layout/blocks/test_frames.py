"""A frame's head has room for its name and line; one folded to a line has as many of its values as
there is room for."""

from dataclasses import replace

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.frames import (
    FrameContent,
    FrameRow,
    folded,
    folded_content,
    frame,
    natural_width,
)
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.picture import Key, Slot


def maker_of(film: Film) -> Maker:
    return Maker(film.states[-1].heap, facts_of(film, Level.VALUES, ""), FixedMeasure(), 1, 480)


def line(function: str, width: float) -> list[str]:
    """The texts of the folded frame of a call whose only name refers to a list."""
    film = Film()
    film.bind("items", film.list(*(film.number(n) for n in range(7))))
    film.step()
    row = FrameRow("items", Slot("name", "items"), film.names["items"])
    made = folded(maker_of(film), FrameContent(Key("frame", 1), function, 0, (row,)), width)
    assert all(words.rect.right <= width for words in made.words)
    return [str(words.text) for words in made.words]


def test_a_value_is_shortened_before_it_is_left_out() -> None:
    whole, short = line("go", 300), line("permutations", 210)
    assert whole[:2] == ["go", "items "]
    assert short[:2] == ["permutations", "items "]
    assert short[2].startswith("→[0")
    assert len(short[2]) < len(whole[2])


def test_a_long_function_name_is_shortened_for_one_value() -> None:
    assert line("permutations", 150) == ["permu…", "items ", "→[0,…]"]
    assert len(line("permutations", 60)) == 1


def test_a_folded_frame_has_the_values_that_may_differ_but_not_self() -> None:
    rows = tuple(FrameRow(name, Slot("name", name), 1) for name in ("self", "items", "lowest"))
    call = FrameContent(Key("frame", 1), "search", 3, rows)
    assert folded_content(call).rows == rows[1:]
    assert folded_content(replace(call, differing=frozenset({"self", "lowest"}))).rows == rows[2:]


@pytest.mark.parametrize("number", [7, 42, 125, 1234])
def test_the_head_has_room_for_the_whole_name_and_line(number: int) -> None:
    film = Film()
    film.step()
    maker, call = maker_of(film), FrameContent(Key("frame", 1), "permutations", number, ())
    made = frame(maker, call, natural_width(maker, call), is_running=True)
    name, at_line = made.words
    assert name.rect.width >= maker.width(name.text, name.ink)
    assert at_line.rect.width >= maker.width(at_line.text, at_line.ink)
    assert name.rect.right < at_line.rect.x
