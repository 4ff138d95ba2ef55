"""The choice of difficulty beside the question."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from visualizer.explain.questions.choosing import Difficulty
from visualizer.shell.appearance.words import Words
from visualizer.shell.lessons.predicting import Predicting
from visualizer.shell.widgets.choice import Choice


class DifficultyChoice(Choice):
    """Triggers the commands of the menu."""

    def __init__(
        self, predicting: Predicting, commands: Mapping[str, QAction], words: Words
    ) -> None:
        super().__init__()
        self.offer(words, [(one, f"ask.about_{one.name.lower()}") for one in Difficulty])
        self._show(predicting.difficulty)
        predicting.chosen.connect(self._show)
        self.activated.connect(
            lambda at: commands[f"predict_{[*Difficulty][at].name.lower()}"].trigger()
        )
        words.bind(self.setAccessibleName, "ask.difficulty")

    def _show(self, difficulty: int) -> None:
        self.setCurrentIndex([*Difficulty].index(Difficulty(difficulty)))
