"""The choices of a question: rows with a button, in columns."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSizePolicy, QWidget

from visualizer.shell.widgets.layouts import in_row, text_label

_MARK, _BETWEEN, _BESIDE = 4, 6, 24
"""Pixels between button and label, between two rows, and between two columns."""


class ChoiceRow(QWidget):
    """A button with a wrapping label; Qt's own buttons do not wrap and would widen the pane."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__()
        self.button, self._label = button, text_label(wraps=True, form=Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._label.setSizePolicy(policy)
        in_row(self, (button, 0, Qt.AlignmentFlag.AlignTop), (self._label, 1), spacing=_MARK)

    def set_words(self, words: str) -> None:
        """Set the label."""
        self._label.setText(words)
        self.button.setAccessibleName(words)

    @property
    def whole_width(self) -> int:
        """The width in pixels at which the label needs one line, even when it is marked."""
        font = QFont(self._label.font())
        font.setBold(True)
        words = QFontMetrics(font).horizontalAdvance(f"{self.words()} ")
        return self.button.sizeHint().width() + _MARK + words

    def mark(self) -> None:
        """Emphasize the label, even if the choice is disabled."""
        self.setStyleSheet("QLabel { font-weight: 700; color: palette(highlight); }")

    def words(self) -> str:
        """The label's text."""
        return self._label.text()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the label clicks the button."""
        if event.button() is Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()


class ChoiceColumns(QLayout):
    """As many equal columns of ``ChoiceRow`` as whole texts fit; in a single column, texts wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []

    def _places(self, rect: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        items, widgets = self._items, (item.widget() for item in self._items)
        widest = max(row.whole_width for row in widgets if isinstance(row, ChoiceRow))
        columns = max(1, min((rect.width() + _BESIDE) // (widest + _BESIDE), len(items)))
        width = (rect.width() + _BESIDE) // columns - _BESIDE
        top = rect.top()
        for first in range(0, len(items), columns):
            row = items[first : first + columns]
            height = max(item.heightForWidth(width) for item in row)
            for place, item in enumerate(row):
                left = rect.left() + place * (width + _BESIDE)
                yield item, QRect(left, top, width, height)
            top += height + _BETWEEN

    # ---- overrides of Qt ----

    def addItem(self, item: QLayoutItem) -> None:
        """Add a row; ``addWidget`` calls this."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of rows."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a row; None after the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove a row and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return no direction: the rows need no more room than their texts."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        return max(place.bottom() + 1 for _, place in self._places(QRect(0, 0, width, 0)))

    def sizeHint(self) -> QSize:
        """Return the least size: the rows take any width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the width of the buttons: the labels wrap."""
        return QSize(max(item.minimumSize().width() for item in self._items), 0)

    def setGeometry(self, rect: QRect) -> None:
        """Place all rows."""
        super().setGeometry(rect)
        for item, place in self._places(rect):
            item.setGeometry(place)
