"""What stands in the rows of cards."""

import pytest

from visualizer.layout.blocks.rows import rows_of
from visualizer.layout.blocks.values import Values
from visualizer.layout.course.facts import Facts, Raised
from visualizer.layout.measure import Phrase
from visualizer.model import ExceptionBody, HeapObject


def notes(passed: int, step: int = 10_000) -> list[str]:
    """What an exception tells of its way through so many functions."""
    thing = HeapObject(1, "ValueError", 16, 1, 72, ExceptionBody(None, None, None, None, None, ()))
    facts = Facts(raised={1: tuple(Raised(n + 1, f"f{n}", n + 1) for n in range(passed))})
    told = rows_of(thing, Values({1: thing}, facts), facts, step).notes
    found = []
    for note in told:
        assert isinstance(note, Phrase)
        given = dict(note.arguments)
        found.append(str(given.get("function", f"and {given.get('n')} more")))
    return found


@pytest.mark.parametrize(
    ("passed", "told"),
    [
        (1, ["f0"]),
        (7, [f"f{n}" for n in range(7)]),
        (8, ["f0", "f1", "f2", "and 2 more", "f5", "f6", "f7"]),
        (1000, ["f0", "f1", "f2", "and 994 more", "f997", "f998", "f999"]),
    ],
)
def test_of_a_long_way_the_first_and_the_last_functions_are_told(
    passed: int, told: list[str]
) -> None:
    assert notes(passed) == told


def test_it_tells_only_what_has_been_so_far() -> None:
    assert notes(1000, step=2) == ["f0", "f1"]
