"""Steps two players together: one is in command, the other follows."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from visualizer.recording.mapping.together import Arrival, Pace, Search, Together, Why
from visualizer.shell.playback.player import Player
from visualizer.shell.slices import Slices

_AT_ONCE, _SLICE = 0.05, 0.008
"""Seconds of searching: at once, and in each slice."""


class Linked(QObject):
    """``sides`` are two players; ``command`` is the index of the player that commands move.

    ``changed`` follows a change of pace, link or command, or of the reason why a side did not
    follow (``why``).
    """

    changed = Signal()

    def __init__(self, sides: tuple[Player, Player], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sides = sides
        self.command = 1
        self.pace = Pace.STEP
        self.linked = True
        self.why: list[Why | None] = [None, None]
        self._wanted = [0, 0]
        """The wanted steps of both sides at the pace of steps, even beyond the end of one side."""
        self._slices = Slices(self, sides[0].read)
        for player in sides:
            player.recording_changed.connect(self.stop)

    def take_command(self, side: int) -> None:
        """Make ``side`` the side in command."""
        if side != self.command:
            self.command = side
            self.changed.emit()

    def link(self, linked: bool) -> None:
        """Let the other side follow, or not."""
        self.linked = linked
        self.anchor()

    def choose_pace(self, pace: Pace) -> None:
        """Change the pace."""
        self.pace = pace
        self.anchor()

    def anchor(self) -> None:
        """Keep the current distance between both sides from now on."""
        self._wanted = [player.step for player in self.sides]
        self.why = [None, None]
        self.changed.emit()

    # ---- moves ----

    def step(self, direction: int) -> None:
        """Move the side in command to its next or previous step at the pace."""
        together, side = self._together, self.command
        player = self.sides[side]
        if together is None:
            return
        pace, step = self.pace, player.step
        if self.linked and pace is Pace.STEP:
            self._step_both(direction)
            return
        found = player.read(lambda: together.next_step(pace, side, step, direction), None)
        if found is not None:
            self.go_to(side, found)
        elif direction > 0:
            self.why[side] = Why.ENDED
            self.changed.emit()

    def _step_both(self, direction: int) -> None:
        """Move both sides; the shorter one stays at its end until the longer one comes back."""
        wanted = [step + direction for step in self._wanted]
        steps = [player.steps for player in self.sides]
        if any(1 <= step <= last for step, last in zip(wanted, steps, strict=True)):
            self._wanted = wanted
            for player, step in zip(self.sides, wanted, strict=True):
                player.go_to(step)
        over = (step > last for step, last in zip(wanted, steps, strict=True))
        self.why = [Why.ENDED if one else None for one in over]
        self.changed.emit()

    def first(self) -> None:
        """Go to the first step; while linked, on both sides."""
        self._both(lambda player: player.first())

    def last(self) -> None:
        """Go to the last step; while linked, on both sides."""
        self._both(lambda player: player.last())

    def _both(self, move: Callable[[Player], None]) -> None:
        self.stop()
        sides = self.sides if self.linked else (self.sides[self.command],)
        for player in sides:
            move(player)
        self.anchor()

    def go_to(self, side: int, step: int) -> None:
        """Move a side, and the other side too if they are linked."""
        self.stop()
        self.take_command(side)
        player, other = self.sides[side], self.sides[1 - side]
        before = player.step
        player.go_to(step)
        self.why = [None, None]
        together = self._together
        if not self.linked or together is None or player.step == before:
            if not self.linked:
                self.anchor()
            self.changed.emit()
            return
        others = other.step, self._wanted[1 - side] - self._wanted[side]
        self._wanted[side], self._wanted[1 - side] = player.step, player.step + others[1]
        search = together.follow(self.pace, side, (before, player.step), others)
        self._run(search, lambda found: self._arrive(1 - side, found))

    def _arrive(self, side: int, found: Arrival) -> None:
        self.sides[side].go_to(found.step)
        self.why[side] = found.why
        if self.pace is not Pace.STEP:
            self._wanted = [player.step for player in self.sides]
        self.changed.emit()

    def meet(self, side: int) -> None:
        """Move the other side to the same visit of the matching line, else to its end."""
        together, player = self._together, self.sides[side]
        if together is None or not player.step:
            return
        self._run(together.counterpart(side, player.step), lambda at: self._met(1 - side, at))

    def _met(self, side: int, step: int | None) -> None:
        player = self.sides[side]
        player.go_to(player.steps if step is None else step)
        self.anchor()

    @property
    def _together(self) -> Together | None:
        left, right = (player.recording for player in self.sides)
        return Together((left, right)) if left is not None and right is not None else None

    # ---- searches ----

    def stop(self) -> None:
        """Stop the search; the other side stays where it is."""
        self._slices.stop()

    def _run[T](self, search: Search[T], found: Callable[[T], None]) -> None:
        self._slices.begin(search, found, seconds=_SLICE, at_once=_AT_ONCE)
