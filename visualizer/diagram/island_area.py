"""Where an island lies: around its own cards alone, in one piece where nothing else is between."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from visualizer.diagram.obstacles import Obstacles, beside, room_of
from visualizer.layout import Box, Key, Picture, Rect, RegionKind, object_key

SIDE = 14.0
"""What there is around its cards where nothing else is near."""
TITLE, LINE, FOOT = 30.0, 20.0, 12.0
"""The heights of its title and of each line below the cards, and what there is below those."""
INSET = 16.0
"""What there is at both sides of its words."""
_HEAP_TITLE = (400.0, 36.0)
"""Width and height that the name of the heap and the line about it take of its ground."""
_EDGE, _GAP = 4.0, 2.0
"""From the edge of the heap's ground, and from what is no part of the island."""
_STEP = 16.0
_HIGHER = (0.0, 16.0, 32.0)
"""How far from the cards words stand to be free of arrows."""
_INTO = 20.0
"""How far the ground of words reaches into that of the cards: both have one outline."""
_REACH = 320.0
"""How far off the words stand at most where no room is left at the cards."""
_NOTHING = Rect(0, 0, 0, 0)


class Area(NamedTuple):
    """The ground of an island, ``pieces`` that may overlap, with the places of title and words.

    ``title`` and ``words`` are null where there is no room at all. ``last`` is the piece that only
    the words need, null where the title stands there too.
    """

    pieces: tuple[Rect, ...]
    title: Rect
    words: Rect
    last: Rect

    @property
    def without_words(self) -> tuple[Rect, ...]:
        """The pieces that it has where all is too small for its words."""
        return tuple(piece for piece in self.pieces if piece is not self.last)


class Needs(NamedTuple):
    """The widths of an island's title and of its words, and how many lines these are."""

    title: float
    words: float
    lines: int

    @property
    def foot(self) -> float:
        """The height of the words."""
        return self.lines * LINE + FOOT


