"""Evaluates an expression, such as a breakpoint's condition, from what was recorded.

No code of the program is run for it. ``text`` checks what was typed, ``compiling`` makes functions
of it, once; these ask each step for what they need and nothing else, through ``Seen``.
"""

from collections.abc import Mapping

from visualizer.explain.conditions.seen import OfState, Recorded, Seen
from visualizer.explain.conditions.text import Condition, ConditionFault, parse_condition
from visualizer.explain.recorded_values import Undecidable, truth_of

__all__ = [
    "Condition",
    "ConditionFault",
    "OfState",
    "Recorded",
    "Seen",
    "Undecidable",
    "evaluated",
    "holds",
    "is_true",
    "parse_condition",
]


def is_true(condition: Condition, seen: Seen) -> bool:
    """Whether it is true at a step, for its innermost call; raises ``Undecidable``."""
    part = condition.part
    found = part.value(seen)
    return found if isinstance(found, bool) else truth_of(found, seen, part.text)


def holds(condition: Condition, state: Recorded, sources: Mapping[str, str]) -> bool:
    """The same of a whole state. ``sources`` tell which names a function has of its own."""
    return is_true(condition, OfState(state, sources))


def evaluated(condition: Condition, state: Recorded, sources: Mapping[str, str]) -> object:
    """What an expression comes to at a step, for its innermost call; raises ``Undecidable``.

    An object that the recording has is a ``Thing``, also a number or a text; what was computed is
    a value, in which there may be things.
    """
    return condition.part.reach(OfState(state, sources))
