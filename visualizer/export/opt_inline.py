"""Values in the Python Tutor trace, at the place of their use.

Plain values are written there, and functions and classes of library modules as a label; everything
else is a reference to the heap.
"""

import json
import math

from visualizer.export.opt_builtins import BuiltinClasses
from visualizer.export.opt_code import ProgramCode
from visualizer.export.opt_text import Find, string_value
from visualizer.model import ClassBody, Function, HeapObject, Method, Scalar

INLINE_TYPES = frozenset(("NoneType", "bool", "int", "float", "str"))
BUILTIN_FUNCTION = "builtin_function_or_method"
SPECIAL = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
REFERENCE = '["REF",'


class InlineValues:
    """Encodes values by serial; a serial keeps its ``REF`` number."""

    def __init__(self, find: Find, classes: BuiltinClasses, code: ProgramCode) -> None:
        self._find = find
        self._classes = classes
        self._code = code
        self._numbers: dict[int, int] = {}
        self._texts: dict[int, str] = {}

    def forget(self, serial: int) -> None:
        """Drop the cached text of an object that is never shown again."""
        self._texts.pop(serial, None)

    def number(self, serial: int) -> int:
        """Return the number of an object in the trace."""
        return self._numbers.setdefault(serial, len(self._numbers) + 1)

    def text(self, serial: int | None) -> str:
        """Return the JSON of a value at its use: the value itself, or a reference to the heap."""
        if serial is None:
            return "null"
        text = self._texts.get(serial)
        if text is None:
            text = self._texts[serial] = self._encode(serial)
        return text

    def is_reference(self, serial: int) -> bool:
        """Whether the object is in the heap of the trace."""
        return self.text(serial).startswith(REFERENCE)

    def _encode(self, serial: int) -> str:
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
        """Return the label of a function or class that a module with a file defines, else None."""
        content = thing.content
        if isinstance(content, Method):
            function = self._find(content.function)
            return self._imported(function) if function else None
        if isinstance(content, Function):
            if thing.type == BUILTIN_FUNCTION:
                own = content.name not in self._code.names_from_files
            else:
                own = content.code is not None and self._code.of_function(content) is not None
            return None if own else "imported object"
        if isinstance(content, ClassBody):
            return None if self._is_own_class(content) else "imported class"
        return None

    def _is_own_class(self, content: ClassBody) -> bool:
        """Whether the class belongs to the program or the interpreter, as far as is known.

        A class from another file of the program is recognised by its methods, whose code is not in
        this file.
        """
        if not content.bases and content.name != "object":
            return self._classes.find(content.name) is not None
        found = (self._find(serial) for _, serial in content.attributes)
        bodies = [thing.content for thing in found if thing is not None]
        methods = [body for body in bodies if isinstance(body, Function) and body.code is not None]
        return not methods or any(self._code.of_function(method) for method in methods)


def inline_scalar(kind: str, content: Scalar) -> str:
    """Return the JSON of a value that is never in the heap."""
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
    """Return the JSON of a negative number, or of a number recorded in hexadecimal as text."""
    text = content.text
    if content.length is None and text.lstrip("-").isdecimal():
        return text
    return json.dumps(text)
