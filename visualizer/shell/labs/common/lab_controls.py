"""The controls of a lab, and the fields of which they consist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.pick_several import PickSeveral
from visualizer.shell.widgets.controls import Choice, Segments
from visualizer.shell.widgets.number_field import NumberField


class LabFields(QObject):
    """The fields of settings; ``changed`` follows each choice of the user."""

    changed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.fields: dict[str, Field] = {}

    def put[F: Field](self, key: str, field: F) -> F:
        """Take in the field of the setting ``key``, and return it."""
        self.fields[key] = field
        _edited(field).connect(self.take_change)
        return field

    def take_change(self) -> None:
        """Follow a choice of the user."""
        self.refine(active=False)
        self.changed.emit()

    def speak(self) -> None:
        """Write the values in the current language."""
        for field in self.fields.values():
            if isinstance(field, ValueChoice):
                field.speak()

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        return {key: _setting(field) for key, field in self.fields.items()}

    def show_chosen(self, settings: dict[str, Any]) -> None:
        """Choose the known values of ``settings``, which may hold anything."""
        with QSignalBlocker(self):
            self.choose(settings)
        self.refine(active=False)

    def choose(self, settings: dict[str, Any]) -> None:
        """Choose the known values; ``changed`` is not emitted meanwhile."""
        for key, field in self.fields.items():
            if key in settings:
                _choose(field, settings[key])

    def refine(self, *, active: bool) -> None:
        """Show which controls matter for the others' values; ``active`` while the lab runs."""


class LabControls(LabFields):
    """Base of the controls in the bar of a lab."""

    def __init__(self, bar: ControlBar, words: Words) -> None:
        super().__init__(bar)
        self.words, self._bar = words, bar

    def add(self, key: str, name: str, field: Field) -> None:
        """Put the field of the setting ``key`` into the bar; ``name`` is the key of its words."""
        self._bar.add(self.words, name, self.put(key, field))


class ValueChoice[Value](Choice):
    """A box to choose one of ``values``; ``write`` gives the text of a value."""

    def __init__(
        self, values: tuple[Value, ...], usual: Value, write: Callable[[Value], str] = str
    ) -> None:
        super().__init__()
        self._values, self._write = values, write
        self.addItems([write(value) for value in values])
        self.choose(usual)

    @property
    def value(self) -> Value:
        """The chosen one."""
        return self._values[self.currentIndex()]

    def choose(self, value: object) -> None:
        """Choose ``value``, if it is one of those."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def speak(self) -> None:
        """Write the values in the current language."""
        for place, value in enumerate(self._values):
            self.setItemText(place, self._write(value))


class ValueSegments(Segments):
    """A row of buttons to choose one of the keys of ``names``, the first at the beginning.

    ``names`` has the keys of their words.
    """

    def __init__(self, names: Mapping[str, str], words: Words) -> None:
        super().__init__(len(names))
        self._by_value = dict(zip(names, self.buttons, strict=True))
        self.show_picked(0)
        self.name(words, names.values())

    @property
    def value(self) -> str:
        """The chosen one."""
        return next(value for value, button in self._by_value.items() if button.isChecked())

    def choose(self, value: object) -> None:
        """Choose ``value``, if it is one of those."""
        if isinstance(value, str) and value in self._by_value:
            self._by_value[value].setChecked(True)


type Field = ValueChoice[Any] | ValueSegments | PickSeveral | NumberField | QLineEdit | QCheckBox


def count_field(most: int, usual: int) -> NumberField:
    """Make a field for a number from 1 to ``most``."""
    made = NumberField(1, most)
    made.setValue(usual)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _edited(field: Field) -> SignalInstance:
    """Return the signal that follows each choice of the user."""
    match field:
        case ValueChoice():
            return field.currentIndexChanged
        case NumberField():
            return field.valueChanged
        case QLineEdit():
            return field.textChanged
        case QCheckBox():
            return field.toggled
    return field.picked


def _setting(field: Field) -> Any:
    """Return the chosen value, for JSON."""
    match field:
        case NumberField():
            # A click on Run leaves the focus in the field, and its number unread.
            field.interpretText()
            return field.value()
        case QLineEdit():
            return field.text().strip()
        case QCheckBox():
            return field.isChecked()
        case PickSeveral():
            return list(field.chosen)
    return field.value


def _choose(field: Field, value: object) -> None:
    """Choose ``value``, which may be anything, or for a number the nearest."""
    match field, value:
        case (NumberField(), int()) if not isinstance(value, bool):
            field.setValue(max(field.minimum(), min(field.maximum(), value)))
        case (QLineEdit(), str()):
            field.setText(value)
        case (QCheckBox(), bool()):
            field.setChecked(value)
        case (ValueChoice() | ValueSegments() | PickSeveral(), _):
            field.choose(value)


def repeats_text(words: Words) -> Callable[[int | None], str]:
    """Return how to write repeats; None repeats until the interval is narrow enough."""
    return lambda one: words("lab.until_narrow") if one is None else str(one)
