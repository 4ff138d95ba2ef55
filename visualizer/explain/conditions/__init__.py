"""Evaluates an expression, such as a breakpoint's condition, from the recording.

No code of the program runs for it. ``compiling`` makes functions of the expression once; through
``Seen`` these read only what they need from each step.
"""

import ast
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field

from visualizer.explain.conditions.compiling import Compiler, ConditionFault, Part
from visualizer.explain.conditions.seen import OfState, Seen
from visualizer.explain.recorded_values import truth_of
from visualizer.explain.sentence import sentence
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

LONGEST = 500
"""The maximum number of characters of a condition, which limits the time to parse it."""


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression as it was written, and its compiled form, which many steps can evaluate."""

    text: str
    part: Part = field(compare=False, repr=False)


def parse_condition(text: str) -> Condition:
    """Parse a condition; raises ``ConditionFault``. No code of the program runs, now or later."""
    asked = text.strip()
    if len(asked) > LONGEST:
        raise ConditionFault(sentence("condition.fault.long", most=LONGEST))
    return Condition(asked, Compiler(asked).part(_tree(asked)))


def _tree(text: str) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text, mode="eval").body
    except SyntaxError as error:
        reason = error.msg.partition(". Perhaps you forgot")[0].partition(". Maybe you meant")[0]
    except (ValueError, MemoryError, RecursionError) as error:
        # The text has a NUL byte, or more nested brackets than the parser allows.
        reason = str(error) or type(error).__name__
    if _assigns(text):
        raise ConditionFault(sentence("condition.fault.assigns"))
    raise ConditionFault(sentence("condition.fault.syntax", message=reason))


def _assigns(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = ast.parse(text).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return len(found) == 1 and isinstance(found[0], ast.Assign | ast.AugAssign)


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
