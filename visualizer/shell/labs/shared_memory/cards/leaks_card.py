"""The card of leaks: how many segments each method made, unlinked, and left behind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import seconds_text
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.figures_table import FiguresTable
from visualizer.shell.labs.shared_memory.figures import Found
from visualizer.shell.labs.shared_memory.lines import leak_lines
from visualizer.shell.widgets.layouts import text_label, words_label

_SIGN = 20
_TABLE = 150
"""Pixels: the least height of the table, for five lines."""


class LeaksCard(Card):
    """A table of methods, and below it what the lab found left at its end."""

    least_height = 260

    def __init__(self, context: LabContext) -> None:
        super().__init__(context.words, "shm.leaks")
        self.table = FiguresTable(context.code)
        self.words.bind(self.table.setAccessibleName, "shm.leaks")
        self.sign = QLabel()
        self.add_to_head(self.sign)
        self.summary = text_label("second", wraps=True, margins=(16, 8, 16, 12))
        self.empty = words_label(context.words, "lab.no_rows", "second")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.summary)
        self._is_clean: bool | None = None
        THEME.changed.connect(self._show_sign)

    def show_found(self, found: Found, selected: str) -> None:
        """Show the segments of each method, and what was left."""
        words = self.words
        titles = ["shm.method", "shm.made", "shm.gone", "shm.left_behind"]
        lines = leak_lines(found, words)
        self.table.show_lines(lines, [words(key) for key in titles], selected)
        self.table.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.summary.setText("\n".join(_summary_lines(found, words)))
        leaked = any(one.leaked for one in found.methods)
        left = any(found.left.get(key) for key in _LEFT)
        self._is_clean = not (leaked or left) if found.left else None
        self._show_sign()

    def resize_words(self) -> None:
        """Follow the current text size."""
        super().resize_words()
        self.table.setMinimumHeight(px(_TABLE))

    def _show_sign(self) -> None:
        words, clean = self.words, self._is_clean
        self.sign.setVisible(clean is not None)
        name = "circle-check" if clean else "circle-alert"
        colour = THEME.colour("gain" if clean else "loss")
        self.sign.setPixmap(pixmap(name, colour, px(_SIGN), 2))
        self.sign.setAccessibleName(words("shm.clean" if clean else "shm.not_clean"))
        self.sign.setToolTip(self.sign.accessibleName())


_LEFT = ("segments", "files", "processes")


def _summary_lines(found: Found, words: Words) -> list[str]:
    lines = []
    left = found.left
    if left:
        counts = {key: str(left.get(key, 0)) for key in _LEFT}
        clean = not any(left.get(key) for key in _LEFT)
        lines.append(words("shm.over_clean") if clean else words("shm.over_left", **counts))
        if left.get("of_others"):
            lines.append(words("shm.of_others", n=left["of_others"]))
    killed = found.part("killed")
    if killed.get("seconds") is not None:
        counts = {key: str(killed.get(key) or 0) for key in ("stayed", "left")}
        lines.append(words("shm.killed", **counts, seconds=seconds_text(killed["seconds"])))
    elif killed:
        lines.append(words("shm.kill_failed", error=words.finished(killed.get("error") or "")))
    return lines
