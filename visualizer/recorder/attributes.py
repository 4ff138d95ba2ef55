"""The attributes of instances of the program's classes: in slots, inline, or in a ``__dict__``."""

from __future__ import annotations

import gc
from itertools import chain
from types import CodeType, MemberDescriptorType

from visualizer.recorder import classes
from visualizer.recorder.layouts import named_values
from visualizer.recorder.packing import pack
from visualizer.recorder.versions import DERIVED_HAVE_VALUES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from visualizer.recorder.layouts import Layouts
    from visualizer.recorder.names import Names
    from visualizer.recorder.plans import Layout, Reach, Shape, Slots

    type Found = tuple[Layout, Sequence[object], int]
    """Names, values, and the address of the dict that they are in, 0 where there is none."""

referents = gc.get_referents
plain_getattr = object.__getattribute__


class Attributes:
    """Finds them without asking for a ``__dict__`` that a plain run would not have made."""

    def __init__(self, names: Names, layouts: Layouts) -> None:
        self._copy = names.copy
        self.number = names.number
        self.layout = layouts.layout
        self.candidates: dict[str, None] = {}
        self._is_silent = False

    def be_silent(self) -> None:
        """Do without ``gc.get_referents``, which is audited: ask for each ``__dict__`` instead."""
        self._is_silent = True

    def know_code(self, code: CodeType) -> None:
        """Collect the names by which the program's code may set attributes."""
        for name in code.co_names:
            self.candidates.setdefault(self._copy(name))
        for constant in code.co_consts:
            if type(constant) is str and len(constant) < 80 and constant.isidentifier():
                self.candidates.setdefault(self._copy(constant))
            elif type(constant) is CodeType:
                self.know_code(constant)

    def learn(self, other: Attributes) -> None:
        """Know the names that another one has collected."""
        self.candidates.update(other.candidates)

    def read_instance(self, shape: Shape, thing: object, reach: Reach) -> bytes:
        """Layout, the ``__dict__`` where there is one, class, values.

        Behind them what the builtin class holds that it derives from.
        """
        cls = type(thing)
        base = shape.base_read(thing, reach) if shape.base_read else b""
        names, values, own = self.own(shape, thing, [] if self._is_silent else referents(thing))
        reach.append(cls)
        reach.extend(values)
        return pack((self.layout(names), own, id(cls), *map(id, values))) + base

    def own(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        """Names and values of an instance's attributes; ``found`` is what the collector sees."""
        if self._is_silent:
            return self._attributes_of_dict(shape, thing, type(thing))
        if shape.is_derived:
            return self._attributes_beside_base(shape, thing, found)
        return self._attributes(shape, thing, found)

    def _attributes(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        """Names, values and the address of a ``__dict__``, from what the collector sees.

        That is slots, then values, then the class.

        The names are checked against it: as many, and the very same objects
        (Objects/typeobject.c, subtype_traverse). Only a name that no code of the program spells
        out makes us ask for the ``__dict__``, which a plain run would not have made.
        """
        cls = type(thing)
        # Its class comes last; a value may be the class, too.
        last = [-1, *(n for n, one in enumerate(found) if one is cls)][-1]
        wanted = [one for n, one in enumerate(found) if n != last]
        if any(type(value) is dict and classes.has_odd_text(value) for value in wanted):
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
        shape.texts = in_order(own, wanted)
        values = [own[name] for name in shape.texts]
        return (*map(self.number, shape.texts),), values, 0

    def _names(self, shape: Shape, cls: type) -> Iterable[str]:
        """The names by which an object of the class may have an attribute of its own."""
        if shape.has_dicts:
            return shape.texts
        return chain(shape.texts, shape.slots, self._static_names(cls), self.candidates)

    def _own_value(self, shape: Shape, thing: object, name: str, missing: list[object]) -> object:
        """The attribute if the object itself has it, else ``missing``; descriptors are not run."""
        in_class = classes.class_attribute(type(thing), name)
        if is_descriptor(in_class):
            return missing
        try:
            value = value_of(shape.hidden, thing, name)
        except AttributeError:
            return missing
        if not any(value is other for other in missing):
            return missing
        if in_class is not None and in_class[0] is value:
            return missing
        return value

    def _attributes_of_dict(self, shape: Shape, thing: object, cls: type) -> Found:
        names, values = self._attributes_of_slots(shape, thing)
        address = 0
        if classes.has_dict(cls):
            own = classes.dict_of(thing, cls)
            found = [] if self._is_silent else referents(thing)
            if not own and classes.type_flags(cls) & classes.IMMUTABLE_TYPE:
                own = dict_without_a_name(thing, found) or self._unnamed(shape, thing, found)
            if any(own is one for one in found):
                address = id(own)
            more, own_values = named_values(own, self.number)
            names += more
            values += own_values
        return names, values, address

    def _unnamed(self, shape: Shape, thing: object, found: list[Any]) -> dict[Any, object]:
        """The same where it is kept in the object itself: what has a name that is known."""
        if not DERIVED_HAVE_VALUES:
            return {}
        names = dict.fromkeys(("__module__", *self.candidates))
        own = {name: self._own_value(shape, thing, name, found) for name in names}
        own = {name: value for name, value in own.items() if value is not found}
        return {name: own[name] for name in in_order(own, found)}

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
        """Such an object keeps its ``__dict__`` apart, and has none before its first attribute.

        Or, from 3.14 on, its attributes stand before its class, as in others, and the items behind.
        """
        if DERIVED_HAVE_VALUES:
            cls = type(thing)
            place = next(n for n, one in enumerate(found) if one is cls)
            return self._attributes(shape, thing, found[: place + 1])
        if any(type(value) is dict for value in found):
            return self._attributes_of_dict(shape, thing, type(thing))
        return (*self._attributes_of_slots(shape, thing), 0)

    def _static_names(self, cls: type) -> Iterator[str]:
        for base in classes.type_mro(cls):
            if classes.type_flags(base) & classes.HEAP_TYPE:
                names = classes.type_dict(base).get("__static_attributes__")
                if type(names) is tuple:
                    yield from names


def dict_without_a_name(thing: object, found: Sequence[object]) -> dict[Any, object]:
    """That of an object in C whose class shows none, as type parameters."""
    for one in found:
        if type(one) is not dict or any(type(name) is not str for name in one):
            continue
        if one and all(getattr(thing, name, one) is one[name] for name in one):
            return one
    return {}


def in_order(own: dict[str, object], wanted: Sequence[object]) -> list[str]:
    """The names in the order in which the object keeps their values."""
    left = dict(own)
    ordered = []
    for value in wanted:
        name = next((name for name, one in left.items() if one is value), None)
        if name is not None:
            ordered.append(name)
            del left[name]
    return ordered if not left else [*own]


def is_descriptor(in_class: tuple[object] | None) -> bool:
    """Whether a class itself answers for a name; the members that slots have are none of these."""
    if in_class is None or type(in_class[0]) is MemberDescriptorType:
        return False
    return any("__get__" in classes.type_dict(base) for base in classes.type_mro(type(in_class[0])))


def value_of(hidden: Slots, thing: object, name: str) -> object:
    """An attribute of the object's own; raises ``AttributeError`` where it has none."""
    where = hidden.get(name)
    return plain_getattr(thing, name) if where is None else classes.slot_value(thing, *where)
