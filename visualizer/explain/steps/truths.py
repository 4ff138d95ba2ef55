"""Conditions whose value is neither `True` nor `False`, such as a list or a number."""

import ast

from visualizer.explain.naming import ByPath, describe_at
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.inner_code import source_of
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.watched.looks import WatchedExpression, WatchedValue, evaluate_watch
from visualizer.model import Event

_WITH_VALUE = {
    "if-true": "if-true-value",
    "if-false": "if-false-value",
    "if-false-elif": "if-false-value-elif",
    "if-false-else": "if-false-value-else",
    "while-true": "while-true-value",
    "while-false": "while-false-value",
    "assert-holds": "assert-holds-value",
    "assert-fails": "assert-fails-value",
}


def describe_truth(key: str, test: ast.expr, code: str, change: FrameChange) -> Sentence:
    """Return the sentence for a condition, with its value if that is known and not a `bool`.

    ``code`` is the condition as the sentence quotes it.
    """
    value = _value(test, code, change)
    if value in (None, "True", "False"):
        return sentence(key, code=code)
    return sentence(_WITH_VALUE[key], code=code, value=value)


def _value(test: ast.expr, code: str, change: FrameChange) -> str | None:
    found = value_before(test, change)
    if found.serial is None:
        return found.text
    was, now = change.before.heap, change.heap
    named = ByPath(was, now.path) if isinstance(now, ByPath) else was
    return describe_at(code, found.serial, named).removeprefix("bool ")


def was_true(test: ast.expr, change: FrameChange) -> bool | None:
    """Return whether a condition was true as its line began; None if the recording cannot tell."""
    return {"True": False, "False": True}.get(value_before(test, change, "not ({})").text or "")


def value_before(node: ast.expr, change: FrameChange, within: str = "{}") -> WatchedValue:
    """Return an expression's value at the beginning of the line that ran, if no code ran for it.

    ``within`` is the expression around it, with a gap.
    """
    before = change.before
    # The line reads these names only if it is about to run.
    if before.step is None or before.step.event is not Event.LINE:
        return WatchedValue()
    if not before.frames or before.frames[-1] is not change.was:
        return WatchedValue()
    text = within.format(source_of(node, change.text))
    return evaluate_watch(WatchedExpression(text), before, change.sources)
