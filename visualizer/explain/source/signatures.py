"""Reads the parameters of functions from the program's text, because the recording lacks them.

A recording does not have the file of a function that has not run: if two files define that name at
that line, both must agree.
"""

import ast
from collections import defaultdict
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import lru_cache

from visualizer.explain.naming import cut
from visualizer.explain.source.scopes import scopes_of
from visualizer.explain.source.statements import lines_of
from visualizer.model import Function

_MAX_DEFAULT = 16
"""The maximum number of letters of a default."""

type _Named = tuple[str, int]
"""A function's name, and the first line of its definition, decorators included."""
type WithDefaults = Mapping[_Named, list[tuple[str, ...]]]


class Signatures:
    """Finds signatures in ``sources``, which returns the text of each file by name."""

    def __init__(self, sources: Callable[[], Mapping[str, str]]) -> None:
        self._sources = sources

    def call(self, function: Function) -> str:
        """Return ``name(a, b=1, *rest)``, or the name alone if the texts have no more."""
        named = _named(function)
        found = {signatures(text).get(named) for text in self._sources().values()} - {None}
        return f"{function.name}{found.pop()}" if len(found) == 1 else function.name


@lru_cache(maxsize=32)
def signatures(text: str) -> dict[_Named, str]:
    """Return the parameters of each function of a program, in brackets.

    Empty if the text is not valid Python; a name that several functions on one line share is left
    out.
    """
    try:
        known = _parameters(text).items()
        return {named: _written(listed[0]) for named, listed in known if len(listed) == 1}
    except RecursionError:
        return {}


def with_defaults(function: Function, sources: Mapping[str, str]) -> tuple[str, ...]:
    """Return the parameters to which the defaults of ``function`` belong, in order.

    Empty if the sources do not show them.
    """
    every = (parameters_with_defaults(text) for text in sources.values())
    found = {names for known in every for names in known.get(_named(function), ())}
    names = found.pop() if len(found) == 1 else ()
    return names if len(names) == len(function.defaults) else ()


@lru_cache(maxsize=32)
def parameters_with_defaults(text: str) -> WithDefaults:
    """Return the parameters with defaults of the functions of each name at each line."""
    return {named: [*map(_with_defaults, one)] for named, one in _parameters(text).items()}


def _named(function: Function) -> _Named:
    return function.name.rpartition(".")[2], function.line


@lru_cache(maxsize=32)
def _parameters(text: str) -> Mapping[_Named, list[ast.arguments]]:
    """Return the parameters of the functions of each name at each line."""
    found: defaultdict[_Named, list[ast.arguments]] = defaultdict(list)
    for node, _ in scopes_of(text):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                found[node.name, lines_of(node).start].append(node.args)
            case ast.Lambda():
                found["<lambda>", node.lineno].append(node.args)
    return dict(found)


def _with_defaults(arguments: ast.arguments) -> tuple[str, ...]:
    """Return the parameters with defaults, positional ones first, in the function's order."""
    plain = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
    by_name = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return (
        *plain[len(plain) - len(arguments.defaults) :],
        *(one.arg for one, default in by_name if default is not None),
    )


def _written(arguments: ast.arguments) -> str:
    """Return parameters with their defaults, without annotations."""
    plain = deepcopy(arguments)
    for one in ast.walk(plain):
        if isinstance(one, ast.arg):
            one.annotation = None
    plain.defaults = [*map(_short, plain.defaults)]
    plain.kw_defaults = [one and _short(one) for one in plain.kw_defaults]
    return f"({ast.unparse(plain)})"


def _short(default: ast.expr) -> ast.expr:
    return ast.Name(cut(ast.unparse(default), _MAX_DEFAULT))
