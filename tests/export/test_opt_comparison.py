"""The comparison of Python Tutor traces finds every difference, and invents none."""

import copy
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.export.opt_comparison import Entry, compare
from tests.export.opt_traces import PROGRAMS, golden_trace

TRACE = golden_trace(PROGRAMS / "zombies_with_state.py")


def renumbered(trace: list[Entry], numbers: Callable[[int], int]) -> list[Entry]:
    """Return the trace with other reference numbers."""

    def value(encoded: object) -> object:
        if isinstance(encoded, list):
            if encoded[:1] == ["REF"]:
                return ["REF", numbers(encoded[1])]
            return [value(part) for part in encoded]
        if isinstance(encoded, dict):
            return {name: value(part) for name, part in encoded.items()}
        return encoded

    found = []
    for entry in trace:
        other = {name: value(part) for name, part in entry.items()}
        other["heap"] = {str(numbers(int(n))): value(v) for n, v in entry["heap"].items()}
        found.append(other)
    return found


@given(st.permutations(range(1, 40)))
def test_other_numbers_for_references_are_no_difference(order: list[int]) -> None:
    ours = renumbered(TRACE, lambda number: order[number - 1])
    assert compare(TRACE, ours).differences == []


def test_a_number_that_changes_its_object_on_the_way_is_a_difference() -> None:
    half = len(TRACE) // 2
    ours = TRACE[:half] + renumbered(TRACE[half:], lambda number: number + 1)
    assert compare(TRACE, ours).differences != []


def test_an_entry_that_only_one_trace_has_is_a_difference_and_the_rest_still_agrees() -> None:
    assert len(compare(TRACE, TRACE[:5] + TRACE[6:]).differences) == 1
    assert len(compare(TRACE[:5] + TRACE[6:], TRACE).differences) == 1


def test_a_missing_end_is_as_many_differences_as_entries() -> None:
    assert len(compare(TRACE, TRACE[:10]).differences) == len(TRACE) - 10


def leaves(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Yield the paths to everything in an entry that has no parts."""
    if isinstance(value, dict) and value:
        return [leaf for key, part in value.items() for leaf in leaves(part, (*path, key))]
    if isinstance(value, list) and value:
        return [leaf for n, part in enumerate(value) for leaf in leaves(part, (*path, n))]
    return [path]


WITH_ALL = next(e for e in TRACE if len(e["stack_to_render"]) > 1 and len(e["heap"]) > 3)


def test_nothing_in_an_entry_can_change_unseen() -> None:
    paths = leaves(WITH_ALL)
    assert len(paths) > 50
    for path in paths:
        ours = copy.deepcopy(WITH_ALL)
        part: Any = ours
        for key in path[:-1]:
            part = part[key]
        part[path[-1]] = "changed"
        assert compare([WITH_ALL], [ours]).differences, path
