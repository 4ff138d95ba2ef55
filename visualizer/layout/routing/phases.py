"""Decisions that are taken one after the other, and kept where nothing they looked at differs.

A picture has to be a function of its step alone, whatever was shown before. So a decision of the
step before stands only if it would be taken again: it was asked the same, and nothing differs in
the area that it looked at. What differs is known as areas (``Changes``): at first the boxes, then
also whatever was decided otherwise, came or went. Those asked in both steps have to come in the
same order in both: what orders them is part of their name.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from visualizer.layout.routing.geometry import Area, overlap

_MANY = 60
"""With so many areas of change, looking whether they are touched costs more than it saves."""


class Changes:
    """The areas in which two steps differ."""

    def __init__(self) -> None:
        self._areas: list[Area] = []

    def add(self, areas: Iterable[Area]) -> None:
        """Something in these areas differs."""
        self._areas += areas

    def touch(self, seen: Area | None) -> bool:
        """Whether anything may differ in an area."""
        if seen is None:
            return False
        if len(self._areas) > _MANY:
            return True
        return any(overlap(seen, area) for area in self._areas)


@dataclass(frozen=True, slots=True)
class Decision[T]:
    """What was decided, the area looked at for it (None: none), and the areas it takes."""

    value: T
    seen: Area | None
    takes: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be decided: ``name`` makes it the same in another step, and says when it comes;
    ``given`` is all that the decision depends on beside what lies in the plane."""

    name: Hashable
    given: Hashable = None


class Phase[T]:
    """One pass over all questions of a kind, which remembers that of the step before."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Hashable, Decision[T]]] = {}

    def run(
        self,
        questions: Sequence[Question],
        changes: Changes,
        decide: Callable[[int], Decision[T]],
        apply: Callable[[int, T], None],
    ) -> list[T]:
        """Decide all in turn; ``apply`` puts each decision into the plane before the next."""
        names = {question.name for question in questions}
        for name, (_, gone) in self._kept.items():
            if name not in names:
                changes.add(gone.takes)
        now: dict[Hashable, tuple[Hashable, Decision[T]]] = {}
        for number, question in enumerate(questions):
            known = self._kept.get(question.name)
            if known and known[0] == question.given and not changes.touch(known[1].seen):
                decision = known[1]
            else:
                decision = decide(number)
                if known is None or known[1].value != decision.value:
                    changes.add(decision.takes)
                    changes.add(known[1].takes if known else ())
            now[question.name] = question.given, decision
            apply(number, decision.value)
        self._kept = now
        return [decision.value for _, decision in now.values()]
