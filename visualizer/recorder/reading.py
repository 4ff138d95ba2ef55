"""Read an object without touching it: no code of the program runs, no reference is kept.

Every type gets a ``Plan`` once. A plan's ``read`` gives what the object holds as bytes, addresses
in place of objects, so that two states can be compared and kept without holding anything; it also
appends what the object refers to to the list of things still to be looked at. Only functions bound
here, at start, are called: a program may replace the builtins' names, never the types themselves.
Attributes are never looked up on a foreign object's behalf: ``type(o)`` is asked rather than
``o.__class__``, and slots and dicts are reached through the builtin types' own descriptors.

Content that is kept is bytes, not tuples: bytes do not count towards the collector's thresholds.
"""

import gc
import sys
from itertools import chain, islice
from struct import Struct

from _collections import OrderedDict, defaultdict, deque
from _operator import attrgetter, is_
from _weakref import ReferenceType

from visualizer.recorder import wire
from visualizer.recorder.builtin_types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    CellType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    GetSetType,
    MemberType,
    MethodDescriptorType,
    MethodType,
    ModuleType,
    TracebackType,
)

referents = gc.get_referents
type_name = type.__dict__["__name__"].__get__
type_module = type.__dict__["__module__"].__get__
type_mro = type.__dict__["__mro__"].__get__
type_dict = type.__dict__["__dict__"].__get__
type_flags = type.__dict__["__flags__"].__get__
module_dict = ModuleType.__dict__["__dict__"].__get__
plain_getattr = object.__getattribute__

# Include/object.h
HEAP_TYPE = 1 << 9
INLINE_VALUES = 1 << 2
MANAGED_DICT = 1 << 4
MANAGED = 1 << 3 | MANAGED_DICT
HAVE_GC = 1 << 14

# What every class has that its body did not name; left out as a module's own are.
CLASS_PLUMBING_BUT_TEXT = frozenset(
    ("__dict__", "__weakref__", "__module__", "__firstlineno__", "__static_attributes__")
)
CLASS_PLUMBING = CLASS_PLUMBING_BUT_TEXT | {"__doc__"}

_PACKERS = [Struct(f"<{n}q").pack for n in range(64)]


def pack(values):
    """The numbers of a sequence, eight bytes each."""
    n = len(values)
    return _PACKERS[n](*values) if n < 64 else Struct(f"<{n}q").pack(*values)


def unpack(content):
    """The numbers that ``pack`` put there."""
    return Struct(f"<{len(content) // 8}q").unpack(content)


class Plan:
    """How to read the objects of one type.

    ``read(thing, reach)`` gives what is compared from step to step; None for an int, which is
    compared itself. ``keep`` turns that into what may be kept. ``text(thing)`` is a value in
    words, as bytes, and its whole length or -1. ``immutable``: other content at the same address is another object. ``kind`` is one of
    wire's. ``size`` is None where ``sys.getsizeof`` runs no code of the program.
    """

    __slots__ = ("base", "base_read", "immutable", "keep", "kind", "layouts", "name")
    __slots__ += ("collectable", "dies_quietly", "plain", "read", "size", "slots", "text", "type_id")

    def __init__(self, kind, name, read, *, text=None, immutable=False, keep=None):
        self.kind = kind
        self.name = name
        self.read = read
        self.text = text
        self.immutable = immutable
        self.keep = keep
        self.size = None
        self.base = self.base_read = None


def same(value):
    return value


