"""Of very many cards those of each frequent type stand in one, with a cell for each object.

References to and from such a card are one line, with their number on it. Nothing moves from step to
step: where the card stands, and which heights are given up below it, is decided with all places.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import Protocol

from visualizer.diagram.bundles import Lines, Members, bundled
from visualizer.diagram.frame_rect import framed
from visualizer.diagram.group_members import (
    MOST_KNOWN,
    Told,
    cards_of,
    group_box,
    happened,
    own_boxes,
    sorted_out,
    unseen_members,
)
from visualizer.diagram.regrouping import Asked, Grouped, Regrouping
from visualizer.layout import Box, CardKind, Groups, Key, Picture, Point, Scales
from visualizer.layout.condensed import Condensed
from visualizer.model import Delta, State

MOST_CARDS = 400
"""Cards of objects beyond which they are grouped by type."""
LEAST = 48
"""A type with fewer cards is never grouped."""


class Plans(Protocol):
    """Who knows where the cards of groups stand."""

    def groups(self, kinds: frozenset[str]) -> Groups:
        """Their rooms among the places of all cards."""
        ...

    def condensed(self, kinds: frozenset[str]) -> Condensed | None:
        """Places of their own for all that is drawn; None before it is known what will be."""
        ...


def frequent(picture: Picture, opened: Collection[str]) -> frozenset[str]:
    """The types of which there are too many cards, but for those ``opened``.

    So are those of which there are too many altogether, also where few have a card: the items of a
    long list.
    """
    by_type = Counter[str]()
    values = set[str]()
    for box in picture.boxes:
        if box.key.kind == "object" and not box.ghost:
            name = str(box.card.title)
            by_type[name] += 1
            if by_type[name] == 1 and box.card.kind is CardKind.PILL:
                values.add(name)
    more = dict(picture.left_out)
    many = {
        name
        for name, count in by_type.items()
        if name not in values and MOST_CARDS < count + more.get(name, 0) <= MOST_KNOWN
    }
    return _most_frequent(by_type, opened, many)


def group(
    picture: Picture,
    kinds: frozenset[str],
    known: tuple[State, Delta | None],
    plans: Plans,
    asked: Asked,
) -> tuple[Picture, Grouped]:
    """The picture with each of those types in one card, if any of it is there.

    ``known`` are the state that it shows and what led to it.
    """
    own = own_boxes(picture, kinds)
    condensed = plans.condensed(kinds)
    if condensed is not None:
        return Regrouping(picture, own, known, condensed, asked).made()
    found, state = plans.groups(kinds), known[0]
    boxes = {kind: mine for kind, mine in own.items() if kind in found.rooms}
    unseen = unseen_members(picture, state, boxes)
    cards, others = cards_of(boxes, unseen), frozenset(chain.from_iterable(unseen.values()))
    ghosts = [box for box in picture.boxes if box.ghost and str(box.card.title) in boxes]
    gone, done = {box.serial for box in ghosts}, happened(known[1], boxes)
    apart, inside, ends = sorted_out(picture.arrows, cards, gone)
    made: dict[Key, Box] = {}
    for kind, mine in boxes.items():
        key = mine[0].key
        told = Told(state, unseen[kind], inside[key], done[kind])
        made[key] = group_box(kind, mine, found.rooms[kind], told)
    # What was freed has lost its place: of it there is a cell.
    away = cards.keys() | gone
    drawn = (box for box in picture.boxes if box.serial not in away)
    members = Members(cards, others, cards, Counter())
    lines = bundled(ends, members, Lines(made), known)
    whole = replace(picture, boxes=(*drawn, *made.values()), arrows=(*apart, *lines))
    return _shown_at(whole, found.scales), Grouped(cards, others, frozenset(boxes), found.scales)


def foreseen(
    counts: Mapping[str, int], altogether: Mapping[str, int], opened: Collection[str] = ()
) -> frozenset[str]:
    """The types that will be grouped, as far as it can be told by how many there are of each.

    ``counts`` are those of cards when there are most, ``altogether`` the most objects of each type.
    """
    many = {name for name, count in altogether.items() if MOST_CARDS < count <= MOST_KNOWN}
    return _most_frequent({**dict.fromkeys(many, 1), **counts}, opened, many)


def _most_frequent(
    counts: Mapping[str, int], opened: Collection[str], many: Collection[str]
) -> frozenset[str]:
    """As few as will do; each of those of which there are too ``many`` altogether."""
    left, found = sum(counts.values()), set[str]()
    for name, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        if name not in many and (left <= MOST_CARDS or count < LEAST):
            continue
        if name and name not in opened:
            found.add(name)
            left -= count - 1
    return frozenset(found)


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
