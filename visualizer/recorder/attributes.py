"""The attributes of instances of the program's classes: in slots, inline, or in a ``__dict__``."""

from __future__ import annotations

import gc
from _operator import attrgetter, is_
from itertools import chain

from visualizer.recorder import wire
from visualizer.recorder.audited import sets_by_text
from visualizer.recorder.builtin_types import CodeType, MemberType
from visualizer.recorder.classes import (
    HEAP_TYPE,
    class_attribute,
    dict_of,
    has_dict,
    has_odd_text,
    slot_value,
    type_dict,
    type_flags,
    type_mro,
)
from visualizer.recorder.packing import pack
from visualizer.recorder.versions import DERIVED_HAVE_VALUES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from visualizer.recorder.layouts import Layouts
    from visualizer.recorder.names import Names
    from visualizer.recorder.plans import Getter, Layout, Reach, Shape, Slots

    type Found = tuple[Layout, Sequence[object], int]
    """Names, values, and the address of the dict that they are in, 0 where there is none."""

referents = gc.get_referents
plain_getattr = object.__getattribute__

LONG = 8 * wire.MOST_ITEMS
"""Bytes of the content of a container of which not all items are told, or almost."""
MOST_LAYOUTS = 8
"""Of so many sets of names that are equally long the ways to read them are kept, for a class."""


