"""Cards in their places, with their badges and the signs of what the step changed."""

from collections.abc import Mapping

from visualizer.layout.drawn import Drawn
from visualizer.layout.foresight import Foresight
from visualizer.layout.grid import Grid
from visualizer.layout.marks import Marks
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Badge, Box, Card, CardKind, Key, Mark, Rect
from visualizer.layout.places import Spot
from visualizer.layout.sizes import FRAME_HEADER, ROW
from visualizer.model import HeapObject

_UNDER_LAST_HEAD = 9


def box_rect(spot: Spot, card: Card, heads: list[float], foresight: Foresight, grid: Grid) -> Rect:
    """A card is as wide as it ever is, and as high as its content and its arrow heads need."""
    extent = foresight.extents.get(spot.key)
    width = max(card.width, extent.width if extent else 0)
    lowest = max((head - spot.y + _UNDER_LAST_HEAD for head in heads), default=0)
    width = min(width, grid.width[spot.column] - card.aside)
    return Rect(grid.left[spot.column], spot.y, width, max(card.height, lowest))


def frame_box(
    key: Key, rect: Rect, drawn: Drawn, marks: Marks, lost: tuple[tuple[str, int], ...]
) -> Box:
    """The box of a call; ``lost`` are the names the step deleted and their rows."""
    slots = marks.slots.get(key, {})
    names = (
        tuple((name, FRAME_HEADER + ROW * row) for name, row in lost)
        if Mark.FREED in slots.values()
        else ()
    )
    return Box(
        key,
        drawn.cards[key],
        rect,
        running=drawn.calls[key].running,
        mark=marks.cards.get(key, Mark.NONE),
        marks=tuple(slots.items()),
        lost=names,
    )


def object_box(
    thing: HeapObject,
    key: Key,
    rect: Rect,
    heads: int,
    card: Card,
    heap: Mapping[int, HeapObject],
    marks: Marks,
    level: int,
) -> Box:
    """The box of an object. Counts, addresses and sizes belong to levels 3 and 4."""
    numbers = level >= 3
    pills = tuple(
        (part.target, badge_of(heap[part.target], marks))
        for part in card.parts
        if part.pill and part.target is not None
    )
    mark = marks.cards.get(key, Mark.NONE)
    return Box(
        key,
        card,
        rect,
        badge_of(thing, marks) if numbers else None,
        thing.address if numbers else 0,
        thing.size if numbers else 0,
        mark=mark,
        marks=tuple(marks.slots.get(key, {}).items()),
        pills=pills if numbers else (),
        heads=heads,
        unreachable=thing.unreachable,
        note=_note(thing, mark, card, numbers),
    )


def ghost_box(thing: HeapObject, rect: Rect, level: int) -> Box:
    """What was freed in this step, for this one step."""
    card = Card(CardKind.CARD, thing.type, "", 26, (), rect.width, rect.height)
    note = phrase("freed-from", n=thing.refcount or 0) if level >= 3 else phrase("freed-word")
    return Box(Key("object", thing.serial), card, rect, mark=Mark.FREED, ghost=True, note=note)


def badge_of(thing: HeapObject, marks: Marks) -> Badge:
    """An object's reference count, and what it was if the step changed it."""
    if thing.serial in marks.counts:
        return Badge(thing.refcount, marks.counts[thing.serial], changed=True)
    return Badge(thing.refcount)


def _note(thing: HeapObject, mark: Mark, card: Card, numbers: bool) -> Text:
    """Words beside a pill: there is room for them, and an immortal one was not made just now."""
    if mark is Mark.NEW and card.kind is CardKind.PILL and numbers and thing.refcount is None:
        return phrase("first-seen")
    return ""
