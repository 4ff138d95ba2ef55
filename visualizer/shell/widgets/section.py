"""A part of the dock with a heading that opens and closes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label


class Section(QWidget):
    """A part of the dock with a heading; its contents are computed only while it is open.

    ``toggled`` follows each opening or closing. ``caption`` is at the right of the heading.
    """

    toggled = Signal(bool)

    def __init__(self, words: Words, title: str, hint: str) -> None:
        super().__init__()
        self.heading = Button("section", "chevron-right", checkable=True)
        self.caption = text_label("caption")
        self._inside: list[QWidget] = []
        head = in_row(None, self.heading, None, self.caption)
        self._column = in_column(self, head, margins=(12, 4, 12, 4))
        words.bind(self.heading.set_words, title)
        words.bind(self.heading.setToolTip, hint)
        self.heading.toggled.connect(self._show_inside)

    def put(self, widget: QWidget) -> None:
        """Add ``widget`` below the heading; it is visible while the section is open."""
        widget.setVisible(self.is_open)
        self._inside.append(widget)
        self._column.addWidget(widget)

    @property
    def is_open(self) -> bool:
        """Whether the contents are visible."""
        return self.heading.isChecked()

    def open(self, opened: bool = True) -> None:
        """Show or hide the contents."""
        self.heading.setChecked(opened)

    def _show_inside(self, opened: bool) -> None:
        self.heading.set_symbol("chevron-down" if opened else "chevron-right")
        for widget in self._inside:
            widget.setVisible(opened)
        self.toggled.emit(opened)
