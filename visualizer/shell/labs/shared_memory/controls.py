"""The controls in the bar of the shared-memory lab."""

from typing import Any

from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from visualizer.labs.report import describe_host
from visualizer.labs.shared_memory.methods.registry import DEFAULT, METHODS
from visualizer.shell.labs.common.amounts import bytes_text
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.lab_controls import (
    LabControls,
    ValueChoice,
    count_field,
    repeats_text,
)
from visualizer.shell.labs.common.pick_several import Option, PickSeveral
from visualizer.shell.labs.shared_memory.options import Options
from visualizer.shell.widgets.controls import Button

REPEATS = (None, 1, 3, 5, 6, 8, 12)
"""Numbers of repeats; None repeats until the interval is narrow enough."""
MOST_FILES, MOST_ROWS, MOST_WORKERS = 64, 500_000_000, 64
_ROW_BYTES = 26


class Controls(LabControls):
    """The controls of the lab."""

    def __init__(self, bar: ControlBar, context: LabContext, owner: QWidget) -> None:
        super().__init__(bar, context.words)
        words = self.words
        options = [Option(one.key, one.absent(), one.key in DEFAULT) for one in METHODS]
        self.methods = PickSeveral(options, words, "lab.chosen")
        self.files, self.rows = count_field(MOST_FILES, 2), count_field(MOST_ROWS, 200_000)
        workers = count_field(MOST_WORKERS, 2)
        for field in (self.files, self.rows, workers):
            field.setGroupSeparatorShown(True)
            field.setKeyboardTracking(False)
        self.rows.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.options = Options(context, owner)
        self.more = Button("plain", "settings-2")
        self.add("methods", "shm.methods", self.methods)
        self.add("files", "shm.files", self.files)
        self.add("rows", "shm.rows", self.rows)
        self.add("workers", "shm.workers", workers)
        self.add("repeats", "lab.repeats", ValueChoice(REPEATS, 5, repeats_text(words)))
        bar.add(words, "shm.more", self.more)
        self.refine(active=False)
        self.options.changed.connect(self.take_change)
        self.more.clicked.connect(self._open)

    def _open(self) -> None:
        self.options.show()
        self.options.activateWindow()

    def speak(self) -> None:
        """Write the values in the current language."""
        super().speak()
        self.options.speak()
        self.refine(active=False)

    def refine(self, *, active: bool) -> None:
        """Disable numbers that the user's own files decide; summarize the other options."""
        own = bool(self.options.sources)
        for field in (self.files, self.rows):
            field.setEnabled(not own and not active)
        self.options.refine(active=active)
        self.more.set_words(self._options_text())
        self.more.setEnabled(True)

    def _options_text(self) -> str:
        """Return the options that change the figures most: reader, own files, compression."""
        chosen = self.options.chosen
        parts = [chosen["reader"]]
        if chosen["sources"]:
            parts.append(self.words("shm.own_files", n=len(chosen["sources"])))
        if chosen["layout"]["compression"] != "none":
            parts.append(chosen["layout"]["compression"])
        return " \u00b7 ".join(parts)

    @property
    def too_much(self) -> str:
        """Why this machine has too little memory for any method; empty if it may have enough."""
        if self.options.sources:
            return ""
        payload = _ROW_BYTES * self.files.value() * self.rows.value()
        memory = describe_host().memory_bytes
        if not memory or payload < memory:
            return ""
        return self.words("shm.too_much", rows=bytes_text(payload), memory=bytes_text(memory))

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        return {**super().chosen, **self.options.chosen}

    def choose(self, settings: dict[str, Any]) -> None:
        """Choose the known values."""
        super().choose(settings)
        self.options.show_chosen(settings)
