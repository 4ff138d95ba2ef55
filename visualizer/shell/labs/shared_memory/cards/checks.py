"""Shows the results of checks, each as a line with a sign."""

from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.widgets.layouts import text_label

_SIGN = 16


class Checks(QWidget):
    """A list of checks: texts, and whether they hold."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, bool]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 6, 16, 6)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []
        THEME.changed.connect(self._put_again)

    def put(self, lines: list[tuple[str, bool]]) -> None:
        """Show ``lines``."""
        self.lines = lines
        while len(self._labels) < len(lines):
            sign, words = QLabel(), text_label(wraps=True)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row = len(self._labels)
            self._grid.addWidget(sign, row, 0)
            self._grid.addWidget(words, row, 1)
            self._labels.append((sign, words))
        for at, (sign, words) in enumerate(self._labels):
            is_used = at < len(lines)
            sign.setVisible(is_used)
            words.setVisible(is_used)
            if is_used:
                text, holds = lines[at]
                words.setText(text)
                colour = THEME.colour("gain" if holds else "loss")
                sign.setPixmap(pixmap("check" if holds else "x", colour, px(_SIGN), 2))

    def _put_again(self) -> None:
        self.put(self.lines)
