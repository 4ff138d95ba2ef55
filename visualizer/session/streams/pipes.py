"""Standard input, output and error of a program without a terminal."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from visualizer.model import CannotRun
from visualizer.platform.memory_files import INHERITS_BY_NUMBER
from visualizer.session.spool import Spool
from visualizer.session.streams.input_file import open_input
from visualizer.session.streams.input_pipe import InputPipe
from visualizer.session.streams.output import OutputFile

_MOST_SNAPSHOTS = 8
_AT_ONCE = 16 << 20
"""Bytes per stream and poll; more would delay the check of limits and of stop requests."""

type StreamName = Literal["stdout", "stderr"]


class PlainStreams:
    """Writes output to files in memory; input is an inherited descriptor, or a pipe of ours.

    ``inherited`` are the program's descriptors. ``output_files`` are those of the files whose
    length the recorder measures; None on a terminal. ``is_behind`` says that the last read left
    output unread, ``shortest_pause`` is in seconds between two polls while data arrives.
    """

    def __init__(self, stdin: int | None, input_file: Path | None = None) -> None:
        self._opened = -1
        self._outputs: dict[StreamName, OutputFile] = {}
        self._input: InputPipe | None = None
        try:
            self._outputs["stdout"] = OutputFile("stdout")
            self._outputs["stderr"] = OutputFile("stderr")
            if stdin is None and input_file is not None:
                stdin = self._opened = open_input(input_file)
            self._input = InputPipe() if stdin is None else None
        except (OSError, CannotRun):
            self.close()
            raise
        self.is_behind = False
        self.shortest_pause = 0.001
        self.stdin = self._input.descriptor if self._input else stdin or 0
        self.stdout = self._outputs["stdout"].descriptor
        self.stderr = self._outputs["stderr"].descriptor
        # In addition to descriptors 1 and 2, which a program may close or replace.
        self.inherited: tuple[int, ...] = (self.stdout, self.stderr)
        self.output_files: tuple[int, int] | None = (self.stdout, self.stderr)
        if not INHERITS_BY_NUMBER:
            self.inherited, self.output_files = (), (1, 2)

    def close_child_ends(self) -> None:
        """Close our copy of the input that the program has inherited."""
        self._close_file()
        if self._input:
            self._input.close_child_ends()

    def read_new(self, spool: Spool) -> Iterator[tuple[StreamName, bytes]]:
        """Yield the output written since the last call.

        Takes a snapshot of both lengths, because one may grow while the other is measured and later
        output would come first. So it measures until neither changes, with a limit for streams that
        never rest.
        """
        ends = self._sizes()
        for _ in range(_MOST_SNAPSHOTS):
            before, ends = ends, self._sizes()
            if before == ends:
                break
        self.is_behind = False
        for (stream, output), end in zip(self._outputs.items(), ends, strict=True):
            upto = min(end, output.consumed + _AT_ONCE)
            self.is_behind = self.is_behind or upto < end
            for data in output.read_new(upto):
                yield stream, data

    def _sizes(self) -> list[int]:
        return [output.size() for output in self._outputs.values()]

    def pump(self) -> None:
        """Send pending input."""
        if self._input:
            self._input.pump()

    def send(self, data: bytes) -> None:
        """Send input to the program, unless it reads a descriptor of its own."""
        if self._input:
            self._input.send(data)

    def finish_input(self) -> None:
        """End the program's input."""
        if self._input:
            self._input.finish()

    def is_waited_for(self, process: int) -> bool:
        """Whether the program waits for input."""
        return self._input is not None and self._input.is_waited_for(process)

    def readable(self) -> tuple[int, ...]:
        """Return nothing: files are always readable."""
        return ()

    def _close_file(self) -> None:
        if self._opened >= 0:
            os.close(self._opened)
            self._opened = -1

    def close(self) -> None:
        """Close everything; harmless a second time."""
        self._close_file()
        for output in self._outputs.values():
            output.close()
        if self._input:
            self._input.close()
