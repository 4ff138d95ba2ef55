"""Evaluates an expression, such as a breakpoint's condition, from the recording.

No code of the program runs for it. ``text`` checks the written expression, ``compiling`` makes
functions of it once; through ``Seen`` these read only what they need from each step.
"""

from collections.abc import Mapping

from visualizer.explain.conditions.seen import OfState, Seen
from visualizer.explain.conditions.text import Condition, ConditionFault, parse_condition
from visualizer.explain.recorded_values import truth_of
from visualizer.model import State

__all__ = [
    "Condition",
    "ConditionFault",
    "OfState",
    "Seen",
    "evaluated",
    "holds",
    "is_true",
    "parse_condition",
]


def is_true(condition: Condition, seen: Seen) -> bool:
    """Whether a condition is true at a step, for its innermost call; raises ``Undecidable``."""
    part = condition.part
    found = part.value(seen)
    return found if isinstance(found, bool) else truth_of(found, seen, part.text)


def holds(condition: Condition, state: State, sources: Mapping[str, str]) -> bool:
    """Whether a condition is true in a state; ``sources`` have the local names of functions."""
    return is_true(condition, OfState(state, sources))


def evaluated(condition: Condition, state: State, sources: Mapping[str, str]) -> object:
    """Return the value of an expression at a step, in its innermost call; raise ``Undecidable``.

    A recorded object, also a number or a text, is a ``Thing``; a computed value may contain things.
    """
    return condition.part.reach(OfState(state, sources))
