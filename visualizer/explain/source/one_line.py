"""Finds out whether a body on the line of its head ran: `if n < 1: return 1`."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from visualizer.explain.source.statements import Statement, is_at, lines_of, parts_of

_BLOCKS = ("body", "orelse", "finalbody")
_LEAVING = (ast.Return, ast.Raise, ast.Break, ast.Continue)
_CLOSING = (ast.Try, ast.TryStar, ast.With, ast.AsyncWith)


def body_ran(found: tuple[Statement, ...], line: int, rebound: set[str], text: str) -> bool | None:
    """Return whether the body ran, by the line that runs next and the names that were rebound.

    ``found`` are the statements on the line; the result is None if they are not a head with one
    statement as its body, or if it is not known.
    """
    if len(found) != 2 or getattr(found[0].node, "body", None) != [found[1].node]:
        return None
    head, body = found[0].node, found[1].node
    match head:
        case ast.If():
            return _if_ran(head, body, line, rebound, text)
        case ast.For() | ast.While():
            # A loop returns to its own line after each pass.
            return None if isinstance(body, _LEAVING) else line == head.lineno
        case ast.ExceptHandler():
            return _handler_ran(head, line, text)
        case ast.match_case():
            return _case_ran(head, line, text)
    return None


def _if_ran(head: ast.If, body: ast.AST, line: int, rebound: set[str], text: str) -> bool | None:
    if head.orelse:
        return not head.orelse[0].lineno <= line <= (head.orelse[-1].end_lineno or 0)
    if isinstance(body, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = body.targets if isinstance(body, ast.Assign) else [body.target]
        names = {one.id for one in targets if isinstance(one, ast.Name)}
        return True if names & rebound else None
    return _left(head, body, line, text) if isinstance(body, _LEAVING) else None


def _handler_ran(head: ast.ExceptHandler, line: int, text: str) -> bool | None:
    if is_at(line, text, ast.ExceptHandler):
        return False
    tries = (one for one in _all(text) if isinstance(one, ast.Try | ast.TryStar))
    around = next((one for one in tries if head in one.handlers), None)
    # `finally` runs either way.
    return None if around is None or around.finalbody else True


def _case_ran(head: ast.match_case, line: int, text: str) -> bool | None:
    choices = (one for one in _all(text) if isinstance(one, ast.Match))
    cases = next((one.cases for one in choices if head in one.cases), [head])
    later = [one.pattern.lineno for one in cases[cases.index(head) + 1 :]]
    return line not in later if later else None


def _left(head: ast.If, body: ast.AST, line: int, text: str) -> bool | None:
    following = _following(head, text)
    if following == line:
        return False
    if following is not None and isinstance(body, ast.Break | ast.Continue):
        return True
    if isinstance(body, ast.Continue):
        return None
    around = [one for one in _all(text) if head.lineno in lines_of(one) and one is not head]
    loops = [one for one in around if isinstance(one, ast.For | ast.AsyncFor | ast.While)]
    is_break = isinstance(body, ast.Break)
    left = max(loops, key=lambda one: one.lineno, default=None) if is_break else None
    first = 0 if left is None else left.lineno
    # Before a loop or a function is left, `finally` and `with` run lines of their own.
    if any(isinstance(one, _CLOSING) and one.lineno > first for one in around):
        return None
    return left is not None and line not in lines_of(left)


def _following(head: ast.If, text: str) -> int | None:
    """Return the line of the next statement of the same block."""
    blocks: list[list[ast.stmt]] = [
        getattr(one, field, []) for one in parts_of(text) for field in _BLOCKS
    ]
    # Statements that are in no other statement are in the module.
    inner = {id(one) for block in blocks for one in block}
    top = {one.lineno: one for one in _all(text) if id(one) not in inner}
    for block in (*blocks, [top[line] for line in sorted(top)]):
        for one, after in pairwise(block):
            if one is head:
                return after.lineno
    return None


def _all(text: str) -> Iterator[ast.stmt]:
    return (one for one in parts_of(text) if isinstance(one, ast.stmt))
