"""Reads objects of the interpreter's own kinds: classes, functions, exceptions, …

One method per kind, as ``contents`` has for builtin containers.
"""

from __future__ import annotations

import gc
from _weakref import ReferenceType
from types import CodeType, ModuleType

from visualizer.recorder import wire
from visualizer.recorder.objects import classes
from visualizer.recorder.objects.contents import has_unset_items
from visualizer.recorder.objects.layouts import named_values
from visualizer.recorder.objects.packing import pack
from visualizer.recorder.objects.parts import avoiding_audit, internals_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import BuiltinFunctionType, FunctionType
    from typing import Any

    from visualizer.recorder.objects.layouts import Layouts
    from visualizer.recorder.objects.parts import Internals
    from visualizer.recorder.objects.plans import Layout, Slots, Worklist

referents = gc.get_referents

# Attributes that every class has without a name in its body; omitted like those of modules.
IMPLICIT_CLASS_NAMES_BUT_DOC = frozenset(
    ("__dict__", "__weakref__", "__module__", "__firstlineno__", "__static_attributes__")
)
IMPLICIT_CLASS_NAMES = IMPLICIT_CLASS_NAMES_BUT_DOC | {"__doc__"}
OWN_DICTS = 2
"""Dicts that every function refers to: its globals and builtins (Objects/funcobject.c)."""


def has_iterators_in_tuple(cls: type) -> bool:
    """Whether its objects have their iterators in a tuple that loses the exhausted ones."""
    return classes.name_of_type(cls) == "itertools.zip_longest"


def _own_members(exception: BaseException, members: Slots, held: list[Any]) -> list[Any]:
    """Return names and values of the members of an exception that are among its referents.

    Those in C that are None or also in its arguments are left out; slots of the program are not.
    """
    found: list[Any] = []
    mro, args = classes.type_mro(type(exception)), classes.exception_part(exception, "args")
    for name, where in members.items():
        try:
            value = classes.slot_value(exception, *where)
        except AttributeError:
            continue
        is_of_program = classes.type_flags(mro[where[0]]) & classes.HEAP_TYPE
        is_elsewhere = any(value is one for one in (None, args, *args))
        if is_of_program or (not is_elsewhere and any(value is one for one in held)):
            found.append((name, value))
    return found


