"""Rows of the preferences: a name, a control, and a note below it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Choice, text_button
from visualizer.shell.widgets.layouts import in_row, words_label
from visualizer.shell.widgets.number_field import NumberField

_CONTROL_WIDTH = 240


class PathField(QWidget):
    """A field for a path, with a button that asks for it; an empty field means the default."""

    browsed = Signal()

    def __init__(self, usual: str, words: Words, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self._ask = ask
        self.field = QLineEdit()
        self.browse = text_button(words, "preferences.python.choose", self._browse)
        self.setFocusProxy(self.field)
        words.bind(self.field.setPlaceholderText, usual)
        in_row(self, (self.field, 1), self.browse)

    @property
    def chosen(self) -> Path | None:
        """The written path; None if the field is empty."""
        written = self.field.text().strip()
        return Path(written).expanduser().absolute() if written else None

    def show_path(self, path: Path | None) -> None:
        """Show another path, but keep another spelling of the same path."""
        if path != self.chosen:
            self.field.setText(str(path or ""))

    def _browse(self) -> None:
        chosen = self._ask()
        if chosen is not None:
            self.field.setText(str(chosen))
            self.browsed.emit()


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

    def add(self, key: str, control: QWidget, note: str | QLabel = "") -> None:
        """Add a row named by the words of ``key``; ``note`` is a line below it, or its key."""
        row = self.grid.rowCount()
        name = words_label(self._words, key)
        name.setBuddy(control)
        self._words.bind(control.setAccessibleName, key)
        if (inside := control.focusProxy()) is not None:
            self._words.bind(inside.setAccessibleName, key)
        self.grid.addWidget(name, row, 0)
        self.grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
        if note:
            if isinstance(note, str):
                note = words_label(self._words, note, "second", wraps=True)
            self.grid.addWidget(note, row + 1, 1)

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
    ) -> NumberField:
        """Add a field for a whole number between the two ``limits``."""
        box = NumberField(*limits, step)
        box.setMinimumWidth(_CONTROL_WIDTH)

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
