"""Islands: objects that no name reaches, which only a cycle keeps alive."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import NamedTuple

from visualizer.diagram.obstacles import Obstacles, room_of
from visualizer.layout import Box, Key, Picture, Rect, RegionKind, Text, object_key, phrase
from visualizer.layout.sizes import written_size

TITLE, FOOT, SIDE = 30.0, 52.0, 14.0
LEAST_WIDTH = 250.0
TITLE_LINE = 22.0
"""Its height where it stands at the foot, above the other words."""
_HEAP_TITLE = (400.0, 36.0)
"""Width and height that the name of the heap and the line about it take of its ground."""
_LOWER = 16.0
"""By how much its title moves to stand free of arrows."""


@dataclass(frozen=True, slots=True)
class Island:
    """The area around unreachable objects that hold on to each other, and what is said of it.

    ``title`` and ``words`` have a height each in the area; 0 where there is no room for them. Where
    the title has no room above it is ``title_below``, the first line of the foot.
    ``step`` is the first without them, None if they outlive the recording or nobody knows.
    """

    keys: frozenset[Key]
    rect: Rect
    title: Text
    size: Text
    words: tuple[Text, ...]
    title_height: float
    foot_height: float
    words_inset: float = 16.0
    title_below: bool = False
    step: int | None = None


def islands(
    picture: Picture,
    apart: Sequence[Box],
    ends: Mapping[int, int | None],
    sizes: Mapping[int, int],
) -> tuple[Island, ...]:
    """The islands of a step, from the cards ``apart``.

    ``ends`` tells when each object is gone, ``sizes`` its bytes.
    """
    if not apart:
        return ()
    boxes = {box.key: box for box in apart}
    others = [room_of(box) for box in picture.boxes if not box.unreachable]
    groups: list[list[Box]] = []
    for group in _together(_components(boxes, picture), others):
        _join(groups, group, picture, others)
    return tuple(_island(group, picture, others, (ends, sizes)) for group in groups)


def _join(groups: list[list[Box]], group: list[Box], picture: Picture, others: list[Rect]) -> None:
    """Add a group, joined to those whose areas its own overlaps, if nothing else is between."""
    area = _area(group, picture, others)
    for near in groups:
        both = _in_order([*near, *group])
        if _area(near, picture, others).rect.overlaps(area.rect) and not any(
            _around(both).overlaps(other)
            and not (_around(near).overlaps(other) or _around(group).overlaps(other))
            for other in others
        ):
            groups.remove(near)
            _join(groups, both, picture, others)
            return
    groups.append(group)


def _components(boxes: Mapping[Key, Box], picture: Picture) -> Iterator[list[Box]]:
    """Boxes that arrows join."""
    joined: dict[Key, set[Key]] = {key: set() for key in boxes}
    for arrow in picture.arrows:
        holder, target = arrow.card, object_key(arrow.target)
        if holder in boxes and target in boxes:
            joined[holder].add(target)
            joined[target].add(holder)
    left = dict.fromkeys(boxes)
    while left:
        waiting, found = [next(iter(left))], []
        while waiting:
            key = waiting.pop()
            if key in left:
                del left[key]
                found.append(boxes[key])
                waiting.extend(joined[key])
        yield _in_order(found)


def _in_order(boxes: list[Box]) -> list[Box]:
    return sorted(boxes, key=lambda box: (box.rect.y, box.rect.x))


def serials_of(box: Box) -> tuple[int, ...]:
    """The objects that a card stands for: one, or all of its group."""
    if box.group is not None:
        return box.group.members
    return (box.serial,) if box.serial is not None else ()


def _together(components: Iterator[list[Box]], others: list[Rect]) -> Iterator[list[Box]]:
    """Each component as one area if nothing reachable stands between, else card by card."""
    for found in components:
        if _is_free(found, others):
            yield found
        else:
            yield from ([box] for box in found)


def _is_free(group: list[Box], others: list[Rect]) -> bool:
    """Whether nothing else stands between these."""
    area = _around(group).grown(SIDE)
    return not any(area.overlaps(other) for other in others)


class _Area(NamedTuple):
    """Where an island is, with the heights of its title and of the words at its foot."""

    rect: Rect
    title: float
    foot: float
    title_below: bool
    words_inset: float


def _area(group: list[Box], picture: Picture, others: list[Rect]) -> _Area:
    kept = [*others, *_words_of_grounds(picture)]
    inner = _below(_around(group).united(_ways(group, picture)).grown(SIDE), picture)
    wide = inner._replace(width=max(inner.width, LEAST_WIDTH))
    title, foot = _title_room(wide, picture, kept), _foot_room(wide, kept, FOOT)
    low = 0.0 if title else _foot_room(wide, kept, FOOT + TITLE_LINE)
    foot = low or foot
    rect = wide if title or foot else inner
    rect = rect._replace(y=rect.y - title, height=rect.height + title + foot)
    inset = _words_inset(wide._replace(y=wide.bottom, height=foot), picture)
    return _Area(rect, title, foot, bool(low), inset)


def _island(
    group: list[Box],
    picture: Picture,
    others: list[Rect],
    known: tuple[Mapping[int, int | None], Mapping[int, int]],
) -> Island:
    (ends, sizes), area = known, _area(group, picture, others)
    serials = sorted({*chain.from_iterable(map(serials_of, group))})
    why = "island-why"
    if len(serials) == 1:
        # Of those of a group the others may stand in its card.
        why = "island-why-one" if _holds_itself(serials[0], picture) else "island-why-cycle"
    size = written_size(sum(sizes.get(serial, 0) for serial in serials))
    gone = [ends[serial] for serial in serials if serial in ends]
    step = min((step for step in gone if step is not None), default=None)
    words: list[Text] = [phrase(why)]
    if step is not None:
        words.append(phrase("island-ends", step=step))
    elif gone:
        words.append(phrase("island-stays"))
    return Island(
        frozenset(box.key for box in group),
        area.rect,
        phrase("island"),
        phrase("island-size", n=len(serials), size=size),
        tuple(words),
        area.title,
        area.foot,
        area.words_inset,
        area.title_below,
        step,
    )


def _holds_itself(serial: int, picture: Picture) -> bool:
    key = object_key(serial)
    return any(arrow.target == serial and arrow.card == key for arrow in picture.arrows)


def _words_of_grounds(picture: Picture) -> Iterator[Rect]:
    """What is written on the grounds at their upper edge, and the ground of code above them."""
    for region in picture.regions:
        if region.kind is RegionKind.TEXT:
            yield region.rect
        elif region.kind is RegionKind.HEAP:
            width, height = _HEAP_TITLE
            yield region.rect._replace(width=min(width, region.rect.width), height=height)


def _below(area: Rect, picture: Picture) -> Rect:
    """The area without what of it would lie on words of a ground above its cards."""
    for words in _words_of_grounds(picture):
        if words.overlaps(area) and words.y < area.y:
            area = area._replace(y=words.bottom, height=area.bottom - words.bottom)
    return area


def _around(boxes: list[Box]) -> Rect:
    return reduce(Rect.united, (room_of(box) for box in boxes))


def _ways(group: list[Box], picture: Picture) -> Rect:
    """Around the arrows from one of them to another."""
    keys = {box.key for box in group}
    found = group[0].rect
    for arrow in picture.arrows:
        if arrow.card in keys and object_key(arrow.target) in keys:
            for x, y in arrow.points:
                found = found.united(Rect(x, y, 0, 0))
    return found


def _title_room(area: Rect, picture: Picture, others: list[Rect]) -> float:
    """The height of a strip above for the title, with no arrow through it if that can be."""
    near = Obstacles(picture, area.grown(2 * TITLE))
    heights = (TITLE, TITLE + _LOWER, TITLE + 2 * _LOWER)
    for height in heights:
        strip = area._replace(y=area.y - height, height=TITLE)
        if _room(strip._replace(height=height), others, height) and not near.cost(strip):
            return height
    return _room(area._replace(y=area.y - TITLE, height=TITLE), others, TITLE)


def _words_inset(foot: Rect, picture: Picture) -> float:
    """How far in the words stand so that no arrow passes over them, if that can be."""
    near = Obstacles(picture, foot.grown(TITLE))
    for inset in (16.0, 32.0, 48.0, 64.0):
        room = foot._replace(x=foot.x + inset, width=foot.width - inset - 8)
        if not near.cost(room):
            return inset
    return 16.0


def _foot_room(area: Rect, others: list[Rect], height: float) -> float:
    return _room(area._replace(y=area.bottom, height=height), others, height)


def _room(strip: Rect, others: list[Rect], height: float) -> float:
    return 0.0 if any(strip.overlaps(other) for other in others) else height
