"""The list of differences in words."""

from collections.abc import Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from visualizer.diagram.contrast.sign_paint import RADIUS, paint_sign
from visualizer.diagram.painting.look import Look
from visualizer.diagram.words import translate
from visualizer.explain.comparison.differences import Difference, Kind
from visualizer.explain.comparison.words import describe_difference
from visualizer.shell.appearance.icons import painted
from visualizer.shell.appearance.look import THEME, sign_px
from visualizer.shell.appearance.words import Words

_MOST = 200
"""The maximum number of rows: more would not be read."""
_SIGN = 20


class DifferencesList(QListWidget):
    """Shows a row for each difference; ``picked`` carries the selected difference."""

    picked = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[Difference, ...] = ()
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words.bind(self.setAccessibleName, "compare.list")
        self.currentRowChanged.connect(self._pick)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """List the differences; equal texts appear only once."""
        rows: dict[str, Difference] = {}
        for one in differences:
            # A hundred calls of one function may all give the same text.
            rows.setdefault(translate(describe_difference(one), self._words.language), one)
        self._shown = tuple(rows.values())
        size, more = sign_px(_SIGN), len(rows) - _MOST
        self.setIconSize(QSize(size, size))
        look = Look(THEME.now, self._words.language)
        with QSignalBlocker(self):
            self.clear()
            for text, one in islice(rows.items(), _MOST):
                paint = partial(_paint_sign, look, one.kind)
                icon = QIcon(painted(paint, _SIGN, _SIGN, self.devicePixelRatioF()))
                self.addItem(QListWidgetItem(icon, text.replace("`", "")))
            if more > 0:
                self.addItem(self._words("step.more", n=more))

    def _pick(self, row: int) -> None:
        if 0 <= row < min(len(self._shown), _MOST):
            self.picked.emit(self._shown[row])


def _paint_sign(look: Look, kind: Kind, painter: QPainter) -> None:
    middle = _SIGN / 2
    painter.translate(middle, middle)
    painter.scale(middle / (RADIUS + 1), middle / (RADIUS + 1))
    paint_sign(painter, look, kind, QPointF(0, 0))
