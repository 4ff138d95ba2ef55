"""Places names at objects, and index names under the cells that they index."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from math import inf
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.measure import Text, TextMeasure
from visualizer.layout.picture import Key, Point, Rect
from visualizer.layout.placing.unit import Size
from visualizer.layout.routing.geometry import Area, Way, area_of, bounding_area, grown, rect_of
from visualizer.layout.routing.labels import TAG_STYLE, LabelPlace, Labels, label_size
from visualizer.layout.routing.squares import Areas, Lines
from visualizer.layout.routing.wanted import IndexMark, Rank, WantedArrow
from visualizer.layout.sheet import Label, Tag, TagKind

_HEIGHT = 15.0
_MARK_HEIGHT = 20.0
POINTER = 4.0
"""The gap between a cell and the name that indexes it, for the pointer between them."""
_BESIDE = 7
"""The space for that pointer beside a name at the left or right of a box."""
_ASIDE = 2.0
"""The step by which a name moves aside for names at neighbouring cells."""
_POINTED = 5.0
"""The part of a name at both sides of its pointer."""
_FAR = 24.0
"""The maximum gap between a box and its name; a farther one would seem to be another box's."""
_NEARER = 5.0
"""The minimum distance by which other boxes are farther away from a name than its own."""
_AT_RIGHT = 12.0
"""The price of a name at the right of a box, where all others stand at its left."""
_OVER = 40.0
"""The price of a name across the edge of the box: a line below the box costs less."""
_INSIDE = 1.0
"""The gap between a name below a cell and the edge of the box."""
_GAP = 1.0
_OVER_CORNER = 3.0
"""A tag above a box extends this far beyond its right edge."""
_STEP = 8.0
_MAX_TAGS = 3
"""If an object has more names than this, the last tag counts the others."""


type Target = tuple[Rect, Key]
"""The rectangle of a reference's target, and the box that it is in."""


class _TagGroup(NamedTuple):
    """A tag for a rectangle of a box; several references may share it."""

    rect: Rect
    box: Key
    rank: int
    """0 for a name of the running frame, which is placed first, 2 for a tag that counts others."""
    text: Text
    is_changed: bool
    beside: Rect | None


class _CellNames(NamedTuple):
    """The names at one cell, which are written below ``foot``, or beside the box."""

    foot: float
    cell: Rect
    box: Key
    side: Side
    text: str
    since: float = -inf
    until: float = inf
    """Where the name begins and ends, so that its neighbours touch their pointers too."""


class Tags:
    """Places the tags of one step after another."""

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure

    def place_marks(
        self, marks: Sequence[IndexMark], boxes: Mapping[Key, Area], labels: Labels
    ) -> list[Tag]:
        """Return the names under cells."""
        tags = []
        for one in self._lines(_by_cell(marks), boxes):
            width = self._width(one)
            own, cell = boxes[one.box], area_of(one.cell)
            if one.side is Side.LEFT:
                size = Size(width + _BESIDE, _HEIGHT)
                spots = _beside_cell(cell, own, size)
            else:
                size = Size(width, _MARK_HEIGHT)
                spots = _below_cell(one, own, size)
            area = labels.place_at(size, spots, own)
            if area is None:
                continue
            labels.add(area)
            edge = one.cell.right if area[1] == one.foot + POINTER else None
            label, tip = Label(one.text, rect_of(area)), _tip(one, area, own)
            tags.append(Tag(label, one.box, TagKind.INDEX, is_running=True, tip=tip, edge=edge))
        return tags

    def _lines(
        self, found: Iterable[_CellNames], boxes: Mapping[Key, Area]
    ) -> Iterator[_CellNames]:
        """Yield the names at cells; names that reach to the next pointer are one below the other.

        The first of these stands in the line of other cells' names, which come before the others.
        """
        further: list[_CellNames] = []
        for one in found:
            first, *others = one.text.split() if one.side is Side.BELOW else (one.text,)
            left, _, right, _ = boxes[one.box]
            has_room = self._width(one) <= min(one.until, right) - max(one.since, left)
            if not others or has_room or (one.since, one.until) == (-inf, inf):
                yield one
                continue
            yield one._replace(text=first)
            further += [one._replace(text=name) for name in others]
        yield from further

    def _width(self, one: _CellNames) -> float:
        return self._measure.width(one.text, TAG_STYLE) + 4

    def place_names(
        self,
        wanted: Sequence[WantedArrow],
        ways: Sequence[Way | None],
        boxes: Mapping[Key, Area],
        labels: Labels,
    ) -> tuple[list[Tag], set[Target]]:
        """Return a tag for each arrow that is not drawn, or leads into a structure or another box.

        Also return the targets for whose tags there is no place.
        """
        named = _tag_groups(
            one
            for one, way in zip(wanted, ways, strict=True)
            if way is None or one.is_into_structure or _leads_into_box(one, boxes)
            if one.text.split()[-1:] != [one.name]  # ``ƒ area`` needs no tag ``area``.
        )
        tags, lines, cards = [], labels.plane.lines, Areas()
        for key, area in boxes.items():
            if not key.is_call:
                cards.add(area)
        placed: defaultdict[Target, list[Area]] = defaultdict(list)
        for one in named:
            size = label_size(one.text, TAG_STYLE, _HEIGHT, self._measure)
            own = [boxes[one.box], *placed.get((one.rect, one.box), ())]
            spots, over = _spots(one, own[0], size)
            allows = partial(_belongs, own=own, cards=cards, lines=lines)
            found = labels.place_at(size, spots, *over, allows=allows)
            if found is not None:
                labels.add(found)
                placed[one.rect, one.box].append(found)
                label = Label(one.text, rect_of(found))
                tags.append(Tag(label, one.box, TagKind.NAME, one.is_changed, not one.rank))
        return tags, {(one.rect, one.box) for one in named} - placed.keys()


