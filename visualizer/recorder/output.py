"""How much the program has written by a step."""

from __future__ import annotations

import os
import sys
from _io import TextIOWrapper

from visualizer.recorder.signals import is_from_elsewhere

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from visualizer.recorder.spool import Spool

_flush = TextIOWrapper.flush
_seek = os.lseek
_streams = sys.__dict__


class Output:
    """``ends`` are the lengths of standard output and error, in bytes, when last asked for."""

    def __init__(self, settings: dict[str, Any], spool: Spool) -> None:
        self._spool = spool
        self._outputs = (settings["stdout"], settings["stderr"])
        self._terminal = settings["terminal"]
        self.ends = (0, 0)
        self._own = {id(_streams.get(name)) for name in ("__stdout__", "__stderr__")}

    def take(self) -> tuple[int, int]:
        """Have what was printed written, and note how much there is."""
        for name in ("__stdout__", "__stderr__"):
            stream = _streams.get(name)
            # Those that Python made: one that the program has put there may write by its own code.
            if id(stream) in self._own and type(stream) is TextIOWrapper:
                try:
                    _flush(stream)
                except (OSError, ValueError) as error:
                    if is_from_elsewhere(error):
                        raise
        if self._terminal:
            self.ends = (self._spool.settle_terminal(), 0)
            return self.ends
        out, err = self._outputs
        try:
            self.ends = (_seek(out, 0, 2), _seek(err, 0, 2))
        except OSError as error:  # closed by the program: what was known of the end stays
            if is_from_elsewhere(error):
                raise
        return self.ends
