"""Reads objects of the interpreter's own kinds: classes, functions, exceptions, …

One method per kind, as ``contents`` has for builtin containers.
"""

from __future__ import annotations

from _weakref import ReferenceType
from types import CodeType, ModuleType

from visualizer.recorder import wire
from visualizer.recorder.names import named_values
from visualizer.recorder.objects import classes, packing
from visualizer.recorder.objects.classes import avoiding_audit, referents
from visualizer.recorder.objects.contents import has_unset_items
from visualizer.recorder.objects.parts import internals_of
from visualizer.recorder.objects.texts import stand_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import BuiltinFunctionType, FunctionType
    from typing import Any

    from visualizer.recorder.objects.parts import Internals
    from visualizer.recorder.objects.plans import Layout, Slots, Worklist


# Attributes that every class has without a name in its body; omitted like those of modules.
IMPLICIT_CLASS_NAMES_BUT_DOC = frozenset(
    ("__dict__", "__weakref__", "__module__", "__firstlineno__", "__static_attributes__")
)
IMPLICIT_CLASS_NAMES = IMPLICIT_CLASS_NAMES_BUT_DOC | {"__doc__"}
_ZIP_LONGEST = "itertools.zip_longest"
OWN_DICTS = 2
"""Dicts that every function refers to: its globals and builtins (Objects/funcobject.c)."""


def has_iterators_in_tuple(cls: type) -> bool:
    """Whether its objects have their iterators in a tuple that loses the exhausted ones.

    It comes before their last two references (zip_longest_traverse in Modules/itertoolsmodule.c).
    """
    return any(classes.name_of_type(one) == _ZIP_LONGEST for one in classes.type_mro(cls))


def _own_members(exception: BaseException, members: Slots, found: list[Any]) -> list[Any]:
    """Return names and values of the members of an exception that are among its referents.

    Those in C that are None or also in its arguments are left out; slots of the program are not.
    """
    own: list[Any] = []
    mro, args = classes.type_mro(type(exception)), classes.exception_part(exception, "args")
    for name, where in members.items():
        try:
            value = classes.slot_value(exception, *where)
        except AttributeError:
            continue
        is_of_program = classes.type_flags(mro[where[0]]) & classes.HEAP_TYPE
        is_elsewhere = any(value is one for one in (None, args, *args))
        if is_of_program or (not is_elsewhere and any(value is one for one in found)):
            own.append((name, value))
    return own


