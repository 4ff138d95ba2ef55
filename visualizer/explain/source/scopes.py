"""Reads the local names of a function from its recorded source."""

import symtable
from functools import lru_cache


@lru_cache(maxsize=64)
def own_names(text: str, function: str, line: int) -> frozenset[str]:
    """Return a function's local names and parameters, bound or not.

    ``function`` may be qualified; ``line`` is the first line of its code: that of its first
    decorator, if any. Empty if the text does not contain the function.
    """
    function = function.rpartition(".")[2]
    try:
        table = symtable.symtable(text, "", "exec")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return frozenset()
    found = [
        one for one in _functions(table) if one.get_name() == function and one.get_lineno() >= line
    ]
    if not found:
        return frozenset()
    nearest = min(found, key=lambda one: one.get_lineno())
    return frozenset((*nearest.get_locals(), *nearest.get_frees()))


def _functions(table: symtable.SymbolTable) -> list[symtable.Function]:
    found = [table] if isinstance(table, symtable.Function) else []
    for child in table.get_children():
        found += _functions(child)
    return found
