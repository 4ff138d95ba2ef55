"""Keeps the signs of lines up to date with the step, or shows those of a syntax error."""

import platform
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from visualizer.explain.threads.activity import thread_states
from visualizer.layout.picture import Key
from visualizer.layout.visibility import frame_key
from visualizer.model import Event, VisualizerError
from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.notifications.exceptions import note_of
from visualizer.shell.playback.player import Player
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.run.live_mode import LiveMode
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.source.recorded_lines import RecordedLines
from visualizer.shell.source.signs import LineMark, LineNote, Sign, ThreadMark, marks_of

_ASIDE = (Sign.PAUSED, Sign.LOOKED_AT)
"""Signs of lines that the step does not concern."""


class Marking(QObject):
    """Marks the lines of the step; while the user edits, signs follow their unchanged lines."""

    def __init__(
        self,
        player: Player,
        workbench: Workbench,
        source: SourcePane,
        announcements: Announcements,
        *,
        lines: RecordedLines,
        words: Words,
    ) -> None:
        super().__init__(source)
        self._player, self._workbench, self._lines = player, workbench, lines
        self._source, self._announcements, self._words = source, announcements, words
        self._live: LiveMode | None = None
        self._fault: tuple[LineMark, LineNote] | None = None
        self._looked_at: Key | None = None
        player.step_changed.connect(self._stepped)
        player.recording_changed.connect(self._another_recording)
        player.recording_grew.connect(self._grew)
        workbench.program_changed.connect(self._another_recording)
        workbench.run_ended.connect(self.show)
        workbench.run_failed.connect(self._failed)
        source.edited.connect(self._edited)
        source.syntax.changed.connect(self.speak)
        source.syntax.allows_newer = lambda: self._other_interpreter() is not None
        words.changed.connect(self.speak)

    def _another_recording(self) -> None:
        self._fault = self._looked_at = None
        recording = self._player.recording
        if recording is not None:
            # After "save as", the recording uses the program's new name.
            self._source.rename_program(self._workbench.file, self._workbench.name)
            self._source.show_sources(recording.sources)
        self._announcements.show_edited(self._lines.differ)
        self.show()

    def _grew(self) -> None:
        recording = self._player.recording
        if recording is not None:
            self._source.show_sources(recording.sources)
        if not self._player.at_newest:
            self._show(bring=False)

    def _edited(self) -> None:
        self._fault = None
        document = self._source.editor.document()
        # Qt also reports the colours of a new text.
        by_user = document.isUndoAvailable() or document.isRedoAvailable()
        self._announcements.edited(self._lines.differ, by_user=by_user)
        self._show(bring=False)

    def speak(self) -> None:
        """Update the texts for another program, language or interpreter."""
        self._show(bring=False)

    def _fault_typed(self) -> LineNote | None:
        fault = self._source.syntax.fault
        if fault is None:
            return None
        said = self._in_whose_words(fault.message)
        return LineNote(self._workbench.file, fault.line, fault.kind, said)

    def _in_whose_words(self, message: str) -> str:
        """Add a note to a message of our own interpreter if another interpreter runs programs."""
        python = self._other_interpreter()
        if python is None:
            return message
        version = platform.python_version()
        return self._words("editor.ours", message=message, version=version, python=str(python))

    def _other_interpreter(self) -> Path | None:
        """The interpreter that runs programs, if it is not our own."""
        python = self._workbench.settings.python
        return None if python == Path(sys.executable) else python

    def follow(self, live: LiveMode) -> None:
        """Do not scroll while the user types in ``live`` mode."""
        self._live = live

    def _stepped(self) -> None:
        if not self._is_typing:
            self._source.editor.horizontalScrollBar().setValue(0)
        self.show()

    def show(self) -> None:
        """Mark the lines of the player's step and scroll to its line."""
        self._show(bring=not self._is_typing)

    @property
    def _is_typing(self) -> bool:
        return self._live is not None and self._live.on and self._source.editor.hasFocus()

    def look_at(self, call: Key | None) -> None:
        """Show the line at which a call waits for another; None removes the mark."""
        self._looked_at = call
        self._show(bring=False)
        self._bring_up(self._lines.now(self._mark_looked_at()))

    def look_at_thread(self, number: int) -> None:
        """Show the line of a thread in the editor, if it has not been edited."""
        self._bring_up(one for one in self._threads() if one.thread == number)

    def _bring_up(self, marks: Iterable[LineMark | ThreadMark]) -> None:
        for mark in marks:
            self._source.show_file(mark.file)
            self._source.editor.bring_to_view(mark.line)

    def _mark_looked_at(self) -> tuple[LineMark, ...]:
        for frames in self._player.state.stacks.values() if self._looked_at is not None else ():
            for frame in frames:
                if frame_key(frame) == self._looked_at:
                    return (LineMark(frame.file, frame.line, Sign.LOOKED_AT),)
        return ()

    def _show(self, *, bring: bool) -> None:
        player = self._player
        before = player.delta.before if player.delta else None
        marks = (*marks_of(player.state, before), *self._newest())
        marked = {(mark.file, mark.line) for mark in marks}
        looked_at = (one for one in self._mark_looked_at() if (one.file, one.line) not in marked)
        marks = self._lines.now((*marks, *looked_at))
        # The caption of a presentation shows it in larger letters.
        note = None if self._source.presents else note_of(player.state)
        note = next(iter(self._lines.now((note,) if note else ())), None)
        if self._fault is not None:
            # The fault stays visible while the user visits steps of the recorded program.
            fault, note = self._fault
            place = fault.file, fault.line
            marks = (fault, *(mark for mark in marks if (mark.file, mark.line) != place))
        # The pane underlines the place; the row below describes the fault.
        note = self._fault_typed() or note
        at = next((mark for mark in marks if mark.sign not in _ASIDE), None)
        self._source.show_marks(marks, note, at if bring else None)
        self._source.show_threads(self._threads())

    def _threads(self) -> tuple[ThreadMark, ...]:
        """Return the place of each thread if there are several."""
        state, words = self._player.state, self._words
        found = [one for one in thread_states(state) if one.frame is not None]
        if len(state.thread_names) < 2:
            return ()
        return self._lines.now(
            ThreadMark(
                one.frame.file,
                one.frame.line,
                one.number,
                one.is_current,
                words("threads.waits_here") if one.waits_for is not None else "",
            )
            for one in found
            if one.frame is not None
        )

    def _newest(self) -> tuple[LineMark, ...]:
        """Mark the line of the newest step while the program runs and an earlier step is shown."""
        player = self._player
        if not self._workbench.run.active or player.at_newest or not player.steps:
            return ()
        newest = player.peek(player.steps)
        if newest is None or newest.event is Event.FINISH:
            return ()
        return (LineMark(newest.file, newest.line, Sign.LIVE),)

    def _failed(self, error: VisualizerError) -> None:
        from visualizer.session.start.program import SyntaxFault

        if not isinstance(error, SyntaxFault) or error.line is None:
            return
        kind, _, message = error.said.rpartition("\n")[2].partition(": ")
        file = self._workbench.file
        mark = LineMark(file, error.line, Sign.RAISED)
        self._fault = mark, LineNote(file, error.line, kind, self._in_whose_words(message))
        self.show()
