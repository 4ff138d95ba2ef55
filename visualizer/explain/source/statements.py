"""Finds the statements on each line of a program's text."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from visualizer.model import program_tree

_BLOCKS = ("body", "handlers", "orelse", "finalbody", "cases")

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
    waiting: list[Part] = [*reversed(program_tree(source).body)]
    while waiting:
        node = waiting.pop()
        statement = _statement(node)
        for line in statement.head:
            found.setdefault(line, []).append(statement)
        waiting += reversed([one for field in _BLOCKS for one in getattr(node, field, ())])
    return {line: tuple(listed) for line, listed in found.items()}


def parts_of(source: str) -> Iterator[Part]:
    """Yield all statements, each as often as its head has lines."""
    return (one.node for listed in statements(source).values() for one in listed)


def is_at(line: int, source: str, *kinds: type[Part]) -> bool:
    """Whether a statement of one of these kinds is at a line."""
    return any(isinstance(one.node, kinds) for one in statements(source).get(line, ()))


def neighbours(node: Part, source: str) -> tuple[list[Part], list[Part]]:
    """Return the statements before and after another one in its block."""
    every = dict.fromkeys(parts_of(source))
    blocks: list[list[Part]] = [getattr(one, field, []) for one in every for field in _BLOCKS]
    inner = {one for block in blocks for one in block}
    blocks.append([one for one in every if one not in inner])
    block = next((one for one in blocks if node in one), [node])
    place = block.index(node)
    return block[:place], block[place + 1 :]


def is_empty(file: str, sources: Mapping[str, str]) -> bool:
    """Whether a file has no statement; Python still reports a line of its code."""
    return file in sources and _is_blank(sources[file])


@lru_cache(maxsize=16)
def _is_blank(source: str) -> bool:
    lines = (line.strip() for line in source.splitlines())
    return all(not line or line.startswith("#") for line in lines)


def _statement(node: Part) -> Statement:
    body = getattr(node, "cases", None) or getattr(node, "body", None)
    lines = lines_of(node)
    if body is None:
        return Statement(node, lines, range(0))
    inside = range(lines_of(body[0]).start, lines_of(body[-1]).stop)
    # The body may begin on the last line of the head, also below decorators.
    inner = (one for part in parts_of_head(node) for one in ast.walk(part))
    ends = (getattr(one, "end_lineno", 0) for one in inner)
    last = max((getattr(node, "lineno", lines.start), *ends))
    return Statement(node, range(lines.start, max(inside.start, last + 1)), inside)


def parts_of_head(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a statement, or of an expression, except the blocks of statements."""
    for field, part in ast.iter_fields(node):
        for one in part if isinstance(part, list) else [part]:
            if isinstance(one, ast.AST) and field not in _BLOCKS:
                yield one


def parameters_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[ast.arg]:
    """Return all parameters of a function."""
    return [one for one in ast.iter_child_nodes(node.args) if isinstance(one, ast.arg)]


def lines_of(node: Part) -> range:
    """Return the lines of a statement, decorators included."""
    if isinstance(node, ast.match_case):
        return range(node.pattern.lineno, lines_of(node.body[-1]).stop)
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    return range(first, (node.end_lineno or node.lineno) + 1)


def names_in(nodes: Iterable[ast.AST]) -> set[str]:
    """Return the names and attributes among syntax nodes."""
    return {getattr(one, "id", getattr(one, "attr", "")) for one in nodes} - {""}


def called_name(node: ast.AST) -> str | None:
    """Return the name of the function or method that a call calls; None for other nodes."""
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "id", getattr(function, "attr", None))