class Surroundings:
    """What no island may lie on, in a picture."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self._rooms = {box.key: room_of(box) for box in picture.boxes}
        self._taken = list(_words_of_grounds(picture))
        grounds = (region.rect for region in picture.regions if region.kind is RegionKind.HEAP)
        ground = next(grounds, picture.bounds)
        self.left, self.right = ground.x + _EDGE, ground.right - _EDGE

    def take(self, rects: Iterable[Rect]) -> None:
        """Let no other island lie there."""
        self._taken += rects

    def around(self, keys: frozenset[Key], area: Rect) -> list[Rect]:
        """All that is no part of the island of these cards, near an area."""
        rooms = (room for key, room in self._rooms.items() if key not in keys)
        return [rect for rect in (*rooms, *self._taken) if rect.overlaps(area)]

    def room(self, box: Box) -> Rect:
        """What a card takes."""
        return self._rooms.get(box.key) or room_of(box)


def area_of(boxes: Sequence[Box], needs: Needs, surroundings: Surroundings) -> Area:
    """The area of the island of these cards; no other will lie there from then on."""
    rooms = [surroundings.room(box) for box in boxes]
    whole = reduce(Rect.united, rooms)
    far = _REACH + max(needs.title, needs.words)
    others = surroundings.around(frozenset(box.key for box in boxes), whole.grown(far))
    # A count that stands out of its card may stand beside one that is no part of this.
    cards = [_given_way(box.rect, room, others) for box, room in zip(boxes, rooms, strict=True)]
    cores = _cores(cards, others)
    ways = list(_ways({box.key for box in boxes}, surroundings.picture))
    cores = [_with_ways(core, ways, others) for core in cores]
    pieces = [_margined(core, others, surroundings) for core in cores]
    area = _Room(pieces, others, surroundings).area(needs)
    surroundings.take(area.pieces)
    return area


def _cores(cards: Sequence[Rect], others: list[Rect]) -> list[Rect]:
    """Around as many cards each as can be with nothing else between them."""
    whole = reduce(Rect.united, cards)
    if _is_free(whole, others):
        return [whole]
    cores: list[Rect] = []
    for card in sorted(cards):
        _add(cores, card, others)
    return sorted(cores, key=lambda rect: (-rect.width * rect.height, rect))


def _add(cores: list[Rect], room: Rect, others: list[Rect]) -> None:
    """Add one to the list, joined to those that it can be joined to."""
    for near in sorted(cores, key=lambda core: _far(core, room)):
        both = near.united(room)
        if _is_free(both, others):
            cores.remove(near)
            _add(cores, both, others)
            return
    cores.append(room)


def _far(one: Rect, other: Rect) -> tuple[float, Rect]:
    both = one.united(other)
    return both.width * both.height - one.width * one.height, one


def _is_free(rect: Rect, others: Iterable[Rect]) -> bool:
    return not any(rect.overlaps(other) for other in others)


def _ways(keys: set[Key], picture: Picture) -> Iterator[Rect]:
    """Around each arrow from one of these cards to another."""
    for arrow in picture.arrows:
        if arrow.card in keys and object_key(arrow.target) in keys and arrow.points:
            yield reduce(Rect.united, (Rect(x, y, 0, 0) for x, y in arrow.points))


def _with_ways(core: Rect, ways: Iterable[Rect], others: list[Rect]) -> Rect:
    """With those arrows that begin there, where they have nothing else beside them."""
    for way in ways:
        both = core.united(way)
        touches = core.x <= way.right and way.x <= core.right
        touches = touches and core.y <= way.bottom and way.y <= core.bottom
        if touches and both != core and _is_free(both, others):
            core = both
    return core


def _margined(core: Rect, others: Iterable[Rect], surroundings: Surroundings) -> Rect:
    """With ground around it, as far as nothing else is there."""
    x, y, width, height = _given_way(core, core.grown(SIDE), others)
    left, right = max(x, surroundings.left), min(x + width, surroundings.right)
    return Rect(left, y, right - left, height)


def _given_way(inner: Rect, outer: Rect, others: Iterable[Rect]) -> Rect:
    """The outer one, less where something else is there; the inner one whole."""
    x, y, right, bottom = outer.x, outer.y, outer.right, outer.bottom
    for other in others:
        if not Rect(x, y, right - x, bottom - y).overlaps(other):
            continue
        # By how much each side would have to give way, of those that can.
        gives = [
            (other.right - x, "left", other.right <= inner.x),
            (right - other.x, "right", other.x >= inner.right),
            (other.bottom - y, "top", other.bottom <= inner.y),
            (bottom - other.y, "bottom", other.y >= inner.bottom),
        ]
        _, side, _ = min((give for give in gives if give[2]), default=(0.0, "", False))
        x = min(other.right + _GAP, inner.x) if side == "left" else x
        right = max(other.x - _GAP, inner.right) if side == "right" else right
        y = min(other.bottom + _GAP, inner.y) if side == "top" else y
        bottom = max(other.y - _GAP, inner.bottom) if side == "bottom" else bottom
    return Rect(x, y, right - x, bottom - y)


class _Place(NamedTuple):
    """Where words could stand, the ground that they need there, and how many arrows pass."""

    words: Rect
    ground: Rect
    cost: float


class _Room:
    """Where beside the pieces of an island there is room for its words."""

    def __init__(
        self, pieces: Sequence[Rect], others: list[Rect], surroundings: Surroundings
    ) -> None:
        self._pieces, self._others, self._around = tuple(pieces), others, surroundings
        whole = reduce(Rect.united, pieces)
        self._lines = Obstacles(surroundings.picture, whole.grown(_REACH))

    def area(self, needs: Needs) -> Area:
        """Title above and words below; else both in one place; else the title alone."""
        title = self._best((needs.title, TITLE), ("top",))
        words = self._best((needs.words, needs.foot), ("bottom",))
        if title is not None and words is not None:
            wide = (self._widened(title), last := self._widened(words))
            return Area((*self._pieces, *wide), title.words, words.words, last)
        size = max(needs.title, needs.words), TITLE + needs.foot
        both = self._best(size, ("bottom", "top", "right", "left")) or self._off(size)
        if both is not None:
            x, y, width, height = both.words
            foot = Rect(x, y + TITLE, width, height - TITLE)
            pieces = (*self._pieces, self._widened(both))
            return Area(pieces, Rect(x, y, width, TITLE), foot, _NOTHING)
        title = title or self._best((needs.title, TITLE), ("bottom", "right", "left"))
        if title is None:
            return Area(self._pieces, _NOTHING, _NOTHING, _NOTHING)
        pieces = (*self._pieces, self._widened(title))
        return Area(pieces, title.words, _NOTHING, _NOTHING)

    def _best(self, size: tuple[float, float], sides: Iterable[str]) -> _Place | None:
        """The first place that no arrow passes, else the one that the fewest do."""
        found: _Place | None = None
        for side in sides:
            for piece in self._pieces:
                for words, ground in _beside(piece, size, side):
                    if not self._is_free(ground):
                        continue
                    cost = self._cost(words)
                    if cost == 0:
                        return _Place(words, ground, 0)
                    if found is None or cost < found.cost:
                        found = _Place(words, ground, cost)
        return found

    def _off(self, size: tuple[float, float]) -> _Place | None:
        """Not at the cards, but near."""
        free = (rect for rect in beside(self._pieces[0], *size, _REACH) if self._is_free(rect))
        places = (_Place(rect, rect, self._cost(rect)) for rect in free)
        return min(places, key=lambda place: place.cost, default=None)

    def _is_free(self, rect: Rect) -> bool:
        inside = self._around.left <= rect.x and rect.right <= self._around.right
        return inside and _is_free(rect, self._others)

    def _cost(self, words: Rect) -> float:
        x, y, width, height = words
        return self._lines.lines_under(Rect(x + INSET, y, width - 2 * INSET, height))

    def _widened(self, place: _Place) -> Rect:
        """As wide as the piece it stands at, where that is free: fewer corners."""
        ground = place.ground
        for piece in self._pieces:
            if piece.y == ground.bottom - _INTO or piece.bottom == ground.y + _INTO:
                wide = ground.united(ground._replace(x=piece.x, width=piece.width))
                if self._is_free(wide):
                    return wide
        return ground


def _beside(piece: Rect, size: tuple[float, float], side: str) -> Iterator[tuple[Rect, Rect]]:
    """Places for words of that size at one side of a piece, and the ground of each."""
    width, height = size
    if side in ("left", "right"):
        x = piece.right if side == "right" else piece.x - width
        begins = x - _INTO if side == "right" else x
        for y in _along(piece.y, piece.bottom, height):
            yield Rect(x, y, width, height), Rect(begins, y, width + _INTO, height)
        return
    for higher in _HIGHER:
        high = height + higher + _INTO
        y = piece.y - height - higher if side == "top" else piece.bottom + higher
        begins = y if side == "top" else piece.bottom - _INTO
        for x in _along(piece.x, piece.right, width):
            yield Rect(x, y, width, height), Rect(x, begins, width, high)


def _along(start: float, end: float, length: float) -> Iterator[float]:
    """Where something of that length begins along an edge, from its start on."""
    room = end - start - length
    yield start
    away = _STEP
    while away < abs(room):
        yield start + away if room > 0 else start - away
        away += _STEP
    yield start + room


def _words_of_grounds(picture: Picture) -> Iterator[Rect]:
    """What is written on the grounds at their upper edge, and the ground of code above them."""
    for region in picture.regions:
        if region.kind is RegionKind.TEXT:
            yield region.rect
        elif region.kind is RegionKind.HEAP:
            width, height = _HEAP_TITLE
            yield region.rect._replace(width=min(width, region.rect.width), height=height)
