"""The steps of a comprehension.

The jumps of one that is written over several lines belong to the line of its value
(compiler_sync_comprehension_generator in codegen.c): the interpreter reports that line after each
`if` and at the end of an inner loop, too, though it computes no value there.
"""

import ast
from collections.abc import Iterator
from itertools import chain

from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.inner_code import (
    Comprehension,
    quoted_code,
    runs_expression,
    value_of,
)
from visualizer.explain.source.statements import Statement, statements
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.steps.truths import was_true
from visualizer.model import Event, Heap, Sequence, content_of, is_result
from visualizer.model import Mapping as Contents

_FILLING = (ast.ListComp, ast.SetComp, ast.DictComp)
_ALREADY = {ast.SetComp: "result-has-item", ast.DictComp: "result-has-key"}


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
    first, last = value_of(node)
    value = range(first.lineno, (last.end_lineno or last.lineno) + 1)
    there, line = change.was.line if change.was is not None else 0, change.step.line
    is_apart = value.stop <= min(one.target.lineno for one in node.generators)
    return is_apart and there == value.start and line not in value and line in _lines(node)


def describe_test(statement: Statement, change: FrameChange) -> Iterator[Sentence]:
    """Yield whether the `if` of a comprehension on the line that has run is true for an item.

    A line that has the `for` too yields nothing: the recording has the item from before the line.
    """
    line = change.was.line if change.was is not None else 0
    loops = [*chain.from_iterable(one.generators for one in _comprehensions(statement))]
    tests = [test for one in loops for test in one.ifs if test.lineno == line]
    if len(tests) != 1 or any(one.target.lineno == line for one in loops):
        return
    if (is_true := was_true(tests[0], change)) is not None:
        key = "item-taken" if is_true else "item-left-out"
        yield sentence(key, code=quoted_code(tests[0], change.text))


def describe_filling(statement: Statement, change: FrameChange) -> Iterator[Sentence]:
    """Yield what became of an item in a comprehension on one line, as its result shows it.

    A list grows by each item that is taken. A set or a dict may have had the item before.
    """
    nodes = [one for one in ast.walk(statement.node) if isinstance(one, _FILLING)]
    results = [one for name, one in change.frame.comprehension if is_result(name)]
    if len(nodes) != 1 or len(results) != 1:
        return
    loops, text, kind = nodes[0].generators, change.text, type(nodes[0])
    tests = [test for loop in loops for test in loop.ifs]
    grew = _length(results[0], change.heap) > _length(results[0], change.before.heap)
    is_short, parts = len(_lines(nodes[0])) == 1, (len(loops), len(tests))
    is_list = kind is ast.ListComp
    is_over = _has_left_loop(change)
    if is_short and parts == (1, 1) and (grew or is_list):
        key = "item-taken" if grew else "item-left-out"
        yield sentence(key, code=quoted_code(tests[0], text))
    elif is_short and len(loops) == 2 and not grew and (is_over or (is_list and not tests)):
        yield sentence("inner-loop-over", code=quoted_code(loops[1].target, text))
    elif results[0] not in change.before.heap or grew or results[0] in change.rewritten:
        return
    elif not is_over and _took_item(loops, change):
        is_known = parts == (1, 0) and not is_list
        yield sentence(_ALREADY[kind] if is_known else "result-stays")


def _has_left_loop(change: FrameChange) -> bool:
    """Whether the step dropped the iterator of an inner loop, as far as known.

    After a call, the dropped objects may be its arguments.
    """
    if change.was is None or change.previous.event is not Event.LINE:
        return False
    return not {*change.was.operands} <= {*change.frame.operands}


def _took_item(loops: list[ast.comprehension], change: FrameChange) -> bool:
    """Whether a loop took an item, as far as known: it began, bound a name or moved its iterator.

    At the end of an inner loop, which is a step of its own, none does. If a call has ended, an
    earlier step took the item. From Python 3.15 on, loops over lists have no iterator.
    """
    old, new = change.was, change.frame
    if len(loops) == 1 or old is None or change.previous.event is not Event.LINE:
        return True
    is_bound = {*new.locals, *new.comprehension} - {*old.locals, *old.comprehension}
    has_begun = {*new.operands} - {*old.operands}
    return bool(is_bound or has_begun or change.rewritten & {*new.operands})


def _length(serial: int, heap: Heap) -> int:
    content = content_of(serial, heap)
    return content.length if isinstance(content, Sequence | Contents) else 0


def _comprehensions(statement: Statement) -> Iterator[Comprehension]:
    """Yield the comprehensions of several lines in a statement."""
    if len(statement.head) > 1:
        for node in ast.walk(statement.node):
            if isinstance(node, Comprehension.__value__) and len(_lines(node)) > 1:
                yield node


def _lines(node: Comprehension) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)
