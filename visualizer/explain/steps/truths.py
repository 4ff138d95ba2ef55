"""Conditions whose value is none of `True` and `False`, such as a list or a number."""

import ast

from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.inner_code import source_of
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.watched.looks import WatchedExpression, evaluate_watch
from visualizer.model import Event

_WITH_VALUE = {
    "if-true": "if-true-value",
    "if-false": "if-false-value",
    "while-true": "while-true-value",
    "while-false": "while-false-value",
    "assert-holds": "assert-holds-value",
}


def describe_truth(key: str, test: ast.expr, code: str, change: FrameChange) -> Sentence:
    """Return the sentence for a condition: with its value, where that is known and no `bool`.

    ``code`` is the condition as the sentence quotes it.
    """
    value = _value(test, change)
    if value in (None, "True", "False"):
        return sentence(key, code=code)
    return sentence(_WITH_VALUE[key], code=code, value=value)


def _value(test: ast.expr, change: FrameChange) -> str | None:
    before = change.before
    # Only the names of a line that is about to run are those that its condition reads.
    if before.step is None or before.step.event is not Event.LINE:
        return None
    if not before.frames or before.frames[-1] is not change.was:
        return None
    text = source_of(test, change.sources.get(change.frame.file, ""))
    found = evaluate_watch(WatchedExpression(text), before, change.sources)
    return found.text if found.serial is None else describe(found.serial, before.heap)
