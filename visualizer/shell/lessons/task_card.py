"""A task: a change to make to the program, with the checks of the last run."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from visualizer.diagram.words import translate
from visualizer.explain.sentence import Sentence
from visualizer.lessons.lesson import Task
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.marked_text import rich_text
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.layouts import in_column, text_label

_SIGNS = {True: ("✓", "gain"), False: ("○", "ink3")}


class TaskCard(QFrame):
    """Shows the task, and after a run of the changed program each check with its result."""

    def __init__(self, task: Task, words: Words) -> None:
        super().__init__()
        self.setProperty("question", "true")
        self.task = task
        self._words = words
        self._judged: Sequence[tuple[Sentence, bool]] = ()
        self._asks = text_label("title", wraps=True, form=Qt.TextFormat.RichText)
        self._said = text_label(wraps=True, form=Qt.TextFormat.RichText)
        in_column(self, self._asks, self._said, margins=(16, 12, 12, 12), spacing=8)
        words.changed.connect(self.speak)
        THEME.changed.connect(self.speak)
        self.speak()

    @property
    def is_done(self) -> bool:
        """Whether all checks pass."""
        return bool(self._judged) and all(good for _, good in self._judged)

    def show_judged(self, judged: Sequence[tuple[Sentence, bool]]) -> None:
        """Show the checks of a run; empty while the program is unchanged."""
        self._judged = judged
        self.speak()

    def speak(self) -> None:
        """Write all texts in the current language."""
        language = self._words.language
        self._asks.setText(rich_text(self.task.ask[language]))
        lines = []
        for said, good in self._judged:
            sign, colour = _SIGNS[good]
            text = rich_text(translate(said, language))
            lines.append(f'<span style="color:{THEME.colour(colour).name()}">{sign}</span> {text}')
        if self.is_done:
            ink = THEME.colour("gain").name()
            lines.append(f'<b style="color:{ink}">{self._words("lesson.task_done")}</b>')
        elif not lines:
            lines.append(self._words("lesson.task_how"))
        self._said.setText("<br>".join(lines))
