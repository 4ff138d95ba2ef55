"""A choice button with a label that wraps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from visualizer.shell.widgets.layouts import in_row, text_label


class ChoiceRow(QWidget):
    """A button with a wrapping label; Qt's own buttons do not wrap and would widen the pane."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__()
        self.button, self._label = button, text_label(wraps=True, form=Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._label.setSizePolicy(policy)
        in_row(self, (button, 0, Qt.AlignmentFlag.AlignTop), (self._label, 1), spacing=4)

    def set_words(self, words: str) -> None:
        """Set the label."""
        self._label.setText(words)
        self.button.setAccessibleName(words)

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
