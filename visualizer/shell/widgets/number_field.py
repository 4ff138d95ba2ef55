"""A field for a whole number."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

_TEXT_EDGE = 7
"""Pixels on both sides of the text: the padding of a style sheet does not reach it."""


class NumberField(QSpinBox):
    """A field with separated groups of digits, which the space bar does not clear.

    ``valueChanged`` follows the end of typing, not each digit.
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
        return super().validate(text, place)
