"""Places the names at objects, and those under the cells that they index."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.measure import TextMeasure
from visualizer.layout.picture import Key, Point, Rect
from visualizer.layout.routing.geometry import Area, Way, area_of
from visualizer.layout.routing.labels import TAG_STYLE, LabelPlace, Labels, Size, label_size
from visualizer.layout.routing.phases import Changes, Decision, Phase, Question
from visualizer.layout.routing.wanted import IndexMark, Rank, WantedArrow
from visualizer.layout.sheet import Label, Tag, TagKind

_HEIGHT = 15.0
_MARK_HEIGHT = 20.0
POINTER = 4.0
"""The gap between a cell and the name that indexes it, for the pointer between them."""
_BESIDE = 7
"""The space for that pointer beside a name at the left or right of a box."""
_ASIDE = 40
"""The number of steps by which a name moves aside for those at neighbouring cells."""
_FAR = 24.0
"""The maximum gap between a box and a name beside it, which would be taken for another box's."""
_AT_RIGHT = 12.0
"""The price of a name at the right of a box, where all others stand at its left."""
_INSIDE = 1.0
"""The gap between a name below a cell and the edge of the box."""
_GAP = 1.0
_OVER_CORNER = 3.0
"""A tag above a box extends this far beyond its right edge."""
_STEP = 8.0
_MAX_TAGS = 3
"""If an object has more names than this, the last tag counts the others."""


class _TagGroup(NamedTuple):
    """A tag for a rectangle of a box; several references may share it."""

    rect: Rect
    box: Key
    counts_others: bool
    text: str
    is_changed: bool
    is_running: bool


class _CellNames(NamedTuple):
    """The names at one cell."""

    cell: Rect
    box: Key
    side: Side
    text: str


class Tags:
    """Places the tags of one step after another."""

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure
        self._marks: Phase[Area] = Phase()
        self._names: Phase[Area] = Phase()

    def place_marks(
        self,
        marks: Sequence[IndexMark],
        boxes: Mapping[Key, Area],
        labels: Labels,
        changes: Changes,
    ) -> list[Tag]:
        """Return the names under cells."""
        marked = _by_cell(marks)

        def decide(number: int) -> Decision[Area]:
            one = marked[number]
            width = self._measure.width(one.text, TAG_STYLE) + 4
            size = Size(width, _MARK_HEIGHT)
            if one.side is Side.LEFT:
                size = Size(width + _BESIDE, _HEIGHT)
            own, cell = boxes[one.box], area_of(one.cell)
            area, seen = labels.place(size, _at_cell(one.side, cell, own, size), cell, own)
            return Decision(area, seen, (area,))

        questions = [Question(one, boxes[one.box]) for one in marked]
        areas = self._marks.run(questions, changes, decide, lambda _, area: labels.add(area))
        return [
            Tag(
                Label(one.text, _rect(area)),
                one.box,
                TagKind.INDEX,
                is_running=True,
                tip=_tip(one, area, boxes[one.box]),
            )
            for one, area in zip(marked, areas, strict=True)
            if _is_at_cell(one, area, boxes[one.box])
        ]

    def place_names(
        self,
        wanted: Sequence[WantedArrow],
        ways: Sequence[Way | None],
        boxes: Mapping[Key, Area],
        labels: Labels,
        changes: Changes,
    ) -> list[Tag]:
        """Return a tag for each arrow that is not drawn, or leads into a structure."""
        named = _tag_groups(
            one
            for one, way in zip(wanted, ways, strict=True)
            if way is None or one.is_into_structure or _is_nested(one, boxes)
        )

        def decide(number: int) -> Decision[Area]:
            one = named[number]
            size = label_size(one.text, TAG_STYLE, _HEIGHT, self._measure)
            box, target = boxes[one.box], area_of(one.rect)
            if box == target:
                area, seen = labels.place(size, _around(box, size), box)
            else:
                row = (box[0], target[1], box[2], target[3])
                area, seen = labels.place(size, _beside_row(row, size), row)
            return Decision(area, seen, (area,))

        questions = [Question(one[:4], boxes[one.box]) for one in named]
        areas = self._names.run(questions, changes, decide, lambda _, area: labels.add(area))
        return [
            Tag(
                Label(one.text, _rect(area)),
                one.box,
                TagKind.NAME,
                one.is_changed,
                one.is_running,
            )
            for one, area in zip(named, areas, strict=True)
        ]


