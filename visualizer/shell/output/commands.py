"""Leads from what the program wrote to the step that wrote it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from visualizer.shell.output.origin import origin, write_before
from visualizer.shell.output.pane import OutputPane
from visualizer.shell.output.stream_text import Stream
from visualizer.shell.output.stream_view import Piece
from visualizer.shell.playback.player import Player
from visualizer.shell.playback.seeking import Seeking


class OutputCommands(QObject):
    """Goes to the step that wrote a piece of output: by a click, Enter, or a command.

    It marks the new output of the step that it goes to.
    """

    def __init__(self, player: Player, pane: OutputPane, seeking: Seeking, action: QAction) -> None:
        super().__init__(pane)
        self._player, self._pane, self._seeking = player, pane, seeking
        for stream, view in pane.views.items():
            view.asked.connect(lambda piece, at, stream=stream: self._go_to(stream, piece, at))
        action.triggered.connect(self._ask)

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
            return
        recording, player = self._player.recording, self._player
        if recording is None:
            return
        found = player.read(lambda: write_before(recording, player.step), None)
        if found is not None:
            player.go_to(found)
