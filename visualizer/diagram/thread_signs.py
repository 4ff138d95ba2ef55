"""Whose call it is: the sign of its thread on the corner of its card, where there are several."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from visualizer.diagram.brush import Look, badge_font, pen, write_centred
from visualizer.layout import Key, Picture, RegionKind
from visualizer.model import FrameKind, State

type Owner = tuple[int, bool]
"""The number of a thread, and whether the step is its own."""

_HEIGHT = 20


def owners(state: State, picture: Picture) -> Mapping[Key, Owner]:
    """The thread of a call's card; none where there is one thread, or its ground tells whose."""
    if len(state.thread_names) < 2 or state.step is None:
        return {}
    found = {}
    told = {region.thread for region in picture.regions if region.kind is RegionKind.THREAD}
    for thread, frames in state.stacks.items():
        for frame in frames:
            is_module = frame.kind is FrameKind.MODULE
            key = Key("globals", frame.file) if is_module else Key("frame", frame.serial)
            if is_module or thread not in told:
                found[key] = thread, thread == state.step.thread
    return found


def draw_owner(painter: QPainter, look: Look, owner: Owner, corner: QPointF) -> None:
    """A rounded square around ``corner``, filled where the step is that thread's."""
    draw_thread(painter, look, owner, corner - QPointF(thread_width(owner[0]), 0))


def thread_width(number: int) -> float:
    """How wide the sign of a thread is."""
    return max(_HEIGHT + 4, QFontMetricsF(badge_font()).horizontalAdvance(f"T{number}") + 10)


def draw_thread(painter: QPainter, look: Look, owner: Owner, left: QPointF) -> None:
    """A rounded square; ``left`` is the middle of its left edge."""
    number, filled = owner
    text = f"T{number}"
    rect = QRectF(left.x(), left.y() - _HEIGHT / 2, thread_width(number), _HEIGHT)
    painter.setBrush(look.colour("accent" if filled else "card"))
    painter.setPen(pen(look.colour("accent" if filled else "line"), 1.4))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(look.colour("onAccent" if filled else "ink"))
    write_centred(painter, text, badge_font(), rect.center())
    painter.setBrush(Qt.BrushStyle.NoBrush)
