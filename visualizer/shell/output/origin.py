"""Finds the step that wrote a place of the output, by its bytes."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from visualizer.model import Step
from visualizer.recording.mapping.together import Search
from visualizer.shell.output.text import LONGEST_LINE, shown

if TYPE_CHECKING:
    from visualizer.recording import Recording
    from visualizer.shell.output.pane import OutputPane
    from visualizer.shell.output.stream_text import Stream
    from visualizer.shell.output.stream_view import Piece
    from visualizer.shell.playback.player import Player
    from visualizer.shell.playback.seeking import Seeking


def byte_at(data: bytes, character: int, files: Container[str] = ()) -> int:
    """Return the byte of ``data`` at a character of ``shown(data, files)``.

    In a shortened line it may be another byte of that line.
    """
    before = 0
    for line in data.splitlines(keepends=True):
        length = len(shown(line, files))
        if character < length:
            return before + _within(line, character)
        character, before = character - length, before + len(line)
    return max(0, len(data) - 1)


def _within(line: bytes, character: int) -> int:
    """Return the byte within one line; skip the breaks that ``shown`` puts into a long line."""
    character -= character // (LONGEST_LINE + 1)
    at = 0
    for one in line.decode("utf-8", "surrogateescape"):
        raw = one.encode("utf-8", "surrogateescape")
        width = 1 if one.isprintable() else len(shown(raw))
        if character < width:
            break
        character, at = character - width, at + len(raw)
    return min(at, len(line) - 1)


def origin(
    recording: Recording, stream: Stream, byte: int, peek: Callable[[int], Step | None]
) -> Search[int]:
    """Find the step that wrote a byte; the last step with output if it was written later."""
    wrote = recording.index.with_output()
    yield 0
    low, high = 0, len(wrote)
    while low < high:
        middle = (low + high) // 2
        step = peek(wrote[middle])
        if step is not None and _written(step, stream) > byte:
            high = middle
        else:
            low = middle + 1
        yield wrote[middle]
    return wrote[low] if low < len(wrote) else recording.steps


def _written(step: Step, stream: Stream) -> int:
    return step.stdout_end if stream == "stdout" else step.stderr_end


class OutputCommands(QObject):
    """Goes to the step that wrote a piece of output, by a click, Enter, or a command.

    The view then marks that step's output as new.
    """

    def __init__(
        self, player: Player, pane: OutputPane, seeking: Seeking, commands: Mapping[str, QAction]
    ) -> None:
        super().__init__(pane)
        self._player, self._pane, self._seeking = player, pane, seeking
        self._previous = commands["previous_output"]
        for stream, view in pane.views.items():
            view.asked.connect(lambda piece, at, stream=stream: self._go_to(stream, piece, at))
        commands["printed"].triggered.connect(self._ask)

    def _go_to(self, stream: Stream, piece: Piece, character: int) -> None:
        recording = self._player.recording
        if piece.step is not None:
            self._player.go_to(piece.step)
        elif recording is not None and piece.start is not None:
            byte = self._pane.console.byte_of(stream, piece, character)
            search = origin(recording, stream, byte, self._player.peek)
            self._seeking.run(search, self._player.go_to)

    def _ask(self) -> None:
        focused = next((view for view in self._pane.views.values() if view.hasFocus()), None)
        if focused is not None:
            focused.ask_here()
        else:
            self._previous.trigger()