class Structures:
    """Reads these objects. ``file_number`` returns None for foreign files.

    ``weak`` collects the referents of weak references, which alone do not make them reachable.
    ``namespaces`` are the addresses of the modules' dicts, ``traced_modules`` their names.
    ``internals`` are the references of classes and functions, attributes or not.
    """

    def __init__(
        self, number: Callable[[str], int], file_number: Callable[[str], int | None]
    ) -> None:
        self.number = number
        self._file_number = file_number
        self.traced_modules = {"__main__"}
        self.namespaces: set[int] = set()
        self.weak: list[object] = []
        self.internals: dict[int, Internals] = {}

    def read_class(self, cls: type, worklist: Worklist) -> bytes:
        """Return name, bases and attributes; of a foreign class only the name.

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
                return packing.pack((name, 0))
            worklist.append(fields)
            return packing.pack((name, 0, self.number("_fields"), packing.HOLDS | id(fields)))
        bases = classes.type_bases(cls)
        own = namespace.copy()  # dict() would hash the names again
        left_out = (
            IMPLICIT_CLASS_NAMES if own.get("__doc__") is None else IMPLICIT_CLASS_NAMES_BUT_DOC
        )
        names, values = named_values(own, self.number, left_out)
        worklist.extend(values)
        worklist.extend(bases)
        return packing.pack((name, len(bases), *packing.held(bases), *packing.pairs(names, values)))

    def read_function(self, function: FunctionType, worklist: Worklist) -> bytes:
        """Return name, line, code, closure, defaults, attributes; name and line of a foreign
        function.

        The defaults tuple may be an object of its own.
        """
        self.internals[id(function)] = internals_of(function)
        found: list[Any] = referents(function)
        # Also detects changes of what ``parts_of_function`` reads.
        hidden = stand_in((*map(id, found),))
        code: CodeType = found[0]
        head = (self.number(classes.exact_text(function.__name__)), code.co_firstlineno)
        if self._file_number(code.co_filename) is None:
            self.internals.pop(id(function), None)
            return packing.pack((*head, 0, 0, 0, packing.UNSENT, hidden))
        closure = function.__closure__ or ()
        free = [*map(self.number, code.co_freevars)]
        defaults = [*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()]
        names: Layout = ()
        values: list[object] = []
        # Reading __dict__ would create one.
        dicts = sum(type(value) is dict for value in found)
        if dicts > OWN_DICTS + (function.__kwdefaults__ is not None):
            names, values = named_values(function.__dict__, self.number)
        worklist.extend(values)
        worklist.append(code)
        worklist.extend(closure)
        worklist.extend(defaults)
        holder = packing.held([function.__defaults__] if function.__defaults__ else [])
        own = [packing.HOLDS | id(code), len(closure), *packing.pairs(free, closure)]
        own += (len(defaults), *packing.held(defaults), *packing.pairs(names, values))
        return packing.pack((*head, *own, packing.UNSENT, hidden, *holder))

    def read_builtin(self, function: BuiltinFunctionType, worklist: Worklist) -> bytes:
        """Return a builtin method with its object; a builtin function has no references."""
        own = function.__self__
        head = (self.number(function.__name__), 0, 0, 0, 0)
        if own is None or type(own) is ModuleType:
            return packing.pack(head)
        worklist.append(own)
        return packing.pack((*head, self.number("__self__"), packing.HOLDS | id(own)))

    def read_code(self, code: CodeType, worklist: Worklist) -> bytes:
        """Return the tuple of constants."""
        if self._file_number(code.co_filename) is None:
            return b""
        worklist.append(code.co_consts)
        return packing.pack(packing.held((code.co_consts,)))

    def read_weakref(self, reference: ReferenceType[Any], worklist: Worklist) -> bytes:
        """Return the referent; 0 if it is dead."""
        target = ReferenceType.__call__(reference)
        if target is None:
            return packing.pack((0,))
        self.weak.append(target)
        return packing.pack(packing.held((target,), packing.MENTIONS))

    def read_module(self, module: ModuleType, worklist: Worklist) -> bytes:
        """Return the name; the module's contents are the global names."""
        name = classes.module_dict(module).get("__name__")
        return packing.pack((self.number(name if type(name) is str else "?"),))

    def read_exception(self, members: Slots, exception: BaseException, worklist: Worklist) -> bytes:
        """Return class, args, cause, context, traceback, attributes; 0 for none.

        The attributes are those of the ``__dict__``, then the ``members`` of its class.
        """
        cls, found = type(exception), referents(exception)
        attributes: list[int] = []
        unsent: list[int] = []
        if any(type(value) is dict for value in found):
            namespace = classes.exception_part(exception, "__dict__")
            names, values = named_values(namespace, self.number)
            worklist.extend(values)
            attributes = packing.pairs(names, values, packing.IN_DICT)
            unsent = [packing.UNSENT, *packing.held((namespace,), packing.OWN_DICT)]
        for name, value in _own_members(exception, members, found):
            worklist.append(value)
            attributes += (self.number(name), packing.HOLDS | id(value))
        links = [cls if classes.type_flags(cls) & classes.HEAP_TYPE else None]
        for part in ("args", "__cause__", "__context__", "__traceback__"):
            links.append(classes.exception_part(exception, part))
        worklist.extend([link for link in links if link is not None])
        linked = [0 if link is None else packing.HOLDS | id(link) for link in links]
        return packing.pack((*linked, *attributes, *unsent))

    def read_slice(self, thing: slice[object, object, object], worklist: Worklist) -> bytes:
        """Return start, stop and step."""
        parts = (thing.start, thing.stop, thing.step)
        worklist.extend(parts)
        return packing.pack(packing.held(parts))

    def read_other(self, thing: object, worklist: Worklist) -> bytes:
        """Return the object's referents."""
        found = self.held_by(thing)
        worklist.extend(found)
        return packing.pack(packing.held(found))

    def held_by(self, thing: object) -> list[object]:
        """Return the referents of a library object without its type and the modules' dicts.

        A list that C code has not filled is left out: nothing may read its items. So are bytes that
        a ``BytesIO`` overwrites.
        """
        cls = type(thing)
        found = referents(thing)
        if found and classes.ends_with_own_bytes(found) and classes.is_bytes_io(cls):
            found.pop()
        if has_iterators_in_tuple(cls):
            found[-3:-2] = referents(*found[-3:-2])
        found = [value for value in found if value is not cls and id(value) not in self.namespaces]
        return [one for one in found if not has_unset_items(one)][: wire.MOST_ITEMS]
