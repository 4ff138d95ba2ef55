"""Where the iterators stand: at which item of a container the next one to be given is."""

from visualizer.layout.picture import Card, Part, PartKind, Rect

_BESIDE = 3


def cursor_rects(card: Card, positions: tuple[int, ...]) -> tuple[Rect, ...]:
    """Where a card shows that an iterator stands: upright before a cell, level above a row.

    Behind the last item where all has been given; nowhere where the item is not shown.
    """
    items = {_index(place, part): part for place, part in enumerate(_items(card))}
    found = []
    for position in positions:
        part = items.get(position)
        if part is not None:
            found.append(_before(part, card))
        elif items and position == max(items) + 1:
            found.append(_behind(items[position - 1], card))
    return tuple(found)


def _items(card: Card) -> list[Part]:
    own = [part for part in card.parts if part.inner is None]
    return [part for part in own if part.slot.kind in ("item", "value")]


def _index(place: int, part: Part) -> int:
    """Items tell their index; the values of a mapping stand in its order."""
    name = part.slot.name
    return name if part.slot.kind == "item" and isinstance(name, int) else place


def _before(part: Part, card: Card) -> Rect:
    if part.kind in (PartKind.CELL, PartKind.ROUND):
        return Rect(part.x, part.y, 0, part.height)
    return Rect(_BESIDE, part.y, card.width - 2 * _BESIDE, 0)


def _behind(part: Part, card: Card) -> Rect:
    if part.kind in (PartKind.CELL, PartKind.ROUND):
        return Rect(part.x + part.width, part.y, 0, part.height)
    return Rect(_BESIDE, part.y + part.height - _BESIDE, card.width - 2 * _BESIDE, 0)
