"""The range of steps that the timeline shows: all of them, or a zoomed part."""

_CLOSEST = 8.0
"""The minimum number of visible steps."""
_LEAST_WHOLE = 16


class TimeView:
    """A range from step ``first`` to step ``last``, both in the middle of their columns."""

    def __init__(self) -> None:
        self._most = 1.0
        self._part: tuple[float, float] | None = None

    @property
    def first(self) -> float:
        """The step at the left end."""
        return self._part[0] if self._part else 1.0

    @property
    def last(self) -> float:
        """The step at the right end."""
        return self._part[1] if self._part else self._most

    @property
    def length(self) -> float:
        """The distance between first and last step."""
        return self.last - self.first

    def cover(self, steps: int, *, growing: bool) -> None:
        """Cover ``steps``; a growing recording gets up to twice the room, to rescale rarely."""
        if growing:
            steps = max(_LEAST_WHOLE, 1 << max(0, steps - 1).bit_length())
        self._most = float(max(steps, 1))

    def show_all(self) -> None:
        """Show all steps."""
        self._part = None

    def zoom(self, at: float, factor: float) -> None:
        """Show ``factor`` times as many steps; the step ``at`` keeps its place."""
        self._look_at(at - (at - self.first) * factor, self.length * factor)

    def move(self, part: float) -> None:
        """Move by a part of the visible range."""
        self._look_at(self.first + part * self.length, self.length)

    def follow(self, step: int) -> None:
        """Move the range to ``step`` unless it contains it."""
        if self._part is not None and not self.first <= step <= self.last:
            self._look_at(step - self.length / 2, self.length)

    def _look_at(self, first: float, length: float) -> None:
        length = max(length, _CLOSEST)
        if length >= self._most - 1:
            self._part = None
            return
        first = min(max(first, 1.0), self._most - length)
        self._part = first, first + length
