"""Terminals: one for a program, and ours while it has its own. Windows has none of this kind."""

import os
import sys
from collections.abc import Callable
from typing import Any

if sys.platform == "win32":
    _NONE = "programs get no terminal of their own on Windows"

    def open_terminal(like: int | None) -> tuple[int, int]:
        """Raises ``OSError``."""
        raise OSError(_NONE)

    def resize(terminal: int, like: int) -> None:
        """Nothing: there is none."""

    def interrupts(terminal: int, data: bytes) -> bool:
        """False: there is none."""
        return False

    def can_be_read(terminal: int, seconds: float) -> bool:
        """False: there is none."""
        return False

    def pass_keys_on(terminal: int) -> list[Any]:
        """Raises ``OSError``."""
        raise OSError(_NONE)

    def restore(terminal: int, settings: list[Any]) -> None:
        """Nothing: there is none."""

    def is_in_foreground() -> bool:
        """False: no program is given a terminal."""
        return False

    def taker() -> Callable[[], object]:
        """A function that does nothing."""
        return lambda: None

else:
    import select

    def open_terminal(like: int | None) -> tuple[int, int]:
        """Both sides of a new one, ours first. Raises ``OSError``.

        It passes line ends on as they are written. ``like`` is a terminal whose settings it gets.
        """
        import termios

        master, slave = os.openpty()
        os.set_blocking(master, False)
        settings = termios.tcgetattr(slave if like is None else like)
        settings[1] &= ~termios.OPOST
        termios.tcsetattr(slave, termios.TCSANOW, settings)
        return master, slave

    def resize(terminal: int, like: int) -> None:
        """Give it the size of the terminal ``like``; who uses it is told. Harmless for others."""
        import termios

        try:
            termios.tcsetwinsize(terminal, termios.tcgetwinsize(like))
        except (OSError, termios.error):
            return

    def interrupts(terminal: int, data: bytes) -> bool:
        """Whether it makes of the input ``data`` the signal of Ctrl+C."""
        import termios

        try:
            settings = termios.tcgetattr(terminal)
        except (OSError, termios.error):
            return False
        return bool(settings[3] & termios.ISIG) and settings[6][termios.VINTR] in data

    def can_be_read(terminal: int, seconds: float) -> bool:
        """Whether something comes within so long."""
        return bool(select.select([terminal], [], [], seconds)[0])

    def pass_keys_on(terminal: int) -> list[Any]:
        """Let keys arrive as they are pressed; the settings before, for ``restore``."""
        import termios
        import tty

        before = termios.tcgetattr(terminal)
        raw = termios.tcgetattr(terminal)
        tty.cfmakeraw(raw)
        # The program's terminal leaves line ends alone, so ours must not.
        raw[1] = before[1]
        termios.tcsetattr(terminal, termios.TCSANOW, raw)
        return before

    def restore(terminal: int, settings: list[Any]) -> None:
        """Give it back the settings that it had."""
        import termios

        termios.tcsetattr(terminal, termios.TCSANOW, settings)

    def is_in_foreground() -> bool:
        """Whether our process has the terminal of its standard input to itself."""
        try:
            return os.tcgetpgrp(0) == os.getpgrp()
        except OSError:
            return False

    def taker() -> Callable[[], object]:
        """A function that makes standard input the controlling terminal of the calling session."""
        import fcntl
        import termios

        return lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)
