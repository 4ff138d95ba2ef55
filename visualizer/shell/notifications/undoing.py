"""Restores the item that the user discarded last, by a notification's button and a command."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from visualizer.shell.notifications.notification import Action, Notifications
from visualizer.shell.playback.player import Player


class Undoing(QObject):
    """Keeps the last discarded item; the notification ends with the next step, the command stays.

    The editor has its own undo for text.
    """

    def __init__(self, notifications: Notifications, player: Player, action: QAction) -> None:
        super().__init__(notifications)
        self._notification, self._action = notifications.undo, action
        self._give_back: Callable[[], object] | None = None
        self._of_program = False
        self._button = Action("undo.do", self.undo, "primary", "undo-2")
        action.triggered.connect(self.undo)
        player.asked.connect(self._notification.hide)
        action.setEnabled(False)

    def offer(self, key: str, give_back: Callable[[], object], *, of_program: bool = True) -> None:
        """Offer to restore an item; ``of_program``: it belonged to the current program."""
        self._give_back, self._of_program = give_back, of_program
        self._action.setEnabled(True)
        self._notification.show_keys(key, "", self._button)

    def undo(self) -> None:
        """Restore the item."""
        give_back = self._give_back
        self._drop()
        if give_back is not None:
            give_back()

    def another_program(self) -> None:
        """Forget a discarded item that belonged to another program."""
        if self._of_program:
            self._drop()

    def _drop(self) -> None:
        self._give_back = None
        self._action.setEnabled(False)
        self._notification.hide()
