"""Instances of the library's classes that stand for a value are written as Python writes them."""

import pytest

from tests.layout.film import Film
from visualizer.model import ClassBody, Scalar, library_value


def library(film: Film, name: str) -> int:
    """A class of the library: its attributes are not recorded."""
    return film.new("type", ClassBody(name, (), ()))


def text(film: Film, value: str) -> int:
    return film.new("str", Scalar(repr(value)))


def test_fractions_and_paths_are_written_as_python_writes_them() -> None:
    film = Film()
    half = film.instance(
        library(film, "Fraction"), _numerator=film.number(1), _denominator=film.number(2)
    )
    raw = film.list(text(film, "a//b"), text(film, "c.txt"))
    path = film.instance(library(film, "PosixPath"), _raw_paths=raw)
    assert library_value(film.heap[half], film.heap) == "Fraction(1, 2)"
    assert library_value(film.heap[path], film.heap) == "PosixPath('a/b/c.txt')"


def test_an_attribute_without_a_name_is_no_fault() -> None:
    film = Film()
    odd = film.instance(film.cls("Odd"), **{"": film.number(1)})
    assert library_value(film.heap[odd], film.heap) is None


@pytest.mark.parametrize("name", ["Fraction", "PosixPath"])
def test_what_a_program_calls_so_itself_is_an_object_like_any_other(name: str) -> None:
    film = Film()
    mine = film.instance(film.cls(name), _numerator=film.number(1), _denominator=film.number(2))
    assert library_value(film.heap[mine], film.heap) is None
