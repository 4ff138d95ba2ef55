"""Values as the Python Tutor trace writes them where they are used.

Plain values stand there themselves, and so do functions and classes of library modules, as a word;
everything else is a reference to the heap.
"""

import json
import math

from visualizer.export.opt_builtins import BuiltinClasses
from visualizer.export.opt_text import Find, string_value
from visualizer.model import ClassBody, Function, HeapObject, Method, Scalar

INLINE_TYPES = frozenset(("NoneType", "bool", "int", "float", "str"))
BUILTIN_FUNCTION = "builtin_function_or_method"
SPECIAL = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
REFERENCE = '["REF",'


class Inline:
    """Encodes values by serial; the number of a ``REF`` stays with its serial.

    ``from_files`` are the names of builtin functions that the program takes from modules that have
    a file.
    """

    def __init__(
        self, find: Find, classes: BuiltinClasses, from_files: frozenset[str] = frozenset()
    ) -> None:
        self._find = find
        self._classes = classes
        self._from_files = from_files
        self._numbers: dict[int, int] = {}
        self._texts: dict[int, str] = {}

    def forget(self, serial: int) -> None:
        """An object has gone for good."""
        self._texts.pop(serial, None)

    def number(self, serial: int) -> int:
        """The number that the trace gives to an object."""
        return self._numbers.setdefault(serial, len(self._numbers) + 1)

    def text(self, serial: int | None) -> str:
        """The JSON of a value where it is used: itself, or a reference to the heap."""
        if serial is None:
            return "null"
        text = self._texts.get(serial)
        if text is None:
            text = self._texts[serial] = self._afresh(serial)
        return text

    def is_reference(self, serial: int) -> bool:
        """Whether the object stands in the heap."""
        return self.text(serial).startswith(REFERENCE)

    def _afresh(self, serial: int) -> str:
        thing = self._find(serial) if serial > 0 else None
        if thing is not None:
            content = thing.content
            if isinstance(content, Scalar) and thing.type in INLINE_TYPES:
                return inline_scalar(thing.type, content)
            imported = self._imported(thing)
            if imported:
                return json.dumps(["IMPORTED_FAUX_PRIMITIVE", imported])
        return f"{REFERENCE}{self.number(serial)}]"

    def _imported(self, thing: HeapObject) -> str | None:
        content = thing.content
        if isinstance(content, Method):
            function = self._find(content.function)
            return self._imported(function) if function else None
        if thing.type == BUILTIN_FUNCTION and isinstance(content, Function):
            return "imported object" if content.name in self._from_files else None
        if isinstance(content, Function):
            return "imported object" if content.code is None else None
        if isinstance(content, ClassBody) and not content.bases and content.name != "object":
            return "imported class" if self._classes.find(content.name) is None else None
        return None


def inline_scalar(kind: str, content: Scalar) -> str:
    """The JSON of a value that is never in the heap."""
    text = content.text
    if kind == "NoneType":
        return "null"
    if kind == "bool":
        return "true" if text == "True" else "false"
    if kind == "str":
        return json.dumps(string_value(text))
    if kind == "int":
        return text if content.length is None and text[:3].isdecimal() else _long_int(content)
    value = float(text)
    if not math.isfinite(value):
        return json.dumps(["SPECIAL_FLOAT", SPECIAL[text]])
    if value == int(value):
        return json.dumps(["SPECIAL_FLOAT", f"{value:.1f}"])
    return json.dumps(round(value, 4))


def _long_int(content: Scalar) -> str:
    """Negative numbers, and those recorded in hexadecimal, which JSON only has as text."""
    text = content.text
    if content.length is None and text.lstrip("-").isdecimal():
        return text
    return json.dumps(text)
