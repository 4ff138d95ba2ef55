"""Which objects stand in the card of a group, and what the step did to them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from visualizer.diagram.attention import is_marked
from visualizer.layout import (
    Arrow,
    ArrowKind,
    Box,
    Card,
    CardKind,
    Fold,
    Group,
    Key,
    Mark,
    Picture,
    Rect,
    object_key,
)
from visualizer.layout.condensed import Ends
from visualizer.layout.groups import GROUP_HEADER, MOST_CELLS, cells_across, height_of
from visualizer.layout.picture import NO_SLOT
from visualizer.model import Delta, State

MOST_KNOWN = 5_000
"""So many objects of a type without a card of their own are looked at in each step, not more."""


class Happened(NamedTuple):
    """What a step did to objects of a type, whether they have cards of their own or not."""

    new: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
    freed: frozenset[int] = frozenset()


class Told(NamedTuple):
    """What the card of a group says: the ``unseen`` have no cards, ``inner`` references lead from
    one of them to another."""

    state: State
    unseen: list[int]
    inner: int
    happened: Happened


def happened(delta: Delta | None, kinds: Collection[str]) -> dict[str, Happened]:
    """What a step did to the objects of each of those types."""
    found = {kind: (set[int](), set[int](), set[int]()) for kind in kinds}
    if delta is not None and delta.before is not None:
        for change in delta.objects:
            thing = change.new or change.old
            if thing is None or thing.type not in found:
                continue
            new, changed, freed = found[thing.type]
            if change.old is None:
                new.add(change.serial)
            elif change.new is None:
                freed.add(change.serial)
            elif change.old.content != change.new.content:
                changed.add(change.serial)
    return {kind: Happened(*map(frozenset, done)) for kind, done in found.items()}


def own_boxes(picture: Picture, kinds: Collection[str]) -> dict[str, list[Box]]:
    """The cards of each of those types, oldest first."""
    found: dict[str, list[Box]] = defaultdict(list)
    for box in picture.boxes:
        if box.serial is not None and not box.ghost and (kind := str(box.card.title)) in kinds:
            found[kind].append(box)
    for boxes in found.values():
        boxes.sort(key=lambda box: box.serial or 0)
    return dict(found)


def cards_of(boxes: Mapping[str, list[Box]], unseen: Mapping[str, Iterable[int]]) -> dict[int, Key]:
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


def unseen_members(
    picture: Picture, state: State, boxes: Mapping[str, list[Box]]
) -> dict[str, list[int]]:
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


def sorted_out(
    arrows: Iterable[Arrow],
    cards: Mapping[int, Key],
    gone: Collection[int | None],
    out: Collection[Key] = (),
) -> tuple[list[Arrow], dict[Key, int], dict[Ends, list[Arrow]]]:
    """The arrows at no group and at nothing ``gone``, how many lead from a group to itself.

    At last all others, by the cards that they lead from and to; each name points by itself, and so
    does what leads to or from a member ``out`` of its group.
    """
    apart: list[Arrow] = []
    inside: dict[Key, int] = defaultdict(int)
    ends: dict[Ends, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        kind, name = arrow.card
        is_object = kind == "object"
        start = cards.get(name) if is_object else None  # type: ignore[arg-type]
        end = cards.get(arrow.target)
        apart_from = start is None and end is None
        is_out = bool(out) and (arrow.card in out or object_key(arrow.target) in out)
        if apart_from and not is_out:
            if arrow.target not in gone:
                apart.append(arrow)
        elif arrow.kind is ArrowKind.FORMER:
            continue
        elif start == end and start is not None:
            inside[start] += 1
        else:
            slot = arrow.slot if not is_object or arrow.card in out else NO_SLOT
            ends[start or arrow.card, end or object_key(arrow.target), slot].append(arrow)
    return apart, inside, ends


def group_box(kind: str, boxes: list[Box], room: Rect, told: Told) -> Box:
    """The card of a group in its room.

    What the step freed has a cell for one more step where there is room for that: no other moves.
    """
    heap, done = told.state.heap, told.happened
    serials = sorted([*(int(box.key.name) for box in boxes), *told.unseen])
    things = [heap[serial] for serial in serials if serial in heap]
    marked = [box for box in boxes if is_marked(box) and box.mark is not Mark.UNREACHABLE]
    there = frozenset(thing.serial for thing in things)
    new = {int(box.key.name) for box in marked if box.mark is Mark.NEW} | (done.new & there)
    changed = {int(box.key.name) for box in marked} | (done.changed & there)
    across = cells_across(room.width)
    cells = len(things) + len(done.freed)
    if cells > MOST_CELLS or height_of(cells, room.width) > room.height:
        cells = len(things)
    height = height_of(cells, room.width)
    members = Group(
        kind,
        tuple(thing.serial for thing in things),
        frozenset(thing.serial for thing in things if (thing.refcount or 0) > 1),
        frozenset(changed - new),
        frozenset(new),
        sum(thing.size for thing in things),
        told.inner,
        len(done.freed),
        across if len(things) <= MOST_CELLS else 0,
        ghosts=tuple(sorted(done.freed)) if cells > len(things) else (),
        unreachable=frozenset(thing.serial for thing in things if thing.unreachable),
    )
    card = Card(CardKind.CARD, kind, "", GROUP_HEADER, (), room.width, height)
    touched = bool(changed or new or done.freed)
    return Box(
        boxes[0].key,
        card,
        room._replace(height=height),
        mark=Mark.CHANGED if touched else Mark.NONE,
        unreachable=len(members.unreachable) == len(things),
        fold=Fold(len(things), touched, 0, kind),
        group=members,
    )
