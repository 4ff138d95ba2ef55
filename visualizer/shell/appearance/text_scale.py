"""Words everywhere in the window larger or smaller, by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from visualizer.shell.appearance.text_sizes import SCALES, SIZES, percent, resize_kept

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow


class TextScale(QObject):
    """What is written in the window, code, output and diagram too, goes along."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for command, by in (("text_larger", 1), ("text_smaller", -1)):
            window.commands[command].triggered.connect(lambda _=False, by=by: self._step(by))
        window.commands["text_usual"].triggered.connect(lambda: self.set(SCALES[0]))

    def _step(self, by: int) -> None:
        place = SCALES.index(percent()) + by
        self.set(SCALES[max(0, min(place, len(SCALES) - 1))])

    def set(self, wanted: int) -> None:
        """Write everything that large, in percent of the usual."""
        window, before = self._window, percent()
        if wanted == before:
            return
        window.appearance.scale_text(wanted)
        resize_kept(window)
        for part, (usual, limits) in SIZES.items():
            window.set_size(part, window.preferences.number(part, *limits, usual))
        window.arrangement.resize_words()
        window.fit_width()
        window.rooms.resize_words()
        window.diagram.enlarge(wanted)
        window.transport.timeline.place()
        if not window.source.editor.hasFocus():
            # The line of the step may be out of sight among larger ones.
            window.marking.show()
