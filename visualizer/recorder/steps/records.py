"""Assembles the record of a step."""

from __future__ import annotations

from visualizer.recorder import wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualizer.recorder.files import Files
    from visualizer.recorder.frames.stacks import Stacks
    from visualizer.recorder.frames.variables import FrameView
    from visualizer.recorder.names import Names
    from visualizer.recorder.spool import Spool


class Records:
    """Assembles and sends records."""

    def __init__(self, spool: Spool, names: Names, files: Files, stacks: Stacks) -> None:
        self._spool = spool
        self._names = names
        self._files = files
        self._stacks = stacks

    def send(
        self, step: Sequence[int], views: list[FrameView], numbers: list[int], texts: list[bytes]
    ) -> None:
        """Send a step.

        ``step`` is the event, the thread, and the lengths of both output streams. ``views`` are the
        thread's frames: the innermost has the position. ``numbers`` and ``texts`` are the changes,
        in the order that ``wire`` requires.
        """
        names, files, stacks = self._names, self._files, self._stacks
        file = function = names.number("")
        line = 0
        if views:
            line = views[-1].line
            file, function = views[-1].info.file, views[-1].info.function
        before, before_texts = [*names.pending], [*names.pending_texts]
        files.add_sources(before, before_texts)
        head = [wire.STEP, *step[:2], file, line, function, *step[2:]]
        reset = numbers[:1] if numbers[:1] == [wire.RESET] else []
        whole = before + head + reset + stacks.pending + numbers[len(reset) :]
        self._spool.write(wire.pack(whole, before_texts + texts))
        # An exception in between (a signal, no memory) must not cause these to be sent twice or
        # never. A call is the only point where one can occur, so there is none before this.
        names.pending, names.pending_texts, files.pending, stacks.pending = [], [], [], []
