"""Puts our own terminal into raw mode, so that typed keys go to the program's terminal."""

import os
from typing import Any, Self

from visualizer.platform.terminals import enter_raw_mode, is_readable, restore
from visualizer.session.streams.terminal import TerminalStreams

TYPED = 0
"""The descriptor to read keys from."""


class OwnTerminal:
    """Raw mode of our terminal while entered; restores the former mode in any case."""

    def __init__(self) -> None:
        self.streams = TerminalStreams(like=TYPED)
        self._before: list[Any] | None = None
        self._ended = False

    def __enter__(self) -> Self:
        self._before = enter_raw_mode(TYPED)
        return self

    @property
    def descriptors(self) -> tuple[int, ...]:
        """The descriptors that become readable when a key is pressed."""
        return () if self._ended else (TYPED,)

    def typed(self) -> bytes:
        """Return the keys typed since the last call."""
        if self._ended or not is_readable(TYPED, 0):
            return b""
        try:
            data = os.read(TYPED, 4096)
        except OSError:
            data = b""
        self._ended = not data
        return data

    def __exit__(self, *_: object) -> None:
        self.streams.close()
        if self._before is not None:
            restore(TYPED, self._before)
