"""Finds the steps of a recording that planning must read; it skips the others."""

from collections import Counter
from collections.abc import Iterator

from visualizer.layout.blocks.frames import MAX_TEXT
from visualizer.layout.composing.units import is_quiet, is_still
from visualizer.layout.measure import columns_of
from visualizer.layout.visibility import frame_rows, rebound
from visualizer.model import Content, Delta, HeapObject, Scalar, Sequence, State, content_of
from visualizer.model.run import Routine

_CARD = 12
"""An arrow takes as much room as a value of this many letters."""


class StepFilter:
    """Selects steps; call ``observe`` once for each step, in order.

    ``drawn`` are the steps that change more of the drawing than a value in its slot; ``wide`` are
    those at which a frame may need more width than before, ``calls`` those at which a call begins
    or ends. If ``draws_values``, plain values have places of their own.
    """

    def __init__(self, *, draws_values: bool = False) -> None:
        self._draws_values = draws_values
        self.drawn: list[int] = []
        self.wide: list[int] = []
        self.calls: list[int] = []
        self.last = self.count = 0
        self._longest: dict[tuple[str, str], int] = {}
        """The length of the longest plain value of each name of a function."""
        self._waits: set[tuple[int, int | None]] = set()
        """The objects that each thread has waited for or held."""
        self._returns: set[tuple[int, Routine]] = set()
        """The functions that have shown a result, each with the depth of the stack."""

    def observe(self, state: State, delta: Delta) -> None:
        """Record whether planning must read a step."""
        self.last = step = delta.step.number
        self.count += 1
        is_same = is_still(delta) if self._draws_values else is_quiet(delta, state)
        # The frames of another thread are folded.
        is_switch = delta.before is not None and delta.before.thread != delta.step.thread
        if is_switch or not is_same or self._is_higher(state, delta):
            self.drawn.append(step)
        # Evaluate all of them, because each updates its record.
        if any(len(one.old or ()) != len(one.new or ()) for one in delta.stacks):
            self.calls.append(step)
        wide = [self._is_wide(*one, state.heap) for one in _bindings(state, delta)]
        if not self.wide or any(wide) or self._uses_more_locks(delta):
            self.wide.append(step)

    def _is_higher(self, state: State, delta: Delta) -> bool:
        """Whether a function has a row for its result for the first time at this depth."""
        if delta.step.value is None or not state.frames:
            return False
        place = len(state.frames), state.frames[-1].routine
        is_first = place not in self._returns
        self._returns.add(place)
        return is_first

    def _uses_more_locks(self, delta: Delta) -> bool:
        """Whether a thread holds or awaits an object for the first time; its notes name it."""
        if delta.locks is None:
            return False
        waits = {
            (serial, thread)
            for serial, use in delta.locks.new.items()
            for thread in (*use.all_waiting, use.held_by)
        }
        is_new = not waits <= self._waits
        self._waits |= waits
        return is_new

    def _is_wide(self, function: str, name: str, serial: int, heap: dict[int, HeapObject]) -> bool:
        letters = _letters(content_of(serial, heap), heap)
        if letters <= self._longest.get((function, name), 0):
            return False
        self._longest[function, name] = letters
        return True


def _letters(content: Content | None, heap: dict[int, HeapObject]) -> int:
    """Return about how many letters a value has in a frame's row."""
    match content:
        case Scalar(text=text):
            return columns_of(text)
        case Sequence(items=items):
            each = (_letters(content_of(one, heap), {}) + len(", ") for one in items[:MAX_TEXT])
            return max(_CARD, min(sum(each), MAX_TEXT))
    return _CARD


def _bindings(state: State, delta: Delta) -> Iterator[tuple[str, str, int]]:
    """Yield the names that a step may have rebound, with their functions and targets.

    The row of a result counts as a name.
    """
    if delta.step.value is not None and state.frames:
        yield state.frames[-1].function, str(delta.step.event), delta.step.value
    for names in delta.globals:
        found = rebound(names.old, names.new or ())
        yield from ((names.file, *one) for one in found.items())
    for stack in delta.stacks:
        now = stack.new or ()
        for old, frame in stack.frames():
            if frame is not None:
                found = rebound(frame_rows(old) if old else (), frame_rows(frame))
                yield from ((frame.function, *one) for one in found.items())
        if len(now) > len(stack.old or ()):
            often = Counter(frame.function for frame in now[-2:])
            yield from ((function, f"{n} times", 0) for function, n in often.items())
