"""Puts the record of a step together."""

from __future__ import annotations

from visualizer.recorder import wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualizer.recorder.files import Files
    from visualizer.recorder.names import Names
    from visualizer.recorder.spool import Spool
    from visualizer.recorder.stacks import Stacks, Walked


class Records:
    """``begin`` a step and ``end`` it."""

    def __init__(self, spool: Spool, names: Names, files: Files, stacks: Stacks) -> None:
        self._spool = spool
        self._names = names
        self._files = files
        self._stacks = stacks
        self._head: list[int] = []

    def begin(self, event: int, thread: int, ends: Sequence[int], walked: list[Walked]) -> None:
        """Say what the step is and where; ``walked`` are the frames of its thread."""
        if walked:
            _, _, _, line, facts, _, _ = walked[-1]
            self._head = [wire.STEP, event, thread, facts.file, line, facts.function, *ends]
        else:
            nothing = self._names.number("")
            self._head = [wire.STEP, event, thread, nothing, 0, nothing, *ends]

    def end(self, numbers: list[int], texts: list[bytes], heap_bytes: int) -> None:
        """Send it, in the order that ``wire`` asks for."""
        names, files, stacks = self._names, self._files, self._stacks
        before, before_texts = [*names.pending], [*names.pending_texts]
        files.add_sources(before, before_texts)
        reset = numbers[:1] if numbers[:1] == [wire.RESET] else []
        whole = before + self._head + reset + stacks.pending + numbers[len(reset) :]
        self._spool.write(wire.pack(whole, before_texts + texts))
        # An exception that comes in between (a signal, no memory) must not make these be sent
        # twice, or never: so no call stands before this, which alone could let one in.
        names.pending, names.pending_texts, files.pending, stacks.pending = [], [], [], []
        self._spool.count_step(heap_bytes)