class Reader:
    """Makes the plans. ``names`` numbers text, ``is_traced`` knows the program's files."""

    def __init__(self, names, is_traced):
        self.names = names
        self.number = names.number
        self.is_traced = is_traced
        self.plans = {}
        self.candidates = {}
        self.traced_modules = {"__main__"}
        self.namespaces = set()
        self.has_foreign_sizes = False
        # What weak references lead to; being led to by them alone is not being reached.
        self.weak = []
        self.layouts = {(): 0}
        self.layout_names = [()]
        self._exact = self._exact_types()

    # ---- plans ----

    def plan(self, cls):
        """The plan for objects of this very type; made once in the type's life."""
        found = self.plans.get(id(cls))
        if found is None:
            found = self.plans[id(cls)] = self._make(cls)
            found.type_id = id(cls)
            found.collectable = bool(type_flags(cls) & HAVE_GC)
            found.dies_quietly = class_attribute(cls, "__del__") is None
        return found

    def forget(self, address):
        """A class has gone or has changed: what was known about its objects no longer holds."""
        if address in self.plans and address not in self._exact:
            self.plans = {key: plan for key, plan in self.plans.items() if key in self._exact}

    def _make(self, cls):
        make = self._maker(cls)
        name = self.number(type_name(cls))
        if make is not None:
            plan = make()
            plan.name = name
            return plan
        mro = type_mro(cls)
        if any(base is type for base in mro):
            return Plan(wire.CLASS, name, self.read_class)
        if any(base is BaseException for base in mro):
            plan = Plan(wire.EXCEPTION_BODY, name, self.read_exception)
        elif any(base is ModuleType for base in mro):
            plan = Plan(wire.MODULE, name, self.read_module, keep=same)
        elif any(base is ReferenceType for base in mro):
            plan = Plan(wire.WEAKREF, name, self.read_weakref)
        elif is_python_class(cls, mro):
            plan = self._instance_plan(name, cls, mro)
        elif name_of_type(cls) == "numpy.ndarray":
            plan = Plan(wire.ARRAY, name, self.read_array, text=lambda array: cut(array_text(array)))
        else:
            plan = Plan(wire.OTHER, name, self.read_other)
        plan.size = foreign_size(cls, mro)
        self.has_foreign_sizes |= plan.size is not None
        return plan

    def _maker(self, cls):
        """What makes the plan of a builtin type; None for others.

        What a program imports of ``collections`` is not what was imported here: the module is
        built in, taken out of ``sys.modules`` again, and makes its types at each import.
        """
        make = self._exact.get(id(cls))
        if make is None and is_own_import(cls, "collections.deque"):
            return self._exact[id(deque)]
        if make is None and is_own_import(cls, "collections.defaultdict"):
            return lambda: self._defaultdict_plan(cls)
        return make

    def _defaultdict_plan(self, cls):
        """As an instance, for what it makes its values with is a reference like any other."""
        factory_of = type_dict(cls)["default_factory"].__get__
        layout = self.layout((self.number("default_factory"),))
        plan = Plan(wire.INSTANCE, 0, None)
        plan.base, plan.base_read = wire.MAPPING, read_dict

        def read(thing, reach):
            factory = factory_of(thing)
            reach.append(cls)
            reach.append(factory)
            return pack((layout, id(cls), id(factory))) + read_dict(thing, reach)

        plan.read = read
        return plan

    def _exact_types(self):
        """What to do with the builtin types themselves, by address: no hash of a class is run."""

        def scalar(read, text=repr_text, keep=same):
            return lambda: Plan(wire.SCALAR, 0, read, text=text, immutable=True, keep=keep)

        def kind(number, read, **more):
            return lambda: Plan(number, 0, read, **more)

        table = {
            int: scalar(None, int_encoded, lambda value: value + 0),
            float: scalar(read_float),
            complex: scalar(read_repr),
            str: scalar(read_hash),
            bytes: scalar(read_hash),
            range: scalar(read_range, lambda value: cut(range_text(value))),
            slice: kind(wire.SCALAR, self.read_slice, text=slice_text, immutable=True),
            bytearray: kind(wire.SCALAR, read_bytearray, text=repr_text),
            list: kind(wire.SEQUENCE, read_list),
            tuple: kind(wire.SEQUENCE, read_list, immutable=True),
            set: kind(wire.SEQUENCE, read_iterated),
            frozenset: kind(wire.SEQUENCE, read_iterated, immutable=True),
            deque: kind(wire.SEQUENCE, read_deque),
            dict: kind(wire.MAPPING, read_dict),
            defaultdict: lambda: self._defaultdict_plan(defaultdict),
            OrderedDict: kind(wire.MAPPING, read_ordered),
            type: kind(wire.CLASS, self.read_class),
            FunctionType: kind(wire.FUNCTION, self.read_function),
            MethodType: kind(wire.METHOD, read_method, immutable=True),
            CellType: kind(wire.CELL, read_cell),
            GeneratorType: kind(wire.GENERATOR, self.read_generator),
            CoroutineType: kind(wire.GENERATOR, self.read_coroutine),
            AsyncGeneratorType: kind(wire.GENERATOR, self.read_async_generator),
            ReferenceType: kind(wire.WEAKREF, self.read_weakref),
            ModuleType: kind(wire.MODULE, self.read_module),
            CodeType: kind(wire.OTHER, self.read_code),
            FrameType: kind(wire.OTHER, self.read_frame),
            TracebackType: kind(wire.OTHER, self.read_other),
            BuiltinFunctionType: kind(wire.FUNCTION, self.read_builtin),
        }
        for value in (None, Ellipsis, NotImplemented, False):
            table[type(value)] = scalar(read_nothing)
        for iterator in (iter([]), iter(()), iter(""), iter("é"), iter(b""), iter(bytearray())):
            table[type(iterator)] = kind(wire.ITERATOR, read_indexed_iterator)
        for iterator in (reversed([]), enumerate(())):
            table[type(iterator)] = kind(wire.ITERATOR, read_indexed_iterator)
        for iterator in (iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(deque())):
            table[type(iterator)] = kind(wire.ITERATOR, read_counting_iterator)
        self._keep_alive = table
        return {id(cls): make for cls, make in table.items()}

    def _instance_plan(self, name, cls, mro):
        plan = Plan(wire.INSTANCE, name, None)
        plan.layouts = {}
        plan.plain = has_plain_attributes(cls, mro)
        plan.slots = slot_names(mro)
        for base in mro:
            make = None if base is object else self._maker(base)
            inner = make() if make is not None else None
            # A defaultdict's plan is that of an instance; the dict in it comes next.
            if inner is not None and inner.kind != wire.INSTANCE:
                if inner.kind in (wire.SCALAR, wire.SEQUENCE, wire.MAPPING):
                    self._set_base(plan, inner, base)
                break
        plan.read = lambda thing, reach: self.read_instance(plan, thing, reach)
        return plan

    def _set_base(self, plan, inner, base):
        plan.base = inner.kind
        if inner.kind == wire.SCALAR:
            own = own_int_text if base is int else base.__repr__
            plan.text = lambda thing: cut(own(thing))
        elif inner.kind == wire.MAPPING:
            plan.base_read = read_dict
        else:
            plan.base_read = read_iterated

    def scalars(self):
        """The addresses of the types whose values refer to nothing and run nothing."""
        immutable = (int, float, complex, str, bytes, bool, type(None))
        return frozenset(map(id, immutable))

    # ---- names ----

    def layout(self, numbers):
        """The number of a sequence of names, which many objects share."""
        found = self.layouts.get(numbers)
        if found is None:
            found = self.layouts[numbers] = len(self.layout_names)
            self.layout_names.append(numbers)
        return found

    def know_code(self, code):
        """Collect the names by which the program's code may set attributes."""
        for name in code.co_names:
            self.candidates.setdefault(self.names.copy(name))
        for constant in code.co_consts:
            if type(constant) is str and len(constant) < 80 and constant.isidentifier():
                self.candidates.setdefault(self.names.copy(constant))
            elif type(constant) is CodeType:
                self.know_code(constant)

    # ---- reading, kind by kind ----

    def read_instance(self, plan, thing, reach):
        found = referents(thing)
        cls = type(thing)
        base = b""
        if plan.base is not None:
            base = plan.base_read(thing, reach) if plan.base_read else b""
            names, values = self._attributes_beside_base(plan, thing, found)
        else:
            names, values = self._attributes(plan, thing, found)
        reach.append(cls)
        reach.extend(values)
        return pack((self.layout(names), id(cls), *map(id, values))) + base

    def _attributes(self, plan, thing, found):
        """Names and values, from what the collector sees: slots, then values, then the class.

        The names are checked against it: as many, and the very same objects in the same order
        (Objects/typeobject.c, subtype_traverse). Only a name that no code of the program spells
        out makes us ask for the ``__dict__``, which a plain run would not have made.
        """
        known = plan.layouts.get(len(found))
        if known is not None and plan.plain:
            names, getter = known
            try:
                values = getter(thing)
            except AttributeError:
                values = ()
            if len(values) == len(found) - 1 and all(map(is_, values, found)):
                return names, values
        return self._attributes_afresh(plan, thing, found)

    def _attributes_afresh(self, plan, thing, found):
        cls = type(thing)
        wanted = [value for value in found if value is not cls]
        texts = []
        for name in chain(plan.slots, self._static_names(cls), self.candidates):
            if len(texts) == len(wanted):
                break
            value = self._own_value(thing, cls, name, wanted)
            if value is not wanted and name not in texts:
                texts.append(name)
        if len(texts) != len(wanted):
            return self._attributes_of_dict(plan, thing, cls)
        texts = self._in_order(thing, texts, wanted)
        if plan.plain and not class_has_any(cls, texts, plan.slots):
            plan.layouts[len(found)] = ((*map(self.number, texts),), getter_of(texts))
        return (*map(self.number, texts),), [plain_getattr(thing, name) for name in texts]

    def _own_value(self, thing, cls, name, missing):
        """The attribute if the object itself has it, else ``missing``; descriptors are not run."""
        in_class = class_attribute(cls, name)
        if in_class is not None and type(in_class[0]) is not MemberType:
            own = type(in_class[0])
            if any("__get__" in type_dict(base) for base in type_mro(own)):
                return missing
        try:
            value = plain_getattr(thing, name)
        except AttributeError:
            return missing
        if not any(value is other for other in missing):
            return missing
        if in_class is not None and in_class[0] is value:
            return missing
        return value

    def _in_order(self, thing, texts, wanted):
        """The names in the order in which the object keeps their values."""
        left = {name: plain_getattr(thing, name) for name in texts}
        ordered = []
        for value in wanted:
            for name, own in left.items():
                if own is value:
                    ordered.append(name)
                    del left[name]
                    break
        return ordered if not left else texts

    def _attributes_of_dict(self, plan, thing, cls):
        names, values = self._attributes_of_slots(plan, thing)
        if has_dict(cls):
            for name, value in dict.items(dict_of(thing, cls)):
                names += (self.key_number(name),)
                values.append(value)
        return names, values

    def _attributes_of_slots(self, plan, thing):
        names, values = (), []
        for name in plan.slots:
            try:
                values.append(plain_getattr(thing, name))
            except AttributeError:
                continue
            names += (self.number(name),)
        return names, values

    def _attributes_beside_base(self, plan, thing, found):
        """Such an object keeps its ``__dict__`` apart, and has none before its first attribute."""
        if any(type(value) is dict for value in found):
            return self._attributes_of_dict(plan, thing, type(thing))
        return self._attributes_of_slots(plan, thing)

    def _static_names(self, cls):
        for base in type_mro(cls):
            if type_flags(base) & HEAP_TYPE:
                names = type_dict(base).get("__static_attributes__")
                if type(names) is tuple:
                    yield from names

    def key_number(self, key):
        """The number of a key of a namespace; one that is no text goes by its ``repr``."""
        if type(key) is str:
            return self.number(key)
        return self.number(safe_repr(key))

    def names_and_values(self, namespace, reach, leave_out=frozenset()):
        """The layout and the values of a dict used as a namespace."""
        numbers, values = [], []
        for name, value in dict.items(namespace):
            if type(name) is str and name in leave_out:
                continue
            numbers.append(self.key_number(name))
            values.append(value)
        reach.extend(values)
        return self.layout(tuple(numbers)), list(map(id, values))

    def read_class(self, cls, reach):
        name = self.number(type_name(cls))
        namespace = type_dict(cls)
        if not type_flags(cls) & HEAP_TYPE or not self._is_own_class(namespace):
            return pack((name, 0, 0))
        bases = type.__dict__["__bases__"].__get__(cls)
        own = dict(namespace)
        left_out = CLASS_PLUMBING if own.get("__doc__") is None else CLASS_PLUMBING_BUT_TEXT
        layout, values = self.names_and_values(own, reach, left_out)
        reach.extend(bases)
        return pack((name, layout, len(bases), *map(id, bases), *values))

    def _is_own_class(self, namespace):
        module = namespace.get("__module__")
        return type(module) is str and module in self.traced_modules

    def read_function(self, function, reach):
        code = function.__code__
        name = function.__name__
        head = (self.number(name), code.co_firstlineno)
        if not self.is_traced(code.co_filename):
            return pack((*head, 0, 0, 0, 0))
        closure = function.__closure__ or ()
        free = self.layout((*map(self.number, code.co_freevars),))
        defaults = [*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()]
        layout, values = 0, []
        # Asking for __dict__ would make one. Beside it a function refers to its globals, the
        # builtins and keyword defaults (Objects/funcobject.c, func_traverse).
        dicts = sum(type(value) is dict for value in referents(function))
        if dicts > 2 + (function.__kwdefaults__ is not None):
            namespace = function.__dict__
            if namespace:
                layout, values = self.names_and_values(namespace, reach)
        reach.append(code)
        reach.extend(closure)
        reach.extend(defaults)
        own = (code, *closure, *defaults)
        return pack((*head, free, len(defaults), layout, *map(id, own), *values))

    def read_builtin(self, function, reach):
        """A builtin method refers to its object; a builtin function stands as a leaf."""
        own = function.__self__
        head = (self.number(function.__name__), 0, 0, 0)
        if own is None or type(own) is ModuleType:
            return pack((*head, 0, 0))
        reach.append(own)
        return pack((*head, self.layout((self.number("__self__"),)), 0, id(own)))

    def read_code(self, code, reach):
        if not self.is_traced(code.co_filename):
            return b""
        reach.append(code.co_consts)
        return pack((id(code.co_consts),))

    def read_generator(self, generator, reach):
        frame = generator.gi_frame
        return self._read_suspended(
            frame, generator.gi_running, generator.gi_suspended, generator.gi_yieldfrom, reach
        )

    def read_coroutine(self, coroutine, reach):
        frame = coroutine.cr_frame
        return self._read_suspended(
            frame, coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_await, reach
        )

    def read_async_generator(self, generator, reach):
        frame = generator.ag_frame
        return self._read_suspended(
            frame, generator.ag_running, generator.ag_suspended, generator.ag_await, reach
        )

    def _read_suspended(self, frame, running, suspended, waits_for, reach):
        if frame is None:
            return pack((3, 0, 0))
        line = frame.f_lineno or 0
        if running:
            return pack((2, line, 0))
        if waits_for is not None:
            reach.append(waits_for)
        own = frame.f_locals
        values = list(own.values())
        reach.extend(values)
        layout = self.layout((*map(self.number, own.keys()),))
        return pack((1 if suspended else 0, line, layout, *map(id, values)))

    def read_weakref(self, reference, reach):
        target = ReferenceType.__call__(reference)
        if target is None:
            return pack((0,))
        self.weak.append(target)
        return pack((id(target),))

    def read_module(self, module, reach):
        name = module_dict(module).get("__name__")
        return pack((self.number(name if type(name) is str else "?"),))

    def read_exception(self, exception, reach):
        cls = type(exception)
        cause, context = exception_part(exception, "__cause__"), exception_part(
            exception, "__context__"
        )
        traceback = exception_part(exception, "__traceback__")
        args = exception_part(exception, "args")
        layout, values = 0, []
        if any(type(value) is dict for value in referents(exception)):
            layout, values = self.names_and_values(exception_part(exception, "__dict__"), reach)
        links = [cls if type_flags(cls) & HEAP_TYPE else None, args, cause, context, traceback]
        reach.extend([link for link in links if link is not None])
        found = [0 if link is None else id(link) for link in links]
        return pack((layout, *found, *values))

    def read_slice(self, thing, reach):
        parts = (thing.start, thing.stop, thing.step)
        reach.extend(parts)
        return pack((*map(id, parts),))

    def read_frame(self, frame, reach):
        """A frame that is kept; one of foreign code, perhaps the recorder's own, is not entered."""
        if not self.is_traced(frame.f_code.co_filename):
            return b""
        found = [value for value in referents(frame) if id(value) not in self.namespaces]
        found = [value for value in found if type(value) is not CodeType]
        reach.extend(found)
        return pack((*map(id, found),))

    def read_other(self, thing, reach):
        cls = type(thing)
        found = [
            value
            for value in referents(thing)
            if value is not cls and id(value) not in self.namespaces
        ]
        if len(found) > wire.MOST_ITEMS:
            del found[wire.MOST_ITEMS :]
        reach.extend(found)
        return pack((*map(id, found),))

    def read_array(self, array, reach):
        cls = type(array)
        part = {name: type_dict(cls)[name].__get__(array) for name in ARRAY_PARTS}
        shape, strides = part["shape"], part["strides"]
        dtype, base = part["dtype"], part["base"]
        if base is not None:
            reach.append(base)
        head = (len(shape), part["nbytes"], self.number(dtype_text(dtype)), *shape, *strides)
        return pack((*head, 0 if base is None else id(base), hash(array_text(array))))


