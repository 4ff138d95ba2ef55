"""The cells of a list stand in lines of nearly equal length."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.layout.blocks.test_maker import block
from tests.layout.film import Film
from visualizer.layout.blocks.block import Block, Form
from visualizer.model import Sequence


def numbers(*lengths: int) -> Film:
    """Give a list these lengths, one after another."""
    film = Film()
    items = [film.number(n) for n in range(max(lengths))]
    for name in ("items", "all"):
        film.bind(name, film.list(*items))
    whole = film.heap[film.names["all"]].content
    assert isinstance(whole, Sequence)
    for length in lengths:
        film.put(film.names["items"], replace(whole, items=whole.items[:length], length=length))
        film.step()
    return film


def lines(made: Block) -> list[int]:
    """Return the number of cells in each line."""
    return [*Counter(one.rect.y for one in made.shapes if one.form is Form.CELL).values()]


@pytest.mark.parametrize(
    ("length", "expected"),
    [(10, [10]), (11, [6, 5]), (12, [6, 6]), (20, [10, 10]), (23, [8, 8, 7]), (30, [10] * 3)],
)
def test_lines_are_nearly_equally_long(length: int, expected: list[int]) -> None:
    film = numbers(length)
    assert lines(block(film, film.names["items"])) == expected


def test_items_keep_their_places_at_every_length_of_a_list() -> None:
    film = numbers(11, 7)
    assert lines(block(film, film.names["items"])) == [6, 1]


def test_more_items_than_are_shown_fill_whole_lines() -> None:
    film = numbers(33)
    assert lines(block(film, film.names["items"]))[0] == 10
