"""The controls of the concurrency lab: workload, scale, repeats, contestants, jobs, steps."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSpinBox

from visualizer.diagram.themes import Theme
from visualizer.labs.concurrency.contestants import CONTESTANTS, DEFAULT
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import seconds_text
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.pick_several import Option, PickSeveral
from visualizer.shell.widgets.choice import Choice
from visualizer.shell.widgets.controls import Segments

WORKLOADS = ("sleep", "cpu", "io")
SCALES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0)
REPEATS = (None, 1, 3, 5, 6, 8, 12, 20)
"""Numbers of repeats; None repeats until the interval is narrow enough."""
_USUAL_SCALE, _USUAL_REPEATS = 0.1, 5
MOST_JOBS, MOST_STEPS = 8, 20


class Controls(QObject):
    """The controls; ``changed`` follows each choice of the user."""

    changed = Signal()

    def __init__(self, bar: ControlBar, words: Words, theme: Theme) -> None:
        super().__init__(bar)
        self._words = words
        self.workload = Segments(len(WORKLOADS))
        self.scale, self.repeats = Choice(), Choice()
        self.jobs, self.steps = QSpinBox(), QSpinBox()
        options = [Option(one.key, one.absent(), one.key in DEFAULT) for one in CONTESTANTS]
        self.contestants = PickSeveral(options, words, theme, "lab.chosen")
        self.workload.show_picked(0)
        for field, most, usual in ((self.jobs, MOST_JOBS, 2), (self.steps, MOST_STEPS, 5)):
            field.setRange(1, most)
            field.setValue(usual)
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            field.valueChanged.connect(self.changed)
        bar.add(words, "lab.workload", self.workload)
        bar.add(words, "lab.scale", self.scale)
        bar.add(words, "lab.repeats", self.repeats)
        bar.add(words, "lab.contestants", self.contestants)
        bar.add(words, "lab.jobs", self.jobs)
        bar.add(words, "lab.steps", self.steps)
        self.speak()
        self.scale.setCurrentIndex(SCALES.index(_USUAL_SCALE))
        self.repeats.setCurrentIndex(REPEATS.index(_USUAL_REPEATS))
        self.workload.picked.connect(lambda _: self.changed.emit())
        self.contestants.picked.connect(self.changed)
        for box in (self.scale, self.repeats):
            box.currentIndexChanged.connect(self.changed)

    def speak(self) -> None:
        """Label the controls in the current language."""
        words = self._words
        for key, button in zip(WORKLOADS, self.workload.buttons, strict=True):
            button.setText(workload_words(key, words))
        scales = [words("lab.scale_of", waits=seconds_text(one)) for one in SCALES]
        repeats = [words("lab.until_narrow") if one is None else str(one) for one in REPEATS]
        for box, texts in ((self.scale, scales), (self.repeats, repeats)):
            for place, text in enumerate(texts):
                if box.count() > place:
                    box.setItemText(place, text)
                else:
                    box.addItem(text)

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        return {
            "workload": self.workload_key,
            "contestants": list(self.contestants.chosen),
            "scale": SCALES[self.scale.currentIndex()],
            "repeats": REPEATS[self.repeats.currentIndex()],
            "jobs": self.jobs.value(),
            "steps": self.steps.value(),
        }

    @property
    def workload_key(self) -> str:
        """The chosen workload."""
        return next(
            key
            for key, button in zip(WORKLOADS, self.workload.buttons, strict=True)
            if button.isChecked()
        )

    def show_chosen(self, settings: dict[str, Any]) -> None:
        """Choose the known values of ``settings``, which may hold anything."""
        self.blockSignals(True)
        if settings.get("workload") in WORKLOADS:
            self.workload.show_picked(WORKLOADS.index(settings["workload"]))
        for box, key, known in (
            (self.scale, "scale", SCALES),
            (self.repeats, "repeats", REPEATS),
        ):
            if key in settings and settings[key] in known:
                box.setCurrentIndex(known.index(settings[key]))
        for field, key in ((self.jobs, "jobs"), (self.steps, "steps")):
            if isinstance(settings.get(key), int):
                field.setValue(settings[key])
        contestants = settings.get("contestants")
        if isinstance(contestants, list):
            self.contestants.choose(tuple(key for key in contestants if isinstance(key, str)))
        self.blockSignals(False)


def workload_words(key: str, words: Words) -> str:
    """Return the name of a workload."""
    named = {"sleep": "lab.sleep", "cpu": "lab.cpu", "io": "lab.io"}
    return words(named[key]) if key in named else key
