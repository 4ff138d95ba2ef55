"""The text field for a line of standard input."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_STEPPING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class InputField(QLineEdit):
    """``input_ended`` is Ctrl+D, whatever else that key does; ↑ and ↓ bring back entered lines.

    While it is empty, the keys that move a cursor step through the recording instead.
    """

    input_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._at = 0

    def take_line(self) -> str:
        """Return the line, empty the field, and keep the line for ↑."""
        line = self.text()
        self.clear()
        if line and line not in self._lines[-1:]:
            self._lines.append(line)
        self._at = len(self._lines)
        return line

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+D from commands with that key, and leave keys that step to them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if _ends_input(event):
                event.accept()
                return True
            if not self.text() and event.key() in _STEPPING:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the input, bring back a line, or edit."""
        if _ends_input(event):
            self.input_ended.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._bring_back(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _bring_back(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._lines))
        self.setText(self._lines[self._at] if self._at < len(self._lines) else "")


def _ends_input(event: QKeyEvent) -> bool:
    is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_control and event.key() == Qt.Key.Key_D
