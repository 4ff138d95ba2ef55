"""The row of each call, compared with a walk of the tree."""

import random

import pytest

from visualizer.recording.index.run_profile import Calls
from visualizer.shell.dock.call_order import CallOrder


def run_of(seed: int, threads: int, turns: int) -> tuple[Calls, int]:
    """Return the calls of a random run, and the number of its steps."""
    chance = random.Random(seed)
    calls, stacks, serial = Calls(["f"]), {n: [0] for n in range(1, threads + 1)}, 1
    for step in range(1, turns + 1):
        thread = chance.randint(1, threads)
        stack = stacks[thread]
        if len(stack) > 1 and chance.random() < 0.45:
            stack.pop()
        else:
            stack.append(serial)
            serial += 1
        calls.add(step, thread, 0, stack[-1], len(stack))
    return calls, turns


def walked(calls: Calls, folded: set[int]) -> list[int]:
    """Return the rows, by a walk from the bottom of each thread's stack."""

    def below(number: int) -> list[int]:
        inside = [] if number in folded else made.get(number, [])
        return [number, *(one for child in inside for one in below(child))]

    made: dict[int, list[int]] = {}
    for number, parent in enumerate(calls.parents):
        made.setdefault(parent, []).append(number)
    roots = sorted(made.get(-1, []), key=lambda one: calls.threads[one])
    return [one for root in roots for one in below(root)]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("threads", [1, 3])
def test_rows_are_those_of_a_tree_whatever_is_folded(seed: int, threads: int) -> None:
    calls, _ = run_of(seed, threads, 120)
    order, chance = CallOrder(), random.Random(seed)
    order.begin(calls)
    # Threads are in the order of their first calls; here the list has all calls from the start.
    folded: set[int] = set()
    for _ in range(6):
        rows = [order.number(row) for row in range(order.count)]
        assert rows == walked(calls, folded)
        assert [order.row(number) for number in rows] == list(range(order.count))
        number = chance.choice(rows)
        order.fold(number, number not in folded)
        folded ^= {number}
        assert order.is_folded(number) is (number in folded)


def test_a_hidden_call_has_the_row_of_the_folded_one() -> None:
    calls, _ = run_of(3, 1, 80)
    order = CallOrder()
    order.begin(calls)
    hidden = len(calls) - 1
    caller = order.callers(hidden)[-1]
    order.fold(caller, True)
    assert order.row(hidden) == order.row(caller)


@pytest.mark.parametrize("seed", range(5))
def test_the_running_call_is_the_deepest_that_there_is(seed: int) -> None:
    calls, steps = run_of(seed, 2, 90)
    order = CallOrder()
    order.begin(calls)
    for step in range(1, steps + 1):
        for thread in (1, 2):
            there = [
                one
                for one in range(len(calls))
                if calls.threads[one] == thread
                and calls.firsts[one] <= step
                and (not calls.lasts[one] or calls.lasts[one] >= step)
            ]
            deepest = max(there, key=lambda one: calls.depths[one], default=None)
            assert order.running(thread, step) == deepest


def test_calls_that_come_later_are_taken_in_and_folds_stay() -> None:
    calls, _ = run_of(1, 1, 40)
    order = CallOrder()
    order.begin(calls)
    first = next(one for one in range(len(calls)) if order.has_calls(one) and calls.lasts[one])
    order.fold(first, True)
    before = order.count
    for step in range(41, 60):
        calls.add(step, 1, 0, step + 1000, 2)
    order.refresh()
    assert order.count == before + 19
    assert [order.number(row) for row in range(order.count)] == walked(calls, {first})
