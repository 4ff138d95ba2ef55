"""A searchable list of all commands with their keys: to read in Help, to change in Preferences."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from visualizer.shell.appearance.words import Words
from visualizer.shell.commands.actions import COMMANDS, GROUPS
from visualizer.shell.commands.shortcuts import RESERVED, Shortcuts
from visualizer.shell.widgets.controls import name_of, text_button, written_keys
from visualizer.shell.widgets.dialog_size import Dialog
from visualizer.shell.widgets.layouts import in_column, in_row, text_label, words_label

_ROLE = Qt.ItemDataRole.UserRole
type Others = Mapping[str, tuple[tuple[str, str], ...]]
"""Keys without a command, by group: the key of their description, and the keys."""


class CommandList(QWidget):
    """Lists commands and ``others``; ``search`` shows those that contain all its words.

    ``picked`` follows a change of ``command``. ``is_bold`` returns whether to emphasize its keys.
    """

    picked = Signal()

    def __init__(
        self,
        words: Words,
        actions: dict[str, QAction],
        *,
        others: Others | None = None,
        is_bold: Callable[[str], bool] = lambda _: False,
    ) -> None:
        super().__init__()
        self._words, self._actions, self._others, self._is_bold = words, actions, others, is_bold
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.search = QLineEdit(clearButtonEnabled=True)
        self._none = words_label(words, "help.none", "second", wraps=True)
        self.tree = QTreeWidget(columnCount=2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(-1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        in_column(self, self.search, self._none, (self.tree, 1), spacing=8)
        words.bind(self.search.setPlaceholderText, "help.search")
        words.bind(self.search.setAccessibleName, "help.search")
        words.bind(self.tree.setAccessibleName, "preferences.keys")
        words.changed.connect(self.refresh)
        self.search.textChanged.connect(self._search)
        self.tree.currentItemChanged.connect(self.picked)
        self.setFocusProxy(self.search)
        self.refresh()

    @property
    def command(self) -> str:
        """The key of the current command; empty at the title of a group."""
        item = self.tree.currentItem()
        return (item.data(0, _ROLE) or "") if item is not None else ""

    def pick(self, command: str) -> None:
        """Make ``command`` the current one."""
        for item in self._items:
            if item.data(0, _ROLE) == command:
                self.tree.setCurrentItem(item)

    def refresh(self) -> None:
        """Show the names in the current language, and the current keys."""
        tree, words, before = self.tree, self._words, self.command or COMMANDS[0].key
        bar = tree.verticalScrollBar()
        place = bar.value()
        self._groups = []
        tree.clear()
        for group in GROUPS:
            head = QTreeWidgetItem(tree, [words(f"menu.{group}")])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            _embolden(head, 0)
            own = [one.key for one in COMMANDS if one.group == group]
            items = [self._item(head, key) for key in own]
            for key, keys in (self._others or {}).get(group, ()):
                items.append(QTreeWidgetItem(head, [words(key), keys]))
            self._groups.append((head, items))
        tree.expandAll()
        self.pick(before)
        self._search(self.search.text())
        bar.setValue(place)

    def _item(self, head: QTreeWidgetItem, key: str) -> QTreeWidgetItem:
        action = self._actions[key]
        item = QTreeWidgetItem(head, [name_of(action), written_keys(action.shortcuts())])
        item.setData(0, _ROLE, key)
        if self._is_bold(key):
            _embolden(item, 1)
        return item

    @property
    def _items(self) -> list[QTreeWidgetItem]:
        return [item for _, items in self._groups for item in items]

    @property
    def shown(self) -> list[tuple[str, str]]:
        """The names and keys that the search has found."""
        return [(one.text(0), one.text(1)) for one in self._items if not one.isHidden()]

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        for head, items in self._groups:
            for item in items:
                written = f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not all(word in written for word in wanted))
            head.setHidden(all(item.isHidden() for item in items))
        self._none.setVisible(not self.shown)


def _embolden(item: QTreeWidgetItem, column: int) -> None:
    font = item.font(column)
    font.setBold(True)
    item.setFont(column, font)


_NO_COMMANDS: Others = {
    "view": (
        ("help.leave_code", "Esc"),
        ("help.walk", "Tab, ↑ ↓"),
        ("help.turn_pages", "Ctrl+Tab, Ctrl+Shift+Tab"),
        ("help.follow_reference", "Enter, Backspace"),
        ("help.compare_step", "← →, Home, End"),
        ("help.compare_link", "L"),
    ),
    "picture": (("help.move_card", "Alt+← ↑ → ↓"),),
}


class HelpWindow(Dialog):
    """Lists the commands, and the keys that no command has."""

    def __init__(self, words: Words, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(words, "help.title", (560, 680), parent)
        self.list = CommandList(words, actions, others=_NO_COMMANDS)
        note = words_label(words, "help.note", "second", wraps=True)
        self.list.tree.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.list.tree.clearSelection()
        in_column(self, (self.list, 1), note, margins=None)
        self.list.setFocus()


_NATIVE = QKeySequence.SequenceFormat.NativeText


class KeyTable(QWidget):
    """Assigns keys to commands; before that, it names the command that would lose a key.

    Assigned keys are bold.
    """

    def __init__(self, words: Words, actions: dict[str, QAction], shortcuts: Shortcuts) -> None:
        super().__init__()
        self._words, self._actions, self._shortcuts = words, actions, shortcuts
        self.list = CommandList(words, actions, is_bold=shortcuts.is_own)
        self.pick, self.message = self.list.pick, text_label("second", wraps=True)
        self.keys = QKeySequenceEdit(maximumSequenceLength=1)
        choose, reset, own = shortcuts.choose, shortcuts.reset, self.list
        self.give = text_button(words, "preferences.keys.give", self._give)
        self.none = text_button(words, "preferences.keys.none", lambda: choose(own.command, ()))
        self.usual = text_button(words, "preferences.keys.usual", lambda: reset(own.command))
        row = in_row(None, (self.keys, 1), self.give, self.none, self.usual, spacing=8)
        in_column(self, (self.list, 1), row, self.message)
        words.bind(self.keys.setAccessibleName, "preferences.keys.new")
        for signal in (words.changed, shortcuts.changed):
            signal.connect(self.show_values)
        self.list.picked.connect(self.keys.clear)
        self.list.picked.connect(self._show_message)
        self.keys.keySequenceChanged.connect(self._show_message)
        self.show_values()

    def show_values(self) -> None:
        """Show the current keys."""
        self.list.refresh()
        self._show_message()

    def _name(self, command: str) -> str:
        return name_of(self._actions[command])

    def _show_message(self) -> None:
        """Say whether the keys in the field are reserved, or which command has them."""
        keys, words, command = self.keys.keySequence(), self._words, self.list.command
        owner = self._shortcuts.owner(keys) if not keys.isEmpty() else None
        reserved = keys.toString() in RESERVED
        is_new = not keys.isEmpty() and not reserved and owner != command
        self.give.setEnabled(bool(command) and is_new)
        for button in (self.none, self.usual):
            button.setEnabled(bool(command))
        shown = keys.toString(_NATIVE)
        if reserved:
            message = words("preferences.keys.taken", keys=shown)
        elif owner is not None and owner != command:
            message = words("preferences.keys.conflict", keys=shown, command=self._name(owner))
        else:
            name = self._name(command) if command else ""
            message = words("preferences.keys.hint", command=name) if name else ""
        self.message.setText(message)

    def _give(self) -> None:
        self._shortcuts.choose(self.list.command, [self.keys.keySequence()])
        self.keys.clear()
