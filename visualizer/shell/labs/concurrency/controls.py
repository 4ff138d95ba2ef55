"""The controls of the concurrency lab: workload, scale, repeats, contestants, jobs, steps."""

from visualizer.labs.concurrency.comparison import SERVER_SHARE
from visualizer.labs.concurrency.contestants import CONTESTANTS, DEFAULT
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import seconds_text, tick_text
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.lab_controls import (
    CountField,
    LabControls,
    ValueChoice,
    ValueSegments,
    repeats_texts,
)
from visualizer.shell.labs.common.pick_several import Option, PickSeveral

WORKLOADS = ("sleep", "cpu", "io")
SCALES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0)
REPEATS = (None, 1, 3, 5, 6, 8, 12, 20)
"""Numbers of repeats; None repeats until the interval is narrow enough."""
MOST_JOBS, MOST_STEPS = 8, 20


class Controls(LabControls):
    """The controls of the lab."""

    def __init__(self, bar: ControlBar, words: Words) -> None:
        super().__init__(bar, words)
        self.workload = ValueSegments(WORKLOADS)
        self.scale, self.repeats = ValueChoice(SCALES, 0.1), ValueChoice(REPEATS, 5)
        self.jobs, self.steps = CountField(MOST_JOBS, 2), CountField(MOST_STEPS, 5)
        options = [Option(one.key, one.absent(), one.key in DEFAULT) for one in CONTESTANTS]
        self.contestants = PickSeveral(options, words, "lab.chosen")
        self.add("workload", "lab.workload", self.workload)
        self.add("scale", "lab.scale", self.scale)
        self.add("repeats", "lab.repeats", self.repeats)
        self.add("contestants", "lab.contestants", self.contestants)
        self.add("jobs", "lab.jobs", self.jobs)
        self.add("steps", "lab.steps", self.steps)
        self.speak()

    def speak(self) -> None:
        """Label the controls in the current language."""
        words = self.words
        self.workload.show_texts(workload_words(key, words) for key in WORKLOADS)
        self.scale.show_texts(scale_words(self.workload.value, one, words) for one in SCALES)
        self.repeats.show_texts(repeats_texts(REPEATS, words))

    def refine(self, *, active: bool) -> None:
        """Say the scale as the chosen workload has it."""
        self.speak()


def workload_words(key: str, words: Words) -> str:
    """Return the name of a workload."""
    named = {"sleep": "lab.sleep", "cpu": "lab.cpu", "io": "lab.io"}
    return words(named[key]) if key in named else key


def scale_words(workload: str, scale: float, words: Words) -> str:
    """Return how long a step takes, of a request how long the server waits."""
    text = tick_text(seconds_text)
    if workload == "io":
        return words("lab.scale_request", waits=text(scale * SERVER_SHARE))
    return words("lab.scale_of", waits=text(scale))
