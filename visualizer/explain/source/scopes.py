"""Reads from a source the names of a program and its functions, and the class around one."""

import symtable
from collections.abc import Iterator
from functools import lru_cache

_UNNAMED = ("lambda", "genexpr", "listcomp", "setcomp", "dictcomp")
"""The tables of functions without a name; from 3.15 on their names are in angle brackets."""


@lru_cache(maxsize=64)
def own_names(text: str, function: str, line: int) -> frozenset[str]:
    """Return a function's local names and parameters, bound or not.

    ``function`` may be qualified; ``line`` is the first line of its code: that of its first
    decorator, if any. Empty if the text does not contain the function.
    """
    found = _nearest(text, function, line)
    return frozenset(() if found is None else (*found[0].get_locals(), *found[0].get_frees()))


@lru_cache(maxsize=64)
def class_around(text: str, function: str, line: int) -> str:
    """Return the name of the innermost class whose body contains the function, empty if none."""
    found = _nearest(text, function, line)
    return "" if found is None else found[1]


@lru_cache(maxsize=64)
def bound_names(text: str) -> tuple[tuple[str, str], ...]:
    """Return the names that a program binds, each with its function, which is "" for a global."""
    table = _table(text)
    if table is None:
        return ()
    functions = (
        one for one, _ in _functions(table, "") if one.get_name().strip("<>") not in _UNNAMED
    )
    bound = [
        ("" if scope is table or symbol.is_global() else scope.get_name(), symbol.get_name())
        for scope in (table, *functions)
        for symbol in scope.get_symbols()
        if symbol.is_assigned() or symbol.is_parameter() or symbol.is_imported()
    ]
    return tuple(dict.fromkeys(one for one in bound if one[1].isidentifier()))


def _nearest(text: str, function: str, line: int) -> tuple[symtable.Function, str] | None:
    function = function.rpartition(".")[2]
    table = _table(text)
    if table is None:
        return None
    found = (
        (one, around)
        for one, around in _functions(table, "")
        if one.get_name() == function and one.get_lineno() >= line
    )
    return min(found, key=lambda one: one[0].get_lineno(), default=None)


def _table(text: str) -> symtable.SymbolTable | None:
    try:
        return symtable.symtable(text, "", "exec")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def _functions(table: symtable.SymbolTable, around: str) -> Iterator[tuple[symtable.Function, str]]:
    if isinstance(table, symtable.Function):
        yield table, around
    elif isinstance(table, symtable.Class):
        around = table.get_name()
    for child in table.get_children():
        yield from _functions(child, around)
