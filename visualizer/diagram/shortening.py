"""Long chains and trees are shown with their ends alone: of a chain the middle is one card, of a
tree what is deep down is folded away under what it hangs on.

Nothing else moves, and where the step did something, or something that is shown leads there, it is
open. What is shown follows from the step alone, and from what the user opened.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from visualizer.diagram.attention import is_marked
from visualizer.diagram.filters import Filter
from visualizer.diagram.folding import NOT_HELD, graph_of, reached
from visualizer.layout import (
    Arrow,
    ArrowKind,
    Box,
    Card,
    CardKind,
    Fold,
    Key,
    Picture,
    Point,
    Slot,
    object_key,
)
from visualizer.layout.sizes import PORT_INSET
from visualizer.layout.structures import (
    LEAST,
    LEAST_CLOSED,
    NO_LEVELS,
    Structure,
    Way,
    find_structures,
    left_out,
)

MIDDLE = "middle"
"""The kind of slot of what leads out of the card of a middle."""
_STUB = 16.0


@dataclass(frozen=True, slots=True)
class Shortened:
    """What was left out of a picture: ``by`` which card, and how long each structure is.

    ``lengths`` are by the first member, with how many members are shown. ``opened`` is shown
    because it was asked for.
    """

    by: Mapping[Key, Key] = field(default_factory=dict)
    found: tuple[Structure, ...] = ()
    lengths: Mapping[Key, tuple[int, int]] = field(default_factory=dict)
    opened: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """How many structures are not shown whole."""
        return sum(shown < whole for whole, shown in self.lengths.values())

    def shows_other(self, asked_for: frozenset[int]) -> bool:
        """Whether another picture is made where something else is asked for."""
        return bool(self.found) and asked_for != self.opened

    def around(self, serial: int) -> Structure | None:
        """The structure that an object is a member of."""
        key = object_key(serial)
        return next((found for found in self.found if key in found.depth), None)


def respread(now: Filter, shortened: Shortened, box: Box) -> Filter | None:
    """The filter with what a card stands for shown, or with all that was shown so left out again.

    None where it is no part of a structure of which anything is.
    """
    around = shortened.around(int(box.key.name))
    if around is None:
        return None
    if box.fold is not None and box.fold.nodes:
        mine = (key for key in around.members if shortened.by.get(key) == box.key)
        return now.with_spread((int(key.name) for key in mine), True)
    if now.spread.isdisjoint(int(key.name) for key in around.members):
        return None
    return now.with_spread((int(key.name) for key in around.members), False)


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left out: of whom each stands in the card of another, and which members those are."""

    by: dict[Key, Key]
    members: dict[Key, tuple[Key, ...]]
    chains: dict[Key, Structure]


class Recogniser:
    """Finds the long structures of one picture after another; mostly they are those before."""

    def __init__(self) -> None:
        self._made_from: object = None
        self._found: tuple[Structure, ...] = ()

    def found(
        self, picture: Picture, around: Mapping[Key, Key], least: int
    ) -> tuple[Structure, ...]:
        """Those of ``least`` members or more; ``around`` is the card around what is inside one."""
        types = {box.key: str(box.card.title) for box in picture.boxes if _may_belong(box)}
        ways = [
            (arrow.card, arrow.target, arrow.slot)
            for arrow in picture.arrows
            if arrow.kind not in NOT_HELD and arrow.card.kind == "object"
        ]
        made_from = types, ways, around, least
        if made_from != self._made_from:
            self._made_from = made_from
            x_of = {box.key: box.rect.x for box in picture.boxes}
            named = (_way(*way, around) for way in ways)
            self._found = tuple(find_structures(types, named, x_of.__getitem__, least))
        return self._found


def _way(holder: Key, serial: int, slot: Slot, around: Mapping[Key, Key]) -> Way:
    """The slot as one writes it, without its number: brothers may stand in one list."""
    target = object_key(serial)
    name = str(slot.name) if slot.kind == "attribute" else ""
    return Way(holder, around.get(target, target), name)


