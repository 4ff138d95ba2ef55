"""Measures the program's output at each step."""

from __future__ import annotations

import os
import sys
from _io import TextIOWrapper
from _thread import get_ident

from visualizer.recorder.events.signals import is_foreign_error
from visualizer.recorder.events.threads import is_joined_at_exit, thread_idents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from visualizer.recorder.spool import Spool

_flush = TextIOWrapper.flush
_seek = os.lseek
_streams = sys.__dict__


class Output:
    """Flushes and measures output; ``ends`` are the last lengths of standard output and error."""

    def __init__(self, settings: dict[str, Any], spool: Spool) -> None:
        self._spool = spool
        self._outputs = (settings["stdout"], settings["stderr"])
        self._terminal = settings["terminal"]
        self.ends = (0, 0)
        self._own = {id(_streams.get(name)) for name in ("__stdout__", "__stderr__")}

        self._ended_on = 0

    def program_ended(self) -> None:
        """Flush only while the interpreter waits for all threads from now on.

        It ends the others at any point. While this thread writes, such a thread may wait for the
        stream's lock, and be ended as its holder: Python aborts if it cannot acquire that lock
        (``_enter_buffered_busy`` of Modules/_io/bufferedio.c).
        """
        self._ended_on = get_ident()
        self.measure()

    def _may_write(self) -> bool:
        ended_on = self._ended_on
        return not ended_on or all(
            ident == ended_on or is_joined_at_exit(ident) for ident in thread_idents()
        )

    def measure(self) -> tuple[int, int]:
        """Flush the standard streams and return the lengths of the output."""
        for name in ("__stdout__", "__stderr__") if self._may_write() else ():
            stream = _streams.get(name)
            # Only Python's own streams: the program's replacement may write by code of its own.
            if id(stream) in self._own and type(stream) is TextIOWrapper:
                try:
                    _flush(stream)
                except (OSError, ValueError) as error:
                    if is_foreign_error(error):
                        raise
        if self._terminal:
            self.ends = (self._spool.sync_terminal(), 0)
            return self.ends
        out, err = self._outputs
        try:
            self.ends = (_seek(out, 0, 2), _seek(err, 0, 2))
        except OSError as error:  # closed by the program: the last lengths stay
            if is_foreign_error(error):
                raise
        return self.ends
