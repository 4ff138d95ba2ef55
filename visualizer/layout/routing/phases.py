"""Takes decisions one after another, reusing the previous step's where nothing relevant differs.

A picture must be a function of its step alone, whatever was shown before. So a decision of the
previous step is reused only if it would be the same: it has the same inputs, and nothing differs in
the area that it read. Differences are areas (``Changes``): first those of boxes, then those of
changed, new and dropped decisions. Questions that both steps have must have the same order: the
order is part of their name.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass

from visualizer.layout.routing.geometry import Area, bounding_area, overlap
from visualizer.layout.routing.squares import Areas

_FEW = 16
"""Up to this number of areas, a linear search is faster."""


class Changes:
    """The areas in which two steps differ."""

    def __init__(self) -> None:
        self._areas: list[Area] = []
        self._by_place = Areas()
        self._around: Area | None = None

    def add(self, areas: Collection[Area]) -> None:
        """Add areas that differ."""
        if areas:
            self._areas += areas
            self._around = bounding_area(areas if self._around is None else (self._around, *areas))
            for area in areas:
                self._by_place.add(area)

    def affects(self, seen: Area) -> bool:
        """Whether anything may differ in an area."""
        if self._around is None or not overlap(seen, self._around):
            return False
        if len(self._areas) <= _FEW:
            return any(overlap(seen, area) for area in self._areas)
        return self._by_place.first_hit(seen) is not None


@dataclass(frozen=True, slots=True)
class Decision[T]:
    """A decision, the area that it read, and the areas that it occupies."""

    value: T
    searched: Area
    occupied: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """The input of a decision.

    ``name`` identifies it across steps and gives its order; ``given`` is everything that the
    decision depends on besides the plane.
    """

    name: Hashable
    given: Hashable = None


class Phase[T]:
    """One pass over all questions of a kind; remembers the decisions of the previous step."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Hashable, Decision[T]]] = {}

    def run(
        self,
        questions: Sequence[Question],
        changes: Changes,
        decide: Callable[[int], Decision[T]],
        apply: Callable[[int, T], None],
    ) -> list[T]:
        """Decide all in order; ``apply`` adds each decision to the plane before the next."""
        names = {question.name for question in questions}
        for name, (_, removed) in self._kept.items():
            if name not in names:
                changes.add(removed.occupied)
        now: dict[Hashable, tuple[Hashable, Decision[T]]] = {}
        for number, question in enumerate(questions):
            known = self._kept.get(question.name)
            if known and known[0] == question.given and not changes.affects(known[1].searched):
                decision = known[1]
            else:
                decision = decide(number)
                if known is None or known[1].value != decision.value:
                    changes.add(decision.occupied)
                    changes.add(known[1].occupied if known else ())
            now[question.name] = question.given, decision
            apply(number, decision.value)
        self._kept = now
        return [decision.value for _, decision in now.values()]