class Structures:
    """Reads these objects. ``file_number`` returns None for foreign files.

    ``weak`` collects the referents of weak references, which alone do not make them reachable.
    ``namespaces`` are the addresses of the modules' dicts, ``traced_modules`` their names.
    ``internals`` are the references of classes and functions, attributes or not.
    """

    def __init__(self, layouts: Layouts, file_number: Callable[[str], int | None]) -> None:
        self.number = layouts.number
        self.layout = layouts.layout
        self.names_and_values = layouts.names_and_values
        self._file_number = file_number
        self.traced_modules = {"__main__"}
        self.namespaces: set[int] = set()
        self.weak: list[object] = []
        self.internals: dict[int, Internals] = {}

    def read_class(self, cls: type, worklist: Worklist) -> bytes:
        """Return name, layout, bases and attributes; of a foreign class only the name.

        Of a foreign named tuple also the names of its items, which its own class or a base has.
        """
        if classes.type_flags(cls) & classes.HEAP_TYPE and not avoiding_audit:
            self.internals[id(cls)] = internals_of(cls)  # first, while nothing here holds a part
        name = self.number(classes.type_name(cls))
        namespace = classes.type_dict(cls)
        module = namespace.get("__module__")
        is_own = type(module) is str and module in self.traced_modules
        if not classes.type_flags(cls) & classes.HEAP_TYPE or not is_own:
            self.internals.pop(id(cls), None)
            fields = classes.item_names(cls)
            if fields is None:
                return pack((name, 0, 0))
            worklist.append(fields)
            return pack((name, self.layout((self.number("_fields"),)), 0, id(fields)))
        bases = classes.type_bases(cls)
        own = namespace.copy()  # dict() would hash the names again
        left_out = (
            IMPLICIT_CLASS_NAMES if own.get("__doc__") is None else IMPLICIT_CLASS_NAMES_BUT_DOC
        )
        layout, values = self.names_and_values(own, worklist, left_out)
        worklist.extend(bases)
        return pack((name, layout, len(bases), *map(id, bases), *values))

    def read_function(self, function: FunctionType, worklist: Worklist) -> bytes:
        """Return name, line, code, closure, defaults, attributes; name and line of a foreign
        function.

        The defaults tuple, which may be an object of its own, precedes the code.
        """
        self.internals[id(function)] = internals_of(function)
        held: list[Any] = referents(function)
        # Also detects changes of what ``parts_of_function`` reads.
        hidden = hash((*map(id, held),))
        code: CodeType = held[0]
        head = (self.number(classes.exact_text(function.__name__)), code.co_firstlineno)
        if self._file_number(code.co_filename) is None:
            self.internals.pop(id(function), None)
            return pack((*head, 0, 0, 0, 0, 0, 0))
        closure = function.__closure__ or ()
        free = self.layout((*map(self.number, code.co_freevars),))
        defaults = [*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()]
        layout = 0
        values: list[int] = []
        # Reading __dict__ would create one.
        dicts = sum(type(value) is dict for value in held)
        if dicts > OWN_DICTS + (function.__kwdefaults__ is not None):
            namespace = function.__dict__
            if namespace:
                layout, values = self.names_and_values(namespace, worklist)
        worklist.append(code)
        worklist.extend(closure)
        worklist.extend(defaults)
        own = (code, *closure, *defaults)
        holder = id(function.__defaults__) if function.__defaults__ else 0
        return pack((*head, free, len(defaults), layout, hidden, holder, *map(id, own), *values))

    def read_builtin(self, function: BuiltinFunctionType, worklist: Worklist) -> bytes:
        """Return a builtin method with its object; a builtin function has no references."""
        own = function.__self__
        head = (self.number(function.__name__), 0, 0, 0)
        if own is None or type(own) is ModuleType:
            return pack((*head, 0, 0, 0, 0))
        worklist.append(own)
        return pack((*head, self.layout((self.number("__self__"),)), 0, 0, 0, id(own)))

    def read_code(self, code: CodeType, worklist: Worklist) -> bytes:
        """Return the tuple of constants."""
        if self._file_number(code.co_filename) is None:
            return b""
        worklist.append(code.co_consts)
        return pack((id(code.co_consts),))

    def read_weakref(self, reference: ReferenceType[Any], worklist: Worklist) -> bytes:
        """Return the referent; 0 if it is dead."""
        target = ReferenceType.__call__(reference)
        if target is None:
            return pack((0,))
        self.weak.append(target)
        return pack((id(target),))

    def read_module(self, module: ModuleType, worklist: Worklist) -> bytes:
        """Return the name; the module's contents are the global names."""
        name = classes.module_dict(module).get("__name__")
        return pack((self.number(name if type(name) is str else "?"),))

    def read_exception(self, members: Slots, exception: BaseException, worklist: Worklist) -> bytes:
        """Return layout, dict, class, args, cause, context, traceback, attributes; 0 for none.

        The attributes are those of the ``__dict__``, then the ``members`` of its class.
        """
        cls, held = type(exception), referents(exception)
        own = 0
        names: Layout = ()
        values: list[object] = []
        if any(type(value) is dict for value in held):
            namespace = classes.exception_part(exception, "__dict__")
            own = id(namespace)
            names, values = named_values(namespace, self.number)
        for name, value in _own_members(exception, members, held):
            names += (self.number(name),)
            values.append(value)
        worklist.extend(values)
        links = [cls if classes.type_flags(cls) & classes.HEAP_TYPE else None]
        for part in ("args", "__cause__", "__context__", "__traceback__"):
            links.append(classes.exception_part(exception, part))
        worklist.extend([link for link in links if link is not None])
        found = [0 if link is None else id(link) for link in links]
        return pack((self.layout(names), own, *found, *map(id, values)))

    def read_slice(self, thing: slice[object, object, object], worklist: Worklist) -> bytes:
        """Return start, stop and step."""
        parts = (thing.start, thing.stop, thing.step)
        worklist.extend(parts)
        return pack((*map(id, parts),))

    def read_other(self, thing: object, worklist: Worklist) -> bytes:
        """Return the object's referents."""
        found = self.held_by(thing)
        worklist.extend(found)
        return pack((*map(id, found),))

    def held_by(self, thing: object) -> list[object]:
        """Return the referents of a library object without its type and the modules' dicts.

        A list that C code has not filled is left out: nothing may read its items. So are bytes that
        a ``BytesIO`` overwrites.
        """
        cls = type(thing)
        found = referents(thing)
        if found and classes.ends_with_own_bytes(found) and classes.is_bytes_io(cls):
            found.pop()
        found = [value for value in found if value is not cls and id(value) not in self.namespaces]
        if found and has_iterators_in_tuple(cls):
            found[:1] = referents(found[0])
        return [one for one in found if not has_unset_items(one)][: wire.MOST_ITEMS]