ARRAY_PARTS = ("shape", "strides", "dtype", "base", "nbytes")


def read_nothing(thing, reach):
    return b""


def read_float(value, reach):
    """The bits: not-a-number is not equal to itself, and there are two zeros."""
    return _FLOAT(value)


_FLOAT = Struct("<d").pack


def read_hash(value, reach):
    return hash(value)


def read_repr(value, reach):
    return repr(value)


def read_range(value, reach):
    return range_text(value)


def read_bytearray(value, reach):
    return hash(bytes(value))


def read_list(thing, reach):
    n = len(thing)
    if n > wire.MOST_ITEMS:
        thing = thing[: wire.MOST_ITEMS]
    reach.extend(thing)
    return pack((n, *map(id, thing)))


def read_iterated(thing, reach):
    n = len_of(thing)
    items = list(islice(iter_of(thing), wire.MOST_ITEMS))
    reach.extend(items)
    return pack((n, *map(id, items)))


def read_deque(thing, reach):
    own = next(base for base in type_mro(type(thing)) if is_own_import(base, "collections.deque"))
    items = list(islice(own.__iter__(thing), wire.MOST_ITEMS))
    reach.extend(items)
    return pack((own.__len__(thing), *map(id, items)))


def read_dict(thing, reach):
    return _read_entries(dict.__len__(thing), dict.items(thing), reach)


