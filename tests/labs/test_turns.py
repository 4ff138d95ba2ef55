"""The threads' turns, from invented pieces and from real ones."""

from typing import Any

import pytest

from visualizer.labs.concurrency.turns import meeting, turns

PIECE = 0.0005


def pieces(worker: str, *runs: tuple[float, int]) -> list[Any]:
    """Return successive pieces; a run has a beginning and a number of pieces."""
    found: list[Any] = []
    last = runs[0][0]
    for begun, count in runs:
        for number in range(count):
            end = begun + (number + 1) * PIECE
            found.append((worker, last, end, len(found) + 1))
            last = end
    return found


def test_threads_that_take_turns_never_run_at_once() -> None:
    first = pieces("numbers", (0.0, 10), (0.010, 10))
    second = pieces("letters", (0.005, 10), (0.015, 10))
    found = turns(first + second)
    assert found is not None
    assert [one[0] for one in found.running] == ["numbers", "letters"] * 2
    assert found.switches == 3
    assert found.at_once == pytest.approx(0, abs=1e-9)
    assert [start for _, start, _ in found.running] == pytest.approx([0, 0.005, 0.010, 0.015])


def test_processes_run_at_once() -> None:
    found = turns(pieces("numbers", (0.0, 40)) + pieces("letters", (0.002, 40)))
    assert found is not None
    assert found.switches == 1
    assert found.at_once == pytest.approx(0.018 / 0.022)


def test_without_pieces_nothing_is_known() -> None:
    assert turns([]) is None


def spans(**times: tuple[float, float]) -> list[dict[str, Any]]:
    return [
        {"worker": name, "start": start, "end": end, "step": 1}
        for name, (start, end) in times.items()
    ]


def test_jobs_run_alone_in_turn_or_overlapping() -> None:
    assert meeting(spans(numbers=(0.0, 1.0))) == "alone"
    assert meeting(spans(numbers=(0.0, 1.0), letters=(1.0, 2.0))) == "in turn"
    assert meeting(spans(numbers=(0.0, 1.0), letters=(0.1, 1.1))) == "overlap"
    both = spans(numbers=(0.0, 1.0), letters=(1.0, 2.0)) + spans(**{"numbers 2": (0.5, 1.5)})
    assert meeting(both) == "overlap"
