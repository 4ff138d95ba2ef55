"""A stream of a recording as pieces to show, with the lines typed by the user in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from visualizer.shell.output.origin import byte_at
from visualizer.shell.output.stream_view import Piece
from visualizer.shell.output.text import LONGEST_LINE, shown, window_of

if TYPE_CHECKING:
    from visualizer.recording import Recording


type _Read = Callable[[Callable[[], bytes], bytes], bytes]
type Stream = Literal["stdout", "stderr"]


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that the user typed, with the step and the number of output bytes before it."""

    step: int
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes of a stream from ``start`` to ``end``; they are new from ``old`` on."""

    start: int
    old: int
    end: int


class StreamText:
    """Formats a stream of a recording as pieces, and caches the last texts.

    ``read`` calls a function that reads the recording, and returns the given default if the file is
    damaged.
    """

    def __init__(self, recording: Recording, stream: Stream, read: _Read) -> None:
        self._recording, self._stream, self._guarded = recording, stream, read
        self._texts: dict[tuple[int, int], str] = {}

    def pieces(self, span: Span, typed: tuple[Typed, ...]) -> tuple[tuple[Piece, ...], int]:
        """Return the pieces of ``span`` with the typed lines in between, and the number of bytes
        left out.
        """
        begin = window_of(span.end)
        begin = self.line_from(begin, span.end) if begin > span.start else span.start
        inserts = [line for line in typed if begin <= line.offset <= span.end]
        new = max(begin, min(span.old, span.end))
        cuts = sorted({begin, new, span.end, *(line.offset for line in inserts)})
        texts: dict[tuple[int, int], str] = {}
        pieces: list[Piece] = []
        for start, end in zip(cuts, [*cuts[1:], span.end], strict=True):
            for line in inserts:
                if line.offset == start:
                    pieces.append(Piece(f"{line.text}\n", "accent", bold=True, step=line.step + 1))
            if end > start:
                text = self._texts.get((start, end))
                texts[start, end] = self._read(start, end) if text is None else text
                new_text = Piece(texts[start, end], new=start >= span.old, start=start, end=end)
                pieces.append(new_text)
        self._texts = texts
        return tuple(pieces), begin - span.start

    def line_from(self, begin: int, end: int) -> int:
        """Return where the first whole line from ``begin`` on starts, unless it is far away."""
        near = self._output(begin - 1, min(begin + LONGEST_LINE, end))
        return begin + near.find(b"\n") if b"\n" in near else begin

    def _read(self, start: int, end: int) -> str:
        return shown(self._output(start, end), self._recording.sources)

    def written(self, last: int) -> int:
        """Return the bytes in the stream; ``last`` is their number up to the last step."""
        return last + len(self._output(last, None))

    def byte_of(self, piece: Piece, character: int) -> int:
        """Return the position in the stream of a character of a piece."""
        start = piece.start or 0
        return start + byte_at(self._output(start, piece.end), character, self._recording.sources)

    def _output(self, start: int, end: int | None) -> bytes:
        return self._guarded(lambda: self._recording.output(self._stream, start, end), b"")
