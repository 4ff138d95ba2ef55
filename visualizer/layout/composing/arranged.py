"""Arranges the nodes of chains and trees within their structure, which is placed as a whole."""

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from visualizer.layout.analysis.facts import Facts, Node, StructureKind, at_step
from visualizer.layout.blocks.block import Block
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.folding.folds import Folds
from visualizer.layout.folding.spacing import (
    ACROSS,
    ACROSS_SMALL,
    DOWN,
    DOWN_SMALL,
    TREE_ACROSS,
    TREE_ACROSS_SMALL,
    TREE_DOWN,
)
from visualizer.layout.picture import Point
from visualizer.layout.placing.unit import Size, UnitKey


class StructureKey(NamedTuple):
    """The key of a structure among the units."""

    structure: int


class Arrangement:
    """The place of each node in its structure; ``boxes`` are the largest blocks of its nodes."""

    def __init__(self, facts: Facts, boxes: Mapping[int, Size], room: float) -> None:
        self._facts = facts
        self._places: dict[int, Point] = {}
        self._moved: dict[int, list[tuple[int, dict[int, Point]]]] = {}
        """The places in trees that are rearranged, with the first step of each shape."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for serial, node in facts.nodes.items():
            members[node.structure].append(serial)
        for number, serials in members.items():
            known = [boxes[one] for one in serials if one in boxes]
            width = max((size.width for size in known), default=30)
            height = max((size.height for size in known), default=30)
            self._arrange(number, serials, Size(width, height), room)

    def _arrange(self, number: int, serials: list[int], box: Size, room: float) -> None:
        structure = self._facts.structures[number]
        if structure.kind is StructureKind.TREE:
            gap = TREE_ACROSS_SMALL if structure.is_large else TREE_ACROSS

            def places(nodes: Mapping[int, Node]) -> dict[int, Point]:
                across, down = box.width / 2 + gap, box.height + TREE_DOWN
                return {
                    one: Point(node.column * across, node.row * down) for one, node in nodes.items()
                }

            shapes = self._facts.shapes[number]
            self._places.update(places({one: self._facts.nodes[one] for one in serials}))
            if len(shapes) > 1:
                self._moved[number] = [(step, places(shape.nodes)) for step, shape in shapes]
            return
        across = ACROSS_SMALL if structure.is_large else ACROSS
        down = DOWN_SMALL if structure.is_large else DOWN
        most = max(2, int((room + across) // (box.width + across)))
        lines = math.ceil(structure.size / most)
        per_line = math.ceil(structure.size / lines)
        for one in serials:
            line, column = divmod(self._facts.nodes[one].column, per_line)
            x, y = column * (box.width + across), line * (box.height + down)
            self._places[one] = Point(x, y)

    def unit_of(self, serial: int) -> UnitKey:
        """Return the unit of an object: its structure, or the object itself."""
        node = self._facts.nodes.get(serial)
        return StructureKey(node.structure) if node is not None else serial

    def sizes(self, blocks: Mapping[int, Block], step: int, folds: Folds) -> dict[UnitKey, Size]:
        """Return the sizes of the units of the blocks, in the order of the blocks."""
        sizes: dict[UnitKey, Size] = {}
        for serial, block in with_checkpoints(blocks.items()):
            if serial not in self._places:
                sizes[serial] = Size(block.width, block.height)
                continue
            unit = self.unit_of(serial)
            at = self.place_in(serial, step, folds)
            known = sizes.get(unit, Size(0, 0))
            sizes[unit] = Size(
                max(known.width, at.x + block.width), max(known.height, at.y + block.height)
            )
        return sizes

    def place_in(self, serial: int, step: int, folds: Folds) -> Point:
        """Return its place in its unit; a stub has the place of its first node."""
        node = self._facts.nodes.get(serial)
        part = folds.part(node.structure, step) if node is not None else None
        if part is not None:
            return part.places.get(serial, Point(0, 0))
        usual = self._places.get(serial, Point(0, 0))
        moved = self._moved.get(node.structure) if node is not None else None
        return at_step(moved, step).get(serial, usual) if moved else usual
