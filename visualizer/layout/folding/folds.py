"""What is folded at a step, decided once for the whole recording."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from visualizer.layout.course.focus import Events
from visualizer.layout.folding.windows import window_at

MANY = 1 << 30
"""Slots of what shows as much as it can."""


class Fold(NamedTuple):
    """How much of an object is folded: it shows ``places`` before others, in so many slots."""

    places: frozenset[int] = frozenset()
    slots: int = MANY


type Folding = Fold | None
"""None if nothing is."""


@dataclass(frozen=True, slots=True)
class Folds:
    """Asked by whoever makes the blocks of a step."""

    windows: Mapping[int, Events] = field(default_factory=dict)

    def at(self, serial: int, step: int) -> Folding:
        """How much of an object is folded at a step."""
        found = self.windows.get(serial)
        return Fold(window_at(found, step)) if found else None
