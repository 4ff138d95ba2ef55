"""The commands of the Edit menu, which call the methods of text fields."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from visualizer.shell.editor.code_editor import CodeEditor
from visualizer.shell.editor.keys import comment

_OF_FIELDS = {
    "undo_edit": "undo",
    "redo_edit": "redo",
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "select_all": "selectAll",
}
"""Commands, and the methods of a text field that carry them out."""
_FIELDS = (QPlainTextEdit, QTextEdit, QLineEdit)


class EditCommands(QObject):
    """Edits the text field that has the focus, or else the program.

    Only the focused field handles the keys: no key edits the program from elsewhere.
    """

    def __init__(self, commands: Mapping[str, QAction], editor: CodeEditor, menu: QMenu) -> None:
        super().__init__(menu)
        self._commands, self._editor = commands, editor
        for key in (*_OF_FIELDS, "comment"):
            commands[key].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            editor.addAction(commands[key])
        for key, method in _OF_FIELDS.items():
            commands[key].triggered.connect(partial(self._edit, method))
        commands["comment"].triggered.connect(self._comment)
        menu.aboutToShow.connect(self._enable_possible)
        menu.aboutToHide.connect(self._enable_all)

    @property
    def _field(self) -> QPlainTextEdit | QTextEdit | QLineEdit:
        focus: QWidget | None = self._editor.window().focusWidget()
        return focus if isinstance(focus, _FIELDS) else self._editor

    def _edit(self, method: str) -> None:
        field = self._field
        getattr(field, method)()
        # The menu took the focus, so return it.
        field.setFocus()

    def _comment(self) -> None:
        editor = self._editor
        if not editor.isReadOnly():
            comment(editor.textCursor())
        editor.setFocus()

    def _enable_possible(self) -> None:
        """Enable the commands that are possible now, while the menu is open."""
        field, commands = self._field, self._commands
        can_write = not field.isReadOnly()
        if isinstance(field, QLineEdit):
            undo, redo, selected = (
                field.isUndoAvailable(),
                field.isRedoAvailable(),
                field.hasSelectedText(),
            )
        else:
            document = field.document()
            undo, redo = document.isUndoAvailable(), document.isRedoAvailable()
            selected = field.textCursor().hasSelection()
        commands["undo_edit"].setEnabled(can_write and undo)
        commands["redo_edit"].setEnabled(can_write and redo)
        commands["cut"].setEnabled(can_write and selected)
        commands["copy"].setEnabled(selected)
        commands["paste"].setEnabled(can_write and bool(QGuiApplication.clipboard().text()))
        commands["comment"].setEnabled(not self._editor.isReadOnly())

    def _enable_all(self) -> None:
        """Enable all commands: outside the menu, the field decides about their keys."""
        for key in (*_OF_FIELDS, "comment"):
            self._commands[key].setEnabled(True)
