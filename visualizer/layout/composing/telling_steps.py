"""Which steps of a recording have anything to tell those who plan: the others are passed over."""

from collections import Counter
from collections.abc import Iterator

from visualizer.layout.composing.units import is_quiet, is_still
from visualizer.model import Delta, HeapObject, Named, Scalar, State

_CARD = 12
"""An arrow takes as much room as a value of so many letters."""


class TellingSteps:
    """``observe`` is called once for each step, in order.

    ``drawn`` are the steps at which what is drawn differs otherwise than by a value in its slot,
    ``wide`` those at which a frame may need more width than any before. Where ``draws_values`` a
    plain value has a place of its own.
    """

    def __init__(self, *, draws_values: bool = False) -> None:
        self._draws_values = draws_values
        self.drawn: list[int] = []
        self.wide: list[int] = []
        self.last = self.count = 0
        self._longest: dict[tuple[str, str], int] = {}
        """Of each name of a function the letters of its longest plain value."""

    def observe(self, state: State, delta: Delta) -> None:
        """Note whether a step tells anything."""
        self.last = step = delta.step.number
        self.count += 1
        is_same = is_still(delta) if self._draws_values else is_quiet(delta, state)
        if not is_same:
            self.drawn.append(step)
        # All of them are looked at: each notes what it has seen.
        wide = [self._is_wide(*one, state.heap) for one in _bindings(delta)]
        if not self.wide or any(wide):
            self.wide.append(step)

    def _is_wide(self, function: str, name: str, serial: int, heap: dict[int, HeapObject]) -> bool:
        thing = heap.get(serial)
        letters = _CARD
        if thing is not None and isinstance(thing.content, Scalar):
            letters = len(thing.content.text)
        if letters <= self._longest.get((function, name), 0):
            return False
        self._longest[function, name] = letters
        return True


def _bindings(delta: Delta) -> Iterator[tuple[str, str, int]]:
    """The names that a step may have given another value, each with its function."""
    for names in delta.globals:
        yield from _different(names.file, names.old or (), names.new or ())
    for stack in delta.stacks:
        old = {frame.serial: frame for frame in stack.old or ()}
        now = stack.new or ()
        for frame in now:
            known = old.get(frame.serial)
            if known is frame:
                continue
            yield from _different(frame.function, known.locals if known else (), frame.locals)
        if len(now) > len(old):
            often = Counter(frame.function for frame in now[-2:])
            yield from ((function, f"{n} times", 0) for function, n in often.items())


def _different(function: str, old: Named, new: Named) -> Iterator[tuple[str, str, int]]:
    known = dict(old)
    yield from ((function, name, one) for name, one in new if known.get(name) != one)
