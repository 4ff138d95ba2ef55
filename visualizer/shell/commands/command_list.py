"""A searchable list of all commands by group, with their keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.commands.actions import COMMANDS, GROUPS
from visualizer.shell.widgets.controls import name_of, written_keys
from visualizer.shell.widgets.layouts import in_column, words_label

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
