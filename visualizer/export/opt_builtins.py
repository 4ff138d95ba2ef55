"""The interpreter's own classes as the Python Tutor trace shows them.

A recording has only their names. Their contents are the same in every run, so the running
interpreter provides them: slot wrappers, methods and attributes as text. Their parts get negative
numbers, which no serial uses.
"""

import builtins
import importlib
import json
import sys
from collections.abc import Iterable
from types import BuiltinFunctionType

HIDDEN_ATTRIBUTES = frozenset(
    (
        "__doc__",
        "__module__",
        "__return__",
        "__dict__",
        "__locals__",
        "__weakref__",
        "__qualname__",
        "__static_attributes__",
        "__firstlineno__",
    )
)


class BuiltinClasses:
    """Finds builtin classes by name and numbers their parts, once for the whole trace."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._spaces = [vars(builtins)]
        for name in sorted(set(modules) & set(sys.builtin_module_names)):
            self._spaces.append(vars(importlib.import_module(name)))
        self._numbers: dict[tuple[str, str], int] = {}
        self._parts: dict[int, list[object]] = {}

    def find(self, name: str) -> type | None:
        """Return the builtin class of that name; None if the class comes from a file."""
        for space in self._spaces:
            found = space.get(name)
            if isinstance(found, type) and found.__module__ in sys.builtin_module_names:
                return found
        return None

    def bases(self, cls: type) -> list[str]:
        """Return the names of a class's bases."""
        return [base.__name__ for base in cls.__bases__ if base is not object]

    def attributes(self, cls: type) -> list[tuple[str, int | str]]:
        """Return the sorted attributes of a class: a part's number, or a plain value's JSON."""
        found: list[tuple[str, int | str]] = []
        for name, value in sorted(vars(cls).items()):
            if name in HIDDEN_ATTRIBUTES:
                continue
            if value is None or type(value) in (bool, int, str):
                found.append((name, json.dumps(value)))
            else:
                found.append((name, self._number(cls, name, value)))
        return found

    def part(self, number: int) -> list[object]:
        """Return the heap entry of the part with that number."""
        return self._parts[number]

    def _number(self, cls: type, name: str, value: object) -> int:
        number = self._numbers.setdefault((cls.__name__, name), -1 - len(self._numbers))
        if number not in self._parts:
            self._parts[number] = _shown(value)
        return number


def _shown(value: object) -> list[object]:
    kind = type(value)
    if isinstance(value, BuiltinFunctionType):
        return ["FUNCTION", f"{value.__name__}(...)", None]
    text = str(value)
    if text.startswith("<") and text.endswith(">") and " at " in text:
        return ["INSTANCE", kind.__name__]
    return ["INSTANCE_PPRINT", kind.__name__, text]
