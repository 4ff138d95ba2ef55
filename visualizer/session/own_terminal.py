"""Our own terminal while the program has one of its own: what is typed goes to the program."""

import os
from types import TracebackType
from typing import Any

from visualizer.platform.terminals import enter_raw_mode, is_readable, restore
from visualizer.session.terminal_streams import TerminalStreams

TYPED = 0
"""The descriptor that is read."""


class OwnTerminal:
    """While entered, keys arrive as they are pressed; whatever happens, it is as before at exit."""

    def __init__(self) -> None:
        self.streams = TerminalStreams(like=TYPED)
        self._before: list[Any] | None = None
        self._ended = False

    def __enter__(self) -> "OwnTerminal":
        self._before = enter_raw_mode(TYPED)
        return self

    @property
    def descriptors(self) -> tuple[int, ...]:
        """What becomes readable when a key is pressed."""
        return () if self._ended else (TYPED,)

    def typed(self) -> bytes:
        """What has been typed since the last time."""
        if self._ended or not is_readable(TYPED, 0):
            return b""
        try:
            data = os.read(TYPED, 4096)
        except OSError:
            data = b""
        self._ended = not data
        return data

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.streams.close()
        if self._before is not None:
            restore(TYPED, self._before)
