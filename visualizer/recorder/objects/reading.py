"""Reads objects without side effects: no code of the program runs, no reference is kept.

Every type gets a ``Plan`` once. The plan's ``read`` returns an object's content as bytes, with
addresses instead of objects, so that two states can be compared and stored without holding
anything; it also appends the object's references to the worklist. Only functions bound here, at
start, are called: a program can replace the names of builtins, but not the types themselves. No
attribute of a foreign object is looked up: ``type(o)`` instead of ``o.__class__``, and slots and
dicts through the builtin types' descriptors.
"""

from __future__ import annotations

from _thread import LockType, RLock
from _weakref import ReferenceType
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    CellType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
    ModuleType,
    TracebackType,
)

from visualizer.recorder import wire
from visualizer.recorder.frames.suspended import Suspended
from visualizer.recorder.objects import classes, contents, parts, texts
from visualizer.recorder.objects.arrays import (
    ARRAY,
    PLAIN_ARRAY,
    Arrays,
    array_text,
    plain_array_text,
    view_text,
)
from visualizer.recorder.objects.attributes import Attributes
from visualizer.recorder.objects.c_fields import NamedReferences
from visualizer.recorder.objects.derived import Derived, base_in_c, value_of_base
from visualizer.recorder.objects.foreign_data import (
    ForeignData,
    foreign_text,
    holds_objects,
    is_foreign,
)
from visualizer.recorder.objects.futures import reader_of_futures
from visualizer.recorder.objects.library_objects import (
    DECIMAL,
    MemoryAccess,
    decimal_text,
    facts_of,
)
from visualizer.recorder.objects.library_values import library_value
from visualizer.recorder.objects.packing import pack_base, pack_instance
from visualizer.recorder.objects.plans import Plan, Shape
from visualizer.recorder.objects.structures import Structures, has_iterators_in_tuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import OrderedDict, defaultdict, deque
    from collections.abc import Callable
    from typing import Any

    from visualizer.recorder.names import Names
    from visualizer.recorder.objects.plans import Read, Text, Worklist

    type Make = Callable[[], Plan]
    type ReadInstance = Callable[[Shape, Any, Worklist], bytes]
else:
    from _collections import OrderedDict, defaultdict, deque


