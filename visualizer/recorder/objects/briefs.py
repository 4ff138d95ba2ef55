"""Writes the value of an expression as one line: builtin values and containers like ``repr``.

No code of the program runs: anything else appears as its type. A text ends where it would become
too long.
"""

from __future__ import annotations

from types import BuiltinFunctionType, FunctionType, ModuleType

from visualizer.recorder import wire
from visualizer.recorder.objects.classes import type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from visualizer.recorder.objects.plans import Plan

DEEPEST = 6
"""Nested containers; deeper ones appear as dots."""
_BRACKETS = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}"), frozenset: ("frozenset({", "})")}
_NAMED = FunctionType, BuiltinFunctionType, ModuleType


def brief(value: object, plan: Callable[[type], Plan]) -> bytes:
    """Return the text in UTF-8; ``plan`` gives the way to read a type."""
    writer = _Writer(plan)
    writer.write(value, 0)
    text = "".join(writer.parts)
    if len(text) > wire.MOST_BRIEF:
        text = text[: wire.MOST_BRIEF - 1] + "\u2026"
    return text.encode("utf-8", "surrogatepass")


class _Writer:
    """Collects the parts of a text up to the maximum length."""

    __slots__ = ("_left", "_plan", "parts")

    def __init__(self, plan: Callable[[type], Plan]) -> None:
        self._plan = plan
        self._left = wire.MOST_BRIEF
        self.parts: list[str] = []

    def write(self, value: object, depth: int) -> None:
        """Append the text of a value inside ``depth`` containers."""
        cls: Any = type(value)
        if any(cls is one for one in (list, tuple, set, frozenset)):
            self._write_items(value, cls, depth)
        elif cls is dict:
            self._write_entries(value, depth)
        else:
            self._add(self._plain(value, cls))

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._left -= len(text)

    def _write_items(self, value: Any, cls: Any, depth: int) -> None:
        opening, closing = _BRACKETS[cls]
        length = cls.__len__(value)
        if not length and (cls is set or cls is frozenset):
            self._add(f"{cls.__name__}()")
            return
        self._add(opening)
        self._write_all(((item,) for item in cls.__iter__(value)), depth)
        self._add(",)" if cls is tuple and length == 1 else closing)

    def _write_entries(self, value: Any, depth: int) -> None:
        self._add("{")
        self._write_all(dict.items(value), depth)
        self._add("}")

    def _write_all(self, groups: Iterable[tuple[object, ...]], depth: int) -> None:
        if depth >= DEEPEST:
            self._add("\u2026")
            return
        separator = ""
        for group in groups:
            self._add(separator)
            if self._left < 0:
                return
            for n, item in enumerate(group):
                if n:
                    self._add(": ")
                self.write(item, depth + 1)
            separator = ", "

    def _plain(self, value: Any, cls: type) -> str:
        plan = self._plan(cls)
        if plan.kind == wire.SCALAR and plan.text is not None:
            return str(plan.text(value)[0], "utf-8", "surrogatepass")
        if plan.kind == wire.CLASS:
            return f"<class {type_name(value)}>"
        if any(cls is one for one in _NAMED):
            return f"<{type_name(cls)} {value.__name__}>"
        return f"<{type_name(cls)}>"
