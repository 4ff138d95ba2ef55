"""How much room the nodes of a structure take, and where they stand in rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from visualizer.layout.course.facts import Facts, Structure, StructureKind
from visualizer.layout.picture import Point
from visualizer.layout.placing.unit import Size

ACROSS, ACROSS_SMALL = 26, 18
DOWN, DOWN_SMALL = 30, 24
TREE_DOWN = 20
TREE_ACROSS, TREE_ACROSS_SMALL = 3, 2
_SHARE = 0.6
"""Of the height of the canvas that a folded chain takes."""
_MOST = 40
"""Slots of a folded chain."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """``box`` is the largest node, ``stub`` the largest stub, ``room`` what there is for all.

    ``is_tight`` leaves no more nodes than one has to see.
    """

    box: Size
    stub: Size
    room: Size
    is_tight: bool = False

    def fits(self, facts: Facts, serials: Sequence[int]) -> bool:
        """Whether all nodes have room without being folded."""
        structure = facts.structures[facts.nodes[serials[0]].structure]
        if structure.kind is StructureKind.CHAIN:
            lines = ceil(structure.size / self.per_line(structure))
            return lines * (self.box.height + self.down(structure)) <= self.room.height
        columns = max(facts.nodes[one].column for one in serials) + 1
        rows = max(facts.nodes[one].row for one in serials) + 1
        width = columns * (self.box.width / 2 + self.tree_across(structure)) + self.box.width / 2
        height = rows * (self.box.height + TREE_DOWN)
        return width <= self.room.width and height <= self.room.height

    def has_room(self, places: Iterable[Point]) -> bool:
        """Whether nodes at some places are in the room, as far down as that goes."""
        return all(at.y + self.box.height <= self.room.height for at in places)

    def across(self, structure: Structure) -> float:
        """Between two nodes of a chain."""
        return ACROSS_SMALL if structure.is_large else ACROSS

    def down(self, structure: Structure) -> float:
        """Between two lines of a chain."""
        return DOWN_SMALL if structure.is_large else DOWN

    def tree_across(self, structure: Structure) -> float:
        """Between two nodes of a tree that are at half a width from each other."""
        return TREE_ACROSS_SMALL if structure.is_large else TREE_ACROSS

    def per_line(self, structure: Structure) -> int:
        """The nodes of a line of a chain."""
        across = self.across(structure)
        most = int((self.room.width + across) // (self.box.width + across))
        return max(1 if self.is_tight else 2, most)

    def slots(self, structure: Structure) -> int:
        """The nodes of which there is room for."""
        if structure.kind is StructureKind.TREE:
            return max(8, int(self.room.width // (self.box.width / 2 + TREE_ACROSS)))
        down = self.down(structure)
        lines = max(2, int((_SHARE * self.room.height + down) // (self.box.height + down)))
        return max(6 if self.is_tight else 8, min(_MOST, lines * self.per_line(structure)))


def chain_places(
    elements: Sequence[tuple[int, ...]], spacing: Spacing, structure: Structure
) -> dict[int, Point]:
    """Rows of nodes; a stub, which is more than one node, takes as many slots as it is wide.

    A row that has only a stub is as high as that.
    """
    across, most = spacing.across(structure), spacing.per_line(structure)
    pitch, down = spacing.box.width + across, spacing.down(structure)
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
