"""The controls of a lab, and the fields of which they consist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QSpinBox

from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.pick_several import PickSeveral
from visualizer.shell.widgets.choice import Choice
from visualizer.shell.widgets.controls import Segments


class LabControls(QObject):
    """Base of the controls; ``changed`` follows each choice of the user."""

    changed = Signal()

    def __init__(self, bar: ControlBar, words: Words) -> None:
        super().__init__(bar)
        self.words, self._bar = words, bar
        self._fields: dict[str, Field] = {}

    def add(self, key: str, name: str, field: Field) -> None:
        """Put the field of the setting ``key`` into the bar; ``name`` is the key of its words."""
        self._bar.add(self.words, name, field)
        self._fields[key] = field
        _changed(field).connect(self.take_change)

    def take_change(self) -> None:
        """Follow a choice of the user."""
        self.refine(active=False)
        self.changed.emit()

    def speak(self) -> None:
        """Label the controls in the current language."""
        raise NotImplementedError

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        return {key: _setting(field) for key, field in self._fields.items()}

    def show_chosen(self, settings: dict[str, Any]) -> None:
        """Choose the known values of ``settings``, which may hold anything."""
        with QSignalBlocker(self):
            self.choose(settings)
        self.refine(active=False)

    def choose(self, settings: dict[str, Any]) -> None:
        """Choose the known values; ``changed`` is not emitted meanwhile."""
        for key, field in self._fields.items():
            if key in settings:
                field.choose(settings[key])

    def refine(self, *, active: bool) -> None:
        """Show which controls matter for the others' values; ``active`` while the lab runs."""


class ValueChoice[Value](Choice):
    """A box to choose one of ``values``, which have texts in the same order."""

    def __init__(self, values: tuple[Value, ...], usual: Value) -> None:
        super().__init__()
        self._values = values
        self.addItems([""] * len(values))
        self.choose(usual)

    @property
    def value(self) -> Value:
        """The chosen one."""
        return self._values[self.currentIndex()]

    def choose(self, value: object) -> None:
        """Choose ``value``, if it is one of those."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def show_texts(self, texts: Iterable[str]) -> None:
        """Show these texts."""
        for place, text in enumerate(texts):
            self.setItemText(place, text)


class ValueSegments(Segments):
    """A row of buttons to choose one of ``values``, the first at the beginning."""

    def __init__(self, values: tuple[str, ...]) -> None:
        super().__init__(len(values))
        self._values = values
        self.show_picked(0)

    @property
    def value(self) -> str:
        """The chosen one."""
        return next(
            value
            for value, button in zip(self._values, self.buttons, strict=True)
            if button.isChecked()
        )

    def choose(self, value: object) -> None:
        """Choose ``value``, if it is one of those."""
        if value in self._values:
            self.show_picked(self._values.index(value))

    def show_texts(self, texts: Iterable[str]) -> None:
        """Show these texts."""
        for button, text in zip(self.buttons, texts, strict=True):
            button.setText(text)


class CountField(QSpinBox):
    """A field for a number from 1 to ``most``."""

    def __init__(self, most: int, usual: int) -> None:
        super().__init__()
        self.setRange(1, most)
        self.setValue(usual)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def choose(self, value: object) -> None:
        """Choose the number that is nearest, if ``value`` is one."""
        if isinstance(value, int) and not isinstance(value, bool):
            self.setValue(max(1, min(self.maximum(), value)))


type Field = ValueChoice[Any] | ValueSegments | CountField | PickSeveral


def _changed(field: Field) -> SignalInstance:
    """Return the signal that follows each choice of the user."""
    match field:
        case ValueChoice():
            return field.currentIndexChanged
        case CountField():
            return field.valueChanged
    return field.picked


def _setting(field: Field) -> Any:
    """Return the chosen value, for JSON."""
    match field:
        case CountField():
            return field.value()
        case PickSeveral():
            return list(field.chosen)
    return field.value


def repeats_texts(repeats: Iterable[int | None], words: Words) -> list[str]:
    """Return the texts of numbers of repeats; None repeats until the interval is narrow enough."""
    return [words("lab.until_narrow") if one is None else str(one) for one in repeats]