class Reader:
    """Creates plans. ``names`` numbers text, ``file_number`` numbers the program's files.

    ``access`` reads memory and file positions, ``borrowed_in`` returns the borrowed references on
    the stack of a paused frame (``Operands``).

    ``scan`` is a different number at each step.
    """

    def __init__(
        self,
        names: Names,
        file_number: Callable[[str], int | None],
        access: MemoryAccess,
        borrowed_in: Callable[[Any], list[int]] = lambda _frame: [],
    ) -> None:
        self.number = names.number
        self.plans: dict[int, Plan] = {}
        self.scan = 0
        self.borrowed_in = borrowed_in
        self._access = access
        self._attributes = Attributes(names)
        self._foreign_data = ForeignData(self._attributes)
        self._structures = Structures(names.number, file_number)
        self._arrays = Arrays(names.number)
        self._suspended = Suspended(names.number, file_number, self._structures.namespaces)
        pack_structure = self._suspended.pack_structure
        self._derived = Derived(self._attributes, self._structures, pack_structure)
        self.collect_names = self._attributes.collect_names
        self.traced_modules = self._structures.traced_modules
        self.namespaces = self._structures.namespaces
        self.weak = self._structures.weak
        self.internals = self._structures.internals
        self._keep_alive = _values() | _containers() | _iterators() | self._structured()
        self._exact = {id(cls): make for cls, make in self._keep_alive.items()}

    def plan(self, cls: type) -> Plan:
        """Return the plan for objects of exactly this type.

        It is recreated if the names in the class have changed, which is checked before the first of
        its objects in a step: a new property or ``__getattribute__`` must not run. Another class
        may also have the address of one that vanished unnoticed.
        """
        found = self.plans.get(id(cls))
        if found is None or (found.scan != self.scan and found.keys != classes.class_keys(cls)):
            found = self.plans[id(cls)] = self._make(cls)
            found.type_id, found.keys = id(cls), classes.class_keys(cls)
            found.collectable = bool(classes.type_flags(cls) & classes.HAVE_GC)
            found.has_no_finalizer = classes.class_attribute(cls, "__del__") is None
        found.scan = self.scan
        return found

    def forget(self, address: int) -> None:
        """Drop what is known of a dead class or function."""
        self.internals.pop(address, None)
        if address not in self._exact:
            self.plans.pop(address, None)

    def _make(self, cls: type) -> Plan:
        make = self._maker(cls)
        name = self.number(classes.type_name(cls))
        if make is not None:
            plan = make()
            plan.name = name
            return plan
        mro = classes.type_mro(cls)
        if any(base is type for base in mro):
            plan = Plan(wire.CLASS, name, self._structures.read_class, parts=parts.parts_of_class)
        elif any(base is BaseException for base in mro):
            plan = self._exception_plan(name, cls)
        elif any(base is ModuleType for base in mro):
            of_module = self._structures.read_module
            plan = Plan(wire.MODULE, name, of_module, parts=parts.parts_of_module)
        elif any(base is ReferenceType for base in mro):
            of_weakref = self._structures.read_weakref
            plan = Plan(wire.WEAKREF, name, of_weakref, parts=parts.parts_of_weakref)
        elif is_foreign(cls):
            plan = self._foreign_plan(name, cls, mro)
        elif classes.is_python_class(cls, mro):
            plan = self._instance_plan(name, cls, mro)
        elif classes.has_dict_of_base(cls, mro, OrderedDict):
            plan = self._instance_plan(name, cls, mro, self._attributes.read_beside_dict)
        elif (array := self._array_plan(name, cls)) is not None:
            plan = array
        elif (words := library_value(cls)) is not None:
            shown = words
            plan = Plan(wire.SCALAR, name, lambda one, _: shown(one)[0], text=words, immutable=True)
        elif classes.is_own_import(cls, DECIMAL):
            shown = decimal_text(self._access.words)
            plan = Plan(wire.SCALAR, name, lambda one, _: shown(one)[0], text=shown, immutable=True)
        else:
            plan = self._library_plan(name, cls)
        plan.size = classes.overridden_size(cls, mro)
        return plan

    def _exception_plan(self, name: int, cls: type) -> Plan:
        members = classes.exception_members(classes.type_mro(cls))
        read = self._structures.read_exception
        return Plan(wire.EXCEPTION_BODY, name, lambda one, worklist: read(members, one, worklist))

    def _foreign_plan(self, name: int, cls: type, mro: tuple[type, ...]) -> Plan:
        plan = self._instance_plan(name, cls, mro, self._foreign_data.read)
        plan.has_memory_elsewhere = True
        if not holds_objects(cls):
            plan.base, plan.text = wire.SCALAR, foreign_text
        return plan

    def _array_plan(self, name: int, cls: type) -> Plan | None:
        if classes.name_of_type(cls) == ARRAY:
            return Plan(wire.ARRAY, name, self._arrays.read_array, text=array_text)
        if classes.is_own_import(cls, PLAIN_ARRAY):
            return Plan(wire.ARRAY, name, self._arrays.read_plain_array, text=plain_array_text)
        if cls is memoryview:
            return Plan(wire.ARRAY, name, self._arrays.read_view, text=view_text)
        return None

    def _library_plan(self, name: int, cls: type) -> Plan:
        plan = self._plan_of_referents(name, cls)
        is_text = classes.is_own_import(cls, "_io.StringIO")
        plan.has_memory_elsewhere = is_text or classes.is_bytes_io(cls)
        return plan

    def _plan_of_referents(self, name: int, cls: type) -> Plan:
        """Plan an object of a library in C: its referents, names of some, and facts if known."""
        of_other, other = parts.parts_of_other(self.namespaces), self._structures
        facts, named = facts_of(cls, self._access), NamedReferences(cls)
        if facts is None and not named.places:
            plan = Plan(wire.OTHER, name, other.read_other, parts=of_other)
            plan.references = None if has_iterators_in_tuple(cls) else ()
            return plan
        pack_it = self._suspended.pack_structure

        def read(thing: object, worklist: Worklist) -> bytes:
            held = other.held_by(thing)
            own = facts(thing) if facts else ()
            return pack_it(held, *named.of(thing, held), own, worklist)

        plan = Plan(wire.STRUCTURE, name, read, parts=of_other)
        plan.references = named.places
        plan.has_facts = facts is not None
        return plan

    def _maker(self, cls: type) -> Make | None:
        """Return the function that creates the plan of a builtin type; None for others.

        The program's import of ``collections`` is not ours: the module is built in, was removed
        from ``sys.modules``, and creates its types at each import.
        """
        make = self._exact.get(id(cls))
        if make is None and classes.is_own_import(cls, "collections.deque"):
            return self._exact[id(deque)]
        if make is None and classes.is_own_import(cls, "collections._deque_iterator"):
            return self._exact[id(type(iter(deque())))]
        if make is None and classes.is_own_import(cls, "collections.defaultdict"):
            return lambda: self._defaultdict_plan(cls)
        return make

    def _defaultdict_plan(self, cls: type) -> Plan:
        """Plan it as an instance, because its factory is a reference like any other."""
        factory_of = classes.type_dict(cls)["default_factory"].__get__
        names = (self.number("default_factory"),)

        def read(thing: dict[object, object], worklist: Worklist) -> bytes:
            factory = factory_of(thing)
            worklist.append(cls)
            worklist.append(factory)
            base = pack_base(wire.MAPPING, contents.read_dict(thing, worklist))
            return pack_instance(cls, names, (factory,), None, base)

        plan = Plan(wire.INSTANCE, 0, read)
        plan.base = wire.MAPPING
        return plan

    def _structured(self) -> dict[type, Make]:
        """Return the plans of the kinds that ``Structures`` reads, and ``defaultdict``."""
        own, paused = self._structures, self._suspended
        of_paused = parts.parts_of_generator(self.borrowed_in)
        suspended = _kind(wire.SUSPENDED, paused.read_paused, parts=of_paused)
        other = parts.parts_of_other(self.namespaces)
        return {
            slice: _kind(wire.SCALAR, own.read_slice, text=texts.slice_text, immutable=True),
            defaultdict: lambda: self._defaultdict_plan(defaultdict),
            type: _kind(wire.CLASS, own.read_class, parts=parts.parts_of_class),
            FunctionType: _kind(wire.FUNCTION, own.read_function, parts=parts.parts_of_function),
            **dict.fromkeys((GeneratorType, CoroutineType, AsyncGeneratorType), suspended),
            ReferenceType: _kind(wire.WEAKREF, own.read_weakref, parts=parts.parts_of_weakref),
            ModuleType: _kind(wire.MODULE, own.read_module, parts=parts.parts_of_module),
            CodeType: _kind(wire.OTHER, own.read_code),
            FrameType: _kind(wire.STRUCTURE, paused.read_frame, parts=other),
            type(iter(range(0))): _kind(wire.STRUCTURE, paused.read_range_iterator),
            type(iter(range(1 << 64))): _kind(wire.STRUCTURE, paused.read_range_iterator),
            TracebackType: _kind(wire.STRUCTURE, paused.read_traceback, parts=other),
            BuiltinFunctionType: _kind(wire.FUNCTION, own.read_builtin, immutable=True),
        }

    def _instance_plan(
        self, name: int, cls: type, mro: tuple[type, ...], read: ReadInstance | None = None
    ) -> Plan:
        shape = Shape(cls)
        read = read or reader_of_futures(self._attributes, mro)
        is_read_otherwise = read is not None
        read = read or self._attributes.read_instance
        plan = Plan(wire.INSTANCE, name, lambda thing, worklist: read(shape, thing, worklist))
        for base in mro:
            make = None if base is object else self._maker(base)
            inner = make() if make is not None else None
            # A defaultdict's plan is that of an instance; its dict comes next.
            if inner is not None and inner.kind in (wire.SCALAR, wire.SEQUENCE, wire.MAPPING):
                _set_base(plan, shape, inner, base)
                return plan
        if not is_read_otherwise:
            self._set_base_in_c(plan, shape, mro)
        return plan

    def _set_base_in_c(self, plan: Plan, shape: Shape, mro: tuple[type, ...]) -> None:
        """Also read an instance's value as one of a type in C, or that type's references."""
        base, value = base_in_c(mro), value_of_base(mro, self._access)
        if value is not None:
            plan.base, plan.text, shape.is_derived = wire.SCALAR, value, True
        elif base is not None:
            plan.base, shape.is_derived = wire.STRUCTURE, True
            plan.has_memory_elsewhere = classes.is_bytes_io(base)
            named, read = NamedReferences(base), self._derived.read
            plan.read = lambda thing, worklist: read(named, shape, thing, worklist)


