"""A plan pauses often with any number of objects, and its time per object is constant."""

import sys
from collections.abc import Callable
from contextvars import copy_context
from itertools import pairwise
from types import FrameType
from typing import NamedTuple

import pytest

from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.checkpoints import call_at_checkpoints
from visualizer.layout.composing.sheets import Sheets, Start, walk_of
from visualizer.model import Instance

FEW = 25_000
"""Calls that take about ten milliseconds."""


class Calls(NamedTuple):
    """The function calls of a plan, and the most of them between two checkpoints."""

    every: int
    most: int


def nodes(film: Film, count: int) -> int:
    """Make a list of nodes that refer to themselves, and of lists that refer to these nodes."""
    node = film.cls("Node")
    every = [film.instance(node) for _ in range(count // 2)]
    for one in every:
        film.put(one, Instance(node, (("next", one),)))
    return film.list(*every, *(film.list(one) for one in every))


def records(film: Film, count: int) -> int:
    """Make a list of objects with one attribute, which the picture shows as a table."""
    record, one = film.cls("Record"), film.number(1)
    return film.list(*(film.instance(record, size=one) for _ in range(count)))


def calls_to_plan(made: Callable[[Film, int], int], count: int) -> Calls:
    """Plan a step with a list of that many objects; count the calls."""
    film = Film()
    film.bind("kept", made(film, count))
    film.step()
    film.step(2)
    start = Start(film.states[-1], film.deltas[-1])
    sheets = Sheets(walk_of(film, 2, 2, start), {}, FixedMeasure(), is_brief=True)
    calls, pauses = 0, [0]

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    def plan() -> None:
        call_at_checkpoints(lambda: pauses.append(calls))
        sys.setprofile(note)
        try:
            sheets.plan()
        finally:
            sys.setprofile(None)

    copy_context().run(plan)
    pauses.append(calls)
    return Calls(calls, max(now - before for before, now in pairwise(pauses)))


@pytest.mark.parametrize("made", [nodes, records])
def test_five_times_the_objects_take_five_times_the_calls_in_more_pieces(
    made: Callable[[Film, int], int],
) -> None:
    few, many = calls_to_plan(made, 400), calls_to_plan(made, 2_000)
    assert many.every < 5.2 * few.every
    assert many.most < FEW
