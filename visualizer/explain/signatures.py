"""How a function is called, read from the text of its program: a recording does not tell it."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from visualizer.model import Function

_LONGEST = 16
"""Letters of a default's text that are shown at most."""

type _Named = tuple[str, int]
"""A function's name, and the first line of its definition, decorators included."""


class Signatures:
    """Knows the functions of ``sources``, which gives the text of each file by its name."""

    def __init__(self, sources: Callable[[], Mapping[str, str]] = dict) -> None:
        self._sources = sources
        self._known: dict[str, tuple[str, Mapping[_Named, str]]] = {}

    def call(self, function: Function) -> str:
        """``name(a, b=1, *rest)``; the name alone where the texts do not say more.

        A recording does not tell in which file a function is that has not run: where two files have
        one of that name at that line, both must be called alike.
        """
        named = function.name.rpartition(".")[2], function.line
        told = {self._of_file(file, text).get(named) for file, text in self._sources().items()}
        told.discard(None)
        return f"{function.name}{told.pop()}" if len(told) == 1 else function.name

    def _of_file(self, file: str, text: str) -> Mapping[_Named, str]:
        before = self._known.get(file)
        if before is None or before[0] is not text:
            before = self._known[file] = text, signatures(text)
        return before[1]


def signatures(text: str) -> dict[_Named, str]:
    """The parameters of each function of a program, in brackets.

    Of several with the same name that begin on one line, none is told; nothing of what is no
    Python.
    """
    try:
        tree = ast.parse(text)
        found = list(_functions(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    often = Counter(named for named, _ in found)
    return {named: told for named, told in found if often[named] == 1}


def _functions(tree: ast.AST) -> Iterator[tuple[_Named, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                first = min([node.lineno, *(found.lineno for found in node.decorator_list)])
                yield (node.name, first), _written(node.args)
            case ast.Lambda():
                yield ("<lambda>", node.lineno), _written(node.args)


def _written(arguments: ast.arguments) -> str:
    """Parameters with their defaults, without annotations."""
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
    return "=" + (text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
