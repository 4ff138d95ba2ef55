"""Answers the engine in C: facts needed once, and objects of rare kinds.

All of it runs in isolation (``memory.c``): objects created here leave no trace in the program's
memory, and no signal handler or audit hook of the program runs meanwhile.
"""

from __future__ import annotations

from _thread import LockType, RLock
from struct import Struct
from types import (
    BuiltinFunctionType,
    CellType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
    SimpleNamespace,
    TracebackType,
)

from visualizer.recorder import wire
from visualizer.recorder.code.code_info import frame_kind, writing_lines
from visualizer.recorder.code.codes import Codes, counts_in_tree
from visualizer.recorder.code.expressions import RequestedExpressions
from visualizer.recorder.events.monitoring import LOCAL, MonitoringTool, events
from visualizer.recorder.events.threads import is_joined_at_exit, thread_name
from visualizer.recorder.frames.heights import StackHeights, may_fill
from visualizer.recorder.locks.library_waits import role_in_waits
from visualizer.recorder.locks.lock_sites import lock_sites
from visualizer.recorder.objects import classes
from visualizer.recorder.objects.arrays import ARRAY
from visualizer.recorder.objects.briefs import brief
from visualizer.recorder.objects.contents import FROZEN
from visualizer.recorder.objects.futures import is_future_type
from visualizer.recorder.objects.library_objects import DECIMAL, MemoryAccess
from visualizer.recorder.objects.reading import Reader
from visualizer.recorder.objects.texts import safe_repr
from visualizer.recorder.steps.encoding import Encoder, children
from visualizer.recorder.versions import RETURN_CONSTANT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import OrderedDict
    from collections.abc import Callable, Sequence
    from typing import Any

    from visualizer.recorder.files import Files
    from visualizer.recorder.names import Names
    from visualizer.recorder.objects.plans import Plan
    from visualizer.recorder.objects.plans import Slots as Places

    type Slots = tuple[tuple[int, object], ...]
else:
    from _collections import OrderedDict

_RETURNS_CONSTANT, _MAY_WRITE, _IN_COMPREHENSION = 1, 2, 4
"""Marks of an instruction, as in engine.h."""
IN_FOREIGN_MEMORY, IN_BYTES = 2, 3
"""Marks of objects compared at each step with the memory they refer to (ctypes, io)."""
_SEEN = "numpy."
"""numpy frees its scalars with a function that calls Python's."""
LIBRARY_NAMES = ("_lock", "_ident", "_name", "_native_id", "threading", "_active")
"""The names of the library that the engine looks up, in the order of engine.h."""
WAYS = range(15)
"""The ways to read an object: ``enum Kind`` of engine.h."""
VALUE, ITEMS, ENTRIES, MEMBERS, QUEUE, VARIABLE = WAYS[:6]
INSTANCE, METHOD, ITERATOR, CODE, PAUSED, LOCK, OWNED_LOCK, STRUCTURE, DESCRIBED = WAYS[6:]
EXCEPTION, OTHER, LINK, NAMED, TEXT_FILE, BUFFERED_FILE, MATCH, FRAME, TRACEBACK, RANGE = range(10)
NUMPY_ARRAY, PLAIN_ARRAY, MEMORY_VIEW, FUNCTION, BUILTIN, CALL_CACHE, BYTES = range(10, 17)
"""The ways to read a ``STRUCTURE``: ``enum Structure`` of engine.h."""
_KINDS = {
    id(one): kind
    for kind, types in (
        (VALUE, (int, float, str, bytes, bool, complex, range)),
        (VALUE, (type(None), type(...), type(NotImplemented))),
        (ITEMS, (list, tuple)),
        (ENTRIES, (dict, OrderedDict, FROZEN)),
        (MEMBERS, (set, frozenset)),
        (VARIABLE, (CellType,)),
        (METHOD, (MethodType,)),
        (CODE, (CodeType,)),
        (PAUSED, (GeneratorType, CoroutineType)),
        (LOCK, (LockType,)),
        (OWNED_LOCK, (RLock,)),
    )
    for one in types
}
"""How the engine reads the objects of a type, by its address: no class's own hash is called."""
_SAMPLES: tuple[tuple[Any, ...], ...] = (
    (iter([]), iter(()), iter("a"), iter("é€"), iter(b"a")),
    (iter({}), iter({}.values()), iter({}.items())),
    (iter(set()),),
    (enumerate(()),),
    (reversed({}), reversed({}.values()), reversed({}.items())),
)
_ITERATOR_KINDS = {id(type(one)): walk for walk, all_ in enumerate(_SAMPLES, 1) for one in all_}
"""The iterator types that the engine reads itself, and how: ``enum Walk`` of kinds.c."""
_STRUCTURES = {
    id(FrameType): FRAME,
    id(TracebackType): TRACEBACK,
    id(type(iter(range(0)))): RANGE,
    id(FunctionType): FUNCTION,
    id(BuiltinFunctionType): BUILTIN,
    id(bytearray): BYTES,
}
_WITH_FACTS = {
    "re.Match": MATCH,
    "_io.TextIOWrapper": TEXT_FILE,
    **dict.fromkeys(
        ("_io.BufferedReader", "_io.BufferedWriter", "_io.BufferedRandom"), BUFFERED_FILE
    ),
}
"""The types whose facts the engine reads itself."""
_WITH_DICT = (OrderedDict, SimpleNamespace)
"""Builtin classes whose objects have a ``__dict__`` of the ordinary kind."""
_NATIVE_BASES = (list, tuple, dict, set, frozenset, FROZEN, *_WITH_DICT)
"""Builtin classes whose items or entries the engine reads itself, also in derived objects."""


