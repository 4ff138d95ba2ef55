"""Reads facts about a program's functions from its source, without running it.

A recording has the line at which a function is defined, but not its parameters' kinds and defaults,
the compiler's order of variables, or its enclosing function. Compiling the recorded source provides
them. Functions are matched by first line, name and names of variables.
"""

import ast
import inspect
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import CodeType

from visualizer.explain.source.signatures import WithDefaults, parameters_with_defaults
from visualizer.model import Function


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """One code object of the program, compared by identity.

    ``container`` is the enclosing code. ``parameters`` are written as in a signature (``*args``
    with its star), ``with_defaults`` are those with a default, positional ones first.
    """

    name: str
    first_line: int
    last_line: int
    container: "Code | None"
    variables: tuple[str, ...]
    own_cells: tuple[str, ...]
    free: tuple[str, ...]
    parameters: tuple[str, ...]
    with_defaults: tuple[str, ...]
    lambdas: "list[Code]" = field(default_factory=list)

    @property
    def is_nested(self) -> bool:
        """Whether it is inside a function, so that a call can be its parent."""
        return self.container is not None and self.container.container is not None


class ProgramCode:
    """The code objects of one source text."""

    def __init__(self, source: str) -> None:
        self._by_line: dict[int, list[Code]] = {}
        self.has_nested_functions = False
        self.names_from_files: frozenset[str] = frozenset()
        self.modules: frozenset[str] = frozenset()
        self._with_bodies: dict[int, range] = {}
        self._handlers: list[tuple[str, range]] = []
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(source)
                top = compile(source, "<recorded>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            # A newer Python recorded the source, or it is not Python: its functions stay unknown.
            return
        imports = _imports(tree)
        self.modules = frozenset(imports.values())
        self.names_from_files = frozenset(_names_from_files(tree, imports))
        self._with_bodies = _with_bodies(tree)
        self._handlers = list(_named_handlers(tree))
        self._collect(top, None, parameters_with_defaults(source))

    def of_call(self, name: str, first_line: int, names: Sequence[str]) -> Code | None:
        """Return the code of a call of ``name`` from ``first_line`` that binds ``names``."""
        return _best(self._by_line.get(first_line, ()), name, names)

    def of_frame(self, name: str, line: int, names: Sequence[str]) -> Code | None:
        """Return the innermost code called ``name`` that contains ``line``."""
        around = [
            code
            for line_codes in self._by_line.values()
            for code in line_codes
            if code.first_line <= line <= code.last_line
        ]
        around.sort(key=lambda code: code.first_line, reverse=True)
        return _best(around, name, names)

    def of_function(self, function: Function) -> Code | None:
        """Return the code of a recorded function, even if renamed; None if not in this file."""
        free = tuple(name for name, _ in function.closure)
        there = [code for code in self._by_line.get(function.line, ()) if code.free == free]
        for code in there:
            if code.name == function.name:
                return code
        return there[0] if there else None

    def exit_line(self, last: int, raised: int) -> int:
        """Return the line at which an exception leaves a frame whose last line was ``last``.

        Leaving a ``with`` block visits its first line again, but the exception continues from where
        it was raised.
        """
        return raised if raised in self._with_bodies.get(last, ()) else last

    def names_unbound(self, raised: int) -> set[str]:
        """Return the names that ``except … as`` unbinds when an exception leaves this line."""
        return {name for name, body in self._handlers if raised in body}

    def _collect(self, top: CodeType, container: Code | None, defaults: WithDefaults) -> None:
        for part in top.co_consts:
            if isinstance(part, CodeType):
                code = _code_of(part, container or _MODULE, defaults)
                self._by_line.setdefault(code.first_line, []).append(code)
                self.has_nested_functions |= code.is_nested
                if container is not None and code.name == "<lambda>":
                    container.lambdas.append(code)
                self._collect(part, code, defaults)


_MODULE = Code("<module>", 0, 0, None, (), (), (), (), ())


def _best(codes: Iterable[Code], name: str, names: Sequence[str]) -> Code | None:
    """Return the first code of that name with all these variables, else the first by name."""
    there = [code for code in codes if code.name == name]
    bound = set(names)
    for code in there:
        if bound <= {*code.variables, *code.own_cells, *code.free}:
            return code
    return there[0] if there else None


def _code_of(part: CodeType, container: Code, defaults: WithDefaults) -> Code:
    names = part.co_varnames
    positional = names[: part.co_argcount]
    rest = list(names[part.co_argcount + part.co_kwonlyargcount :])
    keywords = names[part.co_argcount : part.co_argcount + part.co_kwonlyargcount]
    parameters = list(positional)
    if part.co_flags & inspect.CO_VARARGS:
        parameters.append("*" + rest.pop(0))
    parameters.extend(keywords)
    if part.co_flags & inspect.CO_VARKEYWORDS:
        parameters.append("**" + rest.pop(0))
    listed = defaults.get((part.co_name, part.co_firstlineno), ())
    own = (one for one in listed if {*one} <= {*positional, *keywords})
    return Code(
        name=part.co_name,
        first_line=part.co_firstlineno,
        last_line=max(line for _, _, line in part.co_lines() if line is not None),
        container=container,
        variables=names,
        own_cells=part.co_cellvars,
        free=part.co_freevars,
        parameters=tuple(parameters),
        with_defaults=next(own, ()),
    )


def _with_bodies(tree: ast.Module) -> dict[int, range]:
    """Map each line in the head of a ``with`` block to the lines of its body."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.With | ast.AsyncWith):
            first, last = node.body[0].lineno, node.end_lineno or node.lineno
            for line in range(node.lineno, max(first, node.lineno + 1)):
                found[line] = range(first, last + 1)
    return found


def _named_handlers(tree: ast.Module) -> Iterator[tuple[str, range]]:
    """Yield the exception names of handlers, and the lines of the handlers' bodies."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name, range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)


def _imports(tree: ast.Module) -> dict[str, str]:
    """Map names in the program to the modules they refer to."""
    modules = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                modules[alias.asname or alias.name] = alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.setdefault(node.module, node.module)
    return modules


def _names_from_files(tree: ast.Module, imports: dict[str, str]) -> Iterator[str]:
    """Yield the names that the program uses from library modules that have a file.

    A Python module often re-exports functions of its C part, which has the same name with an
    underscore; some of these parts are built into the interpreter and have no file.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and _has_file(node.module):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = imports.get(node.value.id)
            if module and _has_file(module):
                yield node.attr


def _has_file(module: str) -> bool:
    return not {module, "_" + module} & set(sys.builtin_module_names)
