"""The cells of a group's card for one who goes by keys, or hears what is shown."""

from visualizer.diagram.group_cells import cell_rect
from visualizer.diagram.words import say
from visualizer.layout import Box, Group, Rect, Text, phrase


def first_cell(box: Box, chosen: int | None) -> int | None:
    """The object whose cell one comes to first: the chosen one, else what changed, or the first."""
    told = box.group
    if told is None or not told.across or not told.members:
        return None
    if chosen is not None and told.place_of(chosen) is not None:
        return chosen
    return min(told.changed | told.new, default=told.members[0])


def next_cell(told: Group, member: int, by: int) -> int | None:
    """The object so many cells further; None beyond the first, or the last."""
    here = told.number_of(member) - 1 if told.place_of(member) is not None else 0
    return told.members[here + by] if 0 <= here + by < len(told.members) else None


def rect_of_cell(box: Box, member: int) -> Rect | None:
    """Where the cell of an object is in the picture."""
    place = box.group.place_of(member) if box.group is not None else None
    if place is None:
        return None
    x, y, width, height = cell_rect(box, place)
    return Rect(box.rect.x + x, box.rect.y + y, width, height)


def spoken_cell(told: Group, member: int, language: str) -> str:
    """A cell: "Point #24, 3 of 1,000, held more than once, changed"."""
    if told.place_of(member) is None:
        return ""
    count = f"{len(told.members):,}"
    said: list[Text] = [
        f"{told.type} #{member}",
        phrase("cell-place", place=f"{told.number_of(member):,}", count=count),
    ]
    said.append(phrase("cell-more" if member in told.shared else "cell-once"))
    if member in told.unreachable:
        said.append(phrase("mark-unreachable"))
    if member in told.new:
        said.append(phrase("mark-new"))
    elif member in told.changed:
        said.append(phrase("mark-changed"))
    return ", ".join(say(part, language) for part in said)
