"""What the window remembers from one time to the next, in an INI file of its own."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Preferences:
    """Typed access to the settings file; a value that is not what it should be counts as absent."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """The text under ``key`` if it is one of ``allowed``."""
        value = self._settings.value(key)
        return value if isinstance(value, str) and value in allowed else default

    def number(self, key: str, lowest: int, highest: int, default: int) -> int:
        """The number under ``key`` if it lies between the two."""
        value = self._settings.value(key)
        if isinstance(value, str) and value.isascii() and value.isdigit():
            return int(value) if lowest <= int(value) <= highest else default
        return value if isinstance(value, int) and lowest <= value <= highest else default

    def has(self, key: str) -> bool:
        """Whether something was put under ``key``."""
        return self._settings.contains(key)

    def flag(self, key: str) -> bool:
        """Whether ``key`` was set; False when it never was."""
        return self._settings.value(key) in (True, "true")

    def blob(self, key: str) -> QByteArray:
        """The bytes under ``key``, empty when there are none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, key: str, value: str | int | bool | QByteArray) -> None:
        """Remember ``value``."""
        self._settings.setValue(key, value)

    def sync(self) -> None:
        """Write everything to the file now."""
        self._settings.sync()
