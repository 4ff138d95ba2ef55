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
    quoted_code,
    runs_expression,
    value_of,
)
from visualizer.explain.source.scopes import COMPREHENSIONS, INLINED, Comprehension
from visualizer.explain.source.statements import Statement, statements
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.steps.truths import truth_after, value_after, was_true
from visualizer.model import Event, Heap, Sequence, content_of, is_result
from visualizer.model import Iterator as WalkedIterator
from visualizer.model import Mapping as Contents

_ALREADY = {ast.SetComp: "result-has-item", ast.DictComp: "result-has-key"}


def only_passes(change: FrameChange) -> bool:
    """Whether a comprehension has reached the line of its value and takes no new value from it."""
    events = change.previous.event, change.step.event
    if events != (Event.LINE, Event.LINE) or change.was is None:
        return False
    filled = {one for name, one in change.was.comprehension if is_result(name)}
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

    A line that has the `for` too takes the item first. Yield also the end of an inner loop.
    """
    line = change.was.line if change.was is not None else 0
    ended = (_ended_loop(node, change) for node in _comprehensions(statement))
    for loop in filter(None, ended):
        yield sentence("inner-loop-over", code=quoted_code(loop.target, change.text))
    loops = [*chain.from_iterable(one.generators for one in _comprehensions(statement))]
    tests = [test for one in loops for test in one.ifs if test.lineno == line]
    here = [one for one in loops if one.target.lineno == line]
    if len(tests) != 1 or len(here) > 1 or (here and tests[0] not in here[0].ifs):
        return
    is_true = _is_item_taken(here[0], loops, change) if here else was_true(tests[0], change)
    if is_true is not None:
        yield _outcome(tests[0], change, is_true=is_true)


def describe_filling(statement: Statement, change: FrameChange) -> Iterator[Sentence]:
    """Yield what became of an item in a comprehension on one line, as its result shows it.

    A list grows by each item that is taken. A set or a dict may have had the item before.
    """
    nodes = [one for one in ast.walk(statement.node) if isinstance(one, INLINED)]
    results = [one for name, one in change.frame.comprehension if is_result(name)]
    if len(nodes) != 1 or len(results) != 1:
        return
    loops, text, kind = nodes[0].generators, change.text, type(nodes[0])
    tests = [test for loop in loops for test in loop.ifs]
    grew = _length(results[0], change.heap) > _length(results[0], change.before.heap)
    is_short, parts = len(_lines(nodes[0])) == 1, (len(loops), len(tests))
    is_list = kind is ast.ListComp
    is_over = _has_left_loop(change)
    is_tested = is_short and len(tests) == len(loops[-1].ifs) == 1
    is_left_out = not grew and (
        (is_list and parts == (1, 1))
        or (is_tested and not is_over and _is_item_taken(loops[-1], loops, change) is False)
    )
    is_over = is_over or (len(loops) > 1 and _ends_range(loops, change))
    if is_tested and (grew or is_left_out):
        yield _outcome(tests[0], change, is_true=grew)
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


def _ended_loop(node: Comprehension, change: FrameChange) -> ast.comprehension | None:
    """Return the loop that has ended in a step back to the line of a loop around it.

    Before Python 3.14 the line of the value is between the two.
    """
    was = change.was
    if was is None or not (runs_expression(was) or any(is_result(n) for n, _ in was.comprehension)):
        return None
    lines = [one.target.lineno for one in node.generators]
    (first, last), there, here = value_of(node), was.line, change.step.line
    value = range(first.lineno, (last.end_lineno or last.lineno) + 1)
    if len({*lines}) < len(lines) or here not in lines[:-1] or here in value:
        return None
    inner = node.generators[lines.index(here) + 1]
    bound = {name for name, _ in (*was.locals, *was.comprehension)}
    from_inside = change.came_from if there == value.start else there
    is_back = from_inside in lines[lines.index(here) + 1 :]
    return inner if is_back and _names(inner.target) <= bound else None


def _outcome(test: ast.expr, change: FrameChange, *, is_true: bool) -> Sentence:
    """Return the sentence for a condition that was true or false for an item."""
    key = "item-taken" if is_true else "item-left-out"
    if value_after(test, change).text not in (None, "True", "False"):
        key += "-value"
    return sentence(key, code=quoted_code(test, change.text))


def _ends_range(loops: list[ast.comprehension], change: FrameChange) -> bool:
    """Whether the innermost of several loops over `range` has ended: only then no name changes.

    The recording has no iterators of such loops.
    """
    old, new = change.was, change.frame
    if old is None or change.previous.event is not Event.LINE:
        return False
    over = [getattr(one.iter, "func", None) for one in loops]
    targets = {ast.unparse(one.target) for one in loops}
    return (
        all(getattr(one, "id", "") == "range" for one in over)
        and len(targets) == len(loops)
        and (old.locals, old.comprehension) == (new.locals, new.comprehension)
    )


def _is_item_taken(
    loop: ast.comprehension, loops: list[ast.comprehension], change: FrameChange
) -> bool | None:
    """Return whether the only `if` of a loop is true for the item that the loop took in the step.

    None if the recording cannot tell: if the loop bound no other object, if the step changed
    objects that existed before, or if `:=` bound a name of the condition, maybe after it was read.
    ``loops`` are all of the comprehension.
    """
    old, new, test = change.was, change.frame, loop.ifs[0]
    results = {one for name, one in new.comprehension if is_result(name)}
    # No condition can read how far an iterator has got.
    others = (change.heap[one].content for one in change.rewritten - results - {*new.operands})
    if old is None or not results or not all(isinstance(one, WalkedIterator) for one in others):
        return None
    changed = {*new.locals, *new.comprehension} - {*old.locals, *old.comprehension}
    bound = {name for name, _ in changed}
    if _names(loop.target).isdisjoint(bound) or change.previous.event is not Event.LINE:
        return None
    taken = set[str]().union(*(_names(one.target) for one in loops))
    return truth_after(test, change) if _names(test).isdisjoint(bound - taken) else None


def _names(node: ast.expr) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _length(serial: int, heap: Heap) -> int:
    content = content_of(serial, heap)
    return content.length if isinstance(content, Sequence | Contents) else 0


def _comprehensions(statement: Statement) -> Iterator[Comprehension]:
    """Yield the comprehensions of several lines in a statement."""
    if len(statement.head) > 1:
        for node in ast.walk(statement.node):
            if isinstance(node, COMPREHENSIONS) and len(_lines(node)) > 1:
                yield node


def _lines(node: Comprehension) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)
