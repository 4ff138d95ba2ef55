"""Rows of the preferences: a name, a control, and a note below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.choice import Choice
from visualizer.shell.widgets.layouts import words_label

_CONTROL_WIDTH, _TEXT_EDGE = 240, 7


class Rows(QWidget):
    """Rows of names and controls. ``show_values`` updates them; a user's change applies at once."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shows: list[Callable[[], object]] = []
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(20)
        self.grid.setVerticalSpacing(10)
        self.grid.setColumnStretch(1, 1)

    def show_values(self) -> None:
        """Show the current values."""
        for show in self._shows:
            show()

    def add(self, key: str, control: QWidget, note: str = "") -> None:
        """Add a row named by the words of ``key``; ``note`` is the key of a line below it."""
        row = self.grid.rowCount()
        name = words_label(self._words, key)
        name.setBuddy(control)
        self._words.bind(control.setAccessibleName, key)
        if (inside := control.focusProxy()) is not None:
            self._words.bind(inside.setAccessibleName, key)
        self.grid.addWidget(name, row, 0)
        self.grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
        if note:
            below = words_label(self._words, note, "second", wraps=True)
            self.grid.addWidget(below, row + 1, 1)

    def choice(
        self,
        key: str,
        options: Sequence[tuple[str, str]],
        now: Callable[[], str],
        choose: Callable[[str], object],
    ) -> QComboBox:
        """Add a choice of ``options``, each a value and the key of its words."""
        box = Choice()
        box.setMinimumWidth(_CONTROL_WIDTH)
        box.offer(self._words, options)
        box.activated.connect(lambda at: choose(box.itemData(at)))
        self._shows.append(lambda: box.setCurrentIndex(box.findData(now())))
        self.add(key, box)
        return box

    def names(
        self,
        key: str,
        usual: Callable[[], str],
        names: Sequence[str],
        now: Callable[[], str],
        choose: Callable[[str], object],
    ) -> QComboBox:
        """Add a choice of many ``names``, found by typing; the first row is the ``usual`` one."""
        box = Choice()
        box.setMinimumWidth(_CONTROL_WIDTH)
        box.setMaxVisibleItems(16)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem(usual(), "")
        for name in names:
            box.addItem(name, name)
        box.activated.connect(lambda at: choose(box.itemData(at)))
        # A missing font is not in use; the default is.
        self._shows.append(lambda: box.setCurrentIndex(max(box.findData(now()), 0)))
        self._shows.append(lambda: box.setItemText(0, usual()))
        self.add(key, box)
        return box

    def number(
        self,
        key: str,
        limits: tuple[int, int],
        now: Callable[[], int],
        choose: Callable[[int], object],
        *,
        step: int = 1,
        note: str = "",
    ) -> QSpinBox:
        """Add a field for a whole number between the two ``limits``."""
        box = QSpinBox(singleStep=step)
        box.setRange(*limits)
        box.setGroupSeparatorShown(True)
        box.setKeyboardTracking(False)
        box.setMinimumWidth(_CONTROL_WIDTH)
        # The padding of a style sheet does not reach the field inside.
        box.lineEdit().setTextMargins(_TEXT_EDGE, 0, _TEXT_EDGE, 0)

        def show() -> None:
            with QSignalBlocker(box):
                box.setValue(now())

        box.valueChanged.connect(choose)
        self._shows.append(show)
        self.add(key, box, note)
        return box

    def end(self) -> None:
        """Add no more rows: the remaining room stays below."""
        self.grid.setRowStretch(self.grid.rowCount(), 1)
