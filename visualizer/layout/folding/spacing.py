"""The space that the nodes of a structure need, and their places in rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from visualizer.layout.analysis.facts import NodeForm, Structure, StructureKind
from visualizer.layout.picture import Point
from visualizer.layout.placing.unit import Size

ACROSS, ACROSS_SMALL = 26, 18
DOWN, DOWN_SMALL = 30, 24
TREE_DOWN = 20
TREE_ACROSS, TREE_ACROSS_SMALL = 3, 2
_SHARE = 0.6
"""The share of the canvas height for a folded chain."""
_MAX_SLOTS = 40
"""The maximum number of slots of a folded chain."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The space of a structure: ``sizes`` are those of its nodes, ``box`` encloses all of them.

    ``stub`` is the largest stub, ``room`` the space for all nodes and stubs. If ``is_tight``, only
    the nodes that must be visible are shown.
    """

    form: NodeForm
    sizes: Mapping[int, Size]
    box: Size
    stub: Size
    room: Size
    is_tight: bool = False

    def width(self, node: int) -> float:
        """Return the width of a node."""
        return self.sizes.get(node, self.box).width

    def has_room(self, places: Iterable[Point]) -> bool:
        """Whether nodes at these places end above the bottom of the room."""
        return all(at.y + self.box.height <= self.room.height for at in places)

    @property
    def across(self) -> float:
        """The gap between two nodes of a chain."""
        return ACROSS if self.form is NodeForm.NAMED else ACROSS_SMALL

    @property
    def down(self) -> float:
        """The gap between two lines of a chain."""
        return DOWN if self.form is NodeForm.NAMED else DOWN_SMALL

    @property
    def tree_across(self) -> float:
        """The gap between two nodes of a tree that are half a width apart."""
        return TREE_ACROSS if self.form is NodeForm.NAMED else TREE_ACROSS_SMALL

    @property
    def per_line(self) -> int:
        """The number of nodes in a line of a chain."""
        across = self.across
        most = int((self.room.width + across) // (self.box.width + across))
        return max(1 if self.is_tight else 2, most)

    def slots(self, structure: Structure) -> int:
        """Return the number of nodes that fit."""
        if structure.kind is StructureKind.TREE:
            return max(8, int(self.room.width // (self.box.width / 2 + TREE_ACROSS)))
        down = self.down
        lines = max(2, int((_SHARE * self.room.height + down) // (self.box.height + down)))
        return max(6 if self.is_tight else 8, min(_MAX_SLOTS, lines * self.per_line))


def chain_places(elements: Sequence[tuple[int, ...]], spacing: Spacing) -> dict[int, Point]:
    """Place nodes in rows; a stub, being wider than a node, takes several slots.

    A row with only a stub is as high as the stub.
    """
    across, most = spacing.across, spacing.per_line
    pitch, down = spacing.box.width + across, spacing.down
    wide = max(1, ceil((spacing.stub.width + across) / pitch))
    found: dict[int, Point] = {}
    column, y, height = 0, 0.0, 0.0
    for element in elements:
        takes, size = (wide, spacing.stub) if len(element) > 1 else (1, spacing.box)
        if column and column + takes > most:
            column, y, height = 0, y + height + down, 0.0
        found[element[0]] = Point(column * pitch, y)
        column, height = column + takes, max(height, size.height)
    return found
