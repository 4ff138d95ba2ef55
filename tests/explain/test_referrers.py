"""Who refers to an object: the references listed add up to its count."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings

from tests.layout.film import Film
from tests.layout.films import films
from visualizer.explain import Referrer, referrers
from visualizer.model import Cell


def test_names_slots_and_calls_are_listed_each_once() -> None:
    film = Film()
    film.bind("a", film.list())
    film.bind("b", film.list(film.names["a"], film.names["a"]))
    film.call("work", 3, x=film.names["a"])
    state = film.step()
    assert referrers(state, film.names["a"]) == (
        Referrer("global", "a", 1, scope="prog.py"),
        Referrer("name", "x", 1, scope="work"),
        Referrer("slot", "[0]", 1, holder=film.names["b"]),
        Referrer("slot", "[1]", 1, holder=film.names["b"]),
    )


def test_what_no_picture_shows_is_left_to_the_interpreter() -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    serial = film.names["a"]
    state.heap[serial] = replace(state.heap[serial], refcount=3)
    assert referrers(state, serial)[-1] == Referrer("interpreter", "", 2)


def test_an_object_that_is_not_there_has_none() -> None:
    assert referrers(Film().step(), 99) == ()


@settings(max_examples=30)
@given(film=films())
def test_the_references_add_up_to_the_count(film: Film) -> None:
    for state in film.states:
        for serial, thing in state.heap.items():
            if thing.refcount is None or state.step is None:
                continue
            in_flight = 1 if state.step.value == serial else 0
            kinds = Counter[str]()
            for referrer in referrers(state, serial):
                kinds[referrer.kind] += referrer.count
            assert kinds["interpreter"] == in_flight
            assert kinds.total() == thing.refcount


def test_a_name_that_reaches_its_object_through_a_cell_does_not_count_twice() -> None:
    film = Film()
    value = film.list()
    film.bind("cell", film.new("cell", Cell(value)))
    film.call("inner", 3, x=value)
    state = film.step()
    state.heap[value] = replace(state.heap[value], refcount=1)
    found = {referrer.kind: referrer.count for referrer in referrers(state, value)}
    assert found == {"name": 0, "slot": 1}
