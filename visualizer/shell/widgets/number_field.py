"""A field for a whole number."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QToolTip

_TEXT_EDGE = 7
"""Pixels on both sides of the text: the padding of a style sheet does not reach it."""


class NumberField(QSpinBox):
    """A field with separated groups of digits, which the space bar does not clear.

    ``valueChanged`` follows the end of typing, not each digit. A number outside the limits becomes
    the nearest one, and the field shows the limits: Qt would ignore the digit that leads there.
    """

    def __init__(self, least: int, most: int, step: int = 1) -> None:
        super().__init__(minimum=least, maximum=most, singleStep=step)
        self.setGroupSeparatorShown(True)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_TEXT_EDGE, 0, _TEXT_EDGE, 0)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Refuse a space, which Qt would take for the beginning of a number."""
        if " " in text and text != self.specialValueText():
            return QValidator.State.Invalid, text, place
        number = self._number(text)
        if number is not None and not self.minimum() <= number <= self.maximum():
            return QValidator.State.Intermediate, text, place
        return super().validate(text, place)

    def fixup(self, text: str) -> str:
        """Return the allowed number that is nearest to ``text``, and show the limits."""
        number = self._number(text)
        if number is None:
            return super().fixup(text)
        # The change of focus that may have ended the typing would hide it.
        QTimer.singleShot(0, self, self._show_limits)
        return self.textFromValue(min(max(number, self.minimum()), self.maximum()))

    def _show_limits(self) -> None:
        least, most = map(self.textFromValue, (self.minimum(), self.maximum()))
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), f"{least} – {most}", self)

    def _number(self, text: str) -> int | None:
        number, is_number = self.locale().toLongLong(text)
        return number if is_number else None
