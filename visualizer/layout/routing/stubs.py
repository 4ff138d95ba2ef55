"""Places the stubs of references without arrows: texts near their ports that name the target."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.measure import TextMeasure, TextStyle
from visualizer.layout.picture import Key, Rect
from visualizer.layout.placing.unit import Size
from visualizer.layout.routing.geometry import Area, Way, area_of
from visualizer.layout.routing.labels import (
    INSET,
    STUB_STYLE,
    LabelPlace,
    Labels,
    label_size,
    shorten,
    without_kind,
)
from visualizer.layout.routing.search import find_way
from visualizer.layout.routing.wanted import WantedArrow
from visualizer.layout.routing.ways import Ends

_HEIGHT = 18.0
_IN_ROW_STYLE = TextStyle.NAME
"""The style of other texts in rows; outside its box a stub is a label."""
_MIN_ROOM = 44.0
"""The minimum width for a stub to be useful; in less space it is placed outside its box."""
_END = 2.0
"""The gap between a text in a row and the end of the row."""
_GAP = 8.0
"""The gap between a box and its stub."""
_AT_LEFT = 20.0
"""The price of a place at the left of a box."""
_MAX_LEADER = 400.0
SIGN = "→"
"""The sign at a port from which no line leads to a stub."""
_SIGN_TO_LEFT = "←"


class Stub(NamedTuple):
    """The place of a stub, and the line from its port, empty if the stub is in its row."""

    area: Area
    leader: Way = ()
    is_in_row: bool = False
    text: str = ""


class _StubRequest(NamedTuple):
    wanted: WantedArrow
    own: Area
    text: str
    is_inside: bool


class Stubs:
    """Places the stubs of one step after another."""

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure

    def place(
        self, wanted: Sequence[WantedArrow], boxes: Mapping[Key, Area], labels: Labels
    ) -> list[Stub]:
        """Return each stub, in the given order."""
        placed: dict[int, Stub] = {}
        for number in sorted(range(len(wanted)), key=lambda number: _order(wanted[number])):
            request = self._request(wanted[number], boxes)
            stub = placed[number] = self._placed(request, labels)
            labels.add(stub.area)
            if stub.leader:
                labels.plane.add_way(stub.leader, _goal(request.wanted))
        return [placed[number] for number in range(len(wanted))]

    def _request(self, one: WantedArrow, boxes: Mapping[Key, Area]) -> _StubRequest:
        text, room = f"→ {one.text or one.name}", one.room
        if room is not None and self._width(text) <= room.width - one.indent:
            room = Rect(room.x + one.indent, room.y, room.width - one.indent, room.height)
            one = replace(one, room=room)
        is_inside = room is not None and self._has_room(one, text, room.width)
        if room is not None and is_inside and self._width(text) > room.width:
            # In a row of a card the text may fill the insets, too.
            width = room.width if one.holder.is_call else room.width + 2 * INSET - _END
            text = shorten(text, width, _IN_ROW_STYLE, self._measure)
        return _StubRequest(one, boxes[one.start], text, is_inside)

    def _width(self, text: str) -> float:
        return self._measure.width(text, _IN_ROW_STYLE) + _END

    def _has_room(self, one: WantedArrow, text: str, room: float) -> bool:
        """Whether a row has room: a card for the text or its type, a frame also for a part."""
        if self._width(text) <= room:
            return True
        kind = " ".join(without_kind(text).split()[:2])
        is_enough = one.holder.is_call or (kind != text and self._width(kind) <= room)
        return is_enough and room >= _MIN_ROOM

    def _placed(self, request: _StubRequest, labels: Labels) -> Stub:
        one, own, text, is_inside = request
        style = _IN_ROW_STYLE if is_inside else STUB_STYLE
        size = label_size(text, style, _HEIGHT, self._measure)
        if is_inside and one.room is not None:
            left, top, _, bottom = area_of(one.room)
            top = (top + bottom - size.height) / 2
            area = left, top, left + size.width, top + size.height
            return Stub(area, is_in_row=True, text=text)
        x, y = one.port
        near = (x, own[3], x, own[3]) if one.side is Side.BELOW else (own[2], y, own[2], y)
        area = labels.place(size, _beside(one, own, size), near, own)
        leader = _leader(one, own, area, labels)
        if one.side is Side.RIGHT and area[2] <= own[0]:
            # The arrow leads from the box to the text there, not into the box.
            text = f"{text.removeprefix(SIGN).strip()} {_SIGN_TO_LEFT}"
        return Stub(area, leader, text=text) if leader else self._sign(one)

    def _sign(self, one: WantedArrow) -> Stub:
        """Return a sign at the port: a stub without a line would seem to belong to nothing."""
        x, y = one.port
        half = self._measure.width(SIGN, _IN_ROW_STYLE) / 2
        area = x - half, y - _HEIGHT / 2, x + half, y + _HEIGHT / 2
        return Stub(area, is_in_row=True, text=SIGN)


def _order(one: WantedArrow) -> tuple[float, ...]:
    return one.port.y, one.port.x, one.target


def _goal(one: WantedArrow) -> int:
    """Return the goal of a stub's line: lines to stubs of the same object may be close."""
    return -one.target


def _beside(one: WantedArrow, own: Area, size: Size) -> Iterator[LabelPlace]:
    """Yield places in the row of the port, directly outside the box, then nearby ones.

    At the left of the box they are dearer: the port is at the right.
    """
    x, y = one.port
    if one.side is Side.BELOW:
        for row in range(4):
            top = own[3] + _GAP + row * (size.height + 2)
            for step in (0, -1, 1, -2, 2):
                yield LabelPlace(10.0 * row + 4 * abs(step), x - size.width / 2 + 10 * step, top)
        return
    for column in range(4):
        left = own[2] + _GAP + 12 * column
        for aside in (0.0, 10.0, -10.0, 20.0, -20.0):
            yield LabelPlace(9.0 * column + 2 * abs(aside), left, y - size.height / 2 + aside)
        for aside in (0.0, 4.0, -4.0):
            price, x = (
                _AT_LEFT + 9.0 * column + abs(aside),
                own[0] - _GAP - 12 * column - size.width,
            )
            yield LabelPlace(price, x, y - size.height / 2 + aside)


def _leader(one: WantedArrow, own: Area, area: Area, labels: Labels) -> Way:
    """Return the line to a stub; empty if there is none."""
    x, y = one.port
    if one.side is Side.RIGHT and area[0] >= own[2] and area[1] < y < area[3]:
        return (x, y), (area[0], y)
    if one.side is Side.BELOW and area[1] >= own[3] and area[0] < x < area[2]:
        return (x, y), (x, area[1])
    if one.side is Side.RIGHT and area[2] <= own[0] and area[1] < y < area[3]:
        return (own[0], y), (area[2], y)
    ends = Ends(one.port, one.side, own, area, area, _goal(one))
    return find_way(labels.plane, ends, _MAX_LEADER).way or ()
