"""A pseudo-terminal for a program, and the raw mode of ours. Windows has neither."""

import os
import sys
from collections.abc import Callable
from typing import Any, TextIO

CONSOLE_IS_APART = sys.platform == "win32"
"""Whether a console has an encoding of its own.

On Windows Python uses UTF-8 for a console (PEP 528), and the code page for files and pipes.
"""
FLUSH_SILENCE = 0.0 if sys.platform == "linux" else 0.002
"""Seconds of silence on a terminal after which all output must have arrived.

On Linux reading a master flushes pending output of the other side first (n_tty_read, since 4.5).
"""

_ERASE = "\r\x1b[K"

if sys.platform == "win32":
    _NONE = "programs get no terminal of their own on Windows"

    def open_terminal(like: int | None) -> tuple[int, int]:
        """Raises ``OSError``."""
        raise OSError(_NONE)

    def resize(terminal: int, like: int) -> None:
        """Do nothing: there is no terminal."""

    def is_interrupt(terminal: int, data: bytes) -> bool:
        """Return False: there is no terminal."""
        return False

    def is_readable(terminal: int, seconds: float) -> bool:
        """Return False: there is no terminal."""
        return False

    def enter_raw_mode(terminal: int) -> list[Any]:
        """Raises ``OSError``."""
        raise OSError(_NONE)

    def restore(terminal: int, settings: list[Any]) -> None:
        """Do nothing: there is no terminal."""

    def is_in_foreground() -> bool:
        """Return False: no program has a terminal of its own."""
        return False

    def controlling_terminal_setter() -> Callable[[], object]:
        """Return a function that does nothing."""
        return lambda: None

else:
    import select

    def open_terminal(like: int | None) -> tuple[int, int]:
        """Open a pseudo-terminal and return both sides, ours first. Raises ``OSError``.

        It does not translate line ends of the output. It copies the settings of the terminal
        ``like``.
        """
        import termios

        master, slave = os.openpty()
        os.set_blocking(master, False)
        settings = termios.tcgetattr(slave if like is None else like)
        settings[1] &= ~termios.OPOST
        termios.tcsetattr(slave, termios.TCSANOW, settings)
        return master, slave

    def resize(terminal: int, like: int) -> None:
        """Give the terminal the size of ``like`` and notify its program; ignores other files."""
        import termios

        try:
            termios.tcsetwinsize(terminal, termios.tcgetwinsize(like))
        except (OSError, termios.error):
            return

    def is_interrupt(terminal: int, data: bytes) -> bool:
        """Whether the terminal turns the input ``data`` into the signal of Ctrl+C."""
        import termios

        try:
            settings = termios.tcgetattr(terminal)
        except (OSError, termios.error):
            return False
        return bool(settings[3] & termios.ISIG) and settings[6][termios.VINTR] in data

    def is_readable(terminal: int, seconds: float) -> bool:
        """Return whether input arrives within ``seconds``."""
        return bool(select.select([terminal], [], [], seconds)[0])

    def enter_raw_mode(terminal: int) -> list[Any]:
        """Deliver keys as they are pressed; return the former settings, for ``restore``."""
        import termios
        import tty

        before = termios.tcgetattr(terminal)
        raw = termios.tcgetattr(terminal)
        tty.cfmakeraw(raw)
        # The program's terminal does not translate line ends, so ours must.
        raw[1] = before[1]
        termios.tcsetattr(terminal, termios.TCSANOW, raw)
        return before

    def restore(terminal: int, settings: list[Any]) -> None:
        """Restore the settings of the terminal."""
        import termios

        termios.tcsetattr(terminal, termios.TCSANOW, settings)

    def is_in_foreground() -> bool:
        """Whether our process group is in the foreground of the terminal on standard input."""
        try:
            return os.tcgetpgrp(0) == os.getpgrp()
        except OSError:
            return False

    def controlling_terminal_setter() -> Callable[[], object]:
        """Return a function that makes standard input the session's controlling terminal."""
        import fcntl
        import termios

        return lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def put_error(text: str) -> None:
    """Write lines for a person to standard error; nobody reads them where it is closed or full."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            # Python would try again when it ends, and change our exit code.
            sys.stderr = None


def error_terminal() -> TextIO | None:
    """Return our standard error if it is a terminal, else None."""
    stream = sys.stderr
    return stream if stream is not None and stream.isatty() else None


class StatusLine:
    """A line on standard error that is replaced, and erased before other output."""

    def __init__(self, *, is_shown: bool) -> None:
        self._is_shown = is_shown
        self._has_text = False

    def show(self, text: str) -> None:
        """Replace the line."""
        if self._is_shown:
            self._has_text = True
            put_error(f"{_ERASE}{text}")

    def hide(self) -> None:
        """Erase the line."""
        if self._has_text:
            self._has_text = False
            put_error(_ERASE)
