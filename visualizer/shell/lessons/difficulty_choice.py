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
        self._words = words
        for _ in Difficulty:
            self.addItem("")
        self.show_chosen(predicting.difficulty)
        predicting.chosen.connect(self.show_chosen)
        self.activated.connect(
            lambda at: commands[f"predict_{[*Difficulty][at].name.lower()}"].trigger()
        )
        words.bind(self.setAccessibleName, "ask.difficulty")
        words.changed.connect(self.speak)
        self.speak()

    def show_chosen(self, difficulty: int) -> None:
        """Show the current difficulty."""
        self.setCurrentIndex([*Difficulty].index(Difficulty(difficulty)))

    def speak(self) -> None:
        """Write the choices in the current language."""
        for at, one in enumerate(Difficulty):
            self.setItemText(at, self._words(f"ask.about_{one.name.lower()}"))
