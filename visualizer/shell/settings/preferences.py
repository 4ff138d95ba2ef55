"""What the window remembers from one time to the next, in an INI file of its own."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Preferences:
    """Typed access to the settings file; an invalid value counts as missing.

    ``set_aside`` is the new path of a file that was no settings file, or None. Keys of other
    versions stay unchanged.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.set_aside = _set_aside(file)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """The text under ``key`` if it is one of ``allowed``."""
        value = self._settings.value(key)
        return value if isinstance(value, str) and value in allowed else default

    def string(self, key: str) -> str:
        """The text under ``key``, whatever it says; empty when there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""

    def forget(self, *keys: str) -> None:
        """Remember nothing under ``keys`` any more."""
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

    def sync(self) -> bool:
        """Write everything to the file now; False where it cannot be written."""
        self._settings.sync()
        return self._settings.status() is QSettings.Status.NoError


def _set_aside(file: Path) -> Path | None:
    """Rename a file that cannot be read as settings, so that nothing is lost."""
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
        # It cannot be read or not be moved: then the window goes on without.
        return None


def _is_settings(file: Path) -> bool:
    """Qt takes any text for settings as long as it can make something of a line."""
    try:
        text = file.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    lines = [line.strip() for line in text.splitlines()]
    written = [line for line in lines if line and not line.startswith((";", "#"))]
    shaped = all(line.startswith("[") or "=" in line for line in written)
    status = QSettings(str(file), QSettings.Format.IniFormat).status()
    return "\0" not in text and shaped and status is not QSettings.Status.FormatError
