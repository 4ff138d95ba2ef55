"""Lays out widgets, and makes the texts and rules between them; lets a screen reader speak."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from visualizer.shell.appearance.words import Words

type Part = (
    QWidget | QLayout | tuple[QWidget | QLayout, int] | tuple[QWidget, int, Qt.AlignmentFlag] | None
)
type Margins = tuple[int, int, int, int]

DOCK_HEAD: Margins = (16, 8, 8, 4)
"""The margins of a head with the choice between output and dock, in either place."""
WINDOW: Margins = (20, 16, 20, 16)
"""The margins of a small window: all its parts begin and end there."""


def in_row(
    owner: QWidget | None,
    *parts: Part,
    margins: Margins | None = (0, 0, 0, 0),
    spacing: int | None = None,
) -> QHBoxLayout:
    """Lay out ``parts`` from left to right in ``owner``; None returns a layout for another.

    ``None`` among the parts is a gap that takes the remaining room. A tuple gives a part its share
    of the room, and a widget its alignment. ``margins`` and ``spacing`` are in pixels; None leaves
    them to the style.
    """
    return _filled(QHBoxLayout(), owner, parts, margins, spacing)


def in_column(
    owner: QWidget | None,
    *parts: Part,
    margins: Margins | None = (0, 0, 0, 0),
    spacing: int | None = None,
) -> QVBoxLayout:
    """Lay out ``parts`` from top to bottom, otherwise like ``in_row``."""
    return _filled(QVBoxLayout(), owner, parts, margins, spacing)


def _filled[Layout: QBoxLayout](
    layout: Layout,
    owner: QWidget | None,
    parts: Iterable[Part],
    margins: Margins | None,
    spacing: int | None,
) -> Layout:
    if owner is not None:
        owner.setLayout(layout)
    if margins is not None:
        layout.setContentsMargins(*margins)
    if spacing is not None:
        layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch()
            continue
        one, share, *place = part if isinstance(part, tuple) else (part, 0)
        if isinstance(one, QLayout):
            layout.addLayout(one, share)
        else:
            layout.addWidget(one, share, *place)
    return layout


def text_label(
    look: str = "",
    *,
    wraps: bool = False,
    form: Qt.TextFormat = Qt.TextFormat.AutoText,
    margins: Margins = (0, 0, 0, 0),
) -> QLabel:
    """Make a label; ``look`` selects its style in the style sheet, such as ``title``."""
    made = QLabel(wordWrap=wraps, textFormat=form)
    made.setContentsMargins(*margins)
    if look:
        made.setProperty("words", look)
    return made


def words_label(words: Words, key: str, look: str = "", *, wraps: bool = False) -> QLabel:
    """Make a label with the words of ``key`` in the current language."""
    made = text_label(look, wraps=wraps)
    words.bind(made.setText, key)
    return made


def discard(layout: QLayout, *widgets: QWidget) -> None:
    """Remove widgets from ``layout``; Qt deletes them later, but they are hidden at once."""
    for one in widgets:
        layout.removeWidget(one)
        one.hide()
        one.deleteLater()


def rule() -> QFrame:
    """Make a horizontal line between two parts."""
    made = QFrame()
    made.setProperty("rule", "true")
    made.setFixedHeight(1)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet uses, and apply the style sheet again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say ``text``, if one runs."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class CutLabel(QLabel):
    """Paints its text as far as there is room, unless it wraps; if it is cut, the tooltip has the
    whole text.
    """

    def __init__(self) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut to the width."""
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        wide = not (fits or self.wordWrap())
        self.setToolTip(self.text() if wide else "")
        if not wide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
