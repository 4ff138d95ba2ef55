"""The controls of a lab, and the fields of which they consist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QWidget

from visualizer.labs.reading import texts
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.widgets.controls import Button, Choice, Segments
from visualizer.shell.widgets.number_field import NumberField


@dataclass(frozen=True, slots=True)
class Option:
    """An option; ``absent`` says why it is not available, if so; ``usual`` ones start chosen."""

    key: str
    absent: str = ""
    usual: bool = True


class PickSeveral(Button):
    """Shows how many options are chosen; the user cannot drop the last available one.

    ``chosen`` has the order of the options. An absent option that is ``usual`` stays chosen: it
    will fail with its reason. ``picked`` follows each change by the user.
    """

    picked = Signal()

    def __init__(self, options: list[Option], words: Words, count: str) -> None:
        super().__init__("plain", "list-checks")
        self._options, self._words, self._count = options, words, count
        self._menu = QMenu(self, toolTipsVisible=True)
        self._menu.installEventFilter(self)
        self.actions_by_key: dict[str, QAction] = {}
        for option in options:
            action = self._menu.addAction(option.key)
            action.setCheckable(True)
            action.setChecked(option.usual)
            action.setEnabled(not option.absent)
            action.toggled.connect(self._toggled)
            self.actions_by_key[option.key] = action
        self.clicked.connect(self._open)
        words.changed.connect(self.speak)
        self.speak()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the chosen options."""
        return tuple(key for key, action in self.actions_by_key.items() if action.isChecked())

    def choose(self, keys: object) -> None:
        """Choose the options with these keys; do nothing if there are none."""
        wanted = [key for key in texts(keys) if key in self.actions_by_key]
        if wanted:
            for key, action in self.actions_by_key.items():
                with QSignalBlocker(action):
                    action.setChecked(key in wanted)
            self.speak()

    def speak(self) -> None:
        """Show how many available options are chosen, and why others are not available."""
        words = self._words
        available = [option for option in self._options if not option.absent]
        chosen = [option for option in available if option.key in self.chosen]
        self.set_words(words(self._count, chosen=str(len(chosen)), there=str(len(available))))
        for option in self._options:
            action = self.actions_by_key[option.key]
            # The remedy may be wider than the screen; the row of results has it, too.
            reason = words.finished(option.absent.partition("; ")[0])
            action.setText(f"{option.key}  \u2013  {reason}" if reason else option.key)
            action.setToolTip(words.finished(option.absent))

    def _toggled(self) -> None:
        available = {option.key for option in self._options if not option.absent}
        if not available & set(self.chosen):
            action = self.sender()
            if isinstance(action, QAction):
                action.setChecked(True)
        self.speak()
        self.picked.emit()

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list open when the user ticks an option, so that several can be ticked."""
        action = self._menu.activeAction()
        pressed = (
            isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease
        ) or (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if pressed and watched is self._menu and _is_enabled(action):
            action.trigger()
            return True
        return super().eventFilter(watched, event)


def _is_enabled(action: QAction | None) -> bool:
    """Whether there is an enabled action; Qt may return None, against its stubs."""
    return action is not None and action.isEnabled()


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
