"""The controls of a lab, its progress and its buttons: one bar, in two rows where it is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from visualizer.shell.words import Words

_GAP = 16


class ControlBar(QWidget):
    """``add`` gives a control its label; ``add_end`` puts what stands at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "true")
        self.controls: list[QWidget] = []
        self._left = QHBoxLayout()
        self._left.setSpacing(8)
        self._right = QHBoxLayout()
        self._right.setSpacing(10)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(16, 8, 16, 8)
        self._whole.setSpacing(_GAP)
        self._whole.addLayout(self._left)
        self._whole.addLayout(self._right, 1)

    def add(self, words: Words, key: str, control: QWidget) -> None:
        """A control, with the words under ``key`` before it, which are its name too."""
        label = QLabel()
        label.setProperty("words", "second")
        label.setBuddy(control)
        words.bind(label.setText, key)
        words.bind(control.setAccessibleName, key)
        if self.controls:
            self._left.addSpacing(_GAP - 8)
        self._left.addWidget(label)
        self._left.addWidget(control)
        self.controls.append(control)

    def close_controls(self) -> None:
        """No more controls follow: what room is left stands behind them."""
        self._left.addStretch()

    def add_end(self, widget: QWidget, stretch: int = 0) -> None:
        """A widget at the right."""
        self._right.addWidget(widget, stretch)

    def enable(self, enabled: bool) -> None:
        """While a lab runs its settings stand."""
        for control in self.controls:
            control.setEnabled(enabled)

    def arrange(self) -> None:
        """In one row, or the right below the left where both have no room beside each other."""
        needed = self._left.minimumSize().width() + self._right.minimumSize().width()
        beside = needed + _GAP + 32 <= self.width()
        directions = QBoxLayout.Direction
        self._whole.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._whole.setSpacing(_GAP if beside else 4)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of both rows."""
        height = super().minimumSizeHint().height()
        return QSize(self._left.minimumSize().width() + 32, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self.arrange()


def spacer() -> QWidget:
    """Takes what room is left."""
    widget = QWidget()
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget
