"""The help window: a searchable list of commands and keys."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTreeWidget, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.commands.command_list import CommandList, Others
from visualizer.shell.widgets.dialog_size import Dialog
from visualizer.shell.widgets.layouts import in_column, words_label

_NO_COMMANDS: Others = {
    "view": (
        ("help.leave_code", "Esc"),
        ("help.walk", "Tab, ↑ ↓"),
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
