"""Every key in a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from visualizer.shell.actions import COMMANDS, GROUPS
from visualizer.shell.words import Words


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
            for command in commands:
                row += 1
                keys = [
                    QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
                    for keys in command.shortcuts
                ]
                grid.addWidget(QLabel(actions[command.key].text()), row, 0)
                grid.addWidget(QLabel(", ".join(keys)), row, 1)
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
