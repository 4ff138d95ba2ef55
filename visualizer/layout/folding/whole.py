"""The places of the nodes of a chain or tree that is shown whole."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil

from visualizer.layout.analysis.facts import Facts, Shape, StructureKind
from visualizer.layout.folding.branches import Branches
from visualizer.layout.folding.spacing import TREE_DOWN, Spacing
from visualizer.layout.picture import Point

_MAX_NODES = 60
"""A structure with more nodes is folded even if it fits."""

type Places = Sequence[tuple[int, Mapping[int, Point]]]
"""The place of each node in its structure from a step on: a tree may be rearranged."""


def whole_places(facts: Facts, number: int, spacing: Spacing) -> Places | None:
    """Return the places of all nodes of a structure; None if they do not fit in the room."""
    structure = facts.structures[number]
    if structure.size > _MAX_NODES:
        return None
    places = _places(facts, number, spacing)
    width, height = spacing.room
    fits = all(
        at.x + spacing.width(node) <= width and at.y + spacing.box.height <= height
        for _, shape in places
        for node, at in shape.items()
    )
    return places if fits else None


def _places(facts: Facts, number: int, spacing: Spacing) -> Places:
    structure = facts.structures[number]
    if structure.kind is StructureKind.CHAIN:
        return [(0, _in_lines(facts, number, spacing))]
    shapes = facts.shapes[number]
    if structure.has_lists:
        return [
            (step, Branches(shape.nodes, facts, step).all_places(spacing)) for step, shape in shapes
        ]
    return [(step, _in_columns(shape, spacing)) for step, shape in shapes]


def _in_lines(facts: Facts, number: int, spacing: Spacing) -> dict[int, Point]:
    """Place the nodes of a chain: each of its rows takes one line or more, filled evenly."""
    across, down = spacing.box.width + spacing.across, spacing.box.height + spacing.down
    nodes = {serial: facts.nodes[serial] for serial in facts.members[number]}
    lengths: Counter[int] = Counter()
    for node in nodes.values():
        lengths[node.row] = max(lengths[node.row], node.column + 1)
    lines = {row: ceil(length / spacing.per_line) for row, length in lengths.items()}
    most = max(ceil(length / lines[row]) for row, length in lengths.items())
    found = {}
    for serial, node in nodes.items():
        line, column = divmod(node.column, most)
        above = sum(lines[row] for row in range(node.row))
        found[serial] = Point(column * across, (above + line) * down)
    return found


def _in_columns(shape: Shape, spacing: Spacing) -> dict[int, Point]:
    across = spacing.box.width / 2 + spacing.tree_across
    down = spacing.box.height + TREE_DOWN
    return {one: Point(node.column * across, node.row * down) for one, node in shape.nodes.items()}
