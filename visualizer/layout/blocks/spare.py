"""The places of a list's array or a dict's table, as far as nothing has taken them yet.

They are drawn from the level with counts on, where sizes stand: they are why a list of five items
is as large as one of eight. Containers inside others do without.
"""

from typing import TYPE_CHECKING

from visualizer.layout.blocks.block import Block, Form, Ink, Shape
from visualizer.layout.blocks.measures import NOTE, PAD
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Rect
from visualizer.model import Capacity, HeapObject, capacity_of

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

MOST_SPARE = 8
"""Spare cells that are drawn; of more, the last one has the number of the others."""
_EDGE = 2
"""Below the text, where the outline of the card is."""


def spare_cells(maker: "Maker", thing: HeapObject, depth: int, *, is_whole: bool) -> list[int]:
    """Return the spare cells behind a list's items: 0 for a place, else the number of places.

    Where some items are left out (not ``is_whole``), one cell stands for all.
    """
    capacity = _capacity(maker, thing, depth)
    spare = capacity.spare if capacity is not None and thing.type == "list" else 0
    if is_whole and spare <= MOST_SPARE:
        return [0] * spare
    single = MOST_SPARE - 1 if is_whole else 0
    return [0] * single + [spare - single] * (spare > 0)


def write_places(maker: "Maker", made: Block, thing: HeapObject, depth: int) -> None:
    """Write below a block's rows how many places are in use; of a list, only if some are spare."""
    text = places_in_use(thing) if _capacity(maker, thing, depth) is not None else None
    if text is None:
        return
    width = maker.width(text, Ink.NOTE)
    made.width = max(made.width, width + 2 * PAD)
    made.shapes.append(Shape(Rect(0, made.height, made.width, NOTE + _EDGE), Form.SPARE))
    made.write(text, Ink.NOTE, Rect(PAD, made.height, width, NOTE))
    made.height += NOTE + _EDGE


def places_in_use(thing: HeapObject) -> Text | None:
    """Return how many places a list's array or a dict's table has, and how many are in use.

    None where that is not known, and of a list without spare places, whose items say it.
    """
    capacity = capacity_of(thing) if thing.type in ("list", "dict") else None
    if capacity is None or (thing.type == "list" and not capacity.spare):
        return None
    key = "addresses-places" if thing.type == "list" else "addresses-entries"
    return phrase(key, used=capacity.used, places=capacity.places)


def _capacity(maker: "Maker", thing: HeapObject, depth: int) -> Capacity | None:
    if depth or not maker.facts.level.has_counts or thing.type not in ("list", "dict"):
        return None
    return capacity_of(thing)
