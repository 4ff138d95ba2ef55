"""Finds boards: large lists of rows of one length, whose places hold values and instances."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from types import MappingProxyType
from typing import NamedTuple

from visualizer.layout.analysis.matrices import Lists
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.measure import columns_of
from visualizer.model import (
    Heap,
    HeapObject,
    Instance,
    Scalar,
    Sequence,
    content_of,
    has_attributes_only,
    held_by,
    identifying_value,
)

MIN_PLACES = 30
"""A board has more places than this: there is no room for the cards of all its pieces."""
MIN_LETTERS, MAX_LETTERS = 3, 8


class Board(NamedTuple):
    """The texts in the places of a board.

    ``type`` is the type of all its pieces, empty if they have several; ``letters`` is the maximum
    width of a piece's text.
    """

    type: str
    letters: int

    def text(self, piece: HeapObject, heap: Heap) -> str:
        """Return the text of a piece: what its type does not say of it, else its type."""
        value = identifying_value(piece, heap) if self.type else None
        content = content_of(value, heap)
        return content.text if isinstance(content, Scalar) else piece.type


class Boards(NamedTuple):
    """The boards by serial, their rows, and their pieces: the instances that rows ever hold."""

    found: Mapping[int, Board] = MappingProxyType({})
    rows: Set[int] = frozenset()
    pieces: frozenset[int] = frozenset()


def boards_of(held: Iterable[tuple[int, int]], known: Lists, plain: Set[int]) -> Boards:
    """Return the boards; ``held`` has each reference, an object and its holder."""
    inside: defaultdict[int, set[int]] = defaultdict(set)
    things = known.things
    for serial, holder in with_checkpoints(held):
        is_written = serial in plain or isinstance(content_of(serial, things), Scalar)
        if serial in things and not is_written and isinstance(content_of(holder, things), Sequence):
            inside[holder].add(serial)
    found, rows, pieces = dict[int, Board](), set[int](), set[int]()
    for board, within in with_checkpoints(inside.items()):
        if _is_board(board, within, inside, known):
            on_board = set[int]().union(*(inside[row] for row in within if row in inside))
            found[board] = _board(on_board, things)
            rows |= within
            pieces |= on_board
    return Boards(found, rows, frozenset(pieces))


def _is_board(board: int, rows: Set[int], inside: Mapping[int, Set[int]], known: Lists) -> bool:
    lengths = {known.longest.get(row, 0) for row in rows}
    if len(lengths) > 1 or min(len(rows), *lengths) < 2 or len(rows) * max(lengths) <= MIN_PLACES:
        return False
    if rows.isdisjoint(known.linked) or board in rows:
        return False
    if not all(isinstance(known.things[row].content, Sequence) for row in rows):
        return False
    return all(_is_piece(one, known.things) for row in rows for one in inside.get(row, ()))


def _is_piece(serial: int, things: Heap) -> bool:
    """Whether an object is an instance that leads to no other instance."""
    content = things[serial].content
    if not has_attributes_only(content):
        return False
    parts = [things[one].content for _, one in content.attributes if one in things]
    inner = [content_of(one, things) for part in parts for _, one in held_by(part)]
    return not any(isinstance(one, Instance) for one in (*parts, *inner))


def _board(pieces: Set[int], things: Heap) -> Board:
    types = {things[one].type for one in pieces}
    board = Board(types.pop() if len(types) == 1 else "", 0)
    widest = max((columns_of(board.text(things[one], things)) for one in pieces), default=0)
    return board._replace(letters=max(MIN_LETTERS, min(widest, MAX_LETTERS)))
