"""The commands that enlarge or shrink all text of the window."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from visualizer.shell.appearance.text_sizes import SCALES, percent
from visualizer.shell.appearance.theme_choice import Appearance


class TextScale(QObject):
    """Scales all text; ``changed`` carries the new scale in percent."""

    changed = Signal(int)

    def __init__(
        self, appearance: Appearance, commands: Mapping[str, QAction], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        commands["text_larger"].triggered.connect(partial(self._step, 1))
        commands["text_smaller"].triggered.connect(partial(self._step, -1))
        commands["text_usual"].triggered.connect(lambda: self.set(SCALES[0]))

    def _step(self, by: int) -> None:
        place = SCALES.index(percent()) + by
        self.set(SCALES[max(0, min(place, len(SCALES) - 1))])

    def set(self, wanted: int) -> None:
        """Scale all text to ``wanted`` percent of the usual size."""
        if wanted != percent():
            self._appearance.scale_text(wanted)
            self.changed.emit(wanted)
