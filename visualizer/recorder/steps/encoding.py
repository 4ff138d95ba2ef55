"""Encodes contents for the wire: addresses become serials."""

from __future__ import annotations

from visualizer.recorder import wire
from visualizer.recorder.objects import packing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from visualizer.recorder.objects.plans import Plan

_SLICE = 24
"""The bytes of a slice, the only value that refers to others."""


def addresses(plan: Plan, content: Any, *marks: int) -> list[int]:
    """Return the addresses in a content that have one of the marks."""
    if plan.kind == wire.SCALAR and (type(content) is not bytes or len(content) != _SLICE):
        return []
    return packing.marked(content, *marks)


def children(plan: Plan, content: Any) -> list[int]:
    """Return the addresses that an object refers to, one per reference."""
    return addresses(plan, content, packing.HOLDS, packing.IN_DICT)


class Encoder:
    """Encodes contents; ``serial`` maps addresses to serials.

    ``thread_of`` maps a thread's ident to its number, 0 if unknown.
    """

    def __init__(self, serial: Callable[[int], int]) -> None:
        self._serial = serial
        self.thread_of: Callable[[int], int] = {}.get  # type: ignore[assignment]

    def encode(self, plan: Plan, content: Any, text: Any, texts: list[bytes]) -> list[int]:
        """Return kind, number of operands, and operands; append to ``texts``."""
        kind = plan.kind
        found = [] if kind == wire.SCALAR else [*self._operands(content)]
        if plan.text is not None and not plan.text_is_parts:
            encoded, whole = text
            texts.append(encoded)
            of_base = (wire.SCALAR, 2) if kind == wire.INSTANCE else ()
            found += (*of_base, *(() if kind == wire.ARRAY else (whole,)), len(encoded))
        return [kind, len(found), *found]

    def parts(self, serial: int, plan: Plan, content: Any, text: Any) -> list[int]:
        """Return the operation with the references besides the content; empty if there are none."""
        parts = text if plan.text_is_parts else []
        if plan.kind in (wire.INSTANCE, wire.EXCEPTION_BODY):
            for namespace in packing.marked(content, packing.OWN_DICT):
                parts = [wire.PART_NAMESPACE, namespace, 0]
        return [wire.PARTS, serial, len(parts) // 3, *parts] if parts else []

    def _operands(self, content: bytes) -> Iterator[int]:
        for number in packing.unpack(content):
            mark = number & packing.MARK
            if mark == packing.UNSENT:
                return
            if mark in (packing.HOLDS, packing.IN_DICT, packing.MENTIONS):
                yield self._serial(number & packing.UNMARKED)
            else:
                yield (
                    self.thread_of(number & packing.UNMARKED) if mark == packing.THREAD else number
                )