def read_ordered(thing, reach):
    return _read_entries(dict.__len__(thing), OrderedDict.items(thing), reach)


def _read_entries(n, entries, reach):
    items = list(islice(chain.from_iterable(entries), 2 * wire.MOST_ITEMS))
    reach.extend(items)
    return pack((n, *map(id, items)))


def read_method(method, reach):
    own, function = method.__self__, method.__func__
    reach.append(own)
    reach.append(function)
    return pack((id(own), id(function)))


def read_cell(cell, reach):
    try:
        contents = cell.cell_contents
    except ValueError:
        return pack((0,))
    reach.append(contents)
    return pack((id(contents),))


def read_indexed_iterator(iterator, reach):
    """Iterators that can say what they walk and where they are (``__reduce__``)."""
    state = type(iterator).__reduce__(iterator)
    over = state[1][0] if state[1] else None
    # A used-up iterator names a fresh empty thing; only what it truly refers to is told.
    if not any(over is held for held in referents(iterator)):
        over = next(iter(referents(iterator)), None)
        if over is None:
            return pack((0, 0))
    if len(state) > 2:
        position = state[2]
    else:
        position = state[1][1] if len(state[1]) > 1 and type(state[1][1]) is int else 0
    reach.append(over)
    return pack((position, id(over)))