class Describer:
    """Describes objects and code to the engine.

    ``native`` is the engine, ``settings`` are the session's.
    """

    def __init__(
        self,
        native: Any,
        names: Names,
        files: Files,
        monitoring: MonitoringTool,
        settings: dict[str, Any],
    ) -> None:
        self._native = native
        self._names = names
        self._files = files
        self._monitoring = monitoring
        self._expressions = RequestedExpressions(settings)
        self._codes = Codes(names, files)
        access = MemoryAccess(native.words_, native.position_)
        self._reader = Reader(names, files.number, access)
        self._encoder = Encoder(native.serial_)
        self._heights: dict[int, tuple[bytes, StackHeights]] = {}
        self._main = 0

    @property
    def functions(self) -> tuple[Callable[..., object], ...]:
        """The functions in the order of ``enum Ask`` in engine.h."""
        return (
            *(self.type_info, self.code_info, self.text, self.describe, self.size),
            *(self.name, self.thread, self.height, self.enable_code, self.sites, self.brief),
        )

    # ---- types and code ----

    def type_info(self, cls: type, _: object) -> tuple[object, ...]:
        """Return how the engine reads the objects of a class.

        These are: name, way to read, way to read the content besides the attributes, way to read an
        iterator or a structure, whether to read at every step, whether the size function is the
        program's, whether the engine sees its memory freed although by the type's own function, and
        its slots.
        """
        self._reader.forget(id(cls))  # a dead class may have had this address
        plan = self._reader.plan(cls)
        is_always_read = int(plan.kind == wire.ARRAY or plan.has_memory_elsewhere)
        if plan.has_memory_elsewhere:
            is_always_read = IN_BYTES if classes.is_bytes_io(cls) else IN_FOREIGN_MEMORY
        slots = self._slots(cls) if plan.kind == wire.INSTANCE else None
        walk = _ITERATOR_KINDS.get(id(cls), 0)
        kind, base = _KINDS.get(id(cls), ITERATOR if walk else DESCRIBED), VALUE
        if classes.is_own_import(cls, "collections.deque"):
            kind = QUEUE
        is_collectable = classes.type_flags(cls) & classes.HAVE_GC
        is_alone = not is_collectable or classes.is_own_import(cls, DECIMAL)
        if plan.kind == wire.SCALAR and plan.immutable and is_alone:
            kind = VALUE
        if slots is not None:
            known = (_KINDS.get(id(one), VALUE) for one in classes.type_mro(cls))
            kind, base = INSTANCE, next((one for one in known if one != VALUE), VALUE)
        is_seen = classes.name_of_type(cls).startswith(_SEEN)
        has_size = plan.size is not None
        is_other = is_always_read == IN_BYTES or kind != DESCRIBED
        way = None if is_other else _way_to_read_structure(cls, plan)
        if way is not None:
            kind, walk = STRUCTURE, way
            members = self._members(cls, classes.exception_members)
            slots = members if way == EXCEPTION else self._references(plan)
        return plan.name, kind, base, walk, is_always_read, has_size, is_seen, slots or ()

    def _references(self, plan: Plan) -> Slots:
        named = plan.references or ()
        return tuple((self._names.number(name) if name else -1, one) for name, one in named)

    def _slots(self, cls: type) -> Slots | None:
        mro = classes.type_mro(cls)
        if classes.is_own_import(cls, "collections.defaultdict"):
            factory = classes.type_dict(cls)["default_factory"]
            return ((self._names.number("default_factory"), factory),)
        for base in mro:
            flags = classes.type_flags(base)
            if not flags & classes.HEAP_TYPE:
                if base is not object and not any(base is one for one in _NATIVE_BASES):
                    return None
            elif base is not cls and classes.is_in_c(base):
                return None
        if any(is_future_type(base) for base in mro):
            return None
        has_dict = any(base is one for base in mro for one in _WITH_DICT)
        is_managed = classes.type_flags(cls) & classes.MANAGED_DICT
        if classes.type_dictoffset(cls) > 0 and not is_managed and not has_dict:
            return None
        return self._members(cls, classes.slot_members)

    def _members(self, cls: type, members: Callable[[Sequence[type]], Places]) -> Slots:
        mro = classes.type_mro(cls)
        return tuple(
            (self._names.number(name), classes.type_dict(mro[place])[key])
            for name, (place, key) in members(mro).items()
        )

    def code_info(self, code: CodeType, _: object) -> tuple[object, ...]:
        """Return what the engine stores about a code object.

        File or -1, number, name, kind, the role of foreign code in waits, where it uses locks, and
        the line of each instruction and its marks.
        """
        file = self._files.number(code.co_filename)
        if file is None:
            return (-1, 0, 0, 0, role_in_waits(code), None, b"", b"")
        self._send_sources()
        number = self._codes.number(code)
        writing = writing_lines(code)
        filling = self._heights_of(code).filling() if may_fill(code) else ()
        lines = [line or 0 for start, end, line in code.co_lines() for _ in range(start, end, 2)]
        marks = bytes(
            (number == RETURN_CONSTANT) * _RETURNS_CONSTANT
            | (line in writing) * _MAY_WRITE
            | any(2 * place in one for one in filling) * _IN_COMPREHENSION
            for place, (number, line) in enumerate(zip(code.co_code[::2], lines, strict=False))
        )
        name = self._names.number(code.co_name)
        sites = lock_sites(code, self._names.number)
        kind = frame_kind(code)
        places = None if sites is None else _in_c(sites.numbers())
        self._send_codes()
        return (file, number, name, kind, 0, places, _in_c(lines), marks)

    def _send_sources(self) -> None:
        pending = self._files.pending
        while pending:  # without memory, the next call sends the rest
            number, text = pending[0]
            self._native.name_([wire.SOURCE, number, len(text)], text)
            del pending[0]

    def _send_codes(self) -> None:
        self._native.announce_(self._codes.pending)
        self._codes.pending.clear()

    def enable_code(self, code: CodeType, namespace: dict[str, object]) -> tuple[object, ...]:
        """Enable the events of a code object of the program; note a module.

        Returns whether it is the program's, whether it is the main program, its file, and the
        module's name.
        """
        file = self._files.number(code.co_filename)
        if file is None:
            self._monitoring.enable_events(code, 0)
            return (0, 0, 0, None)
        has_sites = self._expressions.sites(code) is not None
        self._monitoring.enable_events(code, LOCAL | events.INSTRUCTION if has_sites else LOCAL)
        if code.co_name != "<module>":
            return (1, 0, file, None)
        self._reader.collect_names(code)
        name = dict.get(namespace, "__name__")
        is_program = not self._main and name == "__main__"
        if is_program:
            self._main = id(code)
        self._codes.announce(code, id(namespace), counts_in_tree(code) if is_program else None)
        copied = self._names.copy(name) if type(name) is str else None
        if copied is not None:
            self._reader.traced_modules.add(copied)
            self._reader.namespaces.add(id(namespace))
        self._send_codes()
        return (1, int(is_program), file, copied)

    def height(self, code: CodeType, at: int) -> tuple[int, tuple[int, ...]]:
        """Return the guaranteed stack depth at an instruction, and the unfinished results.

        These are the slots and labels of comprehensions' results, in turn.
        """
        heights, number = self._heights_of(code), self._names.number
        results = heights.unfinished(at).items()
        return heights.guaranteed(at), tuple(
            value for slot, label in results for value in (slot, number(label))
        )

    def _heights_of(self, code: CodeType) -> StackHeights:
        known = self._heights.get(id(code))
        if known is None or known[0] is not code.co_code:
            known = self._heights[id(code)] = code.co_code, StackHeights(code)
        return known[1]

    def sites(self, code: CodeType, _: object) -> tuple[bytes, bytes] | None:
        """Return where values of expressions are read; None if they are not recorded."""
        return self._expressions.sites(code)

    # ---- objects ----

    def brief(self, thing: object, _: object) -> bytes:
        """Return a value's text for an expression."""
        return brief(thing, self._reader.plan)

    def text(self, thing: object, _: object) -> tuple[bytes, int]:
        """Return a formatted value, and its full length or -1."""
        text: Any = self._reader.plan(type(thing)).text
        found: tuple[bytes, int] = text(thing)
        return found

    def describe(self, thing: object, known: object) -> tuple[object, ...] | None:
        """Return the content, operands, texts, parts and referents of an object.

        None if the content equals ``known``. Adds its referents to the engine's table.
        """
        reader = self._reader
        reader.scan += 1
        plan = reader.plan(type(thing))
        worklist: list[object] = []
        content: Any = plan.read(thing, worklist)
        if known is not None and known == content:
            reader.weak.clear()
            return None
        self._native.enter_(worklist, False)
        if reader.weak:
            self._native.enter_(reader.weak, True)
            reader.weak.clear()
        text: Any = plan.text(thing) if plan.text else None
        texts: list[bytes] = []
        numbers = self._encoder.encode(plan, content, text, texts)
        parts = self._encoder.parts(0, plan, content, text)[3:]
        return content, numbers, texts, parts, children(plan, content)

    def size(self, thing: object, _: object) -> int:
        """Return the size of an object."""
        return classes.size_of(self._reader.plan(type(thing)).size, thing)

    def name(self, key: object, _: object) -> int:
        """Return the number of a name, or of a key that is not text."""
        return self._names.number(key if type(key) is str else safe_repr(key))

    # ---- threads ----

    def thread(self, _: object, about: tuple[int, int]) -> tuple[int, bool]:
        """Return the number of the name of a new thread, and whether the interpreter waits at exit
        for its end.
        """
        ident, number = about
        named = thread_name(ident)
        name = "MainThread" if number == 1 else f"Thread {ident}"
        name = name if named is None else named[0]
        return self._names.number(name), is_joined_at_exit(ident)


def _way_to_read_structure(cls: type, plan: Plan) -> int | None:
    """Return how the engine reads the objects of a type in C; None if Python describes them."""
    if id(cls) in _STRUCTURES:
        return _STRUCTURES[id(cls)]
    if plan.kind == wire.EXCEPTION_BODY:
        return EXCEPTION
    if plan.kind == wire.ARRAY:
        if cls is memoryview:
            return MEMORY_VIEW
        return NUMPY_ARRAY if classes.name_of_type(cls) == ARRAY else PLAIN_ARRAY
    if plan.references is None:
        return None
    if plan.has_facts:
        return _WITH_FACTS.get(classes.name_of_type(cls))
    if plan.kind == wire.STRUCTURE:
        return CALL_CACHE if classes.is_own_import(cls, "functools._lru_cache_wrapper") else NAMED
    return LINK if classes.is_own_import(cls, "functools._lru_list_elem") else OTHER


def _in_c(numbers: Sequence[int]) -> bytes:
    """Return numbers in C's format."""
    return Struct(f"{len(numbers)}i").pack(*numbers)
