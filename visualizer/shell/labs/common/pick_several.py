"""A button that opens a list to choose several from; those that cannot be had say why."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button


@dataclass(frozen=True, slots=True)
class Option:
    """``absent`` is why it cannot be had here, empty where it can; ``usual`` is chosen at first."""

    key: str
    absent: str = ""
    usual: bool = True


class PickSeveral(Button):
    """Shows how many of all are chosen. ``chosen`` keeps the order of the options; never none.

    One that is absent but ``usual`` stays among those chosen: it fails with its reason.
    """

    picked = Signal()

    def __init__(self, options: list[Option], words: Words, theme: Theme, count: str) -> None:
        super().__init__("plain", "list-checks")
        self._options, self._words, self._count = options, words, count
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
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
        self.set_theme(theme)
        self.speak()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of those that are chosen."""
        return tuple(key for key, action in self.actions_by_key.items() if action.isChecked())

    def choose(self, keys: tuple[str, ...]) -> None:
        """Choose these, as far as they are there; nothing where none is."""
        wanted = [key for key in keys if key in self.actions_by_key]
        if wanted:
            for key, action in self.actions_by_key.items():
                action.blockSignals(True)
                action.setChecked(key in wanted)
                action.blockSignals(False)
            self.speak()

    def speak(self) -> None:
        """How many of those that can be had are chosen, and why the others cannot."""
        words = self._words
        there = [option for option in self._options if not option.absent]
        chosen = [option for option in there if option.key in self.chosen]
        self.set_words(words(self._count, chosen=str(len(chosen)), there=str(len(there))))
        for option in self._options:
            reason = words.finished(option.absent)
            action = self.actions_by_key[option.key]
            action.setText(f"{option.key}  \u2013  {reason}" if reason else option.key)

    def _toggled(self) -> None:
        there = {option.key for option in self._options if not option.absent}
        if not there & set(self.chosen):
            action = self.sender()
            if isinstance(action, QAction):
                action.setChecked(True)
        self.speak()
        self.picked.emit()

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tick leaves the list open: several are chosen in one go."""
        action = self._menu.activeAction()
        pressed = (
            isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease
        ) or (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if pressed and watched is self._menu and _can(action):
            action.trigger()
            return True
        return super().eventFilter(watched, event)


def _can(action: QAction | None) -> bool:
    """Qt gives none where its stubs say it always does."""
    return action is not None and action.isEnabled()
