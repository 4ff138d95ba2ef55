"""Computes the threads' part of the timeline: turns, the ends of calls, and waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableSequence, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.explain.threads.lock_history import LockWait
    from visualizer.recording.index.run_profile import Call, Calls, RunProfile

type Turns = tuple[tuple[int, int], ...]


def signed_calls(calls: Sequence[Call], name: Callable[[int], str]) -> Callable[[int], str]:
    """Return a function for the texts of bars: the sign of the thread, then ``name``."""

    def signed(number: int) -> str:
        call = calls[number]
        return (f"T{call.thread} " if call.depth == 1 else "") + name(number)

    return signed


def turns_of(profile: RunProfile) -> Turns:
    """Return the first step of each turn, and its thread."""
    found: list[tuple[int, int]] = []
    for step, thread in zip(profile.steps, profile.threads, strict=True):
        if not found or found[-1][1] != thread:
            found.append((step, thread))
    return tuple(found)


def end_threads(
    lasts: MutableSequence[int], calls: Calls, turns: Turns, returns: AbstractSet[int]
) -> None:
    """End the outermost call of a thread at its last return.

    The run profile does not record the ends of threads; ``returns`` are the steps at which calls
    return.
    """
    ended = {}
    for (_, thread), (following, _) in pairwise(turns):
        ended[thread] = following - 1
    if turns:
        ended.pop(turns[-1][1], None)
    open_calls: dict[int, list[int]] = {}
    for number, last in enumerate(lasts):
        if not last and calls.threads[number] in ended:
            open_calls.setdefault(calls.threads[number], []).append(number)
    for thread, numbers in open_calls.items():
        if len(numbers) == 1 and ended[thread] in returns:
            lasts[numbers[0]] = ended[thread]


def wait_rows(
    calls: Sequence[Call], above: Mapping[int, int], waits: Sequence[LockWait]
) -> list[tuple[int, int, int]]:
    """Return row, first and last step of each wait; the row is the innermost call's."""
    by_thread: dict[int, list[Call]] = {}
    for call in calls if waits else ():
        by_thread.setdefault(call.thread, []).append(call)
    found: dict[tuple[int, int], tuple[int, int, int]] = {}
    running: dict[int, list[Call]] = {}
    begun = dict.fromkeys(by_thread, 0)
    for wait in sorted(waits, key=lambda wait: wait.first):
        own, stack = by_thread.get(wait.thread, []), running.setdefault(wait.thread, [])
        while begun.get(wait.thread, 0) < len(own) and own[begun[wait.thread]].first <= wait.first:
            call = own[begun[wait.thread]]
            stack[call.depth - 1 :] = [call]
            begun[wait.thread] += 1
        while stack and stack[-1].last is not None and stack[-1].last < wait.first:
            stack.pop()
        if stack:
            # A thread waits for one lock at a time.
            row = above[wait.thread] + len(stack) - 1
            found[row, wait.first] = row, wait.first, wait.last
    return sorted(found.values())