def shorten(
    picture: Picture,
    asked_for: frozenset[int],
    levels: Mapping[str, int] = NO_LEVELS,
    recogniser: Recogniser | None = None,
) -> tuple[Picture, Shortened]:
    """The picture with long structures shortened; ``asked_for`` is shown in any case.

    Where room is given up for them all are that can be, and it is known of how many ``levels``.
    """
    least = LEAST_CLOSED if levels else LEAST
    graph, around = graph_of(picture)
    found = (recogniser or Recogniser()).found(picture, around, least)
    if not found:
        return picture, Shortened()
    boxes = {box.key: box for box in picture.boxes}
    open_ = _open(picture, found, around, asked_for)
    left = _left_out(found, open_, levels)
    lengths = {
        one.root: (len(one.members), sum(key not in left.by for key in one.members))
        for one in found
    }
    if not left.by:
        return picture, Shortened({}, found, lengths, asked_for)
    _add_what_hangs_under(left, graph, boxes, found)
    arrows, leads = _arrows(picture.arrows, left, boxes, around)
    shown = tuple(_boxes(boxes, left, leads))
    by = {**left.by, **{inner: left.by[key] for inner, key in around.items() if key in left.by}}
    made = replace(picture, boxes=shown, arrows=tuple(arrows))
    return made, Shortened(by, found, lengths, asked_for)


def _may_belong(box: Box) -> bool:
    is_one = box.serial is not None and not box.ghost and box.group is None
    return is_one and box.card.kind is not CardKind.PILL


def _open(
    picture: Picture,
    found: Iterable[Structure],
    around: Mapping[Key, Key],
    asked_for: Collection[int],
) -> set[Key]:
    """What is to be seen: what the step changed, what others lead to, what was asked for."""
    belongs = {key: number for number, one in enumerate(found) for key in one.members}
    wanted = {object_key(serial) for serial in asked_for}
    open_ = {around.get(key, key) for key in wanted}
    holders: dict[Key, set[Key]] = defaultdict(set)
    for box in picture.boxes:
        if is_marked(box):
            open_.add(box.key)
        if wanted:
            inside = {
                object_key(part.target)
                for part in box.card.parts
                if part.target is not None and not part.points
            }
            if not wanted.isdisjoint(inside):
                open_.add(box.key)
    for arrow in picture.arrows:
        target = object_key(arrow.target)
        target = around.get(target, target)
        mine = belongs.get(target)
        if mine is None:
            holders[target].add(arrow.card)
        elif belongs.get(arrow.card) != mine or arrow.kind is ArrowKind.FORMER:
            open_.add(target)
    # What is to be seen of what hangs under members is seen where it hangs.
    waiting = [key for key in open_ if key not in belongs]
    seen = set(waiting)
    while waiting:
        for holder in holders.get(waiting.pop(), ()):
            if holder in belongs:
                open_.add(holder)
            elif holder not in seen and holder.kind == "object":
                seen.add(holder)
                waiting.append(holder)
    return open_


def _left_out(
    found: Iterable[Structure], open_: Collection[Key], levels: Mapping[str, int]
) -> _Left:
    left = _Left({}, {}, {})
    for one in found:
        for key, members in left_out(one, open_, levels):
            left.members[key] = members
            left.by.update(dict.fromkeys(members, key))
            if one.is_chain:
                left.chains[key] = one
    return left


def _add_what_hangs_under(
    left: _Left,
    graph: Mapping[Key, list[Key]],
    boxes: Mapping[Key, Box],
    found: Iterable[Structure],
) -> None:
    """What one gets to through that alone is left out with it."""
    roots = [key for key in boxes if key.kind != "object"]
    roots += boxes.keys() - reached(roots, graph, ())
    roots += (key for one in found for key in one.members)
    seen = reached([key for key in roots if key not in left.by], graph, left.by.keys())
    hidden = boxes.keys() - seen - left.by.keys()
    for key, members in left.members.items():
        shut = boxes.keys() - hidden - set(members)
        under = reached(members, graph, shut) & hidden
        left.by.update(dict.fromkeys(under - left.by.keys(), key))


