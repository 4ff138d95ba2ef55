"""Maps lines between the recorded program and its text in the editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from visualizer.explain.conditions import Condition
from visualizer.recording.mapping.line_map import LineMap
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.source.breakpoints import Place
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.source.signs import LineMark, LineNote, ThreadMark


class RecordedLines:
    """Follows the lines that still read as they were recorded; only the program is editable."""

    def __init__(self, workbench: Workbench, source: SourcePane) -> None:
        self._workbench, self._source = workbench, source
        self._lines = _Lines("", "")

    @property
    def differ(self) -> bool:
        """Whether the program has been edited since it was recorded."""
        recorded = self._workbench.recorded_text
        return recorded is not None and recorded != self._source.text

    def differ_in(self, file: str) -> bool:
        """Whether ``file`` is the program, and has been edited since it was recorded."""
        return file == self._workbench.file and self.differ

    def now[M: (LineMark, LineNote, ThreadMark)](self, recorded: Iterable[M]) -> tuple[M, ...]:
        """Return those at unchanged lines, where these are in the editor."""
        lines = self._compared()
        if lines is None:
            return tuple(recorded)
        found = []
        for one in recorded:
            own = one.file == self._workbench.file
            line = lines.now.unchanged(one.line) if own else one.line
            if line is not None:
                found.append(replace(one, line=line))
        return tuple(found)

    def recorded(self, place: Place) -> Place | None:
        """Return the recorded place of a line in the editor; None if it has changed or is new."""
        return next(iter(self._recorded({place: None})), None)

    @property
    def stops(self) -> dict[Place, Condition | None]:
        """The breakpoints at unchanged lines, as recorded places with their conditions."""
        return self._recorded(self._source.breakpoints.stops)

    def _recorded[T](self, there: dict[Place, T]) -> dict[Place, T]:
        lines = self._compared() if there else None
        if lines is None:
            return there
        found: dict[Place, T] = {}
        for (file, line), one in there.items():
            before = lines.before.get(line) if file == self._workbench.file else line
            if before is not None:
                found[file, before] = one
        return found

    def _compared(self) -> _Lines | None:
        """Return the lines of both texts; None if the texts are equal or nothing is recorded."""
        before, after = self._workbench.recorded_text, self._source.shown_text
        if before is None or before == after:
            return None
        if (before, after) != self._lines.texts:
            self._lines = _Lines(before, after)
        return self._lines


class _Lines:
    def __init__(self, before: str, after: str) -> None:
        self.texts = before, after
        self.now = LineMap(before, after)

    @cached_property
    def before(self) -> dict[int, int]:
        """The former number of each unchanged line, by its present number."""
        numbers = range(1, self.texts[0].count("\n") + 2)
        return {now: one for one in numbers if (now := self.now.unchanged(one)) is not None}
