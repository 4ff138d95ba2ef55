"""Maps the lines of a text to those of its edited version."""

import random
from itertools import pairwise

import pytest

from visualizer.recording.mapping import line_map
from visualizer.recording.mapping.line_map import LineMap

LINES = [f"value_{number} = {number}" if number % 3 else "" for number in range(300)]


@pytest.mark.parametrize("seed", range(20))
def test_lines_that_nobody_edited_are_found_at_their_places(seed: int) -> None:
    chosen = random.Random(seed)
    kept: list[int] = []
    after: list[str] = []
    for number, line in enumerate(LINES, 1):
        what = chosen.choice(["keep"] * 12 + ["change", "delete", "insert"])
        if what == "insert":
            after.append(f"inserted_{number}()")
        if what in ("keep", "insert"):
            kept.append(number)
            after.append(line)
        elif what == "change":
            after.append(f"# {number}")
    found = LineMap("\n".join(LINES), "\n".join(after))
    places = [found.unchanged(number) for number in kept if LINES[number - 1]]
    assert [after[place - 1] for place in places if place] == [
        LINES[number - 1] for number in kept if LINES[number - 1]
    ]
    assert all(one < other for one, other in pairwise(places) if one and other)


def test_for_unchanged_lines_no_similar_ones_are_sought(monkeypatch: pytest.MonkeyPatch) -> None:
    after = [*LINES[:100], *(f"value_{n} = {n} + 1" for n in range(100, 149)), *LINES[150:]]
    compared = []

    def likeness(one: str, other: str) -> float:
        compared.append((one, other))
        return 0.0

    monkeypatch.setattr(line_map, "_likeness", likeness)
    found = LineMap("\n".join(LINES), "\n".join(after))
    assert [found.unchanged(number) for number in (100, 102, 151)] == [100, None, 150]
    assert not compared
    assert found.line(102) == 102
    assert compared
