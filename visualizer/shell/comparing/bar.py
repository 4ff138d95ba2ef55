"""The bar above a comparison: step buttons, link, pace, and the number of differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visualizer.recording.mapping.together import Pace
from visualizer.shell.widgets.controls import Button, Choice, icon_button, text_button
from visualizer.shell.widgets.layouts import in_row, text_label

if TYPE_CHECKING:
    from visualizer.explain.comparison.differences import Comparison
    from visualizer.shell.appearance.words import Words


class CompareBar(QWidget):
    """``stepped`` carries 1 or -1, ``pace_chosen`` a ``Pace``."""

    stepped = Signal(int)
    pace_chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.leave = text_button(words, "compare.leave", symbol="x")
        emit = self.stepped.emit
        self.back = icon_button(words, "chevron-left", "command.back", lambda: emit(-1), "←")
        self.forward = icon_button(words, "chevron-right", "command.forward", lambda: emit(1), "→")
        self.link, self.pace = Button("plain", "link", checkable=True), Choice()
        self.found = text_label("title")
        in_row(
            self,
            *(self.leave, self.back, self.forward, self.link, self.pace, None, self.found),
            margins=(12, 6, 12, 6),
            spacing=8,
        )
        self.link.setChecked(True)
        self.pace.offer(words, [(pace, f"compare.by_{pace}") for pace in Pace])
        words.bind(self.pace.setAccessibleName, "compare.pace")
        words.bind(self.link.set_words, "compare.link")
        words.bind(self._show_link, "compare.link.hint")
        self.pace.currentIndexChanged.connect(self._choose)

    def _show_link(self, hint: str) -> None:
        self.link.setToolTip(f"{hint}  L")

    def show_found(self, comparison: Comparison | None, differences: int) -> None:
        """Show the number of differences of a comparison; nothing without a comparison."""
        if comparison is None:
            text = ""
        elif not comparison.is_whole:
            text = self._words("compare.not_whole")
        elif not differences:
            text = self._words("compare.nothing")
        else:
            text = self._words("compare.differences", n=differences)
        self.found.setText(text)

    def write_in(self, sheet: str) -> None:
        """Apply a style sheet to all parts."""
        for widget in (self.leave, self.link, self.pace, self.found):
            widget.setStyleSheet(sheet)

    def _choose(self, at: int) -> None:
        self.pace_chosen.emit(Pace(self.pace.itemData(at)))
