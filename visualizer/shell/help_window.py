"""Every key in a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from visualizer.shell.actions import COMMANDS, GROUPS
from visualizer.shell.words import Words

_IN_DIAGRAM = {"view": (("help.move_card", "Alt+← ↑ → ↓"),)}
"""Keys that are no commands, by the group that they are listed in: what for, and which."""


class HelpWindow(QDialog):
    """Lists the commands that have keys, group by group."""

    def __init__(self, words: Words, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("help.title"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(32)
        row = 0
        for group in GROUPS:
            commands = [one for one in COMMANDS if one.group == group and one.shortcuts]
            if not commands:
                continue
            title = QLabel(words(f"menu.{group}"))
            title.setProperty("words", "title")
            grid.addWidget(title, row, 0, 1, 2)
            lines = [(actions[one.key].text(), _written(one.shortcuts)) for one in commands]
            lines += [(words(key), keys) for key, keys in _IN_DIAGRAM.get(group, ())]
            for text, keys in lines:
                row += 1
                grid.addWidget(QLabel(text), row, 0)
                grid.addWidget(QLabel(keys), row, 1)
            row += 1
        note = QLabel(words("help.note"))
        note.setProperty("words", "second")
        note.setWordWrap(True)
        grid.addWidget(note, row, 0, 1, 2)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.addWidget(area)
        self.resize(460, 640)


def _written(shortcuts: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in shortcuts)
