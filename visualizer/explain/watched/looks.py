"""The value of a watched name, object or expression at a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from visualizer.explain.conditions import (
    ConditionFault,
    evaluated,
    parse_condition,
)
from visualizer.explain.recorded_values import Undecidable
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.written import computed_text, value_text
from visualizer.model import Frame, Scalar, State, Thing

MODULE = ""
"""Used in place of a function if a name is a global of a file."""


@dataclass(frozen=True, slots=True)
class WatchedName:
    """A name in the innermost call of a function, or a global name of a file."""

    file: str
    function: str
    name: str


@dataclass(frozen=True, slots=True)
class WatchedObject:
    """An object, with the title of its column."""

    serial: int
    type: str


@dataclass(frozen=True, slots=True)
class WatchedExpression:
    """An expression, evaluated in the innermost call of each step without running code."""

    text: str


type Watched = WatchedName | WatchedObject | WatchedExpression


class ValueChange(Enum):
    """How a watched value changed."""

    NEW = "new"
    CHANGED = "changed"
    COUNTED = "counted"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class WatchedValue:
    """A watched value: ``text`` on one line, or None with the reason ``why`` for an expression.

    ``serial`` is the object, None for a computed value; ``read`` are all objects that the text
    depends on. ``plain`` values are equal if their texts are.
    """

    serial: int | None = None
    text: str | None = None
    read: frozenset[int] = frozenset()
    why: Sentence | None = None
    plain: bool = False

    def change_since(self, before: WatchedValue) -> ValueChange | None:
        """Return how the value changed since ``before``; counts do not matter."""
        if self.text is None or before.text is None:
            if self.text == before.text:
                return None
            return ValueChange.NEW if before.text is None else ValueChange.GONE
        other = self.serial != before.serial and not (self.plain and before.plain)
        return ValueChange.CHANGED if other or self.text != before.text else None


def evaluate_watch(watched: Watched, state: State, sources: Mapping[str, str]) -> WatchedValue:
    """Evaluate a watch at a step; ``sources`` have the local names of functions."""
    match watched:
        case WatchedObject(serial=serial):
            return _of_object(serial, state)
        case WatchedName():
            return _of_object(resolve_name(watched, state), state)
        case WatchedExpression(text=text):
            return _of_expression(text, state, sources)


def resolve_name(watched: WatchedName, state: State) -> int | None:
    """Return the object to which a name refers."""
    if watched.function == MODULE:
        names = state.globals.get(watched.file, ())
    else:
        names = next((one.locals for one in _calls(state, watched)), ())
    return next((serial for name, serial in names if name == watched.name), None)


def _of_object(serial: int | None, state: State) -> WatchedValue:
    if serial is None or serial not in state.heap:
        return WatchedValue()
    return WatchedValue(serial, *value_text(serial, state.heap))


def _of_expression(text: str, state: State, sources: Mapping[str, str]) -> WatchedValue:
    try:
        found = evaluated(_parsed(text), state, sources)
        if isinstance(found, Thing):
            thing = state.heap.get(found.serial)
            if thing is None:
                return WatchedValue(why=sentence("condition.not_recorded", text=text))
            plain = isinstance(thing.content, Scalar)
            return WatchedValue(found.serial, *value_text(found.serial, state.heap), plain=plain)
        return WatchedValue(None, *computed_text(found, state.heap), plain=True)
    except (Undecidable, ConditionFault) as doubt:
        return WatchedValue(why=doubt.message)
    except ValueError:
        # The number has more digits than Python prints.
        return WatchedValue(why=sentence("condition.too_long", text=text))


_parsed = lru_cache(maxsize=64)(parse_condition)


def _calls(state: State, watched: WatchedName) -> Iterator[Frame]:
    """Yield the calls of the watched function, the innermost of the step's thread first."""
    own = state.step.thread if state.step is not None else None
    for thread in sorted(state.stacks, key=lambda one: one != own):
        for frame in reversed(state.stacks[thread]):
            if frame.function == watched.function and frame.file == watched.file:
                yield frame