def read_counting_iterator(iterator, reach):
    """Iterators that only know how much is left."""
    walked = referents(iterator)
    if not walked:
        return pack((0, 0))
    over = walked[0]
    left = type(iterator).__length_hint__(iterator)
    reach.append(over)
    return pack((max(0, len_of(over) - left), id(over)))


def len_of(thing):
    """The length of a builtin container, also of one whose class has a ``__len__`` of its own."""
    for base in (list, tuple, dict, set, frozenset, deque, str, bytes, bytearray):
        if any(other is base for other in type_mro(type(thing))):
            return base.__len__(thing)
    return 0


def iter_of(thing):
    for base in (set, frozenset, deque, list, tuple):
        if any(other is base for other in type_mro(type(thing))):
            return base.__iter__(thing)
    return iter(())


# ---- what is asked of classes ----


def is_python_class(cls, mro):
    """Made by a ``class`` statement, or as if: its objects have a managed dict or slots."""
    if not type_flags(cls) & HEAP_TYPE:
        return False
    if type_flags(cls) & MANAGED_DICT:
        return True
    return any(
        type_flags(base) & HEAP_TYPE and "__slots__" in type_dict(base) for base in mro
    )


def is_own_import(cls, name):
    """A type in C of that name, whichever import made it."""
    flags = type_flags(cls)
    return bool(
        flags & HEAP_TYPE
        and not flags & MANAGED_DICT
        and name_of_type(cls) == name
        and "__slots__" not in type_dict(cls)
    )


