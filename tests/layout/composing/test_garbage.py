"""Laying out a step makes no cycles: the last reference to a picture frees it.

The window's collector waits for an idle moment; until then cycles of every step would pile up.
"""

import gc
from collections.abc import Callable, Iterator

import pytest

from tests.layout.analysis.test_collector import chain
from tests.layout.composing.test_sheets import recursion, sheets_of, swaps
from tests.layout.film import Film, call_example
from visualizer.layout.analysis.facts import Level


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Switch the collector off; a test may still run it."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("make", [call_example, swaps, lambda: recursion(30), lambda: chain(12)])
def test_a_step_leaves_nothing_for_the_collector(make: Callable[[], Film], level: Level) -> None:
    film = make()
    sheets = sheets_of(film, level)
    for state, delta in zip(film.states, film.deltas, strict=True):
        sheets.sheet(state, delta)
    del sheets
    assert gc.collect() == 0
