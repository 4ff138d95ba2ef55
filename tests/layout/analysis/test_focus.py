"""The names that a step binds, and those that its next line uses."""

from tests.layout.film import FILE, Film
from visualizer.layout.analysis.focus import Focus
from visualizer.layout.analysis.source import read_source
from visualizer.layout.picture import Key


def test_a_step_has_the_names_that_it_binds_beside_those_that_its_next_line_uses() -> None:
    film = Film()
    film.bind("b", film.number(1))
    film.step(line=2)
    for line in (2, 1):
        film.bind("a", film.number(line))
        film.step(line=line)
    focus = Focus(read_source({FILE: "print(b)\n\n"}))
    for state, delta in zip(film.states, film.deltas, strict=True):
        focus.observe(state, delta, {})
    known = focus.bound[Key("globals", FILE)]
    names = {number: name for name, number in known.names.items()}
    *_, (step, last) = known.events
    assert (step, {names[one] for one in last}) == (3, {"a", "b"})
