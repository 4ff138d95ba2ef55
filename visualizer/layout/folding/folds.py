"""The foldings of each step, decided once for the whole recording."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from visualizer.layout.analysis.clocks import in_effect
from visualizer.layout.analysis.facts import NodeForm
from visualizer.layout.analysis.focus import Events
from visualizer.layout.folding.callers import Pressing
from visualizer.layout.folding.structures import FoldedStructure, Part
from visualizer.layout.picture import Key

UNLIMITED = 1 << 30
"""The number of slots of an object that shows as much as possible."""


class Fold(NamedTuple):
    """How an object is folded: it shows ``places`` before others, in up to ``slots`` slots."""

    places: frozenset[int] = frozenset()
    slots: int = UNLIMITED
    is_line: bool = False
    """Whether the object has no card, but only its value in the slots that refer to it."""
    columns: frozenset[int] = frozenset()
    """Of a matrix, the columns to show before others."""
    opened: int = 0
    """The number of slots that the user has opened, whatever lack of space allows; 0 for none."""


_WHOLE, _NONE = Fold(), frozenset[int]()

type FoldEvents = Sequence[tuple[int, Fold]]
"""How an object is folded; each fold begins at its step."""

_SOON = 12
"""A fold that ends within this number of steps ends soon."""


def lasting(events: FoldEvents) -> FoldEvents:
    """Return the foldings of an object without lines that end soon."""
    kept = list[tuple[int, Fold]]()
    for step, fold in events:
        if kept and kept[-1][1].is_line and not fold.is_line and step - kept[-1][0] <= _SOON:
            kept.pop()
        else:
            kept.append((step, fold))
    return kept


type Folding = Fold | None
"""None if nothing is folded."""


class Asked(NamedTuple):
    """What the user wants to see although it is folded.

    It is the ``selected`` object, the ``opened`` objects with their numbers of slots, which
    ``places`` get before others, and opened ``frames``.
    """

    selected: int | None = None
    opened: Mapping[int, int] = MappingProxyType({})
    places: Mapping[int, frozenset[int]] = MappingProxyType({})
    frames: frozenset[Key] = frozenset()


NOTHING_ASKED = Asked()


class OpenedObjects(NamedTuple):
    """What is shown because the user asks for it, although it is folded.

    They are ``cards``, ``places`` of containers, another ``part`` of a ``structure``, and the
    number of slots of containers, and the ``frames``, that the user has opened.
    """

    cards: frozenset[int] = frozenset()
    places: Mapping[int, frozenset[int]] = MappingProxyType({})
    structure: int = -1
    part: Part | None = None
    slots: Mapping[int, int] = MappingProxyType({})
    frames: frozenset[Key] = frozenset()


NOTHING = OpenedObjects()


class NameWindows(NamedTuple):
    """The number of each name of a namespace, and the names to show from each step on.

    ``now`` are those that the step itself binds or uses.
    """

    names: Mapping[str, int]
    windows: Events
    now: Events

    def order(self, name: str, step: int) -> tuple[bool, bool]:
        """Return false for a name of this step, and for one that is shown before others."""
        now, soon = self.first(step)
        number = self.names.get(name)
        return number not in now, number not in soon

    def first(self, step: int) -> tuple[frozenset[int], frozenset[int]]:
        """Return the names of a step, and those that are shown before others."""
        return in_effect(self.now, step, _NONE), in_effect(self.windows, step, _NONE)


@dataclass(frozen=True, slots=True)
class Folds:
    """The foldings that a maker of blocks reads."""

    windows: Mapping[int, Events] = field(default_factory=dict)
    columns: Mapping[int, Events] = field(default_factory=dict)
    """The shown columns of each matrix."""
    structures: Mapping[int, FoldedStructure] = field(default_factory=dict)
    """The shown part of each folded structure, by its number."""
    forms: Mapping[int, NodeForm] = field(default_factory=dict)
    """The form of the nodes of each structure."""
    crowded: Mapping[int, FoldEvents] = field(default_factory=dict)
    """How lack of space folds each object; each fold begins at its step."""
    pieces: Mapping[int, FoldEvents] = field(default_factory=dict)
    """How the pieces of boards are folded: they have cards only in focus."""
    across: Mapping[int, int] = field(default_factory=dict)
    """The dicts whose entries stand in columns, with the maximum columns of an entry."""
    shortened: Mapping[int, Events] = field(default_factory=dict)
    """The shown places of containers that lack of space shortens."""
    opened: OpenedObjects = NOTHING
    names: Mapping[Key, NameWindows] = field(default_factory=dict)
    """The names to show first in frames with many names."""
    counts: Mapping[Key, int] = field(default_factory=dict)
    """The number of names that each call binds in its life."""
    pressing: Pressing = field(default_factory=dict)
    """Calls whose callers are lines, with the steps: else these would often fold and unfold."""

    def at(self, serial: int, step: int) -> Folding:
        """Return how much of an object is folded at a step."""
        crowd = self.crowded.get(serial) or self.pieces.get(serial)
        found = self.windows.get(serial)
        asked, across = self.opened.places.get(serial), self.columns.get(serial)
        opened = self.opened.slots.get(serial, 0)
        if not (found or crowd or across or opened or asked):
            return None
        fold = in_effect(crowd, step, _WHOLE) if crowd else _WHOLE
        places, slots, is_line, columns, _ = fold
        is_opened = opened or (is_line and serial in self.opened.cards)
        if not (found or across or is_opened or asked) and slots == UNLIMITED:
            return fold
        if slots != UNLIMITED:
            found = self.shortened.get(serial) or found
        if found:
            places = in_effect(found, step, _NONE)
        if across:
            columns = in_effect(across, step, _NONE)
        if asked:
            places |= asked
        return Fold(places, slots, is_line and not is_opened, columns, opened)

    def is_pressing(self, call: int, step: int) -> bool:
        """Whether the caller of a call is a line at a step."""
        return any(start <= step < end for start, end in self.pressing.get(call, ()))

    def are_unfolded(self, serials: frozenset[int], step: int) -> bool:
        """Whether nothing of these objects is folded at a step."""
        return all(
            self.at(one, step) is None
            for folded in (
                self.crowded,
                self.pieces,
                self.windows,
                self.columns,
                self.opened.places,
                self.opened.slots,
            )
            for one in (() if serials.isdisjoint(folded) else serials & folded.keys())
        )

    def part(self, structure: int, step: int) -> Part | None:
        """Return the shown part of a structure; None if all of it is shown."""
        if structure == self.opened.structure:
            return self.opened.part
        folded = self.structures.get(structure)
        return folded.at(step) if folded is not None else None

    def steps(self) -> frozenset[int]:
        """Return the steps at which a folding changes."""
        all_ = (*self.windows.values(), *self.columns.values(), *self.shortened.values())
        windows = (step for events in all_ for step, _ in events)
        parts = (step for one in self.structures.values() for step, _ in one.parts)
        folded = (*self.crowded.values(), *self.pieces.values())
        crowd = (step for events in folded for step, _ in events)
        names = (step for one in self.names.values() for step, _ in one.windows)
        return frozenset((*windows, *parts, *crowd, *names))
