"""How each style is drawn, in the plots and in the table."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from visualizer.charts.markers import Manner
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.sign_pixmap import painted

_DASHED, _DOTTED, _BOTH = (5.0, 3.0), (1.5, 2.0), (6.0, 2.0, 1.5, 2.0)
MANNERS = {
    "list": Manner("s2", "square", _DASHED),
    "list-comprehension": Manner("s2", "square", _DOTTED, hollow=True),
    "generator": Manner("s1", "disc"),
    "generator-expression": Manner("s1", "disc", _BOTH, hollow=True),
    "iterator-class": Manner("s3", "triangle", _DOTTED),
    "itertools": Manner("s4", "diamond"),
    "numpy": Manner("ink2", "cross", _DASHED),
    "numpy-chunks": Manner("ink2", "plus", _BOTH),
    "file-eager": Manner("s2", "triangle", _BOTH),
    "file-lazy": Manner("s1", "square", _DASHED),
}
"""Eager styles have warm colours, hand-made lazy ones a colour each; variations are hollow."""
SIGN = 14
_SCALE = 2


def sign_pixmap(key: str) -> QPixmap:
    """Return the sign of a style in the plots."""
    manner, middle = MANNERS[key], QPointF(SIGN / 2, SIGN / 2)
    colour, ground = THEME.colour(manner.colour), THEME.colour("pane")

    def paint(painter: QPainter) -> None:
        manner.draw_sign(painter, middle, SIGN - 5, colour, ground)

    return painted(paint, SIGN, SIGN, _SCALE)
