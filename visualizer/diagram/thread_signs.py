"""Whose call it is: the sign of its thread on the corner of its card, where there are several."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from visualizer.diagram.brush import Look, badge_font, pen, write_centred
from visualizer.layout import Key
from visualizer.model import FrameKind, State

type Owner = tuple[int, bool]
"""The number of a thread, and whether the step is its own."""

_HEIGHT = 20


def owners(state: State) -> Mapping[Key, Owner]:
    """The thread of every call's card; none where there is but one thread."""
    if len(state.thread_names) < 2 or state.step is None:
        return {}
    found = {}
    for thread, frames in state.stacks.items():
        for frame in frames:
            is_module = frame.kind is FrameKind.MODULE
            key = Key("globals", frame.file) if is_module else Key("frame", frame.serial)
            found[key] = thread, thread == state.step.thread
    return found


def draw_owner(painter: QPainter, look: Look, owner: Owner, corner: QPointF) -> None:
    """A rounded square around ``corner``, filled where the step is that thread's."""
    number, filled = owner
    text = f"T{number}"
    width = max(_HEIGHT + 4, QFontMetricsF(badge_font()).horizontalAdvance(text) + 10)
    rect = QRectF(corner.x() - width, corner.y() - _HEIGHT / 2, width, _HEIGHT)
    painter.setBrush(look.colour("accent" if filled else "card"))
    painter.setPen(pen(look.colour("accent" if filled else "line"), 1.4))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(look.colour("onAccent" if filled else "ink"))
    write_centred(painter, text, badge_font(), rect.center())
    painter.setBrush(Qt.BrushStyle.NoBrush)
