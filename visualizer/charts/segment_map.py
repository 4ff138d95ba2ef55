"""Draws a moment of a run: workers, segments, parent, an arrow from each process to its mappings;
and the stages of the run as dots on a line, the reached ones filled.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from visualizer.charts.chart import Colours, MomentChart

_LOW, _HIGH, _GAP, _PAD = 48.0, 84.0, 10.0, 10.0
_SIDE, _WIDE = 0.22, 0.36
"""Shares of the width that a process and a segment take."""


@dataclass(frozen=True, slots=True)
class Process:
    """``role`` identifies it; ``name`` and ``notes`` are shown. ``is_gone``: it has ended."""

    role: str
    name: str
    notes: tuple[str, ...] = ()
    is_parent: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """The processes of ``by`` map it, those of ``was`` did. ``is_gone``: it is unlinked."""

    name: str
    notes: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A moment of a run; ``region`` names the place of the segments.

    Without segments, the lines of ``channel`` describe the connection of the processes instead.
    """

    processes: tuple[Process, ...] = ()
    segments: tuple[Segment, ...] = ()
    region: str = ""
    channel: tuple[str, ...] = ()
    more: str = "+{n}"
    empty: str = ""


class SegmentMap(MomentChart):
    """Shows the processes and segments of a moment."""

    def __init__(self, colours: Colours, code: QFont) -> None:
        super().__init__(colours)
        self._code = code
        self.view = View()

    def put(self, view: View, description: str) -> None:
        """Show a moment; ``description`` says it in words for a screen reader."""
        self.view = view
        self.setAccessibleDescription(description)
        self.setToolTip("\n".join(f"{one.name}: {', '.join(one.notes)}" for one in view.segments))
        self.update()

    def set_code(self, code: QFont) -> None:
        """Write names in this font."""
        self._code = code
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the size of two segments with words at both sides."""
        return QSize(round(300 * self.unit), round(180 * self.unit))

    # ---- places ----

    def _stack(self, count: int, left: float, width: float, top: float) -> list[QRectF]:
        """Place cards below each other, as many as fit, centred in the height."""
        unit = self.unit
        room, gap = self.height() - top - 16, _GAP * unit
        fit = max(1, int((room + gap) / (_LOW * unit + gap)))
        shown = min(count, fit)
        if not shown:
            return []
        high = min(_HIGH * unit, (room - (shown - 1) * gap) / shown)
        first = top + (room - shown * high - (shown - 1) * gap) / 2
        return [QRectF(left, first + n * (high + gap), width, high) for n in range(shown)]

    # ---- painting ----

    def paint(self, painter: QPainter) -> None:
        """Paint the region, the cards and the arrows."""
        view, unit = self.view, self.unit
        if not view.processes:
            self.paint_empty(painter, view.empty)
            return
        edge, wide = 16 * unit, self.width() - 32 * unit
        side, middle = _SIDE * wide, _WIDE * wide
        top = 30 * unit
        workers = [one for one in view.processes if not one.is_parent]
        left = self._stack(len(workers), edge, side, top)
        right = self._stack(1, self.width() - edge - side, side, top)
        centre = (self.width() - middle) / 2
        region = QRectF(centre - 12 * unit, 2, middle + 24 * unit, self.height() - 10)
        self._paint_region(painter, region)
        segments = self._stack(len(view.segments), centre, middle, top)
        parent = [one for one in view.processes if one.is_parent]
        processes = [*zip(workers, left, strict=False), *zip(parent, right, strict=False)]
        shown = [*zip(view.segments, segments, strict=False)]
        for process, box in processes:
            self._paint_card(painter, process, box)
        self._paint_arrows(painter, shown, {one.role: box for one, box in processes})
        for segment, box in shown:
            self._paint_card(painter, segment, box)
        self._paint_rest(painter, len(workers) - len(left), len(view.segments) - len(segments))
        if not view.segments and view.channel:
            self._paint_channel(painter, region, left, right[0])

    def _paint_region(self, painter: QPainter, region: QRectF) -> None:
        unit = self.unit
        painter.setPen(QPen(self.colours("hair"), 1))
        painter.setBrush(self.colours("heap"))
        painter.drawRoundedRect(region, 10, 10)
        painter.setPen(self.colours("ink2"))
        painter.setFont(self.sized(self._code, 12))
        head = QRectF(
            region.left() + 12 * unit, region.top(), region.width() - 24 * unit, 26 * unit
        )
        self._elided(painter, head, self.view.region)

    def _paint_card(self, painter: QPainter, one: Process | Segment, box: QRectF) -> None:
        is_code, is_gone = isinstance(one, Segment), one.is_gone
        colour, width = ("s4", 2) if is_code else ("line", 1)
        if isinstance(one, Process) and one.is_parent:
            colour, width = "accent", 2
        ghost = QPen(self.colours("ghost"), 1, Qt.PenStyle.DashLine)
        painter.setPen(ghost if is_gone else QPen(self.colours(colour), width))
        painter.setBrush(self.colours("ghostFill" if is_gone else "card"))
        painter.drawRoundedRect(box, 8, 8)
        unit = self.unit
        inside = box.adjusted(_PAD * unit, 4 * unit, -_PAD * unit, -4 * unit)
        line = 18 * unit
        lines = max(1, min(1 + len(one.notes), int(inside.height() / line)))
        top = inside.top() + (inside.height() - lines * line) / 2
        own, size = (self._code, 14) if is_code else (self.font(), 13)
        font = self.sized(own, size, is_bold=not is_code)
        font.setStrikeOut(is_gone)
        painter.setFont(font)
        painter.setPen(self.colours("ink2" if is_gone else "ink"))
        self._elided(painter, QRectF(inside.left(), top, inside.width(), line), one.name)
        painter.setFont(self.sized(self.font(), 12))
        painter.setPen(self.colours("ink2"))
        for number, note in enumerate(one.notes[: lines - 1]):
            place = QRectF(inside.left(), top + (number + 1) * line, inside.width(), line)
            self._elided(painter, place, note)

    def _paint_arrows(
        self,
        painter: QPainter,
        segments: Sequence[tuple[Segment, QRectF]],
        places: dict[str, QRectF],
    ) -> None:
        """Paint arrows, each process in its own lane of the gap, so that none overlap. Processes of
        one side with the same segments share a lane: their arrows join.
        """
        had = {role: _mapped(role, [one for one, _ in segments]) for role in places}
        keys = {
            role: (box.left(), _alone(role, had[role]), had[role]) for role, box in places.items()
        }
        lanes: dict[tuple[float, str, tuple[int, ...]], int] = {}
        for role, box in places.items():
            is_first = keys[role] not in lanes
            lane = lanes.setdefault(keys[role], len(lanes))
            is_shared = list(keys.values()).count(keys[role]) > 1
            there = [pair for pair, mapped in zip(segments, had[role], strict=True) if mapped]
            if not is_first:  # it joins an arrow that is drawn
                there = [_nearest(there, box)] if there else []
            for count, (one, at) in enumerate(there):
                part = 0.5 if is_shared else (count + 1) / (len(there) + 1)
                start_y = box.top() + box.height() * part
                share = (lane + 1) / (len(set(keys.values())) + 1)
                self._paint_arrow(painter, box, at, start_y, share, is_solid=role in one.by)

    def _paint_arrow(
        self,
        painter: QPainter,
        box: QRectF,
        segment: QRectF,
        start_y: float,
        share: float,
        *,
        is_solid: bool,
    ) -> None:
        from_left = box.left() < segment.left()
        start = QPointF(box.right() if from_left else box.left(), start_y)
        end_x = segment.left() if from_left else segment.right()
        end_y = segment.top() + segment.height() * (0.2 + 0.6 * share)
        lane = start.x() + (end_x - start.x()) * (0.2 + 0.5 * share)
        colour = self.colours("arrow" if is_solid else "ghost")
        pen = QPen(colour, 1.6)
        if not is_solid:
            pen.setDashPattern([4, 4])
        path = QPainterPath(start)
        for x, y in ((lane, start_y), (lane, end_y), (end_x, end_y)):
            path.lineTo(x, y)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        back = -8.0 if from_left else 8.0
        head = [QPointF(end_x, end_y)]
        head += [QPointF(end_x + back, end_y + side) for side in (-4.5, 4.5)]
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if is_solid else self.colours("pane"))
        painter.drawPolygon(QPolygonF(head))
        painter.setBrush(colour)
        painter.drawEllipse(start, 2.5, 2.5)

    def _paint_rest(self, painter: QPainter, workers: int, segments: int) -> None:
        """Write how many did not fit at the foot of their column."""
        unit = self.unit
        painter.setFont(self.sized(self.font(), 12))
        painter.setPen(self.colours("ink2"))
        for count, left in ((workers, 16 * unit), (segments, self.width() * (1 - _WIDE) / 2)):
            if count > 0:
                room = QRectF(left, 8 * unit, self.width() * _WIDE - 8, 18 * unit)
                sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
                flags = Qt.AlignmentFlag.AlignVCenter | sides[left > 20 * unit]
                painter.drawText(room, flags, self.view.more.format(n=count))

    def _paint_channel(
        self, painter: QPainter, region: QRectF, left: list[QRectF], parent: QRectF
    ) -> None:
        """Paint the channel instead of segments, with an arrow through it."""
        painter.setFont(self.font())
        painter.setPen(self.colours("ink"))
        words = region.adjusted(10, 24 * self.unit, -10, -6)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, "\n".join(self.view.channel))
        painter.setPen(QPen(self.colours("arrow"), 1.6))
        painter.setBrush(self.colours("arrow"))
        for box in left:
            y = box.center().y()
            _arrow(painter, QPointF(box.right(), y), QPointF(region.left(), y))
        if left:
            y = parent.center().y()
            _arrow(painter, QPointF(region.right(), y), QPointF(parent.left(), y))

    def _elided(self, painter: QPainter, room: QRectF, text: str) -> None:
        metrics = QFontMetricsF(painter.font())
        description = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, description)


def _mapped(role: str, segments: Sequence[Segment]) -> tuple[int, ...]:
    """Return for each segment 0 (never mapped), 1 (was mapped) or 2 (is mapped)."""
    return tuple(2 * (role in one.by) or int(role in one.was) for one in segments)


def _alone(role: str, mapped: tuple[int, ...]) -> str:
    """Return a process's own lane if its arrows are of both kinds; they must not join."""
    return role if {1, 2} <= set(mapped) else ""


