"""The objects that are written in place, and those with a card."""

import pytest

from tests.layout.film import Film
from visualizer.layout.analysis.plain import is_plain
from visualizer.model import Instance, Scalar


def is_written(film: Film, cls: int) -> bool:
    """Whether an instance with a value and without attributes is written in place."""
    serial = film.instance(cls)
    film.put(serial, Instance(cls, (), Scalar("5")))
    return is_plain(film.heap[serial], film.heap)


def test_a_value_of_a_class_derived_from_int_is_written_in_place() -> None:
    film = Film()
    assert is_written(film, film.cls("Age", film.library_class("int")))


@pytest.mark.parametrize("name", ["c_int", "Array", "Structure"])
def test_data_of_ctypes_has_a_card_because_names_may_share_it(name: str) -> None:
    film = Film()
    of_library = film.library_class(name)
    assert not is_written(film, of_library)
    assert not is_written(film, film.cls("Own", of_library))
