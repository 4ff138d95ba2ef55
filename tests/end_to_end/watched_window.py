"""The real window, which says on standard output, a line of JSON each time, how it stands.

    python -m tests.end_to_end.watched_window [FILE]

With VISUALIZER_PICTURES a folder, it keeps there what the screen showed each time.
"""

import json
import os
import sys
from itertools import count
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from visualizer.shell import app
from visualizer.shell.appearance import Appearance
from visualizer.shell.places import Places
from visualizer.shell.preferences import Preferences
from visualizer.shell.window import MainWindow

_EVERY = 20
"""Milliseconds between two looks at it."""


class Watched(MainWindow):
    """Looks at itself: what drives it is another process, by keys alone."""

    def __init__(self, preferences: Preferences, appearance: Appearance, *, places: Places) -> None:
        super().__init__(preferences, appearance, places=places)
        self._said, self._numbers = "", count(1)
        self._look = QTimer(self)
        self._look.timeout.connect(self._say)
        self._look.start(_EVERY)

    def _say(self) -> None:
        if not self.furnished:
            return
        said = json.dumps(self._stands())
        if said == self._said:
            return
        self._said = said
        print(said, flush=True)
        folder = os.environ.get("VISUALIZER_PICTURES")
        if folder:
            shot = self.screen().grabWindow(0)
            shot.save(str(Path(folder, f"{next(self._numbers):03}.png")))

    def _stands(self) -> dict[str, object]:
        player, scene = self.player, self.diagram.scene
        dialog = QApplication.activeModalWidget()
        return {
            "program": self.workbench.document.name,
            "running": self.workbench.run.active,
            "ended": player.end is not None,
            "step": player.step,
            "steps": player.steps,
            "depth": len(player.state.frames) if player.step else 0,
            "line": player.state.step.line if player.state.step else 0,
            "level": self.diagram.level,
            "selected": scene.selected,
            "inspected": self.dock.inspector.text.count("Referenced by"),
            "searching": not self.diagram.search.isHidden(),
            "hits": len(self.diagram.search.hits),
            "presenting": self.presentation.on,
            "language": self.words.language,
            "theme": self.appearance.name,
            "dialog": type(dialog).__name__ if dialog is not None else "",
            "focus": type(QApplication.focusWidget()).__name__,
            "still": not scene.motion.moving,
        }


if __name__ == "__main__":
    with patch.object(app, "MainWindow", Watched):
        sys.exit(app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
