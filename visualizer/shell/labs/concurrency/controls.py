"""The controls of the concurrency lab: workload, scale, repeats, contestants, jobs, steps."""

from visualizer.labs.concurrency.comparison import SERVER_SHARE
from visualizer.labs.concurrency.contestants import CONTESTANTS, DEFAULT
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import seconds_text, tick_text
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.lab_controls import (
    LabControls,
    ValueChoice,
    ValueSegments,
    count_field,
    repeats_text,
)
from visualizer.shell.labs.common.pick_several import Option, PickSeveral

WORKLOADS = {"sleep": "lab.sleep", "cpu": "lab.cpu", "io": "lab.io"}
"""Keys of words for the workloads."""
SCALES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0)
REPEATS = (None, 1, 3, 5, 6, 8, 12, 20)
"""Numbers of repeats; None repeats until the interval is narrow enough."""
MOST_JOBS, MOST_STEPS = 8, 20


class Controls(LabControls):
    """The controls of the lab."""

    def __init__(self, bar: ControlBar, words: Words) -> None:
        super().__init__(bar, words)
        options = [Option(one.key, one.absent(), one.key in DEFAULT) for one in CONTESTANTS]
        self.workload = ValueSegments(WORKLOADS, words)
        self.contestants = PickSeveral(options, words, "lab.chosen")
        self.jobs = count_field(MOST_JOBS, 2)
        self.add("workload", "lab.workload", self.workload)
        self.add("scale", "lab.scale", ValueChoice(SCALES, 0.1, self._scale_text))
        self.add("repeats", "lab.repeats", ValueChoice(REPEATS, 5, repeats_text(words)))
        self.add("contestants", "lab.contestants", self.contestants)
        self.add("jobs", "lab.jobs", self.jobs)
        self.add("steps", "lab.steps", count_field(MOST_STEPS, 5))

    def _scale_text(self, scale: float) -> str:
        return scale_words(self.workload.value, scale, self.words)

    def refine(self, *, active: bool) -> None:
        """Show the scale in the unit of the chosen workload."""
        self.speak()


def workload_words(key: str, words: Words) -> str:
    """Return the name of a workload."""
    return words(WORKLOADS[key]) if key in WORKLOADS else key


def scale_words(workload: str, scale: float, words: Words) -> str:
    """Return how long a step takes, of a request how long the server waits."""
    text = tick_text(seconds_text)
    if workload == "io":
        return words("lab.scale_request", waits=text(scale * SERVER_SHARE))
    return words("lab.scale_of", waits=text(scale))