class Attributes:
    """Finds them without asking for a ``__dict__`` that a plain run would not have made."""

    def __init__(self, names: Names, layouts: Layouts) -> None:
        self._copy = names.copy
        self.number = names.number
        self.layout = layouts.layout
        self.key_number = layouts.key_number
        self.candidates: dict[str, None] = {}
        self._is_silent = self._sets_by_text = False

    def be_silent(self) -> None:
        """Do without ``gc.get_referents``, which is audited."""
        self._is_silent = True

    def know_code(self, code: CodeType) -> None:
        """Collect the names by which the program's code may set attributes."""
        self._sets_by_text = self._sets_by_text or sets_by_text(code)
        for name in code.co_names:
            self.candidates.setdefault(self._copy(name))
        for constant in code.co_consts:
            if type(constant) is str and len(constant) < 80 and constant.isidentifier():
                self.candidates.setdefault(self._copy(constant))
            elif type(constant) is CodeType:
                self.know_code(constant)

    def learn(self, other: Attributes) -> None:
        """Know the names that another one has collected."""
        self._sets_by_text = self._sets_by_text or other._sets_by_text
        self.candidates.update(other.candidates)

    def read_instance(self, shape: Shape, thing: object, reach: Reach) -> bytes:
        """Layout, the ``__dict__`` where there is one, class, values.

        Behind them what the builtin class holds that it derives from.
        """
        cls = type(thing)
        base = b""
        if shape.is_derived:
            base = shape.base_read(thing, reach) if shape.base_read else b""
        # What the collector sees of a long container is a copy of it.
        is_silent = self._is_silent or len(base) > LONG
        found = [] if is_silent else referents(thing)
        if is_silent:
            names, values, own = self._attributes_in_silence(shape, thing)
        elif shape.is_derived:
            names, values, own = self._attributes_beside_base(shape, thing, found)
        else:
            names, values, own = self._attributes(shape, thing, found)
        reach.append(cls)
        reach.extend(values)
        return pack((self.layout(names), own, id(cls), *map(id, values))) + base

    def own(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        """Names and values of an instance's attributes; ``found`` is what the collector sees."""
        if self._is_silent:
            return self._attributes_in_silence(shape, thing)
        if shape.is_derived:
            return self._attributes_beside_base(shape, thing, found)
        return self._attributes(shape, thing, found)

    def _attributes(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        """Names, values and the address of a ``__dict__``, from what the collector sees.

        That is slots, then values, then the class.

        The names are checked against it: as many, and the very same objects in the same order
        (Objects/typeobject.c, subtype_traverse). Only a name that no code of the program spells
        out makes us ask for the ``__dict__``, which a plain run would not have made.
        """
        for names, getter in shape.layouts.get(len(found), ()):
            try:
                values = getter(thing)
            except AttributeError:
                continue
            if len(values) == len(found) - 1 and all(map(is_, values, found)):
                return names, values, 0
        if shape.has_dicts:
            return self._attributes_of_dict(shape, thing, type(thing))
        return self._attributes_afresh(shape, thing, found)

    def _attributes_afresh(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        cls = type(thing)
        wanted = [value for value in found if value is not cls]
        if any(type(value) is dict and has_odd_text(value) for value in wanted):
            return self._attributes_of_dict(shape, thing, cls)
        texts: list[str] = []
        for name in chain(shape.slots, self._static_names(cls), self.candidates):
            if len(texts) == len(wanted):
                break
            value = self._own_value(shape, thing, name, wanted)
            if value is not wanted and name not in texts:
                texts.append(name)
        if len(texts) != len(wanted):
            shape.has_dicts = has_dict(cls)
            return self._attributes_of_dict(shape, thing, cls)
        texts = self._in_order(shape, thing, texts, wanted)
        doubtful = [
            name
            for name in texts
            if name not in shape.slots and class_attribute(cls, name) is not None
        ]
        is_plain = shape.plain and not doubtful and shape.hidden.keys().isdisjoint(texts)
        getter = getter_of(texts) if is_plain else careful_getter(shape.hidden, texts, doubtful)
        known = shape.layouts.setdefault(len(found), [])
        known.append(((*map(self.number, texts),), getter))
        del known[:-MOST_LAYOUTS]
        values = [value_of(shape.hidden, thing, name) for name in texts]
        return (*map(self.number, texts),), values, 0

    def _attributes_in_silence(self, shape: Shape, thing: object) -> Found:
        """By the names that code spells; a ``__dict__`` is asked for where others may be set."""
        cls = type(thing)
        if self._sets_by_text:
            return self._attributes_of_dict(shape, thing, cls)
        if shape.spelled is None or shape.spelled[0] != len(self.candidates):
            shape.spelled = (len(self.candidates), *self._free_names(shape, cls))
        names: Layout = ()
        values: list[object] = []
        for name in shape.spelled[1:]:
            try:
                value = value_of(shape.hidden, thing, name)
            except AttributeError:
                continue
            in_class = class_attribute(cls, name)
            if in_class is None or in_class[0] is not value:
                names += (self.number(name),)
                values.append(value)
        return names, values, 0

    def _free_names(self, shape: Shape, cls: type) -> list[str]:
        """The names by which an object of the class may have an attribute of its own."""
        every = dict.fromkeys(chain(shape.slots, self._static_names(cls), self.candidates))
        return [name for name in every if not is_descriptor(class_attribute(cls, name))]

    def _own_value(self, shape: Shape, thing: object, name: str, missing: list[object]) -> object:
        """The attribute if the object itself has it, else ``missing``; descriptors are not run."""
        in_class = class_attribute(type(thing), name)
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

    def _in_order(
        self, shape: Shape, thing: object, texts: list[str], wanted: list[object]
    ) -> list[str]:
        """The names in the order in which the object keeps their values."""
        left = {name: value_of(shape.hidden, thing, name) for name in texts}
        ordered = []
        for value in wanted:
            for name, own in left.items():
                if own is value:
                    ordered.append(name)
                    del left[name]
                    break
        return ordered if not left else texts

    def _attributes_of_dict(self, shape: Shape, thing: object, cls: type) -> Found:
        names, values = self._attributes_of_slots(shape, thing)
        address = 0
        if has_dict(cls):
            own = dict_of(thing, cls)
            if not self._is_silent and any(own is one for one in referents(thing)):
                address = id(own)
            for name, value in dict.items(own):
                names += (self.key_number(name),)
                values.append(value)
        return names, values, address

    def _attributes_of_slots(self, shape: Shape, thing: object) -> tuple[Layout, list[object]]:
        names: Layout = ()
        values: list[object] = []
        for name, where in shape.slots.items():
            try:
                values.append(slot_value(thing, *where))
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
        for base in type_mro(cls):
            if type_flags(base) & HEAP_TYPE:
                names = type_dict(base).get("__static_attributes__")
                if type(names) is tuple:
                    yield from names


def is_descriptor(in_class: tuple[object] | None) -> bool:
    """Whether a class itself answers for a name; the members that slots have are none of these."""
    if in_class is None or type(in_class[0]) is MemberType:
        return False
    return any("__get__" in type_dict(base) for base in type_mro(type(in_class[0])))


def value_of(hidden: Slots, thing: object, name: str) -> object:
    """An attribute of the object's own; raises ``AttributeError`` where it has none."""
    where = hidden.get(name)
    return plain_getattr(thing, name) if where is None else slot_value(thing, *where)


def careful_getter(hidden: Slots, texts: list[str], doubtful: list[str]) -> Getter:
    """The same where the class has methods for reading, or values of its own for some names.

    Gives nothing where an attribute may be the class's: its value, or a descriptor by now.
    """

    def get(thing: object) -> tuple[object, ...]:
        in_class = [class_attribute(type(thing), name) for name in doubtful]
        if any(map(is_descriptor, in_class)):
            return ()
        for name, own in zip(doubtful, in_class, strict=True):
            if own is not None and plain_getattr(thing, name) is own[0]:
                return ()
        return (*[value_of(hidden, thing, name) for name in texts],)

    return get


def getter_of(texts: list[str]) -> Getter:
    """A function that gives the values of these attributes as a tuple."""
    if not texts:
        return lambda thing: ()
    if len(texts) == 1:
        one = attrgetter(texts[0])
        return lambda thing: (one(thing),)
    return attrgetter(*texts)
