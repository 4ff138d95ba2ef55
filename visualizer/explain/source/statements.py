"""Finds the statements on each line of a program's text."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from visualizer.model import parse_program

type Part = ast.stmt | ast.ExceptHandler | ast.match_case


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement without its body; ``head`` and ``body`` are ranges of lines.

    ``except`` and ``case`` count as statements: they run on lines of their own.
    """

    node: Part
    head: range
    body: range


@lru_cache(maxsize=16)
def statements(source: str) -> Mapping[int, tuple[Statement, ...]]:
    """Return the statements of each line in order; none if the text is not valid Python."""
    found: dict[int, list[Statement]] = {}
    try:
        waiting: list[Part] = [*reversed(parse_program(source).body)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    while waiting:
        node = waiting.pop()
        statement = _statement(node)
        for line in statement.head:
            found.setdefault(line, []).append(statement)
        waiting += reversed([*_inner(node)])
    return {line: tuple(listed) for line, listed in found.items()}


def is_empty(file: str, sources: Mapping[str, str]) -> bool:
    """Whether a file has no statement: Python reports a line of its code all the same."""
    return file in sources and _is_blank(sources[file])


@lru_cache(maxsize=16)
def _is_blank(source: str) -> bool:
    lines = (line.strip() for line in source.splitlines())
    return all(not line or line.startswith("#") for line in lines)


def _inner(node: Part) -> Iterator[Part]:
    if isinstance(node, ast.Match):
        yield from node.cases
        return
    for field in ("body", "handlers", "orelse", "finalbody"):
        yield from getattr(node, field, ())


def _statement(node: Part) -> Statement:
    body = getattr(node, "cases", None) or getattr(node, "body", None)
    first, end = _lines(node)
    if body is None:
        return Statement(node, range(first, end + 1), range(0))
    inside = _lines(body[0])[0], _lines(body[-1])[1]
    # Below decorators: the body of a definition may begin on the line of its `def`.
    head = range(first, max(inside[0], getattr(node, "lineno", first) + 1))
    return Statement(node, head, range(inside[0], inside[1] + 1))


def _lines(node: Part) -> tuple[int, int]:
    """Return the first and the last line, decorators included."""
    if isinstance(node, ast.match_case):
        return node.pattern.lineno, _lines(node.body[-1])[1]
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    return first, node.end_lineno or node.lineno