def _leads_into_box(one: WantedArrow, boxes: Mapping[Key, Area]) -> bool:
    """Whether an arrow leads to an object that is drawn in another box."""
    if one.end is None or one.rect is None or one.end == one.start:
        return False
    return area_of(one.rect) != boxes[one.end]


def _by_cell(marks: Iterable[IndexMark]) -> list[_CellNames]:
    """Join the names at each cell; cells are ordered from left to right."""
    names: dict[tuple[float, Rect, Key, Side], list[str]] = {}
    for mark in marks:
        foot = mark.foot if mark.foot is not None else mark.cell.bottom
        names.setdefault((foot, mark.cell, mark.box, mark.side), []).append(mark.name)
    found = sorted(
        _CellNames(*at, " ".join(dict.fromkeys(at_cell))) for at, at_cell in names.items()
    )
    for number, (one, other) in enumerate(pairwise(found)):
        is_beside = (one.foot, one.box, one.side) == (other.foot, other.box, other.side)
        if is_beside and _middle(one) < _middle(other):
            found[number] = found[number]._replace(until=_middle(other) - _POINTED - 2)
            found[number + 1] = other._replace(since=_middle(one) + _POINTED + 2)
    return found


def _middle(one: _CellNames) -> float:
    return one.cell.x + one.cell.width / 2


def _tip(one: _CellNames, area: Area, box: Area) -> Point:
    """Return the tip of a name's pointer."""
    if one.side is Side.BELOW:
        # The tip is at the name if that is on a line of its own, else at the cell.
        is_on_other_line = one.cell.bottom == one.foot and area[1] > one.foot + POINTER
        return Point(_middle(one), area[1] if is_on_other_line else one.cell.bottom)
    edge = box[0] if area[2] <= box[0] else box[2]
    return Point(edge, one.cell.y + one.cell.height / 2)


def _tag_groups(wanted: Iterable[WantedArrow]) -> list[_TagGroup]:
    """Return the tags at each target, those of changes and of the running frame first."""
    by_target: dict[Target, dict[Text, tuple[bool, bool]]] = {}
    beside: dict[Target, Rect | None] = {}
    for one in wanted:
        if one.end is None or one.rect is None:
            continue
        names = by_target.setdefault((one.rect, one.end), {})
        beside[one.rect, one.end] = one.beside
        is_changed, is_running = names.get(one.name, (False, False))
        is_running = is_running or one.rank is Rank.RUNNING
        names[one.name] = is_changed or one.is_changed, is_running
    found = []
    for target, names in by_target.items():
        ordered = sorted(names.items(), key=_by_importance)
        most = _MAX_TAGS if len(ordered) <= _MAX_TAGS else _MAX_TAGS - 1
        for name, (is_changed, is_running) in ordered[:most]:
            found.append(_TagGroup(*target, 1 - is_running, name, is_changed, beside[target]))
        if len(ordered) > most:
            found.append(_TagGroup(*target, 2, f"+{len(ordered) - most}", False, beside[target]))
    return sorted(found, key=lambda one: (*one[:3], str(one.text)))


def _by_importance(named: tuple[Text, tuple[bool, bool]]) -> tuple[bool, bool, str]:
    name, (is_changed, is_running) = named
    return not is_changed, not is_running, str(name)


def _beside_cell(cell: Area, own: Area, size: Size) -> Iterator[LabelPlace]:
    """Yield places left and right of the box for a cell in a column."""
    y = (cell[1] + cell[3] - size.height) / 2
    for away in range(1, int(_FAR), 4):
        for aside in (0, -3, 3):
            price = away / 8 + abs(aside)
            yield LabelPlace(price, own[0] - away - size.width, y + aside)
            yield LabelPlace(_AT_RIGHT + price, own[2] + away, y + aside)


