"""The steps of a comprehension that is written over several lines.

Its jumps belong to the line of its value (compiler_sync_comprehension_generator in codegen.c): the
interpreter reports that line after each `if` and at the end of an inner loop, too, though it
computes no value there.
"""

import ast
from collections.abc import Iterator
from itertools import chain

from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.inner_code import quoted_code, runs_expression
from visualizer.explain.source.statements import Statement, statements
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.steps.truths import was_true
from visualizer.model import Event, is_result

type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def only_passes(change: FrameChange) -> bool:
    """Whether a comprehension has reached the line of its value and takes no new value from it."""
    events = change.previous.event, change.step.event
    if events != (Event.LINE, Event.LINE) or change.was is None:
        return False
    filled = {one for name, one in change.frame.comprehension if is_result(name)}
    if not (filled or runs_expression(change.frame)) or filled & change.rewritten:
        return False
    known = statements(change.text).get(change.was.line, ())
    return any(_leaves_value(one, change) for found in known for one in _comprehensions(found))


def _leaves_value(node: Comprehension, change: FrameChange) -> bool:
    """Whether the step leads from lines with only the value to other lines of the comprehension."""
    first, last = _value_of(node)
    value = range(first.lineno, (last.end_lineno or last.lineno) + 1)
    there, line = change.was.line if change.was is not None else 0, change.step.line
    is_apart = value.stop <= min(one.target.lineno for one in node.generators)
    return is_apart and there == value.start and line not in value and line in _lines(node)


def describe_test(statement: Statement, change: FrameChange) -> Iterator[Sentence]:
    """Yield whether the `if` of a comprehension on the line that has run is true for an item."""
    line = change.was.line if change.was is not None else 0
    inner = chain.from_iterable(one.generators for one in _comprehensions(statement))
    tests = [test for one in inner for test in one.ifs if test.lineno == line]
    if len(tests) == 1 and (is_true := was_true(tests[0], change)) is not None:
        key = "item-taken" if is_true else "item-left-out"
        yield sentence(key, code=quoted_code(tests[0], change.text))


def _comprehensions(statement: Statement) -> Iterator[Comprehension]:
    """Yield the comprehensions of several lines in a statement."""
    if len(statement.head) > 1:
        for node in ast.walk(statement.node):
            if isinstance(node, Comprehension.__value__) and len(_lines(node)) > 1:
                yield node


def _lines(node: Comprehension) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _value_of(node: Comprehension) -> tuple[ast.expr, ast.expr]:
    return (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt, node.elt)
