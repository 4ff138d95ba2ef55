"""Encodes contents for the wire: addresses become serials, layouts become names.

The content of a structured object is a sequence of numbers: plain ones first, then addresses. How
many are plain depends on the kind and, for some kinds, on the numbers.
"""

from __future__ import annotations

from visualizer.recorder import wire
from visualizer.recorder.objects.packing import unpack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from typing import Any

    from visualizer.recorder.objects.plans import Layout, Plan

    type Numbers = tuple[int, ...]

_PLAIN = {
    wire.SEQUENCE: 1,
    wire.MAPPING: 1,
    wire.INSTANCE: 2,
    wire.CLASS: 3,
    wire.FUNCTION: 6,
    wire.METHOD: 0,
    wire.CELL: 0,
    wire.ITERATOR: 1,
    wire.WEAKREF: 0,
    wire.EXCEPTION_BODY: 2,
    wire.MODULE: 1,
    wire.OTHER: 0,
    wire.LOCK: 3,
}

_WITH_NAMESPACE = (wire.INSTANCE, wire.EXCEPTION_BODY)
"""Kinds whose second number is the address of their dict."""


def children(plan: Plan, content: Any, layouts: list[Layout]) -> Sequence[int]:
    """Return the addresses in a content, one per reference; 0 is none."""
    kind = plan.kind
    if kind == wire.SCALAR:
        return unpack(content) if type(content) is bytes and len(content) == 24 else ()
    if kind == wire.WEAKREF:
        return ()
    numbers = unpack(content)
    if kind == wire.ARRAY:
        return numbers[-3:-2]
    if kind == wire.INSTANCE:
        values = 3 + len(layouts[numbers[0]])
        rest = numbers[values:]
        if plan.base == wire.STRUCTURE:
            return (*numbers[2:values], *_held_in(rest))
        return (*numbers[2:values], *rest[1:])
    if kind == wire.STRUCTURE:
        return _held_in(numbers)
    if kind == wire.SUSPENDED:
        return numbers[5 : 5 + numbers[4]]
    return numbers[_PLAIN[kind] :]


def _held_in(structure: Numbers) -> Numbers:
    """Return the addresses that a structure refers to; an empty one has none."""
    return structure[3 + structure[2] :][: structure[0]] if structure else ()


def mentions(addresses: AbstractSet[int], plan: Plan, content: Any, layouts: list[Layout]) -> bool:
    """Whether a content mentions any of the addresses, also by a name through a cell."""
    if plan.kind in (wire.SUSPENDED, wire.STRUCTURE):
        return not addresses.isdisjoint(unpack(content)[3:])
    return not addresses.isdisjoint(children(plan, content, layouts))


class Encoder:
    """Encodes contents; ``serial`` maps addresses to serials, ``layouts`` has names by number.

    ``thread_of`` maps a thread's ident to its number, 0 if unknown.
    """

    def __init__(self, serial: Callable[[int], int], layouts: list[Layout]) -> None:
        self._serial = serial
        self.thread_of: Callable[[int], int] = {}.get  # type: ignore[assignment]
        self._layouts = layouts
        self._special = {
            wire.INSTANCE: self._instance,
            wire.CLASS: self._class,
            wire.FUNCTION: self._function,
            wire.SUSPENDED: self._suspended,
            wire.STRUCTURE: self._structure,
            wire.ITERATOR: self._iterator,
            wire.EXCEPTION_BODY: self._exception,
            wire.ARRAY: self._array,
            wire.LOCK: self._lock,
        }

    def encode(self, plan: Plan, content: Any, text: Any, texts: list[bytes]) -> list[int]:
        """Return kind, number of operands, and operands; append to ``texts``."""
        kind = plan.kind
        if kind == wire.SCALAR:
            encoded, whole = text
            texts.append(encoded)
            return [kind, 2, whole, len(encoded)]
        numbers = unpack(content)
        special = self._special.get(kind)
        if special is None:
            plain = _PLAIN[kind]
            return [kind, len(numbers), *numbers[:plain], *self._serials(numbers[plain:])]
        found = special(numbers, plan, text, texts)
        return [kind, len(found), *found]

    def parts(self, serial: int, plan: Plan, content: Any, text: Any) -> list[int]:
        """Return the operation with the references besides the content; empty if there are none."""
        if plan.kind in _WITH_NAMESPACE:
            namespace = unpack(content[8:16])[0]
            parts = [wire.PART_NAMESPACE, namespace, 0] if namespace else []
        else:
            parts = text if plan.text_is_parts else []
        return [wire.PARTS, serial, len(parts) // 3, *parts] if parts else []

    def _serials(self, addresses: Iterable[int]) -> list[int]:
        serial = self._serial
        return [serial(address) if address else 0 for address in addresses]

    def _named(self, layout: int, addresses: Iterable[int]) -> list[int]:
        found: list[int] = []
        for name, serial in zip(self._layouts[layout], self._serials(addresses), strict=True):
            found += (name, serial)
        return found

    def _instance(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        layout = numbers[0]
        n = len(self._layouts[layout])
        found = [self._serial(numbers[2]), n, *self._named(layout, numbers[3 : 3 + n])]
        if plan.base == wire.SCALAR:
            encoded, whole = text
            texts.append(encoded)
            found += (wire.SCALAR, 2, whole, len(encoded))
        elif plan.base == wire.STRUCTURE:
            rest = numbers[3 + n :]
            if rest:
                own = self._structure(rest, plan, text, texts)
                found += (plan.base, len(own), *own)
        elif plan.base is not None:
            rest = numbers[3 + n :]
            found += (plan.base, len(rest), rest[0], *self._serials(rest[1:]))
        return found

    def _class(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        name, layout, n = numbers[:3]
        bases = self._serials(numbers[3 : 3 + n])
        return [name, n, *bases, *self._named(layout, numbers[3 + n :])]

    def _function(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        name, line, free, defaults, layout = numbers[:5]
        own = numbers[8:]
        cells = len(self._layouts[free])
        rest = cells + defaults
        return [
            *(name, line, *self._serials(numbers[7:8])),
            *(cells, *self._named(free, own[:cells])),
            *(defaults, *self._serials(own[cells:rest])),
            *self._named(layout, own[rest:]),
        ]

    def _suspended(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        state, line, layout, awaits, held = numbers[:5]
        return [state, line, *self._serials((awaits,)), *self._named(layout, numbers[5 + held :])]

    def _structure(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        n, layout, facts = numbers[:3]
        rest = 3 + facts
        own = self._named(layout, numbers[rest + n :])
        held = self._serials(numbers[rest : rest + n])
        return [n, *held, len(own) // 2, *own, *numbers[3:rest]]

    def _iterator(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        position, over = numbers
        return [*self._serials((over,)), position]

    def _exception(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        return [*self._serials(numbers[2:7]), *self._named(numbers[0], numbers[7:])]

    def _lock(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        locked, owner, count = numbers
        return [locked, self.thread_of(owner) if owner else 0, count]

    def _array(self, numbers: Numbers, plan: Plan, text: Any, texts: list[bytes]) -> list[int]:
        n, nbytes, dtype = numbers[:3]
        encoded, _ = text
        texts.append(encoded)
        both = numbers[3 : 3 + 2 * n]
        base, offset = self._serials(numbers[-3:-2]), numbers[-2]
        return [*base, offset, nbytes, n, *both, dtype, len(encoded)]
