"""The last references to objects that are freed."""

import sys
from types import FrameType

from tests.layout.film import Film
from visualizer.explain.steps.step import explain_step


def calls_to_explain(count: int) -> int:
    """Count the calls of explaining a step that frees that many lists, and the list of them."""
    film, calls = Film(), 0
    film.bind("x", film.list(*(film.list(film.number(1)) for _ in range(count))))
    before = film.step()
    film.bind("x", film.number(1))
    film.step()

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        explain_step(before, film.deltas[-1])
    finally:
        sys.setprofile(None)
    return calls


def test_a_further_object_that_is_freed_costs_forty_calls() -> None:
    few, many = calls_to_explain(200), calls_to_explain(1000)
    assert many - few < 40 * (1000 - 200)
