"""The interpreter's own classes as the Python Tutor trace shows them.

A recording has them as leaves, by name. What stands in them is the same in every run, so it is
read off the interpreter at hand: slot wrappers, methods and attributes in words. Their parts get
negative numbers in place of serials, as no recording knows them.
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
    """Finds them by name, and gives each of their parts one number for the whole trace."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._spaces = [vars(builtins)]
        for name in sorted(set(modules) & set(sys.builtin_module_names)):
            self._spaces.append(vars(importlib.import_module(name)))
        self._numbers: dict[tuple[str, str], int] = {}
        self._parts: dict[int, list[object]] = {}

    def find(self, name: str) -> type | None:
        """The class of that name that is part of the interpreter; None: it is in some file."""
        for space in self._spaces:
            found = space.get(name)
            if isinstance(found, type) and found.__module__ in sys.builtin_module_names:
                return found
        return None

    def bases(self, cls: type) -> list[str]:
        """The names of its bases."""
        return [base.__name__ for base in cls.__bases__ if base is not object]

    def attributes(self, cls: type) -> list[tuple[str, int | str]]:
        """Its attributes, sorted: the number of a part, or the JSON of a plain value."""
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
        """What stands in the heap for the part of that number."""
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
