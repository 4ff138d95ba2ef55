"""The help window: a searchable table of commands and keys."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from visualizer.shell.appearance.words import Words
from visualizer.shell.commands.actions import COMMANDS, GROUPS
from visualizer.shell.widgets.controls import name_of, written_keys
from visualizer.shell.widgets.dialog_size import DialogSize
from visualizer.shell.widgets.layouts import in_column, text_label

_NO_COMMANDS = {
    "view": (
        ("help.leave_code", "Esc"),
        ("help.walk", "Tab, ↑ ↓"),
        ("help.follow_reference", "Enter, Backspace"),
        ("help.compare_step", "← →, Home, End"),
        ("help.compare_link", "L"),
    ),
    "picture": (("help.move_card", "Alt+← ↑ → ↓"),),
}
"""Keys without a command, by group: the key of their description, and the keys."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table; ``text`` is the case-folded text for the search."""

    labels: tuple[QLabel, QLabel]
    text: str


class HelpWindow(QDialog):
    """Lists the commands by group; a search shows those that contain all its words."""

    def __init__(self, words: Words, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words, self._actions = words, actions
        self._groups: list[tuple[QLabel, list[_Line]]] = []
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self._none, self._note = text_label("second", wraps=True), text_label("second", wraps=True)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        in_column(self, self.field, self._none, self._area, self._note, margins=None)
        words.changed.connect(self._speak)
        self._speak()
        DialogSize(self, 520, 680)
        self.field.setFocus()

    def _speak(self) -> None:
        words = self._words
        self.setWindowTitle(words("help.title"))
        self.field.setPlaceholderText(words("help.search"))
        self.field.setAccessibleName(words("help.search"))
        self._none.setText(words("help.none"))
        self._note.setText(words("help.note"))
        table = self._table()
        self._area.setWidget(table)
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(table.minimumSizeHint().width() + bar + 4)
        self._search(self.field.text())

    def _table(self) -> QWidget:
        words, actions = self._words, self._actions
        self._groups = []
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(32)
        grid.setColumnStretch(0, 1)
        for group in GROUPS:
            title = QLabel(words(f"menu.{group}"))
            title.setProperty("words", "title")
            grid.addWidget(title, grid.rowCount(), 0, 1, 2)
            commands = [one for one in COMMANDS if one.group == group]
            rows = [
                (name_of(actions[one.key]), written_keys(actions[one.key].shortcuts()))
                for one in commands
            ]
            rows += [(words(key), keys) for key, keys in _NO_COMMANDS.get(group, ())]
            lines = []
            for texts in rows:
                labels = QLabel(texts[0]), QLabel(texts[1])
                row = grid.rowCount()
                for place, label in enumerate(labels):
                    grid.addWidget(label, row, place)
                lines.append(_Line(labels, " ".join(texts).casefold()))
            self._groups.append((title, lines))
        grid.setRowStretch(grid.rowCount(), 1)
        return inside

    @property
    def shown(self) -> list[tuple[str, str]]:
        """The names and keys that are currently visible."""
        lines = [line for _, lines in self._groups for line in lines]
        return [
            (line.labels[0].text(), line.labels[1].text())
            for line in lines
            if not line.labels[0].isHidden()
        ]

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        for title, lines in self._groups:
            found = [line for line in lines if all(word in line.text for word in wanted)]
            title.setVisible(bool(found))
            for line in lines:
                for label in line.labels:
                    label.setVisible(line in found)
        self._none.setVisible(not self.shown)
