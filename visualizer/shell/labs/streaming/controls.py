"""The controls of the streaming lab: task, sizes, repeats, styles."""

from typing import Any

from PySide6.QtWidgets import QWidget

from visualizer.labs.streaming.growth import SIZES
from visualizer.labs.streaming.styles import STYLES, Style
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.lab_controls import LabControls, ValueChoice, ValueSegments
from visualizer.shell.labs.common.pick_several import Option, PickSeveral
from visualizer.shell.labs.streaming.figures import ENDLESS, FILE, NUMBERS, TASKS, size_text
from visualizer.shell.widgets.layouts import in_row

LARGEST = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
"""The largest sizes on offer; a run always begins with the smallest of ``SIZES``."""
REPEATS = (1, 3, 5, 7, 11)
_TASKS = {NUMBERS: "stream.numbers", FILE: "stream.file", ENDLESS: "stream.endless"}
"""Keys of words for the tasks."""
_VARIATIONS = ("list-comprehension", "numpy")
"""Styles that start unchosen: their lines in the plots would cover those of similar styles."""


class Controls(LabControls):
    """The controls of the lab."""

    def __init__(self, bar: ControlBar, words: Words) -> None:
        super().__init__(bar, words)
        self.task = ValueSegments(_TASKS, words)
        self.largest = ValueChoice(LARGEST, SIZES[-1], _sizes_text)
        self.repeats = ValueChoice(REPEATS, 3)
        self.styles = {task: PickSeveral(_options(task), words, "lab.chosen") for task in TASKS}
        holder = QWidget()
        in_row(holder, *self.styles.values())
        for picker in self.styles.values():
            words.bind(picker.setAccessibleName, "stream.styles")
            picker.picked.connect(self.changed)
        self.add("task", "stream.task", self.task)
        self.add("largest", "stream.largest", self.largest)
        self.add("repeats", "lab.repeats", self.repeats)
        bar.add(words, "stream.styles", holder)
        self.refine(active=False)

    def refine(self, *, active: bool) -> None:
        """Show the styles of the task, and disable the controls that it does not use."""
        task = self.task.value
        for key, picker in self.styles.items():
            picker.setVisible(key == task)
        for box in (self.largest, self.repeats):
            box.setEnabled(not active and task != ENDLESS)

    @property
    def sizes(self) -> list[int]:
        """The sizes of a run, each ten times the one before."""
        sizes = [SIZES[0]]
        while sizes[-1] < self.largest.value:
            sizes.append(10 * sizes[-1])
        return sizes

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        task = self.task.value
        settings: dict[str, Any] = {"task": task, "styles": list(self.styles[task].chosen)}
        if task == ENDLESS:
            return settings
        return {**settings, "sizes": self.sizes, "repeats": self.repeats.value}

    def choose(self, settings: dict[str, Any]) -> None:
        """Choose the known values."""
        super().choose(settings)
        if settings.get("task") in TASKS:
            self.styles[self.task.value].choose(settings.get("styles"))
        sizes = settings.get("sizes")
        if isinstance(sizes, list) and sizes:
            self.largest.choose(sizes[-1])


def _sizes_text(largest: int) -> str:
    return f"{size_text(SIZES[0])} … {size_text(largest)}"


def _options(task: str) -> list[Option]:
    return [
        Option(one.key, one.absent(), one.key not in _VARIATIONS)
        for one in STYLES
        if _belongs_to(one, task)
    ]


def _belongs_to(one: Style, task: str) -> bool:
    return task == ENDLESS or one.reads == (task == FILE)
