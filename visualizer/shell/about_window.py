"""What this is, its versions, and the licences of all that comes with it."""

import platform
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from visualizer import __version__
from visualizer.shell.controls import Button
from visualizer.shell.shipped import Package, shipped
from visualizer.shell.words import Words


class AboutWindow(QDialog):
    """All of it can be copied as text; ``log`` is where the window writes of its own faults."""

    def __init__(self, words: Words, log: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("about.title"))
        packages = shipped()
        python, qt = platform.python_version(), str(qVersion())
        lines = (
            f"{words('app.name')} {__version__}",
            words("about.runs_with", python=python, qt=qt),
            words("about.log", file=str(log)),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        for line, look in zip(lines, ("title", "", "second"), strict=True):
            label = QLabel(line)
            label.setProperty("words", look)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        area = QScrollArea()
        area.setWidget(_table(words, packages))
        area.setWidgetResizable(True)
        column.addWidget(area, 1)
        self.copy, close = Button("plain"), Button("plain")
        self.copy.set_words(words("about.copy"))
        close.set_words(words("preferences.close"))
        told = [f"{one.name} {one.version}: {one.licence}" for one in packages]
        text = "\n".join((*lines, "", *told)) + "\n"
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch()
        row.addWidget(close)
        column.addLayout(row)
        self.resize(620, 460)


def _table(words: Words, packages: tuple[Package, ...]) -> QWidget:
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 8, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(2, 1)
    heads = (words("about.package"), words("about.version"), words("about.licence"))
    rows = [heads, *((one.name, one.version, one.licence or "?") for one in packages)]
    for row, texts in enumerate(rows):
        for place, text in enumerate(texts):
            label = QLabel(text)
            label.setWordWrap(place == 2)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if row == 0:
                label.setProperty("words", "head")
            grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(grid.rowCount(), 1)
    return inside
