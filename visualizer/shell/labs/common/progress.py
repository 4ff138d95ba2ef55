"""Shows the progress of a run: its current task, the share done, the time left."""

from PySide6.QtWidgets import QProgressBar, QWidget

from visualizer.shell.appearance.text_sizes import keep_height
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.results import LabResults
from visualizer.shell.widgets.layouts import in_column, in_row, text_label

_FINE = 1000


class LabProgress(QWidget):
    """The progress of a run; the page shows it while a run goes on."""

    def __init__(self, results: LabResults, words: Words) -> None:
        super().__init__()
        self._results, self._words = results, words
        self.doing, self.percent = text_label("head"), text_label("head")
        self.left = text_label("caption")
        self.bar = QProgressBar(maximum=_FINE, textVisible=False)
        keep_height(self.bar, 8)
        top = in_row(None, (self.doing, 1), self.percent)
        in_column(self, top, self.bar, self.left, margins=(0, 2, 0, 2), spacing=2)
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
