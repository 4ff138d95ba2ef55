"""The keys of each command: its default keys, or those that the user has assigned."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from visualizer.platform.system import HAS_ALT_GR
from visualizer.shell.commands.actions import COMMANDS
from visualizer.shell.settings.preferences import Preferences

_KEY = "keys"
_USUAL = {command.key: command.shortcuts for command in COMMANDS}
RESERVED = ("Alt+M", "Esc", "Tab", "Shift+Tab", "Alt+C", "Alt+W", "Ctrl+Tab", "Ctrl+Shift+Tab")
"""Keys that cannot be assigned: they open the menu, leave, move the focus, search, turn pages."""

_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""AltGr as Windows reports it: AltGr+S types ś on a Polish keyboard, AltGr+E € on a German one."""

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Shortcuts(QObject):
    """Saves assigned keys in the preferences; no key belongs to two commands.

    It also filters the window's key events.
    """

    changed = Signal()

    def __init__(self, actions: dict[str, QAction], preferences: Preferences) -> None:
        super().__init__()
        self._actions, self._preferences = actions, preferences
        self._chosen: dict[str, list[str]] = {}
        self.recall()

    def recall(self) -> None:
        """Read the assigned keys from the preferences; ignore unknown commands."""
        try:
            found = json.loads(self._preferences.string(_KEY) or "{}")
        except ValueError:
            found = {}
        self._chosen = {
            command: [keys for keys in chosen if isinstance(keys, str)]
            for command, chosen in (found.items() if isinstance(found, dict) else ())
            if command in _USUAL and isinstance(chosen, list)
        }
        self._apply()

    def of(self, command: str) -> tuple[QKeySequence, ...]:
        """Return the keys of a command."""
        return tuple(
            QKeySequence.fromString(keys) for keys in self._chosen.get(command, _USUAL[command])
        )

    def owner(self, keys: QKeySequence) -> str | None:
        """Return the command that has these keys, if any."""
        return next((command for command in _USUAL if keys in self.of(command)), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let AltGr type a character unless a command has that key with Ctrl and Alt."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        # Not ``& ~_SHIFT``: on Windows, PySide6's ``~flag`` lacks the flags above it.
        is_alt_gr = HAS_ALT_GR and event.modifiers() | _SHIFT == _ALT_GR | _SHIFT
        typed = event.text() if is_alt_gr else ""
        # A sign that needs Shift, like +, may be written with or without it.
        keys = [f"Ctrl+Alt+{typed}"]
        if event.modifiers() & _SHIFT:
            keys.append(f"Ctrl+Alt+Shift+{typed}")
        is_free = all(self.owner(QKeySequence(one)) is None for one in keys)
        if typed and typed.isprintable() and is_free:
            event.accept()
            return True
        return False

    def is_own(self, command: str) -> bool:
        """Whether the user has assigned the keys of a command."""
        return command in self._chosen

    def choose(self, command: str, keys: Iterable[QKeySequence]) -> None:
        """Assign exactly these keys to a command; other commands lose them."""
        wanted = list(keys)
        for other in _USUAL:
            left = [one for one in self.of(other) if one not in wanted]
            if other != command and len(left) < len(self.of(other)):
                self._chosen[other] = [one.toString() for one in left]
        self._chosen[command] = [one.toString() for one in wanted]
        self._keep()

    def reset(self, command: str) -> None:
        """Give a command its default keys; other commands lose them."""
        self.choose(command, [QKeySequence.fromString(keys) for keys in _USUAL[command]])

    def reset_all(self) -> None:
        """Give every command its default keys."""
        self._chosen = {}
        self._keep()

    def _keep(self) -> None:
        usual = {
            command
            for command, chosen in self._chosen.items()
            if [QKeySequence.fromString(keys) for keys in chosen]
            == [QKeySequence.fromString(keys) for keys in _USUAL[command]]
        }
        for command in usual:
            del self._chosen[command]
        self._preferences.put(_KEY, json.dumps(self._chosen))
        self._apply()

    def _apply(self) -> None:
        for command, action in self._actions.items():
            keys = list(self.of(command)) if command in _USUAL else action.shortcuts()
            if action.shortcuts() != keys:
                action.setShortcuts(keys)
        self.changed.emit()
