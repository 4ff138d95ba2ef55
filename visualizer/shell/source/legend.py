"""One line below the code that names its signs."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import px, sized
from visualizer.shell.appearance.words import Words
from visualizer.shell.source.signs import SIGN_COLOURS, Sign, draw_sign

_ALWAYS = (Sign.ABOUT_TO_RUN, Sign.JUST_RAN)


class Legend(QWidget):
    """Names the two usual signs, or the step's signs if it has more important ones."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.signs: tuple[Sign, ...] = _ALWAYS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.changed.connect(self._speak)
        self._speak()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(200, px(32))

    def show_signs(self, signs: set[Sign]) -> None:
        """Name these signs, in their fixed order."""
        # These signs leave no room for signs that the step does not have.
        always = () if signs & {Sign.RAISED, Sign.LOOKED_AT} else _ALWAYS
        shown = tuple(sign for sign in Sign if sign in signs or sign in always)
        if shown != self.signs:
            self.signs = shown
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(", ".join(self._name(sign) for sign in self.signs))
        self.update()

    def _name(self, sign: Sign) -> str:
        return self._words(f"sign.{sign.name.lower()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint signs and names in turn; leave out those that do not fit."""
        painter = QPainter(self)
        painter.setFont(sized(self.font(), 12))
        x = 62.0
        for sign in self.signs:
            width = painter.fontMetrics().horizontalAdvance(self._name(sign))
            if x + 10 + width > self.width():
                break
            colour = THEME.colour(SIGN_COLOURS.get(sign, "ink2"))
            draw_sign(painter, sign, QPointF(x, self.height() / 2), colour)
            painter.setPen(THEME.colour("ink2"))
            painter.drawText(
                round(x + 10), 0, width + 2, self.height(),
                Qt.AlignmentFlag.AlignVCenter, self._name(sign),
            )  # fmt: skip
            x += width + 28
