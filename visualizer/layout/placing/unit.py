"""The units of placement: cards and whole structures, with their intervals of steps and sizes.

A property that changes over the steps is an ascending list of (step, value): a value holds until
the next.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import NamedTuple

from visualizer.layout.picture import Point

type UnitKey = Hashable


class Size(NamedTuple):
    """A width and a height."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Wish:
    """The preferred corner of a unit: level with the slot that refers to it, right of its owner.

    ``at`` is relative to the corner of the ``owner``; without one it is absolute, as beside a row
    of a frame.
    """

    owner: UnitKey | None
    at: Point


@dataclass(frozen=True, slots=True)
class Unit:
    """A group of boxes that moves as a whole.

    ``intervals`` are the half-open intervals of steps in which it is drawn; ``sizes`` and
    ``wishes`` begin with its first step. The wish at the time of placing counts. ``shelf`` is set
    if a global name refers to it throughout: the y of that name's row. ``keeper`` counts instead of
    the wishes while the place of its owner is known, if only reserved.
    """

    key: UnitKey
    intervals: tuple[tuple[int, int], ...]
    sizes: tuple[tuple[int, Size], ...]
    wishes: tuple[tuple[int, Wish], ...]
    shelf: float | None = None
    keeper: Wish | None = None
