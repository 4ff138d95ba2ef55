"""Explains `return`, `break` and `continue`, and the blocks that end before they jump."""

import ast
from collections.abc import Iterator
from itertools import chain

from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.statements import Statement, statements
from visualizer.explain.steps.frames import FrameChange

type Jump = ast.Return | ast.Break | ast.Continue

_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def describe_jump(node: Jump, change: FrameChange) -> Iterator[Sentence]:
    """Yield whether a jump waits for a block, and whether it skips the `else` of its loop.

    A `return` that does not wait ends its frame, which other sentences explain.
    """
    around = [one for one in _statements(change.text) if _encloses(one, node)]
    loops = [one for one in around if isinstance(one.node, _LOOPS) and node.lineno in one.body]
    loop = max(loops, key=lambda one: one.body.start, default=None)
    first = 0 if loop is None or isinstance(node, ast.Return) else loop.body.start
    left = [one for one in around if first <= one.head.start]
    word, line = type(node).__name__.lower(), change.step.line
    if any(isinstance(one.node, ast.With | ast.AsyncWith) and line in one.head for one in left):
        yield sentence("jump-waits-for-with", code=word)
    elif isinstance(node, ast.Return) or any(_begins_finally(one, node, line) for one in left):
        yield sentence("jump-waits", code=word)
    else:
        yield sentence("break-ran" if isinstance(node, ast.Break) else "continue-ran")
    if isinstance(node, ast.Break) and loop is not None and getattr(loop.node, "orelse", None):
        yield sentence("loop-else-skipped")


def _statements(text: str) -> Iterator[Statement]:
    return chain.from_iterable(statements(text).values())


def _encloses(statement: Statement, node: Jump) -> bool:
    return statement.head.start <= node.lineno <= (getattr(statement.node, "end_lineno", 0) or 0)


def _begins_finally(statement: Statement, node: Jump, line: int) -> bool:
    """Whether a line begins the `finally` of a `try` that the jump leaves."""
    final: list[ast.stmt] = getattr(statement.node, "finalbody", [])
    return bool(final) and node.lineno < final[0].lineno == line
