"""Reads the names of parameters with defaults from the source: the recording lacks them."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from visualizer.model import Function, parse_program

type _Named = tuple[str, int]
"""A function's name, and the first line of its definition, decorators included."""


def with_defaults(function: Function, sources: Mapping[str, str]) -> tuple[str, ...]:
    """Return the parameters to which the defaults of ``function`` belong, in order.

    Empty if the sources do not tell: a recording does not have a function's file, so two functions
    of one name at one line must agree.
    """
    named = function.name.rpartition(".")[2], function.line
    found = {one for text in sources.values() for one in _of_text(text).get(named, ())}
    names = found.pop() if len(found) == 1 else ()
    return names if len(names) == len(function.defaults) else ()


@lru_cache(maxsize=32)
def _of_text(text: str) -> Mapping[_Named, frozenset[tuple[str, ...]]]:
    found: defaultdict[_Named, set[tuple[str, ...]]] = defaultdict(set)
    try:
        for named, arguments in _functions(ast.walk(parse_program(text))):
            found[named].add(_names(arguments))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    return {named: frozenset(names) for named, names in found.items()}


def _functions(nodes: Iterable[ast.AST]) -> Iterator[tuple[_Named, ast.arguments]]:
    for node in nodes:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                first = min([node.lineno, *(found.lineno for found in node.decorator_list)])
                yield (node.name, first), node.args
            case ast.Lambda():
                yield ("<lambda>", node.lineno), node.args


def _names(arguments: ast.arguments) -> tuple[str, ...]:
    """Return positional parameters first, in a function's own order."""
    plain = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
    by_name = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return (
        *plain[len(plain) - len(arguments.defaults) :],
        *(one.arg for one, default in by_name if default is not None),
    )
