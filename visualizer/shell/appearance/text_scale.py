"""The commands that enlarge or shrink all text of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from visualizer.shell.appearance.text_sizes import SCALES, SIZES, percent, resize_kept

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow


class TextScale(QObject):
    """Scales labels, code, output and diagram together."""

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
        """Scale all text to ``wanted`` percent of the usual size."""
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
            # Larger lines may have pushed the step's line out of view.
            window.marking.show()
