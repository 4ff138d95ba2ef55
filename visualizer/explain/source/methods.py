"""Names a method with its class, ``Dog.__init__``, where other functions have the same name."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from visualizer.model import Frame, State, Step, parse_program, scope_name

type _Places = Mapping[str, tuple[tuple[range, str], ...]]
"""The functions of each name, the outer ones first: their lines, and the name with the class."""


def function_name(where: Frame | Step, state: State, sources: Mapping[str, str]) -> str:
    """Return the name of the function or module that a frame runs, or that a step is in."""
    name = where.function
    if sum(len(_functions(text).get(name, ())) for text in sources.values()) > 1:
        for lines, qualified in reversed(_functions(sources.get(where.file, "")).get(name, ())):
            if where.line in lines:
                return qualified
    return scope_name(where, state)


@lru_cache(maxsize=16)
def _functions(text: str) -> _Places:
    found: dict[str, tuple[tuple[range, str], ...]] = {}
    try:
        for name, place in _within(parse_program(text).body, ""):
            found[name] = (*found.get(name, ()), place)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    return found


def _within(body: Iterable[ast.AST], prefix: str) -> Iterator[tuple[str, tuple[range, str]]]:
    """Yield functions with their places; ``prefix`` is that of methods in the body."""
    for node in body:
        inner = prefix
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            lines = range(first, (node.end_lineno or first) + 1)
            yield node.name, (lines, prefix + node.name)
            inner = ""
        elif isinstance(node, ast.ClassDef):
            inner = f"{node.name}."
        yield from _within(ast.iter_child_nodes(node), inner)
