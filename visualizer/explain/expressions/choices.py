"""Explains the conditions in expressions: the value that one chooses, and what one compares."""

import ast
from collections.abc import Iterator
from dataclasses import replace

from visualizer.explain.sentence import Sentence
from visualizer.explain.source.inner_code import expression_of, quoted_code, runs_expression
from visualizer.explain.steps.frames import FrameChange, is_same_frame
from visualizer.explain.steps.outcomes import statements_at
from visualizer.explain.steps.truths import (
    MANY_TIMES,
    describe_truth,
    describe_values,
    was_true,
)
from visualizer.model import Event

_OVER = (Event.LINE, Event.RETURN, Event.YIELD, Event.FINISH)
"""The events at which all of a line has been evaluated, unless its statement continues."""

_ONCE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Return)
"""The statements that evaluate each of their expressions at most once."""


def describe_choices(change: FrameChange) -> Iterator[Sentence]:
    """Yield which value each conditional expression of a line evaluates, if that is known.

    Also yield the values that a comparison has, if it is all that the line evaluates.

    A line that a call or an exception interrupts has evaluated only what comes first in it.
    """
    is_over = change.step.event in _OVER
    here = change if is_over else _interrupted(change)
    root = _root(here) if here is not None else None
    if here is None or root is None:
        return
    for node, is_true in _choices(root if is_over else _first(root), here, is_over=is_over):
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
    if node.lineno == node.end_lineno == change.was.line:
        holds = was_true(node, change)
        if holds is not None:
            yield from describe_values(node, change, holds=holds)


def _interrupted(change: FrameChange) -> FrameChange | None:
    """Return the change of the frame whose line a call or an exception interrupts."""
    if change.step.event is Event.EXCEPTION:
        return change
    stack, caller = change.before.stacks.get(change.step.thread, ()), change.caller
    if not stack or caller is None or not is_same_frame(stack[-1], caller):
        return None
    return replace(change, frame=caller, was=stack[-1])


def _root(change: FrameChange) -> ast.AST | None:
    """Return the statement, or the body of the lambda, that the line runs."""
    was, text = change.was, change.text
    if was is None:
        return None
    if runs_expression(was):
        inner = expression_of(was, change.before.codes.get(was.code or 0), text)
        return inner.body if isinstance(inner, ast.Lambda) else None
    found = statements_at(was, change.sources)
    is_one = len(found) == 1 and isinstance(found[0].node, _ONCE)
    return found[0].node if is_one else None


def _first(node: ast.AST) -> ast.AST:
    """Return the part of an expression or a statement that Python evaluates first."""
    match node:
        case ast.Call(func=ast.Name(), args=[ast.expr() as inner, *_]):
            return _first(inner)
        case ast.Return(value=ast.expr() as inner) | ast.Expr(value=inner):
            return _first(inner)
        case ast.Assign(value=inner) | ast.AnnAssign(value=ast.expr() as inner):
            return _first(inner)
    return node


def _choices(
    node: ast.AST, change: FrameChange, *, is_over: bool
) -> Iterator[tuple[ast.IfExp, bool]]:
    """Yield the conditional expressions that the line has evaluated, and their conditions.

    Python reports each line of a statement of several lines: the line has the condition.
    """
    line = change.was.line if change.was is not None else 0
    match node:
        case ast.IfExp(test=test) if line in range(test.lineno, (test.end_lineno or 0) + 1):
            if (is_true := was_true(test, change)) is not None:
                yield node, is_true
                chosen = node.body if is_true else node.orelse
                inner = chosen if is_over else _first(chosen)
                yield from _choices(inner, change, is_over=is_over)
        case ast.BoolOp(values=[part, *_]):
            yield from _choices(part, change, is_over=is_over)
        case _ if is_over and not isinstance(node, MANY_TIMES):
            for one in ast.iter_child_nodes(node):
                yield from _choices(one, change, is_over=is_over)
