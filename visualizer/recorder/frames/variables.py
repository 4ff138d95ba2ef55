"""Reads the variables of frames and the names of namespaces."""

from __future__ import annotations

from visualizer.recorder.code.code_info import IMPLICIT_CLASS_NAMES
from visualizer.recorder.frames.comprehensions import variables
from visualizer.recorder.names import named_values
from visualizer.recorder.objects.classes import type_mro
from visualizer.recorder.steps import gc_lookup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from types import FrameType
    from typing import Any

    from visualizer.recorder.code.code_info import CodeInfo
    from visualizer.recorder.names import Names
    from visualizer.recorder.objects.plans import Layout, Worklist

    type Addresses = tuple[int, ...]

IMPLICIT_MODULE_NAMES = frozenset(
    (
        *("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__annotations__"),
        *("__builtins__", "__file__", "__cached__", "__annotate__", "__conditional_annotations__"),
        "__warningregistry__",  # once a warning was given
    )
)

_NONE: tuple[tuple[()], tuple[()]] = (), ()


class FrameView:
    """A frame as read at a step: its position, and its variables by name and address.

    ``address`` and ``code`` are the addresses of the frame and of its code, ``inner`` the variables
    of comprehensions in a module or a class. ``operands`` are the packed serials on its stack, and
    ``borrowed`` the names of borrowed variables; both are set when it is sent.
    """

    __slots__ = (
        *("address", "addresses", "borrowed", "code", "info", "inner", "instruction", "line"),
        *("names", "operands"),
    )

    def __init__(
        self,
        address: int,
        code: int,
        instruction: int,
        line: int,
        info: Any,
        *,
        variables: tuple[Layout, Addresses],
        inner: tuple[Layout, Addresses] = _NONE,
    ) -> None:
        self.address = address
        self.code = code
        self.instruction = instruction
        self.line = line
        self.info = info
        self.names, self.addresses = variables
        self.inner = inner
        self.operands = b""
        self.borrowed: frozenset[int] = frozenset()


class Variables:
    """Reads variables as numbers; ``class_bodies`` maps a class body's frame to its dict."""

    def __init__(self, names: Names) -> None:
        self._number = names.number
        self.class_bodies: dict[int, int] = {}

    def read(
        self, frame: FrameType, info: CodeInfo, worklist: Worklist
    ) -> tuple[Layout, Addresses]:
        """Return names and addresses of a frame's variables; adds their values to ``worklist``."""
        if info.implicit_names is None:
            texts, values = variables(frame, info.unreadable)
            worklist += values
            return (*map(self._number, texts),), (*map(id, values),)
        if info.kind == 0:
            return self.namespace(frame.f_globals, IMPLICIT_MODULE_NAMES, worklist)
        return self.namespace(self._class_namespace(frame), IMPLICIT_CLASS_NAMES, worklist)

    def inner(
        self, frame: FrameType, info: CodeInfo, results: dict[str, object], worklist: Worklist
    ) -> tuple[Layout, Addresses]:
        """Return the same for the comprehensions that run in a frame, which fill ``results``.

        A function has their variables among its own.
        """
        own = [*results.items()]
        if info.inner and not any(base is dict for base in type_mro(type(frame.f_locals))):
            texts, values = variables(frame, info.unreadable)
            pairs = zip(texts, values, strict=True)
            own = [pair for pair in pairs if pair[0] in info.inner] + own
        if not own:
            return _NONE
        worklist += [value for _, value in own]
        return tuple(self._number(name) for name, _ in own), tuple(id(value) for _, value in own)

    def _class_namespace(self, frame: FrameType) -> dict[Any, Any]:
        """Return the dict that a class body fills.

        While a comprehension runs in the body, the frame exposes only the comprehension's variables
        (PEP 709); the dict is then looked up at its last address.
        """
        own = frame.f_locals
        if any(base is dict for base in type_mro(type(own))):
            self.class_bodies[id(frame)] = id(own)
            return own
        found = gc_lookup.find_tracked({self.class_bodies.get(id(frame), 0)})
        return found[0] if found and type(found[0]) is dict else {}

    def namespace(
        self, own: dict[Any, Any], left_out: Container[str], worklist: Worklist
    ) -> tuple[Layout, Addresses]:
        """Return names and addresses of a namespace dict without those every such namespace has."""
        names, values = named_values(own, self._number, left_out)
        worklist += values
        return names, (*map(id, values),)
