"""Where the cells of a group's card are."""

from visualizer.layout import Box, Rect
from visualizer.layout.groups import CELL, GROUP_HEADER, INSET, PITCH


def cell_rect(box: Box, place: int) -> Rect:
    """Where a cell of a group's card is, in the card's own lengths."""
    assert box.group is not None
    row, column = divmod(place, box.group.across)
    return Rect(INSET + column * PITCH, GROUP_HEADER + INSET + row * PITCH, CELL, CELL)


def member_at(box: Box, x: float, y: float) -> int | None:
    """The object whose cell is at a point of a group's card, in the card's own lengths."""
    told = box.group
    if told is None or not told.across:
        return None
    gap = (PITCH - CELL) / 2
    column, row = int((x - INSET + gap) // PITCH), int((y - GROUP_HEADER - INSET + gap) // PITCH)
    place = row * told.across + column
    if row < 0 or not 0 <= column < told.across or place >= len(told.cells):
        return None
    member = told.cells[place]
    return member if member not in told.ghosts else None
