"""Finds out whether a body on the line of its head ran: `if n < 1: return 1`."""

import ast
from collections.abc import Iterator

from visualizer.explain.source.statements import (
    Statement,
    is_at,
    lines_of,
    neighbours,
    parts_of,
    parts_of_head,
)

LEAVING = (ast.Return, ast.Raise, ast.Break, ast.Continue)
"""The statements that leave the block in which they are."""
_CLOSING = (ast.Try, ast.TryStar, ast.With, ast.AsyncWith)


def body_ran(found: tuple[Statement, ...], line: int, rebound: set[str], text: str) -> bool | None:
    """Return whether the body ran, by the line that runs next and the names that were rebound.

    ``found`` are the statements on the line; the result is None if they are not a head with one
    statement as its body, or if it is not known.
    """
    if len(found) != 2 or getattr(found[0].node, "body", None) != [found[1].node]:
        return None
    head, body = found[0].node, found[1].node
    if isinstance(head, ast.For | ast.While):
        # A loop returns to its own line after each pass.
        return None if isinstance(body, LEAVING) else line == head.lineno
    if not isinstance(head, ast.If | ast.ExceptHandler | ast.match_case):
        return None
    own = _bound_by(head)
    if (rebound - own) & {one.id for one in _targets(body) if isinstance(one, ast.Name)}:
        return True
    match head:
        case ast.If():
            return _if_ran(head, body, line, text)
        case ast.ExceptHandler():
            return _handler_ran(head, line, text)
    matches_all = isinstance(head.pattern, ast.MatchAs) and head.pattern.pattern is None
    if head.guard is None and (rebound & own or matches_all):
        return True
    return _case_ran(head, line, text)


def _bound_by(head: ast.AST) -> set[str]:
    """Return the names that the head of a statement binds, such as those of a pattern."""
    parts = [part for one in parts_of_head(head) for part in ast.walk(one)]
    targets = (one.target.id for one in parts if isinstance(one, ast.NamedExpr))
    named = (getattr(one, "name", getattr(one, "rest", None)) for one in (head, *parts))
    return {*targets, *(one for one in named if one)}


def _targets(body: ast.AST) -> list[ast.expr]:
    if isinstance(body, ast.Assign):
        return body.targets
    return [body.target] if isinstance(body, ast.AugAssign | ast.AnnAssign) else []


def _if_ran(head: ast.If, body: ast.AST, line: int, text: str) -> bool | None:
    if head.orelse:
        return not head.orelse[0].lineno <= line <= (head.orelse[-1].end_lineno or 0)
    return _left(head, body, line, text) if isinstance(body, LEAVING) else None


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
    _, following = neighbours(head, text)
    if following and lines_of(following[0]).start == line:
        return False
    if following and isinstance(body, ast.Break | ast.Continue):
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


def _all(text: str) -> Iterator[ast.stmt]:
    return (one for one in parts_of(text) if isinstance(one, ast.stmt))
