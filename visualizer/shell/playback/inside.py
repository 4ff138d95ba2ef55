"""Moves through the expressions inside a line, between two steps."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from visualizer.layout.blocks.evaluation_stack import EvaluationStack, StackValue
from visualizer.model import Event
from visualizer.shell.playback import moves
from visualizer.shell.playback.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable

    from visualizer.explain.expressions.composing import Expression
    from visualizer.explain.expressions.line import EvaluatedLine
    from visualizer.explain.expressions.moment import Moment
    from visualizer.model import State
    from visualizer.model.evaluation import Evaluated
    from visualizer.recording import Recording

WITH_EXPRESSIONS = 2
"""Recordings contain values of expressions from this version of the format on."""
_FAR = 4_000
"""The maximum number of steps to search for values that a line had before a call."""


class InsidePlace(NamedTuple):
    """A place inside a line: the evaluation stack of its call, and the newest value."""

    operands: EvaluationStack
    made: Evaluated

    def moment_in(self, state: State) -> Moment:
        """Return the moment of the place; ``state`` is the state of the step."""
        from visualizer.explain.expressions.moment import moment_of

        return moment_of(state, self.made)


class Inside(QObject):
    """The position inside the line of the player's step.

    ``at`` counts the expressions evaluated since the step; 0 is the step itself. ``is_followed`` is
    true after a move by expressions, and false after any other move. ``missed`` carries the key of
    the text that says why a move failed.
    """

    changed = Signal()
    missed = Signal(str)

    def __init__(self, player: Player) -> None:
        super().__init__(player)
        self._player = player
        self.at = 0
        self.is_followed = self._moves = self._comes_back = False
        self._known: tuple[object, int, int, list[Expression]] | None = None
        player.step_changed.connect(self._begin)
        player.recording_changed.connect(self._begin)

    @property
    def is_recorded(self) -> bool:
        """Whether the recording contains values of expressions."""
        recording = self._player.recording
        return recording is not None and recording.header.version >= WITH_EXPRESSIONS

    @property
    def here(self) -> list[Expression]:
        """The expressions evaluated after the step, in order."""
        player, recording = self._player, self._player.recording
        if recording is None or not self.is_recorded:
            return []
        known = self._known
        if known is None or known[:3] != (recording, player.step, player.steps):
            nothing: list[Expression] = []
            found = player.read(lambda: _expressions(recording, player.step), nothing)
            known = self._known = recording, player.step, player.steps, found
        return known[3]

    def forward(self) -> None:
        """Go to the next expression; after the last expression, to the next step."""
        player = self._player
        if player.recording is not None and not self.is_recorded:
            self.missed.emit("notification.no_expressions")
        elif self.at < len(self.here):
            self._stand(self.at + 1)
        else:
            self._move(player.forward)

    def back(self) -> None:
        """Go to the previous expression; before the first, to the last one of the previous step."""
        player = self._player
        if player.recording is not None and not self.is_recorded:
            self.missed.emit("notification.no_expressions")
        elif self.at:
            self._stand(self.at - 1)
        elif player.step > 1:
            self._comes_back = True
            self._move(player.back)

    def _stand(self, at: int) -> None:
        self.at, self.is_followed = at, True
        self.changed.emit()

    def _move(self, go: Callable[[], None]) -> None:
        self._moves = True
        try:
            go()
        finally:
            self._moves = self._comes_back = False

    def _begin(self) -> None:
        self.is_followed = self._moves
        self.at = len(self.here) if self._comes_back else 0
        self.changed.emit()

    @property
    def current(self) -> Expression | None:
        """The last evaluated expression; None at the step itself."""
        return self.here[self.at - 1] if self.at else None

    @property
    def line(self) -> EvaluatedLine | None:
        """The line at the current expression; None at the step itself."""
        current, player, recording = self.current, self._player, self._player.recording
        if current is None or recording is None:
            return None
        from visualizer.explain.expressions.line import evaluated_line

        frame = current.value.frame
        nothing: list[Expression] = []
        before = player.read(lambda: _before(recording, player.step, frame), nothing)
        done = [one for one in (*before, *self.here[: self.at]) if one.value.frame == frame]
        return evaluated_line(done, recording.sources.get(current.value.file, ""))

    @property
    def place(self) -> InsidePlace | None:
        """The place of the current expression; None at the step itself."""
        line = self.line
        if line is None:
            return None
        values = tuple(
            StackValue(
                one.text, one.value.text, one.value.type, one.value.serial, one.value.refcount
            )
            for one in line.stack
        )
        made = line.current.value
        return InsidePlace(EvaluationStack(made.frame, values), made)


def _expressions(recording: Recording, step: int) -> list[Expression]:
    from visualizer.explain.expressions.composing import expressions

    return expressions(recording.evaluations.after(step), recording.sources)


def _before(recording: Recording, step: int, frame: int) -> list[Expression]:
    """Return the values that a frame had in its line before calls that have ended."""
    cursor = recording.cursor()
    state = cursor.seek(step)
    inner = state.frames[-1].serial if state.frames else 0
    if state.step is None or (inner == frame and state.step.event is Event.LINE):
        return []
    find = moves.over if inner == frame else moves.out
    # The search yields the steps on its way, but not the step that it finds.
    passed = sum(1 for _ in islice(find(cursor, step, recording.steps, -1), _FAR))
    found: list[Expression] = []
    for number in range(max(1, step - passed - 1), step):
        found += (one for one in _expressions(recording, number) if one.value.frame == frame)
    return found
