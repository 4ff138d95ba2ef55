"""The list of commands with a field that assigns other keys."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.commands.command_list import CommandList
from visualizer.shell.commands.shortcuts import RESERVED, Shortcuts
from visualizer.shell.widgets.controls import name_of, text_button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label

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
