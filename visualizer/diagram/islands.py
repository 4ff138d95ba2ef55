"""Islands: objects that no name reaches, which only cycles keep alive."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from math import ceil

from visualizer.diagram.island_area import INSET, Area, Needs, Surroundings, area_of
from visualizer.layout import (
    Box,
    Key,
    Picture,
    Rect,
    Text,
    TextMeasure,
    TextStyle,
    object_key,
    phrase,
)
from visualizer.layout.sizes import written_size

SIGN_ROOM, APART = 24.0, 12.0
"""Left of its title, and between that and how much it is."""


@dataclass(frozen=True, slots=True)
class Island:
    """Unreachable objects that references join, and what is said of all of them, once.

    ``area`` is the ground around their cards. ``step`` is the first without them, None if they
    outlive the recording or nobody knows.
    """

    keys: frozenset[Key]
    area: Area
    title: Text
    size: Text
    words: tuple[Text, ...]
    step: int | None = None

    @property
    def rect(self) -> Rect:
        """Around all of its pieces."""
        return reduce(Rect.united, self.area.pieces)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of unreachable objects: when each is gone, and how many bytes it has."""

    ends: Mapping[int, int | None]
    sizes: Mapping[int, int]


def islands(
    picture: Picture, apart: Sequence[Box], known: Known, measure: TextMeasure
) -> tuple[Island, ...]:
    """The islands of a step, from the cards ``apart``; each object is part of one."""
    if not apart:
        return ()
    boxes = {box.key: box for box in apart}
    surroundings = Surroundings(picture)
    joined = _joined(boxes, picture)
    return tuple(
        _island(group, joined, known, (surroundings, measure))
        for group in _components(boxes, joined)
    )


type Joined = Mapping[Key, set[Key]]


def _joined(boxes: Mapping[Key, Box], picture: Picture) -> Joined:
    """To which others of these cards arrows lead from each."""
    joined: defaultdict[Key, set[Key]] = defaultdict(set)
    for arrow in picture.arrows:
        target = object_key(arrow.target)
        if arrow.card in boxes and target in boxes:
            joined[arrow.card].add(target)
    return joined


def _components(boxes: Mapping[Key, Box], joined: Joined) -> Iterator[list[Box]]:
    """Boxes that arrows join."""
    back = _turned(joined)
    both = {key: joined.get(key, set()) | back.get(key, set()) for key in boxes}
    left = dict.fromkeys(boxes)
    while left:
        found = _reached(next(iter(left)), both)
        for key in found:
            del left[key]
        yield sorted((boxes[key] for key in found), key=lambda box: (box.rect.y, box.rect.x))


def _turned(joined: Joined) -> Joined:
    turned: defaultdict[Key, set[Key]] = defaultdict(set)
    for key, others in joined.items():
        for other in others:
            turned[other].add(key)
    return turned


def _reached(first: Key, joined: Joined) -> set[Key]:
    """What can be come to from a card, with it."""
    found, waiting = {first}, [first]
    while waiting:
        fresh = joined.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found


def serials_of(box: Box) -> Iterable[int]:
    """The objects that a card stands for: its own, those drawn in it, or all of its group."""
    if box.group is not None:
        return box.group.members
    own = (box.serial,) if box.serial is not None else ()
    inside = (nested.serial for nested in box.nested)
    return {*own, *box.middle, *inside, *(serial for serial, _ in box.pills)}


def _island(
    group: list[Box], joined: Joined, known: Known, where: tuple[Surroundings, TextMeasure]
) -> Island:
    surroundings, measure = where
    serials = {*chain.from_iterable(map(serials_of, group))} & known.sizes.keys()
    size = written_size(sum(known.sizes[serial] for serial in serials))
    gone = [known.ends[serial] for serial in serials if serial in known.ends]
    step = min((step for step in gone if step is not None), default=None)
    words: list[Text] = [phrase(_why(group, joined, len(serials)))]
    if step is not None:
        words.append(phrase("island-ends", step=step))
    elif gone:
        words.append(phrase("island-stays"))
    title, told = phrase("island"), phrase("island-size", n=len(serials), size=size)
    first = SIGN_ROOM + measure.width(title, TextStyle.TITLE) + APART
    first += measure.width(told, TextStyle.SMALL)
    widest = max(measure.width(line, TextStyle.TITLE) for line in words)
    needs = Needs(ceil(first + 2 * INSET), ceil(widest + 2 * INSET), len(words))
    area = area_of(group, needs, surroundings)
    return Island(frozenset(box.key for box in group), area, title, told, tuple(words), step)


def _why(group: Sequence[Box], joined: Joined, objects: int) -> str:
    """What keeps them alive, as a sentence that is true of each."""
    first = group[0].key
    if objects == 1:
        # Of those of a group the others may stand in its card.
        return "island-why-one" if first in joined.get(first, ()) else "island-why-cycle"
    if objects > len(group):
        return "island-why-cycles"
    keys = {box.key for box in group}
    each = _reached(first, joined) == keys and _reached(first, _turned(joined)) == keys
    return "island-why" if each else "island-why-cycles"
