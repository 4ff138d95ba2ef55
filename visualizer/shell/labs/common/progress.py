"""Shows the progress of a run: its current task, the share done, the time left."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from visualizer.shell.appearance.text_sizes import keep_height
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.results import LabResults

_FINE = 1000


class LabProgress(QWidget):
    """The progress of a run; the page shows it while a run goes on."""

    def __init__(self, results: LabResults, words: Words) -> None:
        super().__init__()
        self._results, self._words = results, words
        self.doing, self.percent, self.left = QLabel(), QLabel(), QLabel()
        self.doing.setProperty("words", "head")
        self.percent.setProperty("words", "head")
        self.left.setProperty("words", "caption")
        self.bar = QProgressBar()
        self.bar.setRange(0, _FINE)
        self.bar.setTextVisible(False)
        keep_height(self.bar, 8)
        top = QHBoxLayout()
        top.addWidget(self.doing, 1)
        top.addWidget(self.percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self.left)
        self.setMinimumWidth(220)
        self.doing.setMinimumWidth(1)
        words.bind(self.bar.setAccessibleName, "lab.progress")

    def show_doing(self, doing: str) -> None:
        """Show ``doing``, the share done and the time left."""
        results, words = self._results, self._words
        self.doing.setText(doing)
        self.percent.setText(f"{int(100 * results.share)} %")
        self.bar.setValue(int(_FINE * results.share))
        self.left.setText(left_words(results.left, words) if results.left is not None else " ")


def left_words(seconds: float, words: Words) -> str:
    """Return the remaining time in words, in seconds or minutes."""
    if seconds < 60:
        return words("lab.seconds_left", n=max(1, round(seconds)))
    return words("lab.minutes_left", n=round(seconds / 60))
