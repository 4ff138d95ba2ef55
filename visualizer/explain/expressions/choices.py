"""Explains the conditions in expressions: the value that one chooses, and what one compares."""

import ast
import builtins
from collections.abc import Iterable, Iterator

from visualizer.explain.recorded_values import OfHeap, lineage
from visualizer.explain.sentence import Sentence
from visualizer.explain.source.inner_code import expression_of, quoted_code, runs_expression
from visualizer.explain.steps.frames import FrameChange, frame_change
from visualizer.explain.steps.outcomes import ran_on_line, statements_at
from visualizer.explain.steps.truths import (
    MANY_TIMES,
    describe_truth,
    describe_values,
    value_before,
    was_true,
)
from visualizer.model import Event, Function, Instance, content_of

_OVER = (Event.LINE, Event.RETURN, Event.YIELD, Event.FINISH)
"""The events at which a line has been evaluated: all of it, or up to its `yield` or `await`."""

_ONCE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Return)
"""The statements that evaluate each of their expressions at most once."""

_WAITS = (ast.Yield, ast.YieldFrom, ast.Await)


def describe_choices(change: FrameChange) -> Iterator[Sentence]:
    """Yield which value each conditional expression of a line evaluates, if that is known.

    Also yield the values that a comparison has, if it is all that the line evaluates.

    A line that a call or an exception interrupts has evaluated only what comes first in it.
    """
    here: FrameChange | None = change
    is_over = change.step.event in _OVER
    if not is_over and change.step.event is not Event.EXCEPTION:
        run = change.before, change.delta, change.heap, change.sources, change.earlier
        here = frame_change(*run, depth=2)
    if here is None or not here.has_begun or (root := _root(here)) is None:
        return
    for node, is_true in _choices(root, here, is_over=is_over):
        key, chosen = ("choice-true", node.body) if is_true else ("choice-false", node.orelse)
        test, code = quoted_code(node.test, here.text), quoted_code(chosen, here.text)
        yield describe_truth(key, node.test, test, here, chosen=code)
        yield from describe_values(node.test, here, holds=is_true)
    if is_over:
        yield from _compared(root, here)


def _compared(root: ast.AST, change: FrameChange) -> Iterator[Sentence]:
    """Yield the values of a comparison that a line assigns, returns or passes to a call."""
    node = root.value if isinstance(root, _ONCE) else root
    match node:
        case ast.Call(args=[ast.expr() as only], keywords=[]):
            node = only
    if change.was is None or not isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp):
        return
    around = (one.node for one in statements_at(change.was, change.sources))
    if any(isinstance(one, ast.If | ast.While) for one in around):
        return  # the values could be those of its condition
    if node.lineno == node.end_lineno == change.was.line:
        holds = was_true(node, change)
        if holds is not None:
            yield from describe_values(node, change, holds=holds)


def _root(change: FrameChange) -> ast.stmt | ast.expr | None:
    """Return the statement, or the body of the lambda or of the one-line block, that the line runs.

    If the line yields, return only what it yields: the rest follows later.
    """
    was = change.was
    root: ast.stmt | ast.expr | None = None
    if was is None:
        return None
    if runs_expression(was):
        inner = expression_of(was, change.before.codes.get(was.code or 0), change.text)
        root = inner.body if isinstance(inner, ast.Lambda) else None
    else:
        found = statements_at(was, change.sources)
        if ran_on_line(found, change):
            found = found[1:]
        if len(found) == 1 and isinstance(found[0].node, _ONCE):
            root = found[0].node
    # Python comes back from later lines of a statement to finish it.
    if root is None or was.line < (change.came_from or 0) <= (root.end_lineno or 0):
        return None
    if change.step.event is not Event.YIELD:
        return root
    waits = [one for one in ast.walk(root) if isinstance(one, _WAITS)]
    return waits[0] if len(waits) == 1 else None


def _choices(
    node: ast.AST, change: FrameChange, *, is_over: bool
) -> Iterator[tuple[ast.IfExp, bool]]:
    """Yield the conditional expressions that the line has evaluated, and their conditions."""
    if isinstance(node, ast.IfExp) and _has_condition(node, change):
        if (is_true := was_true(node.test, change)) is not None:
            yield node, is_true
            chosen = node.body if is_true else node.orelse
            yield from _choices(chosen, change, is_over=is_over)
        return
    for part in _parts(node) if is_over else _first(node, change):
        yield from _choices(part, change, is_over=is_over)


def _has_condition(node: ast.IfExp, change: FrameChange) -> bool:
    """Whether the line completes the condition: Python reports each line of a statement."""
    test, line = node.test, change.was.line if change.was is not None else 0
    end = (test.end_lineno or 0) + 1
    return line in range(test.lineno, end) and change.frame.line not in range(line + 1, end)


def _parts(node: ast.AST) -> Iterable[ast.AST]:
    """Return the parts that Python evaluates whatever their values are."""
    match node:
        case ast.BoolOp(values=[part, *_]):
            return [part]
        case ast.Compare(left=left, ops=[_, _, *_], comparators=[part, *_]):
            return [left, part]
        case ast.AnnAssign(target=target, value=value):
            return [target, value] if value is not None else []
        case _ if isinstance(node, MANY_TIMES):
            return []
    return ast.iter_child_nodes(node)


def _first(node: ast.AST, change: FrameChange) -> Iterable[ast.AST]:
    """Return the part that Python evaluates first, if there is one."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[part, *_]):
            # An unknown name is an error before Python evaluates the argument.
            is_known = change.bindings(name)[0] is not None or hasattr(builtins, name)
            return [part] if is_known else []
        case ast.Call(func=ast.Attribute(value=holder, attr=name), args=[part, *_]):
            return [part] if _has_method(holder, name, change) else []
        case ast.BoolOp(values=[part, *_]):
            return [part]
        case ast.Return(value=ast.expr() as part) | ast.Expr(value=part):
            return [part]
        case ast.Assign(value=part) | ast.AnnAssign(value=ast.expr() as part):
            return [part]
    return []


def _has_method(holder: ast.expr, name: str, change: FrameChange) -> bool:
    """Whether an object has a method that Python finds without running code of the program."""
    heap = change.before.heap
    thing = heap.get(value_before(holder, change).serial or 0)
    if thing is None or not isinstance(thing.content, Instance):
        return thing is not None and hasattr(getattr(builtins, thing.type, None), name)
    attributes = lineage(thing.content.cls, OfHeap(heap))
    if attributes is None or "__getattribute__" in attributes:
        return False
    return isinstance(content_of(attributes.get(name), heap), Function)