def _boxes(boxes: Mapping[Key, Box], left: _Left, leads: Mapping[Key, int]) -> Iterator[Box]:
    under: dict[Key, list[Box]] = defaultdict(list)
    for key, holder in left.by.items():
        under[holder].append(boxes[key])
    for key, box in boxes.items():
        if key not in left.members:
            if key not in left.by:
                yield box
            continue
        objects = sum(1 + len(_inside(one)) for one in under[key])
        fold = Fold(objects, False, leads.get(key, 0), nodes=len(left.members[key]))
        yield (
            _middle(box, fold, left.members[key]) if key in left.chains else replace(box, fold=fold)
        )


def _inside(box: Box) -> set[int]:
    return {part.target for part in box.card.parts if part.target and not part.points}


def _middle(first: Box, fold: Fold, members: Iterable[Key]) -> Box:
    """The card in the middle of a chain, in the place of the first that it stands for."""
    card = first.card
    made = Card(CardKind.CARD, card.title, "", card.header, (), first.rect.width, first.rect.height)
    serials = tuple(int(key.name) for key in members)
    return Box(first.key, made, first.rect, fold=fold, middle=serials)


def _arrows(
    arrows: Iterable[Arrow],
    left: _Left,
    boxes: Mapping[Key, Box],
    around: Mapping[Key, Key],
) -> tuple[list[Arrow], Mapping[Key, int]]:
    """The arrows between what is shown; how many lead out of each card that stands for others."""
    kept: list[Arrow] = []
    leads: Counter[Key] = Counter()
    for arrow in arrows:
        target = object_key(arrow.target)
        target = around.get(target, target)
        start, end = left.by.get(arrow.card), left.by.get(target)
        if start is None and end is None:
            kept.append(arrow)
        elif arrow.kind is ArrowKind.FORMER or (start is not None and end is not None):
            continue
        elif start is not None:
            chain = left.chains.get(start)
            if chain is not None and chain.parent.get(target) == arrow.card:
                kept.append(_led_from(arrow, boxes[start], boxes[arrow.card]))
            else:
                leads[start] += 1
        elif end is not None and end in left.chains:
            kept.append(_led_to(arrow, boxes[end], boxes[target]))
    return kept, leads


def _led_from(arrow: Arrow, card: Box, holder: Box) -> Arrow:
    """What leads on from one in the middle, from the card that stands for it, at its right."""
    points = arrow.points
    y = card.rect.y + (arrow.port.y - holder.rect.y)
    is_level = holder.rect.y == card.rect.y and not arrow.chip
    if is_level and len(points) > 1 and points[-1].x > card.rect.right:
        port, chip = Point(card.rect.right, y), False
        points = (port, *points[1:]) if points[1].y == y else (port, *points)
    else:
        port, points, chip = Point(card.rect.right - PORT_INSET, y), _stub(points), True
    slot = Slot(MIDDLE, str(arrow.slot.name))
    return replace(
        arrow,
        holder=card.key,
        card=card.key,
        slot=slot,
        points=points,
        full=(),
        port=port,
        chip=chip,
    )


def _led_to(arrow: Arrow, card: Box, target: Box) -> Arrow:
    """What leads to one in the middle, to the card that stands for it."""
    serial, points = int(card.key.name), arrow.points
    if target.key == card.key:
        return arrow
    from_left = arrow.port.x < card.rect.x
    x = card.rect.x if from_left else card.rect.right
    straight = target.rect.y == card.rect.y and len(points) > 1 and not arrow.chip
    if straight and not from_left and target.rect.x > card.rect.x:
        before = points[:-1] if points[-2].y == points[-1].y else points
        return replace(arrow, target=serial, points=(*before, Point(x, points[-1].y)), full=())
    inside = points[-1].y - target.rect.y if points else card.rect.height / 2
    y = card.rect.y + min(max(inside, 10.0), card.rect.height - 10)
    away = -_STUB if from_left else _STUB
    return replace(arrow, target=serial, points=(Point(x + away, y), Point(x, y)), full=(),
                   chip=True)  # fmt: skip


def _stub(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The head of a way alone."""
    if len(points) < 2:
        return points
    before, last = points[-2:]
    return (last._replace(x=last.x - (_STUB if before.x <= last.x else -_STUB)), last)