def has_plain_attributes(cls, mro):
    for base in mro:
        if type_flags(base) & HEAP_TYPE:
            own = type_dict(base)
            if "__getattribute__" in own or "__getattr__" in own:
                return False
    return True


def slot_names(mro):
    """Names of the ``__slots__``, in the order in which the collector meets them."""
    names = []
    for base in mro:
        if type_flags(base) & HEAP_TYPE and "__slots__" in type_dict(base):
            own = type_dict(base)
            names.extend(name for name in own if type(own[name]) is MemberType)
    return tuple(str(name) for name in names)


def class_attribute(cls, name):
    """What the class and its bases say of a name, as a tuple of one; None: nothing."""
    for base in type_mro(cls):
        own = type_dict(base)
        if name in own:
            return (own[name],)
    return None


def class_has_any(cls, texts, slots):
    return any(name not in slots and class_attribute(cls, name) is not None for name in texts)


def has_dict(cls):
    return bool(type_flags(cls) & MANAGED_DICT) or cls_dictoffset(cls) != 0


cls_dictoffset = type.__dict__["__dictoffset__"].__get__


def dict_of(thing, cls):
    """The object's ``__dict__``, through the descriptor that its class got when it was made."""
    for base in type_mro(cls):
        own = type_dict(base).get("__dict__")
        if type(own) is GetSetType:
            found = own.__get__(thing)
            return found if any(b is dict for b in type_mro(type(found))) else {}
    return {}


