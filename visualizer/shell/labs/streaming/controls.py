"""The controls of the streaming lab: task, sizes, repeats, styles."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualizer.diagram.themes import Theme
from visualizer.labs.streaming.growth import SIZES
from visualizer.labs.streaming.styles import STYLES, Style
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.pick_several import Option, PickSeveral
from visualizer.shell.labs.streaming.figures import ENDLESS, FILE, NUMBERS, TASKS, size_text
from visualizer.shell.widgets.choice import Choice
from visualizer.shell.widgets.controls import Segments

LARGEST = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
"""The largest sizes on offer; a run always begins with the smallest of ``SIZES``."""
REPEATS = (1, 3, 5, 7, 11)
_USUAL_LARGEST, _USUAL_REPEATS = SIZES[-1], 3
_VARIATIONS = ("list-comprehension", "numpy")
"""Styles that start unchosen: their lines in the plots would cover those of similar styles."""


class Controls(QObject):
    """The controls; ``changed`` follows each choice of the user."""

    changed = Signal()

    def __init__(self, bar: ControlBar, words: Words, theme: Theme) -> None:
        super().__init__(bar)
        self._words = words
        self.task = Segments(len(TASKS))
        self.largest, self.repeats = Choice(), Choice()
        self.styles = {
            task: PickSeveral(_options(task), words, theme, "lab.chosen") for task in TASKS
        }
        self._holder = QWidget()
        row = QHBoxLayout(self._holder)
        row.setContentsMargins(0, 0, 0, 0)
        for picker in self.styles.values():
            row.addWidget(picker)
            words.bind(picker.setAccessibleName, "stream.styles")
            picker.picked.connect(self.changed)
        bar.add(words, "stream.task", self.task)
        bar.add(words, "stream.largest", self.largest)
        bar.add(words, "lab.repeats", self.repeats)
        bar.add(words, "stream.styles", self._holder)
        self.speak()
        self.task.show_picked(0)
        self.largest.setCurrentIndex(LARGEST.index(_USUAL_LARGEST))
        self.repeats.setCurrentIndex(REPEATS.index(_USUAL_REPEATS))
        self.task.picked.connect(self._change_task)
        for box in (self.largest, self.repeats):
            box.currentIndexChanged.connect(self.changed)
        self.refine(active=False)

    def speak(self) -> None:
        """Label the controls in the current language."""
        words = self._words
        names = {NUMBERS: "stream.numbers", FILE: "stream.file", ENDLESS: "stream.endless"}
        for task, button in zip(TASKS, self.task.buttons, strict=True):
            button.setText(words(names[task]))
        sizes = [f"{size_text(SIZES[0])} … {size_text(one)}" for one in LARGEST]
        for box, texts in ((self.largest, sizes), (self.repeats, list(map(str, REPEATS)))):
            for place, text in enumerate(texts):
                if box.count() > place:
                    box.setItemText(place, text)
                else:
                    box.addItem(text)

    def refine(self, *, active: bool) -> None:
        """Show the styles of the task, and disable the controls that it does not use."""
        task = self.task_key
        for key, picker in self.styles.items():
            picker.setVisible(key == task)
        for box in (self.largest, self.repeats):
            box.setEnabled(not active and task != ENDLESS)

    def _change_task(self) -> None:
        self.refine(active=False)
        self.changed.emit()

    @property
    def task_key(self) -> str:
        """The chosen task."""
        return next(
            task
            for task, button in zip(TASKS, self.task.buttons, strict=True)
            if button.isChecked()
        )

    @property
    def sizes(self) -> list[int]:
        """The sizes of a run, each ten times the one before."""
        largest, sizes = LARGEST[max(0, self.largest.currentIndex())], [SIZES[0]]
        while sizes[-1] < largest:
            sizes.append(10 * sizes[-1])
        return sizes

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        task = self.task_key
        settings: dict[str, Any] = {"task": task, "styles": list(self.styles[task].chosen)}
        if task == ENDLESS:
            return settings
        return {**settings, "sizes": self.sizes, "repeats": REPEATS[self.repeats.currentIndex()]}

    def show_chosen(self, settings: dict[str, Any]) -> None:
        """Choose the known values of ``settings``, which may hold anything."""
        self.blockSignals(True)
        task = settings.get("task")
        if task in TASKS:
            self.task.show_picked(TASKS.index(task))
            styles = settings.get("styles")
            if isinstance(styles, list):
                self.styles[task].choose(tuple(key for key in styles if isinstance(key, str)))
        sizes = settings.get("sizes")
        if isinstance(sizes, list) and sizes and sizes[-1] in LARGEST:
            self.largest.setCurrentIndex(LARGEST.index(sizes[-1]))
        if settings.get("repeats") in REPEATS:
            self.repeats.setCurrentIndex(REPEATS.index(settings["repeats"]))
        self.refine(active=False)
        self.blockSignals(False)


def _options(task: str) -> list[Option]:
    return [
        Option(one.key, one.absent(), one.key not in _VARIATIONS)
        for one in STYLES
        if _belongs_to(one, task)
    ]


def _belongs_to(one: Style, task: str) -> bool:
    return task == ENDLESS or one.reads == (task == FILE)
