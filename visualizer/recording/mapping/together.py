"""Steps two recordings together: where one goes when the other moves.

Each search yields a step now and then, so that the caller can check the clock.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from visualizer.model import Event, Step
from visualizer.recording.mapping.line_map import ProgramMap

if TYPE_CHECKING:
    from visualizer.recording import Recording

type Search[T] = Generator[int, None, T]

_ENDS = (Event.FINISH, Event.UNCAUGHT)


class Pace(StrEnum):
    """What counts as one step of both sides."""

    STEP = "step"
    LINE = "line"
    OUTPUT = "output"
    CALL = "call"
    RETURN = "return"


_EVENTS = {
    Pace.LINE: (Event.LINE, Event.EXCEPTION, *_ENDS),
    Pace.CALL: (Event.CALL,),
    Pace.RETURN: (Event.RETURN, Event.YIELD),
}


class Why(StrEnum):
    """Why a side stayed behind."""

    ENDED = "ended"
    """It has no further step, or none of that kind."""
    NO_LINE = "no line"
    """Its program has no such line."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """The step that a side goes to, and why it fell short of the other side's move."""

    step: int
    why: Why | None = None


class Together:
    """Two recordings, ``sides`` 0 and 1, either of which may lead."""

    def __init__(self, recordings: tuple[Recording, Recording]) -> None:
        self._recordings = recordings
        one, other = recordings
        self._maps = ProgramMap(one, other), ProgramMap(other, one)

    def next_step(self, pace: Pace, side: int, step: int, direction: int) -> int | None:
        """Return the next step at a pace (``direction`` 1), or the one before (-1)."""
        recording = self._recordings[side]
        if pace is Pace.STEP:
            wanted = step + direction
            return wanted if 1 <= wanted <= recording.steps else None
        return beside(self._steps(pace, side), step, direction)

    def follow(
        self, pace: Pace, side: int, move: tuple[int, int], others: tuple[int, int]
    ) -> Search[Arrival]:
        """Return where the other side goes when ``side`` has moved from one step to another.

        ``others`` are the step of the other side, and its distance from ``side`` at the time they
        were linked. At the pace of steps it keeps that distance. At the pace of lines it goes as
        many visits of the matching line further as ``side`` did; at the pace of an event, as many
        events. Raises ``DamagedRecording``.
        """
        if pace is Pace.STEP:
            wanted = move[1] + others[1]
            step = max(1, min(wanted, self._recordings[1 - side].steps))
            return Arrival(step, None if step == wanted else Why.ENDED)
        if move[0] == move[1]:
            return Arrival(others[0])
        if pace is Pace.LINE:
            return (yield from self._by_line(side, move, others[0]))
        passed = _passed(self._steps(pace, side), *move)
        return _moved(self._steps(pace, 1 - side), others[0], passed)

    def _steps(self, pace: Pace, side: int) -> Sequence[int]:
        recording = self._recordings[side]
        if pace is Pace.OUTPUT:
            return recording.index.with_output()
        return recording.steps_with(*_EVENTS[pace])

    # ---- by line ----

    def _by_line(self, side: int, move: tuple[int, int], step: int) -> Search[Arrival]:
        here, other = self._recordings[side], self._recordings[1 - side]
        direction = 1 if move[1] > move[0] else -1
        at = here.cursor().delta(move[1]).step
        if at.event in _ENDS:
            return Arrival(other.steps)
        place = self._maps[side].place(at.file, at.line)
        if place is None:
            return Arrival(step, Why.NO_LINE)
        visits = yield from self._visits(side, at, (at.file, at.line), move)
        found = yield from self._visit(1 - side, at, place, step, direction * visits)
        return Arrival(step, Why.ENDED) if found is None else Arrival(found)

    def _visits(
        self, side: int, at: Step, place: tuple[str, int], move: tuple[int, int]
    ) -> Search[int]:
        """Return how often a side visited a place in a move, including its end."""
        direction = 1 if move[1] > move[0] else -1
        count = 0
        for number in self._at(side, at, place, move[0], direction):
            if (number - move[1]) * direction > 0:
                break
            yield number
            count += 1
        return max(1, count)

    def _visit(
        self, side: int, at: Step, place: tuple[str, int], step: int, visits: int
    ) -> Search[int | None]:
        """Return the step after that many visits, or of the last visit; None without a visit."""
        found = None
        left = abs(visits)
        for number in self._at(side, at, place, step, 1 if visits > 0 else -1):
            yield number
            found, left = number, left - 1
            if not left:
                break
        return found

    def _at(
        self, side: int, at: Step, place: tuple[str, int], step: int, direction: int
    ) -> Generator[int]:
        """Yield the steps beyond ``step`` at which the same event happens at a place."""
        recording = self._recordings[side]
        if at.event is Event.LINE:
            for _, found in recording.lines.stretches((place,), step, direction):
                yield from (number for number, _ in found)
            return
        steps, cursor = recording.steps_with(at.event), recording.cursor()
        start = bisect_right(steps, step) if direction > 0 else bisect_left(steps, step)
        for number in steps[start:] if direction > 0 else reversed(steps[:start]):
            there = cursor.delta(number).step
            if (there.file, there.line) == place:
                yield number

    def counterpart(self, side: int, step: int) -> Search[int | None]:
        """Return the other side's step at the matching line, at the same visit of it.

        None where there is no such line, or the program never reaches it.
        """
        at = self._recordings[side].cursor().delta(step).step
        if at.event in _ENDS:
            return self._recordings[1 - side].steps
        place = self._maps[side].place(at.file, at.line)
        if place is None:
            return None
        visits = yield from self._visits(side, at, (at.file, at.line), (0, step))
        return (yield from self._visit(1 - side, at, place, 0, visits))


def beside(steps: Sequence[int], step: int, direction: int) -> int | None:
    """Return the nearest of the sorted ``steps`` after ``step``, or before it."""
    at = bisect_right(steps, step) if direction > 0 else bisect_left(steps, step) - 1
    return steps[at] if 0 <= at < len(steps) else None


def _passed(steps: Sequence[int], before: int, after: int) -> int:
    """Return how many of ``steps`` a move passes: positive forwards, negative backwards."""
    if after > before:
        return bisect_right(steps, after) - bisect_right(steps, before)
    return bisect_left(steps, after) - bisect_left(steps, before)


def _moved(steps: Sequence[int], step: int, passed: int) -> Arrival:
    if not passed:
        return Arrival(step)
    if passed > 0:
        at = bisect_right(steps, step) + passed - 1
        reached = min(at, len(steps) - 1)
        beyond = reached >= 0 and steps[reached] > step
    else:
        at = bisect_left(steps, step) + passed
        reached = max(at, 0)
        beyond = reached < len(steps) and steps[reached] < step
    return Arrival(steps[reached] if beyond else step, None if reached == at else Why.ENDED)
