"""The settings that the window stores between starts, in its own INI file."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Preferences:
    """Typed access to the settings file; an invalid value counts as missing.

    ``set_aside`` is the new path of an invalid settings file, or None. Keys of other versions stay
    unchanged.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.set_aside = _set_aside(file)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """Return the text under ``key`` if it is one of ``allowed``, else ``default``."""
        value = self._settings.value(key)
        return value if isinstance(value, str) and value in allowed else default

    def string(self, key: str) -> str:
        """Return the text under ``key``; empty if there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""

    def forget(self, *keys: str) -> None:
        """Remove the values under ``keys``."""
        for key in keys:
            self._settings.remove(key)

    def kept(self, *keys: str) -> dict[str, object]:
        """Return the values stored under ``keys``, for ``put_back``."""
        return {key: self._settings.value(key) for key in keys if self.has(key)}

    def put_back(self, kept: dict[str, object]) -> None:
        """Store the values of ``kept`` again."""
        for key, value in kept.items():
            self._settings.setValue(key, value)

    def number(self, key: str, lowest: int, highest: int, default: int) -> int:
        """Return the number under ``key`` if it is within the limits, else ``default``."""
        value = self._settings.value(key)
        if isinstance(value, str) and value.isascii() and value.isdigit():
            return int(value) if lowest <= int(value) <= highest else default
        return value if isinstance(value, int) and lowest <= value <= highest else default

    def has(self, key: str) -> bool:
        """Whether there is a value under ``key``."""
        return self._settings.contains(key)

    def flag(self, key: str) -> bool:
        """Return whether the value under ``key`` is true; False without a value."""
        return self._settings.value(key) in (True, "true")

    def blob(self, key: str) -> QByteArray:
        """Return the bytes under ``key``; empty if there are none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, key: str, value: str | int | bool | QByteArray) -> None:
        """Store ``value``."""
        self._settings.setValue(key, value)

    def sync(self) -> bool:
        """Write everything to the file now; return False if that fails."""
        self._settings.sync()
        return self._settings.status() is QSettings.Status.NoError


def _set_aside(file: Path) -> Path | None:
    """Rename an invalid settings file, so that nothing is lost."""
    try:
        if not file.exists() or _is_settings(file):
            return None
        aside = file.with_name(f"{file.name}.broken")
        number = 1
        while aside.exists():
            number += 1
            aside = file.with_name(f"{file.name}.broken-{number}")
        return file.rename(aside)
    except OSError:
        # The file cannot be read or renamed; the window runs without it.
        return None


def _is_settings(file: Path) -> bool:
    """Whether each line looks like a setting: Qt accepts almost any text."""
    try:
        text = file.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    lines = [line.strip() for line in text.splitlines()]
    written = [line for line in lines if line and not line.startswith((";", "#"))]
    shaped = all(line.startswith("[") or "=" in line for line in written)
    status = QSettings(str(file), QSettings.Format.IniFormat).status()
    return "\0" not in text and shaped and status is not QSettings.Status.FormatError
