"""What the output pane shows at a step, computed without a widget."""

from dataclasses import dataclass
from typing import Literal

from visualizer.recording import Recording
from visualizer.shell.output_text import shown, window_of
from visualizer.shell.stream_view import Piece

type Stream = Literal["stdout", "stderr"]


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that the user gave: after which step, and after how many bytes of output."""

    step: int
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes of a stream: shown up to ``end``, of which those from ``old`` on are new."""

    old: int
    end: int


def pieces_of(
    recording: Recording, stream: Stream, span: Span, typed: tuple[Typed, ...]
) -> tuple[tuple[Piece, ...], int]:
    """The stream up to ``span.end`` with what was typed in its places, and the bytes left out."""
    window = window_of(span.end)
    cuts = sorted({window.start, max(window.start, min(span.old, span.end)), span.end})
    inserts = [line for line in typed if window.start <= line.offset <= span.end]
    cuts = sorted({*cuts, *(line.offset for line in inserts)})
    pieces: list[Piece] = []
    for start, end in zip(cuts, [*cuts[1:], span.end], strict=True):
        for line in inserts:
            if line.offset == start:
                pieces.append(Piece(f"{line.text}\n", "accent", bold=True))
        if end > start:
            data = recording.output(stream, start, end)
            pieces.append(Piece(shown(data), new=start >= span.old))
    return tuple(pieces), window.left_out


def written_in_all(recording: Recording, stream: Stream, last: int) -> int:
    """Bytes in ``stream``, also those written after the last step, where ``last`` were."""
    return last + len(recording.output(stream, last))