def _set_base(plan: Plan, shape: Shape, inner: Plan, base: type) -> None:
    """Also read the content of an instance as one of ``base``, with its plan ``inner``."""
    plan.base = inner.kind
    shape.is_derived = True
    if inner.kind == wire.SCALAR:
        own: Any = base.__repr__
        plan.text = lambda thing: texts.cut(own(thing))
        if base is int:
            plan.text = texts.own_int_encoded
        elif any(base is quoted for quoted in (str, bytes, bytearray)):
            plan.text = lambda thing: texts.own_quoted_text(base, thing)
        if base is bytearray:
            shape.base_read = contents.read_own_bytearray
    else:
        read: Callable[[Any, Worklist], bytes] = contents.read_iterated
        if inner.kind == wire.MAPPING:
            read = _READ_ENTRIES.get(base, contents.read_dict)
        shape.base_read = lambda one, worklist: pack_base(inner.kind, read(one, worklist))


_READ_ENTRIES: dict[type, Callable[[Any, Worklist], bytes]] = {
    contents.FROZEN: contents.read_frozen,
    dict: contents.read_dict,
    OrderedDict: contents.read_ordered,
}


def _scalar(read: Read, text: Callable[[Any], Text] = texts.repr_text) -> Make:
    return lambda: Plan(wire.SCALAR, 0, read, text=text, immutable=True)


