"""A button that opens a list of options to choose several from."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from visualizer.labs.reading import texts
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button


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
            reason = words.finished(option.absent)
            action = self.actions_by_key[option.key]
            action.setText(f"{option.key}  \u2013  {reason}" if reason else option.key)

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
