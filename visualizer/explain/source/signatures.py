"""Reads the signatures of functions from the program's text: the recording lacks them."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from visualizer.model import Function, parse_program

_MAX_DEFAULT = 16
"""The maximum number of letters of a default."""

type _Named = tuple[str, int]
"""A function's name, and the first line of its definition, decorators included."""


class Signatures:
    """Finds signatures in ``sources``, which returns the text of each file by name."""

    def __init__(self, sources: Callable[[], Mapping[str, str]] = dict) -> None:
        self._sources = sources
        self._known: dict[str, tuple[str, Mapping[_Named, str]]] = {}

    def call(self, function: Function) -> str:
        """Return ``name(a, b=1, *rest)``, or the name alone if the texts do not tell more.

        A recording does not have the file of a function that has not run: if two files define that
        name at that line, both signatures must agree.
        """
        named = function.name.rpartition(".")[2], function.line
        found = {self._of_file(file, text).get(named) for file, text in self._sources().items()}
        found.discard(None)
        return f"{function.name}{found.pop()}" if len(found) == 1 else function.name

    def _of_file(self, file: str, text: str) -> Mapping[_Named, str]:
        before = self._known.get(file)
        if before is None or before[0] is not text:
            before = self._known[file] = text, signatures(text)
        return before[1]


def signatures(text: str) -> dict[_Named, str]:
    """Return the parameters of each function of a program, in brackets.

    Empty if the text is not valid Python; a name that several functions on one line share is left
    out.
    """
    try:
        tree = parse_program(text)
        found = list(_functions(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    often = Counter(named for named, _ in found)
    return {named: found for named, found in found if often[named] == 1}


def _functions(tree: ast.AST) -> Iterator[tuple[_Named, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                first = min([node.lineno, *(found.lineno for found in node.decorator_list)])
                yield (node.name, first), _written(node.args)
            case ast.Lambda():
                yield ("<lambda>", node.lineno), _written(node.args)


def _written(arguments: ast.arguments) -> str:
    """Return parameters with their defaults, without annotations."""
    plain = [*arguments.posonlyargs, *arguments.args]
    without = len(plain) - len(arguments.defaults)
    parts = [
        one.arg + (_default(arguments.defaults[n - without]) if n >= without else "")
        for n, one in enumerate(plain)
    ]
    if arguments.posonlyargs:
        parts.insert(len(arguments.posonlyargs), "/")
    if arguments.vararg is not None:
        parts.append(f"*{arguments.vararg.arg}")
    elif arguments.kwonlyargs:
        parts.append("*")
    for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        parts.append(one.arg + (_default(default) if default is not None else ""))
    if arguments.kwarg is not None:
        parts.append(f"**{arguments.kwarg.arg}")
    return f"({', '.join(parts)})"


def _default(value: ast.expr) -> str:
    text = ast.unparse(value)
    return "=" + (text if len(text) <= _MAX_DEFAULT else text[: _MAX_DEFAULT - 1] + "…")
