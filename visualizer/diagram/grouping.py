"""Of very many cards those of each frequent type stand in one, with a cell for each object.

References to and from such a card are one line, with their number on it. Nothing moves from step to
step: where the card stands, and which heights are given up below it, is decided with all places.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from visualizer.diagram.attention import is_marked
from visualizer.diagram.bundles import Ends, Members, bundled
from visualizer.diagram.frame_rect import framed
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
    Scales,
    object_key,
)
from visualizer.layout.groups import INSET, MOST_CELLS, cells_across, height_of
from visualizer.layout.picture import NO_SLOT
from visualizer.layout.sizes import HEADER
from visualizer.model import Delta, State

type _Told = tuple[State, list[int], tuple[int, int]]
"""The state, the objects without a card, how many references are among all, how many are gone."""

MOST_CARDS = 400
"""Cards of objects beyond which they are grouped by type."""
MOST_KNOWN = 5_000
"""So many objects of a type without a card of their own are looked at in each step, not more."""
LEAST = 48
"""A type with fewer cards is never grouped."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """What is not drawn by itself: the card of its group, by its serial.

    ``unseen`` are those that would not be in the picture otherwise.
    """

    cards: dict[int, Key] = field(default_factory=dict)
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
    cards, others = _cards(boxes, unseen), frozenset(chain.from_iterable(unseen.values()))
    ghosts = [box for box in picture.boxes if box.ghost and str(box.card.title) in boxes]
    freed, gone = Counter(str(box.card.title) for box in ghosts), {box.serial for box in ghosts}
    apart, inside, ends = _sorted_out(picture.arrows, cards, gone)
    made: dict[Key, Box] = {}
    for kind, own in boxes.items():
        key = own[0].key
        told = state, unseen[kind], (inside[key], freed[kind])
        made[key] = _box(kind, own, found.rooms[kind], told)
    # What was freed has lost its place: it is only counted.
    away = cards.keys() | gone
    drawn = (box for box in picture.boxes if box.serial not in away)
    lines = bundled(ends, Members(cards, others), made, known)
    whole = replace(picture, boxes=(*drawn, *made.values()), arrows=(*apart, *lines))
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
        many = not is_value and MOST_CARDS < len(boxes) + more.get(name, 0) <= MOST_KNOWN
        if not many and (count <= MOST_CARDS or len(boxes) < LEAST):
            continue
        if name and name not in opened:
            found[name] = sorted(boxes, key=lambda box: box.serial or 0)
            count -= len(boxes) - 1
    return found


def _cards(boxes: Mapping[str, list[Box]], unseen: Mapping[str, Iterable[int]]) -> dict[int, Key]:
    """The card of its group for each object: the oldest that is drawn gives it its key."""
    cards: dict[int, Key] = {}
    for kind, own in boxes.items():
        key = own[0].key
        for box in own:
            cards[int(box.key.name)] = key
            if box.nested:
                cards.update((inner.serial, key) for inner in box.nested)
        cards.update(dict.fromkeys(unseen[kind], key))
    return cards


def _unseen(picture: Picture, state: State, boxes: Mapping[str, list[Box]]) -> dict[str, list[int]]:
    """The objects of each of those types that are not in the picture."""
    more = dict(picture.left_out)
    found: dict[str, list[int]] = {kind: [] for kind in boxes}
    found_more = [kind for kind in boxes if 0 < more.get(kind, 0) <= MOST_KNOWN]
    if not found_more:
        return found
    seen = {box.serial for box in picture.boxes}
    for box in picture.boxes:
        seen.update(part.target for part in box.card.parts if not part.points)
    for serial, thing in state.heap.items():
        if thing.type in found_more and serial not in seen:
            found[thing.type].append(serial)
    return found


def _sorted_out(
    arrows: Iterable[Arrow], cards: Mapping[int, Key], gone: Collection[int | None]
) -> tuple[list[Arrow], dict[Key, int], dict[Ends, list[Arrow]]]:
    """The arrows at no group and at nothing ``gone``, how many lead from a group to itself.

    At last all others, by the cards that they lead from and to; each name points by itself.
    """
    apart: list[Arrow] = []
    inside: dict[Key, int] = defaultdict(int)
    ends: dict[Ends, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        kind, name = arrow.card
        is_object = kind == "object"
        start = cards.get(name) if is_object else None  # type: ignore[arg-type]
        end = cards.get(arrow.target)
        if start is None and end is None:
            if arrow.target not in gone:
                apart.append(arrow)
        elif arrow.kind is ArrowKind.FORMER:
            continue
        elif start == end and start is not None:
            inside[start] += 1
        else:
            slot = NO_SLOT if is_object else arrow.slot
            ends[start or arrow.card, end or object_key(arrow.target), slot].append(arrow)
    return apart, inside, ends


def _box(kind: str, boxes: list[Box], room: Rect, told: _Told) -> Box:
    state, unseen, (inner, freed) = told
    serials = sorted([*(int(box.key.name) for box in boxes), *unseen])
    things = [state.heap[serial] for serial in serials if serial in state.heap]
    marked = [box for box in boxes if is_marked(box)]
    new = {int(box.key.name) for box in marked if box.mark is Mark.NEW}
    changed = {int(box.key.name) for box in marked} - new
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
    return framed(replace(picture, boxes=boxes, arrows=arrows))
