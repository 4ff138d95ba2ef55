"""The source of a notebook's functions and classes."""

import ast
import functools
import inspect
import linecache
import types
from collections.abc import Iterator
from dataclasses import dataclass

from visualizer.embedding.cell_names import global_reads, table_reads

_MISSING = object()
DEFINED = (type, types.FunctionType, type(functools.cache(lambda: None)))
"""What ``def``, ``class`` and the usual decorators make."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A ``def`` or ``class`` statement: its name, its source, its syntax."""

    name: str
    source: str
    statement: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

    @property
    def reads(self) -> list[str]:
        """The global names that it reads, when it is called or sooner."""
        return global_reads(self.source)

    @property
    def reads_at_once(self) -> list[str]:
        """The global names that the statement itself reads: decorators, defaults, bases."""
        return list(dict.fromkeys(table_reads(self.source, in_functions=False)))


def definition_of(value: object) -> Definition | None:
    """Return the statement that defined a function or class of the notebook, if that is known."""
    plain = inspect.unwrap(value) if isinstance(value, DEFINED) and callable(value) else value
    if not isinstance(plain, (type, types.FunctionType)) or plain.__module__ != "__main__":
        return None
    if "." in plain.__qualname__ or getattr(plain, "__closure__", None):
        return None
    first, files = _place(plain)
    for file in files:
        found = _statement("".join(linecache.getlines(file)), plain.__name__, first)
        if found is not None:
            return found
    return None


def _place(plain: type | types.FunctionType) -> tuple[int, list[str]]:
    """Return the line of a definition and the files that may hold it, likeliest first.

    A cell is a file of ``linecache`` alone; what ``inspect`` asks, a module's file, is not there.
    """
    if isinstance(plain, types.FunctionType):
        return plain.__code__.co_firstlineno, [plain.__code__.co_filename]
    methods = (one for one in vars(plain).values() if isinstance(one, types.FunctionType))
    files = [one.__code__.co_filename for one in methods]
    # Nothing else names a class's cell: the latest with such a class at that line.
    return int(vars(plain).get("__firstlineno__", 0)), [*files[:1], *reversed([*linecache.cache])]


def _statement(text: str, name: str, first: int) -> Definition | None:
    """Return the definition of a name that begins at a line, if the text has one there."""
    if name not in text:
        return None
    try:
        body = ast.parse(text).body
    except SyntaxError:
        return None
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for one in body:
        if isinstance(one, kinds) and one.name == name:
            start = min(part.lineno for part in (one, *one.decorator_list))
            if start == first:
                lines = text.split("\n")[start - 1 : one.end_lineno]
                return Definition(name, "\n".join(lines), one)
    return None


def changed_attributes(value: object, found: Definition) -> Iterator[tuple[str, object]]:
    """Yield the data of a class that is not what its statement sets: counters, registers."""
    if type(value) is not type or not isinstance(found.statement, ast.ClassDef):
        return
    written = dict(_literals(found.statement))
    for name, one in vars(value).items():
        if name.startswith("__") or callable(one) or hasattr(type(one), "__get__"):
            continue
        before = written.get(name, _MISSING)
        if before is _MISSING or type(before) is not type(one) or before != one:
            yield name, one


def _literals(statement: ast.ClassDef) -> Iterator[tuple[str, object]]:
    for one in statement.body:
        match one:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                try:
                    yield name, ast.literal_eval(value)
                except ValueError:
                    continue
