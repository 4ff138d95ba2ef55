"""Maps the steps and objects of a recording to a later one of the edited program.

Steps match if they are the same visit of the same line; objects match if the same step made them,
as the same one in order of their type.
"""

from __future__ import annotations

import time
from collections import defaultdict
from typing import TYPE_CHECKING

from visualizer.model import Event, VisualizerError
from visualizer.recording.mapping.line_map import ProgramMap

if TYPE_CHECKING:
    from visualizer.model import Delta
    from visualizer.recording import Recording

MOST = 50_000
"""The most steps of a recording that are read: about three seconds of work."""
_SLICE = 50

type _Place = tuple[Event, str, int, str]
"""What happened where: event, file, line and function."""
type _Birth = tuple[int, str, int]
"""The step that made an object, its type, and its number among that step's new ones."""


class _ReadSteps:
    """The steps and births of one recording, as far as read; it may still grow."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self._cursor = recording.cursor()
        self.places: list[_Place] = []
        self.ranks: list[int] = []
        self.steps_at: dict[_Place, list[int]] = defaultdict(list)
        self.births: dict[int, _Birth] = {}
        self.born: dict[_Birth, int] = {}

    @property
    def is_read(self) -> bool:
        """Whether all steps have been read, or the most that ever will be."""
        return len(self.places) >= min(self.recording.steps, MOST)

    def read(self, until: float, last: int = MOST) -> bool:
        """Read up to ``last``, until a time of ``time.perf_counter``; whether that is done."""
        last = min(last, self.recording.steps, MOST)
        while len(self.places) < last and time.perf_counter() < until:
            first = len(self.places) + 1
            for number in range(first, min(first + _SLICE, last + 1)):
                self._add_step(self._cursor.delta(number))
        return len(self.places) >= last

    def _add_step(self, delta: Delta) -> None:
        step = delta.step
        place = (step.event, step.file, step.line, step.function)
        there = self.steps_at[place]
        there.append(step.number)
        self.places.append(place)
        self.ranks.append(len(there))
        counts: dict[str, int] = defaultdict(int)
        for change in delta.objects:
            if change.old is None and change.new is not None:
                kind = change.new.type
                counts[kind] += 1
                birth = step.number - 1, kind, counts[kind]
                self.births[change.serial], self.born[birth] = birth, change.serial


class StepMapping:
    """Maps one recording to the one given to ``follow``, which may still grow.

    Both stay open until ``close``. ``still``: the picture must not move meanwhile.
    """

    def __init__(self, before: Recording, *, still: bool = False) -> None:
        self.still = still
        self._before = _ReadSteps(before)
        self._after: _ReadSteps | None = None
        self._lines: ProgramMap | None = None

    def follow(self, after: Recording) -> None:
        """Map to ``after``, a new recording of the program that may still grow."""
        self._after = _ReadSteps(after)
        self._lines = ProgramMap(self._before.recording, after)

    def read(self, seconds: float, step: int = 0) -> bool:
        """Read both for at most ``seconds``; return whether all has been read.

        It first reads what locates ``step``. In a damaged file, only the part before the damage
        counts.
        """
        until = time.perf_counter() + seconds
        try:
            if self._after is not None:
                self._after.recording.refresh()
            if not self._before.read(until, step):
                return False
            if self._after is None:
                return self._before.read(until)
            return self._after.read(until) and self._before.read(until)
        except VisualizerError:
            return True

    def close(self) -> None:
        """Close the files; what was read stays known."""
        self._before.recording.close()
        if self._after is not None:
            self._after.recording.close()

    def step(self, step: int) -> int | None:
        """Return the matching step; None if there is none, or none is known yet."""
        before, after = self._before, self._after
        if after is None or not 1 <= step <= len(before.places):
            return None
        moved, rank = self._moved(before.places[step - 1]), before.ranks[step - 1]
        there = after.steps_at.get(moved, []) if moved is not None else []
        return there[rank - 1] if rank <= len(there) else None

    def nearest(self, step: int) -> int:
        """Return the matching step, or the last visit of its line, else that of an earlier step."""
        before, after = self._before, self._after
        if after is None:
            return step
        if step == before.recording.steps and before.recording.end and after.recording.end:
            # A view of the old run's end goes to the new run's end.
            return after.recording.steps
        if step > len(before.places) or not after.is_read:
            return max(1, min(step, after.recording.steps))
        for number in range(step, 0, -1):
            found = self.step(number)
            if found is None and (place := self._moved(before.places[number - 1])) is not None:
                found = max(after.steps_at.get(place, ()), default=None)
            if found is not None:
                return found
        return 1

    def serial(self, serial: int) -> int | None:
        """Return the matching object; None if there is none, or none is known yet."""
        birth, after = self._before.births.get(serial), self._after
        if birth is None or after is None:
            return None
        maker, kind, number = birth
        step = self.step(maker) if maker else 0
        return after.born.get((step, kind, number)) if step is not None else None

    def serials(self) -> dict[int, int]:
        """Return all matching objects, by their old serials."""
        found = {serial: self.serial(serial) for serial in self._before.births}
        return {before: after for before, after in found.items() if after is not None}

    def _moved(self, place: _Place) -> _Place | None:
        """Where a line is now; None where it is gone."""
        event, file, line, function = place
        moved = self._lines.place(file, line) if self._lines is not None else None
        return (event, *moved, function) if moved is not None else None
