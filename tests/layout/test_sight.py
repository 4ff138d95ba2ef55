"""What of a state is drawn."""

from dataclasses import replace

from tests.layout.film import Film
from visualizer.layout import FixedMeasure, Layout, Picture
from visualizer.model import Handed, Sequence, State


def drawn(picture: Picture) -> set[int | None]:
    return {box.serial for box in picture.boxes}


def handing(state: State, way: str, serial: int) -> State:
    assert state.step is not None
    return replace(state, step=replace(state.step, handed=(Handed(way, serial, 1),)))


def test_an_exception_that_is_handled_is_drawn_before_it_has_a_name() -> None:
    film = Film()
    serial = film.new("ValueError", Sequence((), 0))
    film.bind("e", serial)
    state = film.step()
    state.globals = dict.fromkeys(state.globals, ())
    layout = Layout(FixedMeasure())
    assert serial not in drawn(layout.picture(state))
    assert serial in drawn(layout.picture(handing(state, "exception", serial)))


def test_a_value_on_the_stack_alone_is_not_drawn() -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    state.globals = dict.fromkeys(state.globals, ())
    passing = handing(state, "stack", film.names["a"])
    assert film.names["a"] not in drawn(Layout(FixedMeasure()).picture(passing))


def test_an_island_is_drawn() -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    serial = film.names["a"]
    state.globals = dict.fromkeys(state.globals, ())
    state.heap[serial] = replace(state.heap[serial], unreachable=True)
    assert serial in drawn(Layout(FixedMeasure()).picture(state))


def test_a_value_that_was_freed_is_shown_once_more() -> None:
    film = Film()
    film.bind("a", film.number(1000))
    film.step()
    freed = film.names["a"]
    film.bind("a", film.number(2000))
    film.step()
    layout = Layout(FixedMeasure())
    for state, delta in zip(film.states, film.deltas, strict=True):
        picture = layout.picture(state, delta)
    (ghost,) = [box for box in picture.boxes if box.ghost]
    assert (ghost.serial, [part.text for part in ghost.card.parts]) == (freed, ["1000"])