def _kind(number: int, read: Read, **more: Any) -> Make:
    return lambda: Plan(number, 0, read, **more)


def _values() -> dict[type, Make]:
    """Return the plans of builtin types of values."""
    table = {
        # The content must not be the program's object; NaN is not equal to itself, and there are
        # two zeros.
        int: _scalar(lambda value, _: value + 0, texts.int_encoded),
        float: _scalar(lambda value, _: contents.bits_of(value)),
        complex: _scalar(lambda value, _: repr(value)),
        str: _scalar(contents.read_hash, texts.quoted_text),
        bytes: _scalar(contents.read_hash, texts.quoted_text),
        range: _scalar(
            lambda value, _: texts.range_text(value),
            lambda value: texts.cut(texts.range_text(value)),
        ),
        bytearray: _kind(wire.SCALAR, contents.read_bytearray, text=texts.quoted_text),
    }
    for value in (None, Ellipsis, NotImplemented, False):
        table[type(value)] = _scalar(lambda _value, _: b"")
    return table


def _containers() -> dict[type, Make]:
    """Return the plans of builtin containers, methods, locks and cells."""
    return {
        list: _kind(wire.SEQUENCE, contents.read_list),
        tuple: _kind(wire.SEQUENCE, contents.read_list, immutable=True),
        set: _kind(wire.SEQUENCE, contents.read_iterated),
        frozenset: _kind(wire.SEQUENCE, contents.read_iterated, immutable=True),
        deque: _kind(wire.SEQUENCE, contents.read_iterated),
        contents.FROZEN: _kind(wire.MAPPING, contents.read_frozen, immutable=True),
        dict: _kind(wire.MAPPING, contents.read_dict, parts=parts.parts_of_dict),
        OrderedDict: _kind(wire.MAPPING, contents.read_ordered),
        MethodType: _kind(wire.METHOD, contents.read_method, immutable=True),
        LockType: _kind(wire.LOCK, contents.read_lock),
        RLock: _kind(wire.LOCK, contents.read_rlock),
        CellType: _kind(wire.CELL, contents.read_cell),
    }


def _iterators() -> dict[type, Make]:
    """Return the plans of builtin iterators, whose types have no names."""
    handed = {"parts": parts.parts_of_iterator}
    indexed, counting, back = (
        contents.read_indexed_iterator,
        contents.read_counting_iterator,
        contents.read_counting_back,
    )
    texts_and_bytes = (iter(""), iter("é"), iter(b""), iter(bytearray()))
    rows: tuple[tuple[Read, dict[str, Any], tuple[object, ...]], ...] = (
        (indexed, {}, (iter([]), iter(()), reversed([]), reversed(()), *texts_and_bytes)),
        (indexed, handed, (enumerate(()),)),
        (counting, {}, (iter({}), iter({}.values()), iter(set()), iter(deque()))),
        (counting, handed, (iter({}.items()),)),
        (back, {}, (reversed({}), reversed({}.values()))),
        (back, handed, (reversed({}.items()),)),
    )
    return {
        type(one): _kind(wire.ITERATOR, read, **more) for read, more, all_ in rows for one in all_
    }
