"""The search finds objects by name, type, value, address and number."""

import pytest

from tests.layout.film import Film
from visualizer.explain.search import Hit, search
from visualizer.model import State


@pytest.fixture
def film() -> Film:
    made = Film()
    made.bind("Point", made.cls("Point"))
    far = made.instance(made.names["Point"], x=made.number(2890), y=made.number(7))
    made.bind("points", made.list(far))
    made.bind("index", made.dict((made.number(1), made.number(289))))
    made.step(1)
    return made


def found(film: Film, asked: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.text) for hit in search(film.states[-1], asked)]


def test_values_are_found_whole_ones_first(film: Film) -> None:
    assert found(film, "289") == [("value", "289"), ("value", "2890")]


def test_names_come_with_the_object_they_refer_to(film: Film) -> None:
    assert search(film.states[-1], "points") == (Hit(film.names["points"], "name", "points"),)


def test_an_attribute_is_a_name_too(film: Film) -> None:
    assert ("name", "y") in found(film, "y")


def test_either_case_will_do_and_each_object_is_found_once(film: Film) -> None:
    hits = search(film.states[-1], "POINT")
    assert len({hit.serial for hit in hits}) == len(hits)
    assert {hit.text for hit in hits} == {"Point", "points"}


def test_types_are_found(film: Film) -> None:
    assert found(film, "dict") == [("type", "dict")]


def test_numbers_and_addresses(film: Film) -> None:
    serial = film.names["points"]
    address = film.states[-1].heap[serial].address
    assert [hit.serial for hit in search(film.states[-1], f"#{serial}")] == [serial]
    assert [hit.serial for hit in search(film.states[-1], hex(address))] == [serial]
    assert serial in [hit.serial for hit in search(film.states[-1], f"{address:x}"[-4:])]


@pytest.mark.parametrize("asked", ["", "  ", "#", "#0", "#99999", "0xzz", "nothing like it", "#²"])
def test_a_search_for_a_missing_text_finds_nothing(film: Film, asked: str) -> None:
    assert search(film.states[-1], asked) == ()


def test_before_the_first_step_there_is_nothing_to_find() -> None:
    assert search(State(), "x") == ()
