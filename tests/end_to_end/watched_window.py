"""The real window, which prints its state as a line of JSON after each change.

    python -m tests.end_to_end.watched_window [FILE]

If VISUALIZER_PICTURES is a folder, the window also saves a screenshot there each time.
"""

import json
import os
import sys
from itertools import count
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from visualizer.shell import app
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.lessons.question_card import QuestionCard
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.places import Places
from visualizer.shell.window.window import MainWindow

_EVERY = 20
"""Milliseconds between two checks of the state."""


class Watched(MainWindow):
    """Reports its state: another process drives it by keys alone."""

    def __init__(self, preferences: Preferences, appearance: Appearance, *, places: Places) -> None:
        super().__init__(preferences, appearance, places=places)
        self._said, self._numbers = "", count(1)
        self._look = QTimer(self)
        self._look.timeout.connect(self._say)
        self._look.start(_EVERY)

    def _say(self) -> None:
        if not self.is_assembled:
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
            **self._learning(),
        }

    def _learning(self) -> dict[str, object]:
        """Return the lesson, its open question, and the places where a mouse can answer it."""
        lesson, pane = self.lessons.open_one, self.dock.lesson
        asked = self.predicting.card if self.predicting.on else pane.open_card
        card = asked if asked is not None and asked.question is not None else None
        answered = [one for one in pane.cards.values() if one.verdict is not None]
        return {
            "lesson": lesson.key if lesson is not None else "",
            "answered": len(answered),
            "right": sum(1 for one in answered if one.verdict and one.verdict.is_right),
            "done": [key for key, task in pane.tasks.items() if task.is_done],
            "asked": str(card.question.kind) if card and card.question and card.is_open else "",
            "told": card is not None and card.verdict is not None,
            "at": self._places(card) if card is not None and card.isVisible() else {},
        }

    def _places(self, card: QuestionCard) -> dict[str, list[int]]:
        """Return the middle of each thing to click or drag, on the screen."""
        parts: dict[str, QWidget] = {"answer": card.answer, "reveal": card.revealing}
        handle = getattr(card.field, "handle", None)
        if handle is not None:
            parts["handle"] = handle
        rows = card.field.rows if card.field is not None else []
        parts |= {f"row{number}": row for number, row in enumerate(rows)}
        found = {
            name: part.mapToGlobal(part.rect().center())
            for name, part in parts.items()
            if part.isVisible()
        }
        answer, view = card.question.answer if card.question else 0, self.diagram.view
        place = self.diagram.scene.place_of(answer) if isinstance(answer, int) else None
        if place is not None and place.width:
            middle = QPointF(place.x + place.width / 2, place.y + place.height / 2)
            found["object"] = view.viewport().mapToGlobal(view.mapFromScene(middle))
        return {name: [one.x(), one.y()] for name, one in found.items()}


if __name__ == "__main__":
    with patch.object(app, "MainWindow", Watched):
        sys.exit(app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
