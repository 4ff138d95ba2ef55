"""The bar with a lab's controls, progress and buttons; in a narrow window it has several rows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.layouts import in_column, in_row, text_label

_GAP, _EDGE = 16, 16


class ControlBar(QWidget):
    """A bar; ``add`` adds labelled controls from the left, ``add_end`` widgets at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "true")
        self.controls: list[QWidget] = []
        self._groups: list[QWidget] = []
        self._end = QWidget(self)
        self._right = in_row(self._end, spacing=10)
        self._rows: list[list[QWidget]] = []
        self._whole = in_column(self, margins=(_EDGE, 8, _EDGE, 8), spacing=6)

    def add(self, words: Words, key: str, control: QWidget) -> None:
        """Add a control, with the words of ``key`` as its label and accessible name."""
        label = text_label("second")
        label.setBuddy(control)
        words.bind(label.setText, key)
        words.bind(control.setAccessibleName, key)
        group = QWidget(self)
        in_row(group, label, control, spacing=8)
        self._groups.append(group)
        self.controls.append(control)

    def add_end(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the right."""
        self._right.addWidget(widget, stretch)

    def enable(self, enabled: bool) -> None:
        """Enable the controls, or disable them while a lab runs."""
        for control in self.controls:
            control.setEnabled(enabled)

    def arrange(self) -> None:
        """Break the bar into as many rows as its width needs; the right part ends the last row."""
        rows: list[list[QWidget]] = [[]]
        room = self.width() - 2 * _EDGE
        left = room
        for part in (*self._groups, self._end):
            needed = part.minimumSizeHint().width() + _GAP
            if needed - _GAP > left and rows[-1]:
                rows.append([])
                left = room
            rows[-1].append(part)
            left -= needed
        if rows != self._rows:
            self._rows = rows
            self._lay_out()

    def _lay_out(self) -> None:
        while (item := self._whole.takeAt(0)) is not None:
            layout = item.layout()
            while layout is not None and layout.takeAt(0) is not None:
                pass
        for parts in self._rows:
            row = in_row(None, *((part, int(part is self._end)) for part in parts), spacing=_GAP)
            if self._end not in parts:
                row.addStretch()
            self._whole.addLayout(row)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest control."""
        widest = max((group.minimumSizeHint().width() for group in self._groups), default=0)
        return QSize(widest + 2 * _EDGE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the bar for its new width."""
        super().resizeEvent(event)
        self.arrange()
