"""Finds the suspended frames of a program: generators and coroutines that wait to continue.

Often only the interpreter or a library refers to them: a loop to its generator, a ``with``
statement to its context manager, an event loop to the coroutines of its tasks.
"""

from collections import Counter
from dataclasses import dataclass

from visualizer.layout.analysis.clocks import in_effect
from visualizer.model import Delta, Generator, HeapObject, State

_MOST_CARDS, _MOST_LINES = 4, 12
"""If more frames are ever suspended at once, each has a line instead of a card, or nothing."""
_MOST_ALIKE = 2
"""The same holds for more frames of one function, such as a recursive generator."""


@dataclass(frozen=True, slots=True)
class SuspendedFrames:
    """The generators with a suspended frame of the program, from each step that changes them.

    They are drawn even if no name leads to them: as cards if there are never more than a few at
    once, otherwise or where a card has no room as lines.
    """

    changes: tuple[tuple[int, tuple[int, ...]], ...] = ()
    few: bool = True

    def at(self, step: int) -> tuple[int, ...]:
        """Return their serials at a step."""
        return in_effect(self.changes, step, ())


class SuspensionCollector:
    """Collects suspended frames; call ``observe`` once for each step, in order."""

    def __init__(self) -> None:
        self._codes: set[int] = set()
        """The addresses of the program's code objects."""
        self._here: dict[int, int] = {}
        """The suspended generators, with the addresses of their code."""
        self._changes: list[tuple[int, tuple[int, ...]]] = []
        self._most = self._most_alike = 0

    @property
    def found(self) -> SuspendedFrames:
        """The collected frames; none if too many were suspended at once."""
        changes = self._changes if self._most <= _MOST_LINES else ()
        are_few = self._most <= _MOST_CARDS and self._most_alike <= _MOST_ALIKE
        return SuspendedFrames(tuple(changes), are_few)

    def observe(self, state: State, delta: Delta) -> None:
        """Record the changes of a step."""
        if self._most > _MOST_LINES:
            return
        if delta.codes:
            self._codes = {code.address for code in state.codes.values()}
        before = tuple(self._here)
        for change in delta.objects:
            code = self._code_of(change.new) if change.new is not None else None
            if code is not None:
                self._here[change.serial] = code
            else:
                self._here.pop(change.serial, None)
        now = tuple(self._here)
        if now != before:
            self._changes.append((delta.step.number, now))
            alike = Counter(self._here.values()).values()
            self._most = max(self._most, len(now))
            self._most_alike = max(self._most_alike, *alike, 0)

    def _code_of(self, thing: HeapObject) -> int | None:
        """Return the address of the program's code that a suspended generator runs."""
        if not isinstance(thing.content, Generator) or not thing.content.is_paused:
            return None
        return next((part.address for part in thing.parts if part.address in self._codes), None)