def _below_cell(one: _CellNames, own: Area, size: Size) -> Iterator[LabelPlace]:
    """Yield places below the cell: the name touches its pointer, or stands on a line of its own.

    Such a line is below the box, because the box may have other cells there.
    """
    middle = _middle(one)
    x = min(middle - size.width / 2, one.until - size.width)
    fits = size.width + 2 * _INSIDE <= own[2] - own[0]
    if fits:
        x = min(max(x, own[0] + _INSIDE), own[2] - _INSIDE - size.width)
    aside = max(size.width / 2 - _POINTED, _INSIDE)
    first = one.foot + POINTER
    below = max(first + size.height, own[3]) + _GAP
    lines = first, below, below + size.height + _GAP
    for number, y in enumerate(lines):
        for step in range(int(size.width // _ASIDE) + 1):
            for start in {x + _ASIDE * step, x - _ASIDE * step}:
                is_over = fits and y < own[3] and not own[0] < start < own[2] - size.width
                if abs(start + size.width / 2 - middle) <= aside:
                    yield LabelPlace(30.0 * number + 0.5 * step + _OVER * is_over, start, y)


def _around(box: Area, size: Size) -> Iterator[LabelPlace]:
    """Yield places above the box at its right corner, then along it, below and beside it."""
    left, top, right, bottom = box
    width, height = size
    above, below = top - height - _GAP, bottom + _GAP
    corner = right - width + _OVER_CORNER
    inward = range(int(max(corner - left, 0.0) // _STEP) + 1)
    aside = [(2.4 * n, corner - _STEP * n) for n in inward]
    aside += [(4.0 * n, corner + _STEP * n) for n in range(1, 6)]
    aside += [(6.0 + 4.0 * n, left - _OVER_CORNER - _STEP * n) for n in range(4)]
    for price, x in aside:
        yield LabelPlace(price, x, above)
        yield LabelPlace(price + 14.0, x, below)
        yield LabelPlace(price + 24.0, x, above - height - 2 * _GAP)
    for n in range(3):
        y = top + 1 + n * (height + 2 * _GAP)
        if y + height <= bottom + height / 2:
            yield LabelPlace(12.0 + 4 * n, right + 2 * _GAP, y)
            yield LabelPlace(18.0 + 4 * n, left - width - 2 * _GAP, y)


def _spots(one: _TagGroup, box: Area, size: Size) -> tuple[Iterator[LabelPlace], tuple[Area, ...]]:
    """Return the places of a tag at a box or a row of it, and the boxes that it may cover."""
    _, top, _, bottom = target = area_of(one.rect)
    if target == box:
        return _around(box, size), ()
    return _beside_row((box[0], top, box[2], bottom), one.beside, size), (box,)


def _beside_row(row: Area, beside: Rect | None, size: Size) -> Iterator[LabelPlace]:
    """Yield places level with a row: in its free part, then right and left of the box."""
    left, top, right, bottom = row
    room = int(min(max(bottom - top - size.height, 0) / 2, _FAR))
    for aside in {sign * away for away in range(0, room + 1, 3) for sign in (1, -1)}:
        price, y = abs(aside) / 2, (top + bottom - size.height) / 2 + aside
        if beside is not None and beside.width >= size.width + 6:
            for n in range(int((beside.width - 6 - size.width) // _STEP) + 1):
                yield LabelPlace(price + n, beside.x + 3 + _STEP * n, y)
        for n in range(20):
            yield LabelPlace(price + 4.0 * n, right + 3 + _STEP * n, y)
            yield LabelPlace(price + 8.0 + 4.0 * n, left - 3 - size.width - _STEP * n, y)


def _belongs(area: Area, own: Sequence[Area], cards: Areas, lines: Lines) -> bool:
    """Whether a name is clearly nearer to its own box, or that box's names, than to others.

    No line runs between them. A name above its box must only be nearer to it than to a box above:
    readers take a name for that of the box below.
    """
    nearest = min(own, key=lambda one: _gap(area, one))
    gap = _gap(area, nearest)
    is_above = area[3] <= own[0][1]
    return (
        gap <= _FAR
        and all(
            _gap(area, other) > gap + (0 if is_above and other[3] <= area[1] else _NEARER)
            for other in cards.hit(grown(area, gap + 2 * _NEARER))
            if other != own[0]
        )
        and not lines.count_over(_between(area, nearest))
    )


def _between(one: Area, other: Area) -> Area:
    """Return the area of a name, extended to the nearest place of another area."""
    left, top, right, bottom = other
    nearest = (
        min(max(one[0], left), right),
        min(max(one[1], top), bottom),
        max(min(one[2], right), left),
        max(min(one[3], bottom), top),
    )
    return bounding_area((one, nearest))


def _gap(one: Area, other: Area) -> float:
    """Return the distance of two areas, across or down."""
    return max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3], 0.0)