def _is_nested(one: WantedArrow, boxes: Mapping[Key, Area]) -> bool:
    return one.end is not None and one.rect is not None and area_of(one.rect) != boxes[one.end]


def _rect(area: Area) -> Rect:
    return Rect(area[0], area[1], area[2] - area[0], area[3] - area[1])


def _by_cell(marks: Iterable[IndexMark]) -> list[_CellNames]:
    """Join the names at each cell; cells are ordered from left to right."""
    names: dict[tuple[Rect, Key, Side], list[str]] = {}
    for mark in marks:
        names.setdefault((mark.cell, mark.box, mark.side), []).append(mark.name)
    found = [_CellNames(*at, " ".join(dict.fromkeys(at_cell))) for at, at_cell in names.items()]
    return sorted(found)


def _is_at_cell(one: _CellNames, area: Area, box: Area) -> bool:
    """Whether a name can point to its cell from its place; elsewhere it would be useless."""
    middle = one.cell.y + one.cell.height / 2
    is_beside = 0 <= box[0] - area[2] <= _FAR or 0 <= area[0] - box[2] <= _FAR
    return one.side is not Side.LEFT or (is_beside and area[1] <= middle <= area[3])


def _tip(one: _CellNames, area: Area, box: Area) -> Point:
    """Return the tip of a name's pointer."""
    if one.side is Side.BELOW:
        return Point(one.cell.x + one.cell.width / 2, one.cell.bottom)
    edge = box[0] if area[2] <= box[0] else box[2]
    return Point(edge, one.cell.y + one.cell.height / 2)


def _tag_groups(wanted: Iterable[WantedArrow]) -> list[_TagGroup]:
    """Return the tags at each target, those of changes and of the running frame first."""
    by_target: dict[tuple[Rect, Key], dict[str, tuple[bool, bool]]] = {}
    for one in wanted:
        if one.end is None or one.rect is None:
            continue
        names = by_target.setdefault((one.rect, one.end), {})
        is_changed, is_running = names.get(one.name, (False, False))
        is_running = is_running or one.rank is Rank.RUNNING
        names[one.name] = is_changed or one.is_changed, is_running
    found = []
    for target, names in by_target.items():
        ordered = sorted(names.items(), key=_by_importance)
        most = _MAX_TAGS if len(ordered) <= _MAX_TAGS else _MAX_TAGS - 1
        found += [_TagGroup(*target, False, name, *flags) for name, flags in ordered[:most]]
        if len(ordered) > most:
            found.append(_TagGroup(*target, True, f"+{len(ordered) - most}", False, False))
    return sorted(found)


def _by_importance(named: tuple[str, tuple[bool, bool]]) -> tuple[bool, bool, str]:
    name, (is_changed, is_running) = named
    return not is_changed, not is_running, name


def _at_cell(side: Side, cell: Area, own: Area, size: Size) -> Iterator[LabelPlace]:
    """Yield places below the cell, or left or right of the box for a cell in a column."""
    left, top, right, bottom = cell
    x, y = (left + right - size.width) / 2, (top + bottom - size.height) / 2
    if size.width + 2 * _INSIDE <= own[2] - own[0]:
        x = min(max(x, own[0] + _INSIDE), own[2] - _INSIDE - size.width)
    if side is Side.LEFT:
        for away in range(1, int(_FAR), 4):
            for aside in (0, -3, 3):
                price = away / 8 + abs(aside)
                yield LabelPlace(price, own[0] - away - size.width, y + aside)
                yield LabelPlace(_AT_RIGHT + price, own[2] + away, y + aside)
        return
    for step in range(_ASIDE):
        price = 0.5 * step
        yield LabelPlace(price, x + 4 * step, bottom + POINTER)
        yield LabelPlace(price, x - 4 * step, bottom + POINTER)


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


def _beside_row(row: Area, size: Size) -> Iterator[LabelPlace]:
    """Yield places at the right edge of the box, level with the row, then at the left edge."""
    left, top, right, bottom = row
    y = (top + bottom - size.height) / 2
    for n in range(5):
        yield LabelPlace(4.0 * n, right + 3 + _STEP * n, y)
        yield LabelPlace(8.0 + 4.0 * n, left - 3 - size.width - _STEP * n, y)