def getter_of(texts):
    """A function that gives the values of these attributes as a tuple."""
    if not texts:
        return lambda thing: ()
    if len(texts) == 1:
        one = attrgetter(texts[0])
        return lambda thing: (one(thing),)
    return attrgetter(*texts)


def foreign_size(cls, mro):
    """A size function where the program's classes define ``__sizeof__``, else None."""
    overridden = False
    for base in mro:
        own = type_dict(base).get("__sizeof__")
        if own is None:
            continue
        if type(own) is not MethodDescriptorType:
            overridden = True
        elif overridden:
            flags = type_flags(cls)
            extra = (16 if flags & HAVE_GC else 0) + (16 if flags & MANAGED else 0)
            return lambda thing: own(thing) + extra
        else:
            return None
    return None


def name_of_type(cls):
    module = type_dict(cls).get("__module__")
    if module is None and not type_flags(cls) & HEAP_TYPE:
        module = type_module(cls)
    return f"{module}.{type_name(cls)}" if type(module) is str else type_name(cls)


def exception_part(exception, name):
    return BaseException.__dict__[name].__get__(exception)


# ---- values in words ----


def repr_text(value):
    return cut(repr(value))


def int_encoded(value):
    if -SHORT < value < SHORT:
        return b"%d" % value, -1
    return cut(int_text(value))


