"""Reads the attributes of instances of the program's classes: slots, inline values,
``__dict__``.
"""

from __future__ import annotations

from itertools import chain
from types import CodeType, MemberDescriptorType

from visualizer.recorder.names import named_values
from visualizer.recorder.objects import classes
from visualizer.recorder.objects.classes import avoiding_audit, referents
from visualizer.recorder.objects.packing import pack_instance
from visualizer.recorder.versions import DERIVED_HAVE_VALUES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from visualizer.recorder.names import Names
    from visualizer.recorder.objects.plans import Layout, Shape, Slots, Worklist

    type Found = tuple[Layout, Sequence[object], dict[Any, object] | None]
    """Names, values, and the dict that has the last of them, None if there is none."""

plain_getattr = object.__getattribute__


class Attributes:
    """Finds attributes without creating a ``__dict__`` that a plain run would not have."""

    def __init__(self, names: Names) -> None:
        self._copy = names.copy
        self.number = names.number
        self.candidates: dict[str, None] = {}

    def collect_names(self, code: CodeType) -> None:
        """Collect the names with which the program's code may set attributes."""
        for name in code.co_names:
            self.candidates.setdefault(self._copy(name))
        for constant in code.co_consts:
            if type(constant) is str and len(constant) < 80 and constant.isidentifier():
                self.candidates.setdefault(self._copy(constant))
            elif type(constant) is CodeType:
                self.collect_names(constant)

    def read_instance(self, shape: Shape, thing: object, worklist: Worklist) -> bytes:
        """Return class and attributes.

        The content as an instance of a builtin class follows, if the class derives from one.
        """
        base = shape.base_read(thing, worklist) if shape.base_read else b""
        names, values, own = self.own(shape, thing, self.referents_of(thing))
        worklist.append(type(thing))
        worklist.extend(values)
        return pack_instance(type(thing), names, values, own, base)

    def read_beside_dict(self, shape: Shape, thing: object, worklist: Worklist) -> bytes:
        """Read an instance of a class derived from a C type that has the ``__dict__`` itself.

        Return the same as ``read_instance``. The dict, once it exists, follows the class among the
        referents (Objects/odictobject.c, Modules/_io/iobase.c); otherwise a key follows there,
        which is never a dict.
        """
        cls = type(thing)
        base = shape.base_read(thing, worklist) if shape.base_read else b""
        own: object = None
        if avoiding_audit:
            own = classes.dict_of(thing, cls)
        elif len(found := referents(thing)) > 1:
            own = found[1]
        worklist.append(cls)
        if type(own) is not dict:
            return pack_instance(cls, (), (), None, base)
        names, values = named_values(own, self.number)
        worklist.extend(values)
        return pack_instance(cls, names, values, own, base)

    def referents_of(self, thing: object) -> list[Any]:
        """Return an object's referents; none if that would raise an audit event."""
        return [] if avoiding_audit else referents(thing)

    def own(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        """Return names and values of the attributes; ``found`` are the object's referents."""
        if avoiding_audit:
            return self._attributes_of_dict(shape, thing, type(thing))
        if shape.is_derived:
            return self._attributes_beside_base(shape, thing, found)
        return self._attributes(shape, thing, found)

    def _attributes(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        """Return names, values and the ``__dict__``, from the object's referents.

        Referents come in the order slots, values, class. The names are checked against them:
        equally many, and the same objects (Objects/typeobject.c, subtype_traverse). Only an
        attribute whose name the program's code does not spell makes us ask for the ``__dict__``,
        which a plain run would not have created.
        """
        cls = type(thing)
        # The class comes last; a value may be the class, too.
        last = [-1, *(n for n, one in enumerate(found) if one is cls)][-1]
        wanted = [one for n, one in enumerate(found) if n != last]
        if any(type(value) is dict and classes.has_custom_str_keys(value) for value in wanted):
            return self._attributes_of_dict(shape, thing, cls)
        own: dict[str, object] = {}
        for name in self._names(shape, cls):
            if len(own) == len(wanted):
                break
            value = self._own_value(shape, thing, name, wanted)
            if value is not wanted:
                own[name] = value
        if len(own) != len(wanted):
            shape.has_dicts = classes.has_dict(cls)
            return self._attributes_of_dict(shape, thing, cls)
        shape.texts = order_by_values(own, wanted)
        values = [own[name] for name in shape.texts]
        return (*map(self.number, shape.texts),), values, None

    def _names(self, shape: Shape, cls: type) -> Iterable[str]:
        """Return the names that may be attributes of an object of the class."""
        if shape.has_dicts:
            return shape.texts
        return chain(shape.texts, shape.slots, self._static_names(cls), self.candidates)

    def _own_value(self, shape: Shape, thing: object, name: str, missing: list[object]) -> object:
        """Return the attribute if the object itself has it, else ``missing``; runs no
        descriptors.
        """
        in_class = classes.class_attribute(type(thing), name)
        if is_descriptor(in_class) or is_field_in_c(in_class):
            return missing
        try:
            value = value_of(shape.hidden, thing, name)
        except AttributeError:
            return missing
        if not any(value is other for other in missing):
            return missing
        if in_class is not None and in_class[0] is value:
            return missing
        # An attribute may be the object's own namespace, the referent that has all the others.
        is_namespace = type(value) is dict and dict.get(value, name) is value
        return missing if is_namespace else value

    def _attributes_of_dict(self, shape: Shape, thing: object, cls: type) -> Found:
        names, values = self._attributes_of_slots(shape, thing)
        holder = None
        if classes.has_dict(cls):
            own = classes.dict_of(thing, cls)
            found = self.referents_of(thing)
            if not own and classes.type_flags(cls) & classes.IMMUTABLE_TYPE:
                own = hidden_dict(thing, found) or self._unnamed(shape, thing, found)
            if any(own is one for one in found):
                holder = own
            more, own_values = named_values(own, self.number)
            names += more
            values += own_values
        return names, values, holder

    def _unnamed(self, shape: Shape, thing: object, found: list[Any]) -> dict[Any, object]:
        """Return inline values whose names are known, for an object without a readable
        ``__dict__``.
        """
        if not DERIVED_HAVE_VALUES:
            return {}
        names = dict.fromkeys(("__module__", *self.candidates))
        own = {name: self._own_value(shape, thing, name, found) for name in names}
        own = {name: value for name, value in own.items() if value is not found}
        return {name: own[name] for name in order_by_values(own, found)}

    def _attributes_of_slots(self, shape: Shape, thing: object) -> tuple[Layout, list[object]]:
        names: Layout = ()
        values: list[object] = []
        for name, where in shape.slots.items():
            try:
                values.append(classes.slot_value(thing, *where))
            except AttributeError:
                continue
            names += (self.number(name),)
        return names, values

    def _attributes_beside_base(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        """Return the attributes of an instance of a class derived from a builtin one.

        Before 3.14 it has a separate ``__dict__``, created with its first attribute. The dict, or
        from 3.14 on the attributes, precede its class among the referents, and the references of
        the builtin one follow (Objects/typeobject.c, subtype_traverse), including the dict of one
        that has it itself, such as ``OrderedDict``.
        """
        cls = type(thing)
        place = next((n for n, one in enumerate(found) if one is cls), len(found))
        has_own = classes.type_flags(cls) & classes.MANAGED_DICT
        if DERIVED_HAVE_VALUES and has_own:
            return self._attributes(shape, thing, found[: place + 1])
        if any(type(value) is dict for value in (found[:place] if has_own else found)):
            return self._attributes_of_dict(shape, thing, cls)
        return (*self._attributes_of_slots(shape, thing), None)

    def _static_names(self, cls: type) -> Iterator[str]:
        for base in classes.type_mro(cls):
            if classes.type_flags(base) & classes.HEAP_TYPE:
                names = classes.type_dict(base).get("__static_attributes__")
                if type(names) is tuple:
                    yield from names


def remove_reference(found: list[Any], value: object) -> bool:
    """Remove one reference to the value from ``found``; False if there is none."""
    for place, one in enumerate(found):
        if one is value:
            del found[place]
            return True
    return False


def hidden_dict(thing: object, found: Sequence[object]) -> dict[Any, object]:
    """Return the dict of an object in C whose class has no ``__dict__`` descriptor (type
    parameters).
    """
    for one in found:
        if type(one) is not dict or any(type(name) is not str for name in one):
            continue
        if one and all(getattr(thing, name, one) is one[name] for name in one):
            return one
    return {}


def order_by_values(own: dict[str, object], wanted: Sequence[object]) -> list[str]:
    """Return the names in the order of their values in the object."""
    left = dict(own)
    ordered = []
    for value in wanted:
        name = next((name for name, one in left.items() if one is value), None)
        if name is not None:
            ordered.append(name)
            del left[name]
    return ordered if not left else [*own]


def is_descriptor(in_class: tuple[object] | None) -> bool:
    """Whether a class attribute overrides the instance's; member descriptors of slots do not."""
    if in_class is None or type(in_class[0]) is MemberDescriptorType:
        return False
    return any("__get__" in classes.type_dict(base) for base in classes.type_mro(type(in_class[0])))


def is_field_in_c(in_class: tuple[Any] | None) -> bool:
    """Whether a class attribute is a member of a type in C, such as ``TypeVar.__name__``."""
    if in_class is None or type(in_class[0]) is not MemberDescriptorType:
        return False
    return bool(classes.type_flags(in_class[0].__objclass__) & classes.IMMUTABLE_TYPE)


def value_of(hidden: Slots, thing: object, name: str) -> object:
    """Return the object's own attribute. Raises ``AttributeError`` if it has none."""
    where = hidden.get(name)
    return plain_getattr(thing, name) if where is None else classes.slot_value(thing, *where)
