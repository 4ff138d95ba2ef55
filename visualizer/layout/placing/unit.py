"""What is placed: cards and whole structures, as intervals of steps and sizes.

Whatever changes over the steps is a list of (step, value), ascending: a value holds until the next.
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
    """Where a unit would like its corner: level with the slot that leads to it, right of its owner.

    ``at`` counts from the corner of the ``owner``; without one it is the place itself, as beside a
    row of a frame.
    """

    owner: UnitKey | None
    at: Point


@dataclass(frozen=True, slots=True)
class Unit:
    """What keeps together wherever it stands.

    ``stays`` are the half-open intervals of steps in which it is drawn; ``sizes`` and ``wishes``
    begin with its first step. The wish counts that holds when it is placed. ``shelf`` is set where
    a name of the module holds it all along: the y of that name's row.
    """

    key: UnitKey
    stays: tuple[tuple[int, int], ...]
    sizes: tuple[tuple[int, Size], ...]
    wishes: tuple[tuple[int, Wish], ...]
    shelf: float | None = None
