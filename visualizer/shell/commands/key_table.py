"""A table of commands and keys, with a field that assigns other keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from visualizer.shell.appearance.words import Words
from visualizer.shell.commands.actions import COMMANDS
from visualizer.shell.commands.shortcuts import RESERVED, Shortcuts
from visualizer.shell.widgets.controls import Button, name_of, written_keys
from visualizer.shell.widgets.layouts import in_column, in_row, text_label

_NATIVE = QKeySequence.SequenceFormat.NativeText
_ROLE = Qt.ItemDataRole.UserRole


class KeyTable(QWidget):
    """Assigns keys to commands; before that, it names the command that would lose a key."""

    def __init__(self, words: Words, actions: dict[str, QAction], shortcuts: Shortcuts) -> None:
        super().__init__()
        self._words, self._actions, self._shortcuts = words, actions, shortcuts
        self.search, self.message = QLineEdit(), text_label("second", wraps=True)
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.give, self.none, self.usual = (Button("plain") for _ in range(3))
        self.table = _table()
        self._lay_out()
        words.bind(self.search.setPlaceholderText, "help.search")
        words.bind(self.search.setAccessibleName, "help.search")
        words.bind(self.table.setAccessibleName, "preferences.keys")
        words.bind(self.keys.setAccessibleName, "preferences.keys.new")
        for button, key in (
            (self.give, "preferences.keys.give"),
            (self.none, "preferences.keys.none"),
            (self.usual, "preferences.keys.usual"),
        ):
            words.bind(button.setText, key)
        words.changed.connect(self.show_values)
        shortcuts.changed.connect(self.show_values)
        self.search.textChanged.connect(self._search)
        self.table.currentItemChanged.connect(self._show_command)
        self.keys.keySequenceChanged.connect(self._show_message)
        self.give.clicked.connect(self._give)
        self.none.clicked.connect(lambda: self._shortcuts.choose(self.command, ()))
        self.usual.clicked.connect(lambda: self._shortcuts.reset(self.command))
        self.show_values()

    def _lay_out(self) -> None:
        row = in_row(None, (self.keys, 1), self.give, self.none, self.usual, spacing=8)
        in_column(self, self.search, self.table, row, self.message, margins=(20, 16, 20, 16))

    @property
    def command(self) -> str:
        """The key of the command in the selected row."""
        item = self.table.item(max(0, self.table.currentRow()), 0)
        return str(item.data(_ROLE)) if item is not None else COMMANDS[0].key

    def pick(self, command: str) -> None:
        """Select the row of ``command``."""
        for row, one in enumerate(COMMANDS):
            if one.key == command:
                self.table.setCurrentCell(row, 0)

    def show_values(self) -> None:
        """Show the names in the current language, and the current keys; assigned keys are bold."""
        self.table.setRowCount(len(COMMANDS))
        for row, command in enumerate(COMMANDS):
            name = self._name(command.key)
            keys = written_keys(self._shortcuts.of(command.key))
            own = self._shortcuts.is_own(command.key)
            for column, text in enumerate((name, keys)):
                item = self.table.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    item.setData(_ROLE, command.key)
                    self.table.setItem(row, column, item)
                item.setText(text)
                font = item.font()
                font.setBold(own and column == 1)
                item.setFont(font)
        if self.table.currentRow() < 0:
            self.table.setCurrentCell(0, 0)
        self._search(self.search.text())
        self._show_message()

    def _name(self, command: str) -> str:
        return name_of(self._actions[command])

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in range(self.table.rowCount()):
            items = (self.table.item(row, column) for column in range(2))
            text = " ".join(item.text() for item in items if item is not None).casefold()
            self.table.setRowHidden(row, not all(word in text for word in wanted))

    def _show_command(self) -> None:
        self.keys.clear()
        self._show_message()

    def _show_message(self) -> None:
        """Say whether the keys in the field are reserved, or which command has them."""
        keys, words = self.keys.keySequence(), self._words
        owner = self._shortcuts.owner(keys) if not keys.isEmpty() else None
        reserved = keys.toString() in RESERVED
        self.give.setEnabled(not keys.isEmpty() and not reserved and owner != self.command)
        shown = keys.toString(_NATIVE)
        if reserved:
            message = words("preferences.keys.taken", keys=shown)
        elif owner is not None and owner != self.command:
            message = words("preferences.keys.conflict", keys=shown, command=self._name(owner))
        else:
            message = words("preferences.keys.hint", command=self._name(self.command))
        self.message.setText(message)

    def _give(self) -> None:
        self._shortcuts.choose(self.command, [self.keys.keySequence()])
        self.keys.clear()


def _table() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return table