SHORT = 10**18


def int_text(value):
    """The digits; in hexadecimal where there are more than Python shows by itself."""
    if value.bit_length() > 14_300:
        return hex(value)
    try:
        text = int.__repr__(value)
    except ValueError:
        return hex(value)
    return text if len(text) <= 4_301 else hex(value)


def own_int_text(value):
    """The digits of an instance of a subclass of int, whose methods may be the program's."""
    return int_text(int.__add__(value, 0))


def range_text(value):
    parts = (value.start, value.stop) if value.step == 1 else (value.start, value.stop, value.step)
    return f"range({', '.join(map(safe_repr, parts))})"


def slice_text(value):
    parts = (value.start, value.stop, value.step)
    return cut(f"slice({', '.join(map(safe_repr, parts))})")


def safe_repr(value):
    """The ``repr`` of a value whose type is builtin and whose parts are too; else its type."""
    if type(value) is int:
        return int_text(value)
    if value is None or any(type(value) is cls for cls in (str, float, bool, bytes, complex)):
        return repr(value)
    if type(value) is tuple:
        inner = ", ".join(map(safe_repr, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    return f"<{type_name(type(value))}>"


def dtype_text(dtype):
    """The dtype's string form, which numpy itself makes from builtin values."""
    text = type_dict(type(dtype)).get("str")
    for base in type_mro(type(dtype)):
        text = type_dict(base).get("str", text)
    return text.__get__(dtype) if text is not None else "?"


def array_text(array):
    """The first values, read one by one: numpy's own printing can be changed by the program."""
    own = type_dict(type(array))
    first = [item_text(value) for value in islice(own["flat"].__get__(array), 12)]
    return f"[{', '.join(first)}{', …' if own['size'].__get__(array) > 12 else ''}]"


def item_text(value):
    """An array of objects gives the program's own, which are not to be asked."""
    cls = type(value)
    plain = any(name_of_type(base) == "numpy.generic" for base in type_mro(cls))
    return safe_repr(value.item() if plain and not type_flags(cls) & HEAP_TYPE else value)


def cut(text):
    """A value's text as bytes, and its whole length where that is more than is sent."""
    whole = len(text)
    if whole <= wire.MOST_ITEMS:
        return text.encode("utf-8", "surrogatepass"), -1
    return text[: wire.MOST_ITEMS].encode("utf-8", "surrogatepass"), whole


getsizeof = sys.getsizeof
