"""The signs of lines, drawn as shapes because fonts differ; and which lines have them."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from visualizer.model import RAISING_EVENTS, Event, Generator, State, Step


class Sign(Enum):
    """The meaning of a line's sign."""

    ABOUT_TO_RUN = "about to run"
    JUST_RAN = "just ran"
    RAISED = "raised"
    PASSED = "passed"
    PAUSED = "paused"
    LOOKED_AT = "looked at"
    LIVE = "live"
    BREAKPOINT = "breakpoint"
    CONDITION = "breakpoint with a condition"


SIGN_COLOURS = {
    Sign.ABOUT_TO_RUN: "accent",
    Sign.RAISED: "loss",
    Sign.PASSED: "loss",
    Sign.LOOKED_AT: "accent",
    Sign.LIVE: "loss",
    Sign.BREAKPOINT: "loss",
    Sign.CONDITION: "loss",
}
"""Names of theme colours; other signs have the colour of secondary text."""


def draw_sign(painter: QPainter, sign: Sign, centre: QPointF, colour: QColor) -> None:
    """Draw ``sign`` about 10 across around ``centre``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    pen = QPen(colour, 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    filled = sign in (Sign.ABOUT_TO_RUN, Sign.RAISED, Sign.BREAKPOINT)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    match sign:
        case Sign.ABOUT_TO_RUN | Sign.JUST_RAN:
            painter.drawPolygon(_polygon((-3, -4.5), (4.5, 0), (-3, 4.5)))
        case Sign.RAISED | Sign.PASSED:
            painter.drawPolygon(_polygon((0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0)))
        case Sign.PAUSED:
            painter.drawRect(-4, -4, 2, 8)
            painter.drawRect(2, -4, 2, 8)
        case Sign.LOOKED_AT:
            for x in (-4, 1):
                painter.drawPolyline(_polygon((x, -4), (x + 3.5, 0), (x, 4)))
        case Sign.BREAKPOINT:
            painter.drawEllipse(QPointF(0, 0), 4.5, 4.5)
        case Sign.CONDITION:
            painter.drawEllipse(QPointF(0, 0), 5, 5)
            for y in (-1.5, 1.5):
                painter.drawLine(QPointF(-2.5, y), QPointF(2.5, y))
        case Sign.LIVE:
            painter.drawEllipse(QPointF(0, 0), 4.5, 4.5)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(0, 0), 1.5, 1.5)
    painter.restore()


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


@dataclass(frozen=True, slots=True)
class LineMark:
    """A sign at ``line`` (from 1) of ``file``; ``sign`` also determines the line's background."""

    file: str
    line: int
    sign: Sign


@dataclass(frozen=True, slots=True)
class LineNote:
    """A row below ``line`` (from 1): ``title`` in bold, then ``text``."""

    file: str
    line: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ThreadMark:
    """The sign of a thread at ``line`` (from 1) of ``file``, with ``words`` before the sign."""

    file: str
    line: int
    thread: int
    is_current: bool
    words: str


def marks_of(state: State, before: Step | None) -> tuple[LineMark, ...]:
    """Return the marks at ``state``; ``before`` is the previous step; a line's first mark wins."""
    step = state.step
    if step is None:
        return ()
    found: dict[tuple[str, int], LineMark] = {}
    for mark in (*_raised(state, step, before), *_running(step, before), *_paused(state)):
        found.setdefault((mark.file, mark.line), mark)
    return tuple(found.values())


def _raised(state: State, step: Step, before: Step | None) -> list[LineMark]:
    if step.event not in RAISING_EVENTS or not state.frames:
        return []
    if step.event is Event.EXCEPTION:
        passes = before is not None and before.exception == step.exception
        return [LineMark(step.file, step.line, Sign.PASSED if passes else Sign.RAISED)]
    passed = [LineMark(frame.file, frame.line, Sign.PASSED) for frame in state.frames[:-1]]
    innermost = state.frames[-1]
    return [LineMark(innermost.file, innermost.line, Sign.RAISED), *passed]


def _running(step: Step, before: Step | None) -> list[LineMark]:
    marks = []
    if step.event is Event.LINE:
        marks.append(LineMark(step.file, step.line, Sign.ABOUT_TO_RUN))
    elif step.event not in RAISING_EVENTS:
        # A call has the line of its function, a return the line that returned.
        marks.append(LineMark(step.file, step.line, _at(step.event)))
    if before is not None and before.event is Event.LINE:
        marks.append(LineMark(before.file, before.line, Sign.JUST_RAN))
    return marks


def _at(event: Event) -> Sign:
    ran = (Event.RETURN, Event.YIELD, Event.FINISH)
    return Sign.JUST_RAN if event in ran else Sign.ABOUT_TO_RUN


def _paused(state: State) -> list[LineMark]:
    # A generator object does not contain the file of its line.
    if len(state.globals) != 1:
        return []
    file = next(iter(state.globals))
    return [
        LineMark(file, thing.content.line, Sign.PAUSED)
        for thing in state.heap.values()
        if isinstance(thing.content, Generator) and thing.content.state == "suspended"
    ]
