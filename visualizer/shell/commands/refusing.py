"""Says why a command cannot be given now: in the menu, and when its keys are pressed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QWidget


class Refusals(QObject):
    """Disables ``actions`` for reasons, which are keys of texts; ``say`` returns a text.

    ``asked`` carries the reason when the keys of a disabled command are pressed.
    """

    asked = Signal(str)

    def __init__(
        self, window: QWidget, actions: dict[str, QAction], say: Callable[[str], str]
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._say = window, actions, say
        self._shortcuts: dict[str, QShortcut] = {}
        self._reasons: dict[str, str] = {}

    def refuse(self, command: str, reason: str) -> None:
        """Disable a command for a reason; enable it if there is none."""
        action, text = self._actions[command], self._say(reason) if reason else ""
        if self._reasons.get(command) == reason and action.statusTip() == text:
            return  # as in most steps
        self._reasons[command] = reason
        if command not in self._shortcuts:
            shortcut = self._shortcuts[command] = QShortcut(self._window)
            shortcut.activated.connect(lambda: self.asked.emit(self._reasons[command]))
            action.changed.connect(partial(self._follow_keys, command))
        action.setEnabled(not reason)
        action.setStatusTip(text)
        action.setToolTip(text)

    def _follow_keys(self, command: str) -> None:
        """Listen to the keys of a refused command: Qt ignores them.

        A command that is hidden, as in a lab, leaves its keys to others.
        """
        action, shortcut = self._actions[command], self._shortcuts[command]
        is_refused = bool(self._reasons[command]) and action.isVisible()
        keys = action.shortcuts() if is_refused else []
        if shortcut.keys() != keys:
            shortcut.setKeys(keys)
