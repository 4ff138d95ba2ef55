"""Decisions that are taken one after the other, and kept where nothing they looked at differs.

A picture has to be a function of its step alone, whatever was shown before. So a decision of the
step before stands only if it would be taken again: it was asked the same, and nothing differs in
the area that it looked at. What differs is known as areas (``Changes``): at first the boxes, then
also whatever was decided otherwise, came or went. Those asked in both steps have to come in the
same order in both: what orders them is part of their name.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass

from visualizer.layout.routing.geometry import Area, around, overlap
from visualizer.layout.routing.squares import Areas

_FEW = 16
"""So many areas are looked through faster than they are looked up."""


class Changes:
    """The areas in which two steps differ."""

    def __init__(self) -> None:
        self._areas: list[Area] = []
        self._by_place = Areas()
        self._around: Area | None = None

    def add(self, areas: Collection[Area]) -> None:
        """Something in these areas differs."""
        if areas:
            self._areas += areas
            self._around = around(areas if self._around is None else (self._around, *areas))
            for area in areas:
                self._by_place.add(area)

    def touch(self, seen: Area) -> bool:
        """Whether anything may differ in an area."""
        if self._around is None or not overlap(seen, self._around):
            return False
        if len(self._areas) <= _FEW:
            return any(overlap(seen, area) for area in self._areas)
        return self._by_place.first_hit(seen) is not None


@dataclass(frozen=True, slots=True)
class Decision[T]:
    """What was decided, the area looked at for it, and the areas it takes."""

    value: T
    seen: Area
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
