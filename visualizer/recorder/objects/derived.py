"""Reads instances of classes that a program derives from a type in C: ``class C(property)``.

Besides attributes they hold the references of the type itself, like an object of exactly that type.
"""

from __future__ import annotations

from types import SimpleNamespace

from visualizer.recorder import wire
from visualizer.recorder.objects.attributes import remove_reference
from visualizer.recorder.objects.classes import is_in_c, is_own_import, type_basicsize
from visualizer.recorder.objects.library_objects import DECIMAL, decimal_text
from visualizer.recorder.objects.library_values import library_value
from visualizer.recorder.objects.packing import pack_base, pack_instance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from visualizer.recorder.objects.attributes import Attributes
    from visualizer.recorder.objects.c_fields import NamedReferences
    from visualizer.recorder.objects.library_objects import MemoryAccess
    from visualizer.recorder.objects.plans import Shape, Text, Worklist
    from visualizer.recorder.objects.structures import Structures

    type PackStructure = Callable[
        [list[Any], list[str], list[Any], Sequence[tuple[str, str]], Worklist], bytes
    ]


def base_in_c(mro: Sequence[type]) -> type | None:
    """Return the type in C that a Python class derives from; None if it has no memory of its own
    or all in it are attributes.
    """
    if is_in_c(mro[0]):
        return None
    base = next(one for one in mro if is_in_c(one))
    is_empty = type_basicsize(base) <= type_basicsize(object)
    return None if is_empty or base is SimpleNamespace else base


def value_of_base(mro: Sequence[type], access: MemoryAccess) -> Callable[[Any], Text] | None:
    """Return a function that formats an instance's value as one of a type in C; None if it has
    none. It runs no methods of the class.
    """
    for base in mro:
        if is_own_import(base, DECIMAL):
            return decimal_text(access.words)
        words = library_value(base)
        if words is not None:
            return words
    return None


class Derived:
    """Reads the attributes and the type's own references, with names if the type has members."""

    def __init__(
        self, attributes: Attributes, structures: Structures, pack_structure: PackStructure
    ) -> None:
        self._attributes = attributes
        self._structures = structures
        self._pack_structure = pack_structure

    def read(self, base: NamedReferences, shape: Shape, thing: object, worklist: Worklist) -> bytes:
        """Return the same as ``Attributes.read_instance``, followed by a structure if the type in C
        holds references.
        """
        attributes, cls = self._attributes, type(thing)
        found = attributes.referents_of(thing)
        names, values, own = attributes.own(shape, thing, found)
        has_referents = bool(found)
        del found  # bytes that only a ``BytesIO`` holds are not an object
        worklist.append(cls)
        worklist.extend(values)
        held = self._structures.held_by(thing) if has_referents else []
        held = [one for one in held if one is not own]
        slots = {attributes.number(name) for name in shape.slots}
        for name, value in zip(names, values, strict=True):
            if own is None or name in slots:
                remove_reference(held, value)
        structure = b""
        if held:
            packed = self._pack_structure(held, *base.of(thing, held), (), worklist)
            structure = pack_base(wire.STRUCTURE, packed)
        return pack_instance(cls, names, values, own, structure)
