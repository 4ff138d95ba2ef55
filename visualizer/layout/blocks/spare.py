"""The places of a list's array or a dict's table that are not in use yet.

They are drawn at levels with counts, which also show sizes: they explain why a list of five items
is as large as one of eight. Containers inside others have one cell for all, and smaller text.
"""

from typing import TYPE_CHECKING

from visualizer.layout.blocks.block import Align, Block, Form, Ink, Shape
from visualizer.layout.blocks.measures import INDEX, NOTE
from visualizer.layout.blocks.places import write_line
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Rect
from visualizer.model import Capacity, HeapObject, capacity_of

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

MOST_SPARE = 8
"""The maximum number of spare cells; if there are more places, the last cell counts the rest."""
_EDGE = 2
"""The space below the text, for the outline of the card."""
_AROUND = 4
"""The gap left and right of a number of places."""


def spare_cells(maker: "Maker", thing: HeapObject, depth: int, *, is_whole: bool) -> list[int]:
    """Return the spare cells behind a list's items: 0 for a place, else the number of places.

    One cell represents all if items are left out (not ``is_whole``), or inside another card.
    """
    capacity = _capacity(maker, thing)
    spare = capacity.spare if capacity is not None and thing.type == "list" else 0
    has_own = is_whole and not depth
    if has_own and spare <= MOST_SPARE:
        return [0] * spare
    single = MOST_SPARE - 1 if has_own else 0
    return [0] * single + [spare - single] * (spare > 0)


def spare_width(maker: "Maker", more: int, width: float) -> float:
    """Return the width of a spare cell: ``width``, or more if its number needs it."""
    return max(width, maker.width(_more(more), Ink.INDEX) + 2 * _AROUND) if more else width


def draw_spare(maker: "Maker", made: Block, more: int, rect: Rect) -> None:
    """Draw a spare cell, with the number of places if it represents several."""
    rect = rect._replace(width=spare_width(maker, more, rect.width))
    made.cell(rect, Form.SPARE)
    if more:
        made.write(_more(more), Ink.INDEX, rect, Align.CENTRE)
    made.width = max(made.width, rect.right)


def _more(places: int) -> str:
    return f"+{places:,}"


def write_places(maker: "Maker", made: Block, thing: HeapObject, depth: int) -> None:
    """Write below a block's rows how many places are in use; of a list, only if some are spare."""
    text = places_in_use(thing) if _capacity(maker, thing) is not None else None
    if text is None:
        return
    ink, height = (Ink.INDEX, INDEX) if depth else (Ink.NOTE, NOTE)
    top = made.height
    write_line(maker, made, text, ink, height)
    made.height += _EDGE
    if not depth:
        made.shapes.append(Shape(Rect(0, top, made.width, height + _EDGE), Form.SPARE))


def places_in_use(thing: HeapObject) -> Text | None:
    """Return how many places a list's array or a dict's table has, and how many are in use.

    None if that is not known, and for a list without spare places, whose items show it.
    """
    capacity = capacity_of(thing) if thing.type in ("list", "dict") else None
    if capacity is None or (thing.type == "list" and not capacity.spare):
        return None
    return capacity_text(thing, capacity)


def capacity_text(thing: HeapObject, capacity: Capacity) -> Text:
    """Return how many places of an array or a table are in use, and how many lost by deletion."""
    counts = {"used": capacity.used, "places": capacity.places}
    if capacity.deleted:
        return phrase("addresses-entries-deleted", **counts, deleted=capacity.deleted)
    return phrase("addresses-places" if thing.type == "list" else "addresses-entries", **counts)


def _capacity(maker: "Maker", thing: HeapObject) -> Capacity | None:
    if not maker.facts.level.has_counts or thing.type not in ("list", "dict"):
        return None
    return capacity_of(thing)
