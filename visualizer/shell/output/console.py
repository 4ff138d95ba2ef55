"""Divides the output at the player's step: before it, in this step, and later."""

from dataclasses import replace
from itertools import starmap

from PySide6.QtCore import QObject, Signal

from visualizer.model import Step
from visualizer.shell.appearance.words import Words
from visualizer.shell.output.stream_text import Span, Stream, StreamText, Typed
from visualizer.shell.output.stream_view import Piece
from visualizer.shell.playback.player import Player

STREAMS: tuple[Stream, ...] = ("stdout", "stderr")
_LATER_AT_MOST = 4_000
"""The maximum number of bytes of later output shown while the program waits for input."""


class Console(QObject):
    """Prepares the output of the player's recording; ``asking``: the program waits for a line.

    ``answer_noted``: the program got a line, perhaps after the next step was shown.
    """

    answer_noted = Signal()

    def __init__(self, player: Player, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._words = player, words
        self._texts: dict[Stream, StreamText] = {}
        self._typed: tuple[Typed, ...] = ()
        self._coming: tuple[Typed, ...] = ()
        self._awaits = False
        self.asking = False
        player.recording_changed.connect(self._another_recording)

    def _another_recording(self) -> None:
        recording = self._player.recording
        read = self._player.read
        self._texts = {name: StreamText(recording, name, read) for name in STREAMS if recording}
        self._typed, self._coming, self._awaits = self._coming, (), False
        if recording is not None and not self._typed:
            self._typed = tuple(starmap(Typed, read(lambda: recording.typed, ())))

    def forget_typed(self) -> None:
        """Forget the typed lines, because another recording begins."""
        self._coming, self._awaits = (), True

    def note_answer(self, step: int, offset: int, text: str) -> None:
        """Note a line that the program got, perhaps in a recording that is not shown yet."""
        typed = Typed(step, offset, text)
        if self._awaits:
            self._coming = (*self._coming, typed)
        else:
            self._typed = (*self._typed, typed)
            self.answer_noted.emit()

    def note_typed(self, text: str) -> None:
        """Note a line that was sent, at the current end of the output."""
        if self._texts:
            offset = self._texts["stdout"].written(self._newest(0))
            self._typed = (*self._typed, Typed(self._player.steps, offset, text))

    def pieces(self, stream: Stream) -> tuple[tuple[Piece, ...], int]:
        """Return the pieces of ``stream`` to show, and the number of bytes left out before them."""
        player, index, step = self._player, STREAMS.index(stream), self._player.state.step
        if stream not in self._texts or step is None:
            return (), 0
        text = self._texts[stream]
        before = player.delta.before if player.delta else None
        old = _ends(before)[index] if before else 0
        total = end = _ends(step)[index]
        if player.at_newest and (player.end is not None or self.asking):
            # Include output after the last step: a prompt, a traceback, a flush at exit.
            total = end = text.written(end)
        elif self.asking:
            total = text.written(self._newest(index))
        typed = self._typed if stream == "stdout" else ()
        known = tuple(line for line in typed if line.step < player.step)
        pieces, left_out = text.pieces(Span(0, old, end), known)
        if total > end:
            after = tuple(line for line in typed if line.step >= player.step)
            start = total - _LATER_AT_MOST
            start = text.line_from(start, total) if start > end else end
            pieces += self._later(stream, Span(start, total, total), after)
        return pieces, left_out

    def byte_of(self, stream: Stream, piece: Piece, character: int) -> int:
        """Return the position in a stream of a character of a piece."""
        return self._texts[stream].byte_of(piece, character) if stream in self._texts else 0

    def _newest(self, index: int) -> int:
        player = self._player
        newest = player.peek(player.steps) if player.steps else None
        return _ends(newest)[index] if newest else 0

    def _later(self, stream: Stream, span: Span, typed: tuple[Typed, ...]) -> tuple[Piece, ...]:
        first, last = self._player.step + 1, self._player.steps
        key = "output.later" if first < last else "output.later_one"
        line = self._words(key, first=first, last=last)
        # A separate StreamText, so that it does not replace the cached pieces of the other.
        recording = self._player.recording
        read = self._player.read
        pieces = StreamText(recording, stream, read).pieces(span, typed)[0] if recording else ()
        faint = (replace(piece, colour="ink3", new=False) for piece in pieces)
        return Piece(f"\u2014 {line} \u2014\n", "ink3"), *faint


def _ends(step: Step) -> tuple[int, int]:
    return step.stdout_end, step.stderr_end