def _nearest(segments: Sequence[tuple[Segment, QRectF]], box: QRectF) -> tuple[Segment, QRectF]:
    return min(segments, key=lambda pair: abs(pair[1].center().y() - box.center().y()))


def _arrow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    painter.drawLine(start, end)
    corners = [end, QPointF(end.x() - 8, end.y() - 4.5), QPointF(end.x() - 8, end.y() + 4.5)]
    painter.drawPolygon(QPolygonF(corners))


_EDGE, _DOT, _HEIGHT = 56, 7.0, 54


class LifeLine(MomentChart):
    """Emits ``picked`` with the number of the stage that the user presses."""

    picked = Signal(int)

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self.names: tuple[str, ...] = ()
        self.reached = -1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(self, names: Sequence[str], reached: int, description: str) -> None:
        """Show stages of these ``names``: those up to ``reached`` are past at the shown moment, and
        ``description`` says it in words."""
        self.names, self.reached = tuple(names), reached
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the dots and the words below."""
        return QSize(320, round(_HEIGHT * self.unit))

    def _x(self, number: int) -> float:
        edge = _EDGE * self.unit
        return edge + (self.width() - 2 * edge) * number / max(1, len(self.names) - 1)

    def paint(self, painter: QPainter) -> None:
        """Paint the line, the dots and the words."""
        y = 14 * self.unit
        for number in range(len(self.names) - 1):
            past = number < self.reached
            painter.setPen(QPen(self.colours("accent" if past else "hair"), 3 if past else 2))
            painter.drawLine(QPointF(self._x(number), y), QPointF(self._x(number + 1), y))
        for number, name in enumerate(self.names):
            self._paint_stage(painter, number, name, y)

    def _paint_stage(self, painter: QPainter, number: int, name: str, y: float) -> None:
        x, past = self._x(number), number <= self.reached
        painter.setPen(QPen(self.colours("accent" if past else "line"), 2))
        painter.setBrush(self.colours("accent" if past else "pane"))
        painter.drawEllipse(QPointF(x, y), _DOT * self.unit, _DOT * self.unit)
        if past:
            painter.setPen(QPen(self.colours("onAccent"), 1.8))
            size = 3 * self.unit
            painter.drawLine(QPointF(x - size, y), QPointF(x - 0.2 * size, y + 0.8 * size))
            painter.drawLine(QPointF(x - 0.2 * size, y + 0.8 * size), QPointF(x + size, y - size))
        font = self.sized(self.font(), 12, is_bold=number == self.reached)
        painter.setFont(font)
        painter.setPen(self.colours("ink" if number == self.reached else "ink2"))
        wide = (self.width() - 2 * _EDGE * self.unit) / max(1, len(self.names) - 1) - 4
        room = QRectF(x - wide / 2, y + 10 * self.unit, wide, 26 * self.unit)
        description = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, description
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the nearest stage."""
        distances = [abs(self._x(n) - event.position().x()) for n in range(len(self.names))]
        if distances:
            self.picked.emit(distances.index(min(distances)))
