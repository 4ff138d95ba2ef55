"""Of very many cards those of each frequent type stand in one, with a cell for each object.

References to and from such a card are one line, with their number on it. Nothing moves from step to
step: where the card stands, and which heights are given up below it, is decided with all places.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from visualizer.diagram.attention import is_marked
from visualizer.diagram.bundles import bundled
from visualizer.layout import (
    Arrow,
    ArrowKind,
    Box,
    Card,
    CardKind,
    Fold,
    Group,
    Groups,
    Key,
    Mark,
    Picture,
    Point,
    Rect,
    RegionKind,
    Scales,
    object_key,
)
from visualizer.layout.groups import INSET, MOST_CELLS, cells_across, height_of
from visualizer.layout.sizes import HEADER
from visualizer.model import Delta, State

type _Told = tuple[State, list[int], tuple[int, int]]
"""The state, the objects without a card, how many references are among all, how many are gone."""

MOST_CARDS = 400
"""Cards of objects beyond which they are grouped by type."""
LEAST = 48
"""A type with fewer cards is never grouped."""
_MARGIN, _STEP = 16.0, 80.0


@dataclass(frozen=True, slots=True)
class Grouped:
    """What is not drawn by itself: the card of its group, by its own key.

    ``unseen`` are those that would not be in the picture otherwise.
    """

    cards: dict[Key, Key] = field(default_factory=dict)
    unseen: frozenset[int] = frozenset()
    types: frozenset[str] = frozenset()
    scales: Scales = field(default_factory=Scales)


def group(
    picture: Picture,
    opened: Collection[str],
    known: tuple[State, Delta | None],
    plan: Callable[[frozenset[str]], Groups],
) -> tuple[Picture, Grouped]:
    """The picture with its most frequent types grouped, but for those ``opened``.

    ``known`` are the state that it shows and what led to it; ``plan`` tells where cards go.
    """
    boxes = _boxes(picture, opened)
    if not boxes:
        return picture, Grouped()
    found, state = plan(frozenset(boxes)), known[0]
    boxes = {kind: own for kind, own in boxes.items() if kind in found.rooms}
    unseen = _unseen(picture, state, boxes)
    cards = _cards(boxes, unseen)
    ghosts = [box for box in picture.boxes if box.ghost and str(box.card.title) in boxes]
    freed, gone = Counter(str(box.card.title) for box in ghosts), {box.key for box in ghosts}
    apart, inside = _sorted_out(picture.arrows, cards, gone)
    made: dict[Key, Box] = {}
    for kind, own in boxes.items():
        key = own[0].key
        told = state, unseen[kind], (inside[key], freed[kind])
        made[key] = _box(kind, own, found.rooms[kind], told)
    # What was freed has lost its place: it is only counted.
    drawn = (box for box in picture.boxes if box.key not in cards and box.key not in gone)
    lines = bundled(picture, cards, made, known)
    whole = replace(picture, boxes=(*drawn, *made.values()), arrows=(*apart, *lines))
    others = frozenset(chain.from_iterable(unseen.values()))
    return _shown_at(whole, found.scales), Grouped(cards, others, frozenset(boxes), found.scales)


def _boxes(picture: Picture, opened: Collection[str]) -> dict[str, list[Box]]:
    """The cards of each type that is to be grouped, oldest first.

    So are those of which there are too many altogether, also where few have a card: the items of a
    long list.
    """
    by_type: dict[str, list[Box]] = defaultdict(list)
    count = 0
    for box in picture.boxes:
        if box.serial is not None and not box.ghost:
            by_type[str(box.card.title)].append(box)
            count += 1
    more = dict(picture.left_out)
    found: dict[str, list[Box]] = {}
    for name, boxes in sorted(by_type.items(), key=lambda found: (-len(found[1]), found[0])):
        is_value = boxes[0].card.kind is CardKind.PILL
        many = not is_value and len(boxes) + more.get(name, 0) > MOST_CARDS
        if not many and (count <= MOST_CARDS or len(boxes) < LEAST):
            continue
        if name and name not in opened:
            found[name] = sorted(boxes, key=lambda box: box.serial or 0)
            count -= len(boxes) - 1
    return found


def _cards(boxes: Mapping[str, list[Box]], unseen: Mapping[str, Iterable[int]]) -> dict[Key, Key]:
    """The card of its group for each object: the oldest that is drawn gives it its key."""
    cards: dict[Key, Key] = {}
    for kind, own in boxes.items():
        for box in own:
            cards[box.key] = own[0].key
            cards.update((object_key(inner.serial), own[0].key) for inner in box.nested)
        cards.update((object_key(serial), own[0].key) for serial in unseen[kind])
    return cards


def _unseen(picture: Picture, state: State, boxes: Mapping[str, list[Box]]) -> dict[str, list[int]]:
    """The objects of each of those types that are not in the picture."""
    more = dict(picture.left_out)
    found: dict[str, list[int]] = {kind: [] for kind in boxes}
    if not any(kind in more for kind in boxes):
        return found
    seen = {box.serial for box in picture.boxes}
    for box in picture.boxes:
        seen.update(part.target for part in box.card.parts if not part.points)
    for serial, thing in state.heap.items():
        if thing.type in found and serial not in seen:
            found[thing.type].append(serial)
    return found


def _sorted_out(
    arrows: Collection[Arrow], cards: Mapping[Key, Key], gone: Collection[Key]
) -> tuple[list[Arrow], dict[Key, int]]:
    """The arrows at no group and at nothing ``gone``, how many lead from a group to itself."""
    apart: list[Arrow] = []
    inside: dict[Key, int] = defaultdict(int)
    for arrow in arrows:
        target = object_key(arrow.target)
        start, end = cards.get(arrow.card), cards.get(target)
        if start is None and end is None:
            if target not in gone:
                apart.append(arrow)
        elif start is not None and start == end and arrow.kind is not ArrowKind.FORMER:
            inside[start] += 1
    return apart, inside


def _box(kind: str, boxes: list[Box], room: Rect, told: _Told) -> Box:
    state, unseen, (inner, freed) = told
    serials = sorted([*(box.serial for box in boxes if box.serial is not None), *unseen])
    things = [state.heap[serial] for serial in serials if serial in state.heap]
    new = {box.serial for box in boxes if box.mark is Mark.NEW and box.serial is not None}
    changed = {box.serial for box in boxes if is_marked(box) and box.serial is not None} - new
    told_of = Group(
        kind,
        tuple(thing.serial for thing in things),
        frozenset(thing.serial for thing in things if (thing.refcount or 0) > 1),
        frozenset(changed),
        frozenset(new),
        sum(thing.size for thing in things),
        inner,
        freed,
        cells_across(room.width) if len(things) <= MOST_CELLS else 0,
    )
    height = height_of(len(things), room.width)
    card = Card(CardKind.CARD, kind, "", HEADER, (), room.width, height)
    return Box(
        boxes[0].key,
        card,
        room._replace(height=height),
        mark=Mark.CHANGED if changed or new or freed else Mark.NONE,
        fold=Fold(len(things), bool(changed or new or freed), 0, kind),
        group=told_of,
    )


def cell_rect(box: Box, place: int) -> Rect:
    """Where a cell of a group's card is, in the card's own lengths."""
    assert box.group is not None
    row, column = divmod(place, box.group.across)
    return Rect(INSET + column * 6, HEADER + INSET + row * 6, 5, 5)


def member_at(box: Box, x: float, y: float) -> int | None:
    """The object whose cell is at a point of a group's card, in the card's own lengths."""
    told = box.group
    if told is None or not told.across:
        return None
    column, row = int((x - INSET + 0.5) // 6), int((y - HEADER - INSET + 0.5) // 6)
    place = row * told.across + column
    if row < 0 or not 0 <= column < told.across or place >= len(told.members):
        return None
    return told.members[place]


def _shown_at(picture: Picture, scales: Scales) -> Picture:
    """The picture without the room that is given up because nothing stands there."""
    x_at, y_at = scales.across.shown_at, scales.down.shown_at

    def moved(points: Iterable[Point]) -> tuple[Point, ...]:
        return tuple(Point(x_at(x), y_at(y)) for x, y in points)

    boxes = tuple(
        replace(box, rect=box.rect._replace(x=x_at(box.rect.x), y=y_at(box.rect.y)))
        for box in picture.boxes
    )
    arrows = tuple(
        replace(
            arrow,
            points=moved(arrow.points),
            full=moved(arrow.full),
            port=moved((arrow.port,))[0],
            joined=tuple(map(y_at, arrow.joined)),
        )
        for arrow in picture.arrows
    )
    lowest = max((y for arrow in arrows for _, y in arrow.points), default=0.0)
    lowest = max([lowest, *(box.rect.bottom for box in boxes)])
    regions = tuple(
        replace(region, rect=_smaller(region.rect, lowest, x_at(region.rect.right)))
        if region.kind is RegionKind.HEAP
        else region
        for region in picture.regions
    )
    right = x_at(picture.bounds.right)
    bottom = max([lowest, *(region.rect.bottom for region in regions)]) + _MARGIN
    height = min(picture.bounds.height, bottom - picture.bounds.y)
    bounds = picture.bounds._replace(height=height, width=right - picture.bounds.x)
    return replace(picture, boxes=boxes, arrows=arrows, regions=regions, bounds=bounds)


def _smaller(rect: Rect, lowest: float, right: float) -> Rect:
    """The ground ends below what is drawn on it, by the steps that it grows by."""
    free = max(rect.bottom - lowest - _MARGIN, 0.0)
    return rect._replace(height=rect.height - free // _STEP * _STEP, width=right - rect.x)
