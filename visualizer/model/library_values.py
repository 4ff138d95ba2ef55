"""Reads the values of objects: of library classes such as enums and paths, and of others."""

import builtins
import collections.abc
from collections.abc import Collection, Iterator, Mapping
from ipaddress import IPv4Address, IPv6Address
from pathlib import PurePosixPath, PureWindowsPath

from visualizer.model.content import ClassBody, Instance, Named, Other, Scalar, Sequence
from visualizer.model.content import Mapping as MappingContent
from visualizer.model.parsing import attribute_names
from visualizer.model.run import Heap, HeapObject, content_of
from visualizer.model.slots import is_item, is_set_by_python, is_special

_PATHS = {"PosixPath": PurePosixPath, "PurePosixPath": PurePosixPath} | {
    "WindowsPath": PureWindowsPath,
    "PureWindowsPath": PureWindowsPath,
}
_ADDRESSES = {"IPv4Address": IPv4Address, "IPv6Address": IPv6Address}
_ALIASES = frozenset(
    f"_{kind}Alias" for kind in ("Generic", "UnionGeneric", "CallableGeneric", "LiteralGeneric")
)
"""The classes of annotations that ``typing`` makes."""

_CONTENTS = {
    "ChainMap": ("maps",),
    **dict.fromkeys(("KeysView", "ValuesView", "ItemsView"), ("_mapping",)),
    **dict.fromkeys(("UserDict", "UserList", "UserString"), ("data",)),
    **dict.fromkeys(("Queue", "LifoQueue", "PriorityQueue"), ("queue", "_queue")),
    "Thread": ("_name", "_target", "_args"),
    "Timer": ("_name", "function", "args", "interval"),
    "Event": ("_flag", "_value"),
    **dict.fromkeys(("Semaphore", "BoundedSemaphore"), ("_value",)),
    "Barrier": ("_parties", "_count"),
    "Condition": ("_lock", "_waiters"),
    "Lock": ("_locked",),
    "SharedMemory": ("_name", "_size", "_buf"),
    "Future": ("_state", "_result"),
    "Task": ("_coro", "_result", "_exception"),
    "_GatheringFuture": ("_children",),
    "TaskGroup": ("_tasks",),
    **dict.fromkeys(("ThreadPoolExecutor", "ProcessPoolExecutor"), ("_max_workers",)),
    "NormalDist": ("_mu", "_sigma"),
}
"""The attributes in which library objects hold what the program put into them. Classes of
``threading`` and ``asyncio`` share their names."""
_BASES_WITHOUT_ATTRIBUTES = frozenset(
    (
        *(name for name, one in vars(builtins).items() if isinstance(one, type)),
        *collections.abc.__all__,
        *("ABC", "Generic", "Protocol", "Counter", "OrderedDict", "defaultdict", "deque"),
        *("Decimal", "date", "datetime", "time", "timedelta"),
    )
)
"""Classes of the library that set no attributes in their objects."""
_TELLING = frozenset(("_value_", "_numerator", "__args__", "_ip", "_raw_paths"))
"""The attributes of which one is in each instance that has a value of a library."""
_MOST_LOOKED_AT = 20
"""The search for objects of the program reads this many items of a container."""


def is_of_library(thing: HeapObject, heap: Heap) -> bool:
    """Whether ``thing`` is an instance of a library class, of which only the name is recorded.

    Its attributes do not concern the program, except those of ``own_attributes``.
    """
    if not isinstance(thing.content, Instance):
        return False
    cls = heap.get(thing.content.cls)
    return cls is not None and _is_class_of_library(cls)


def _is_class_of_library(thing: HeapObject) -> bool:
    """Whether it is a class whose name alone is recorded, with the items of a named tuple."""
    match thing.content:
        case ClassBody(bases=(), attributes=() | (("_fields", _),)):
            return True
    return False


def own_attributes(thing: HeapObject, heap: Heap, texts: Collection[str] = ()) -> Named:
    """Return the attributes of an instance that are no internals of a library.

    ``texts`` are those of the program's files (see ``is_internal``). Of a library object these are
    the attributes in ``_CONTENTS``, and public ones that a text names. They always include
    attributes that refer to instances of the program's classes, alone or in a container, unless
    Python sets them.
    """
    content = thing.content
    if not isinstance(content, Instance):
        return ()
    inner = is_of_library(thing, heap)
    base = thing.type if inner else library_base(content.cls, heap)
    contents = {name for name in _CONTENTS.get(base, ()) if inner or not name.startswith("_")}

    def is_own(name: str) -> bool:
        if is_item(name):
            return True
        if inner:
            return not name.startswith("_") and _is_named(name, texts)
        return not ((base or is_special(name)) and is_internal(name, texts))

    return tuple(
        (name, serial)
        for name, serial in content.attributes
        if is_own(name)
        or name in contents
        or (_leads_to_program(serial, heap) and not is_set_by_python(name))
    )


def attributes_in_order(thing: HeapObject, heap: Heap) -> Named:
    """Return all attributes of an instance: those of the program before those of a library."""
    own = own_attributes(thing, heap)
    others = thing.content.attributes if isinstance(thing.content, Instance) else ()
    return others if own == others else (*own, *(one for one in others if one not in own))


def is_internal(name: str, texts: Collection[str]) -> bool:
    """Whether no text of the program's files names an attribute; without texts, if it is private.

    Such an attribute belongs to the library in a class that derives from a library class; with a
    special name (``__wrapped__``), in every class.
    """
    return not _is_named(name, texts) if texts else name.startswith("_")


def library_base(cls: int, heap: Heap) -> str:
    """Return the name of the library's class that a class of the program derives from, or ""."""
    named = (name for name in _library_bases(cls, heap) if name not in _BASES_WITHOUT_ATTRIBUTES)
    return next(named, "")


def _library_bases(cls: int, heap: Heap) -> Iterator[str]:
    """Yield the names of the classes that the program did not define, from which one derives."""
    seen, waiting = set[int](), [cls]
    while waiting:
        serial = waiting.pop()
        one = heap.get(serial)
        if serial in seen or one is None or not isinstance(one.content, ClassBody):
            continue
        seen.add(serial)
        waiting += one.content.bases
        if serial != cls and _is_class_of_library(one):
            yield one.content.name


def shape_of(thing: HeapObject, heap: Heap) -> str:
    """Return the type of a container.

    For a class that derives from one, return ``set``, ``tuple`` or else ``list``.
    """
    content = thing.content
    if not isinstance(content, Instance) or not isinstance(content.base, Sequence):
        return thing.type
    bases = set(_library_bases(content.cls, heap))
    if bases & {"set", "frozenset"}:
        return "set"
    return "tuple" if "tuple" in bases else "list"


def is_set(thing: HeapObject, heap: Heap) -> bool:
    """Whether an object is a set or frozenset, or of a class that derives from one."""
    return shape_of(thing, heap) in ("set", "frozenset")


def _is_named(name: str, texts: Collection[str]) -> bool:
    """Whether a text names an attribute, or the part that its class does not add (``_C__x``)."""
    end = name.rpartition("__")[2]
    written = f"__{end}" if "__" in name[1:] and end else name
    return any(written in attribute_names(text) for text in texts)


def _leads_to_program(serial: int, heap: Heap) -> bool:
    """Whether an object is an instance of a class of the program, or a container of such."""
    match content_of(serial, heap):
        case Instance():
            return _is_of_program(serial, heap)
        case Sequence(items=items):
            held = items[:_MOST_LOOKED_AT]
        case MappingContent(entries=entries):
            held = tuple(one for entry in entries[:_MOST_LOOKED_AT] for one in entry)
        case _:
            return False
    return any(_is_of_program(one, heap) for one in held)


def _is_of_program(serial: int, heap: Heap) -> bool:
    """Whether an object is an instance of a class of which more than the name is recorded."""
    content = content_of(serial, heap)
    is_instance = isinstance(content, Instance) and content.cls in heap
    return is_instance and not is_of_library(heap[serial], heap)


def cached_calls(thing: HeapObject, heap: Heap) -> int:
    """Return how many calls a function with ``lru_cache`` and a limit keeps; 0 for other objects.

    Its referents begin with the key, the result and the link's type of each, the least recently
    used call first (``lru_cache_tp_traverse`` in Modules/_functoolsmodule.c). A dict refers to the
    links, but the collector sees no references of a link.
    """
    if thing.type != "_lru_cache_wrapper" or not isinstance(thing.content, Other):
        return 0
    count = 0
    for serial in thing.content.referents[2::3]:
        link = heap.get(serial)
        if link is None or link.content != ClassBody("_lru_list_elem", (), ()):
            break
        count += 1
    return count


def library_value(thing: HeapObject, heap: Heap) -> str | None:
    """Return the ``repr`` of the value; None if ``thing`` has none or it is not known."""
    if isinstance(thing.content, Other):  # a type of an annotation, a counter
        return dict(thing.content.facts).get("value")
    if not isinstance(thing.content, Instance):
        return None
    attributes = thing.content.attributes
    if not all(name.startswith("_") for name, _ in attributes):
        return None
    if _TELLING.isdisjoint(name for name, _ in attributes):
        return None
    found = {name: heap[serial] for name, serial in attributes if serial in heap}
    if "_name_" in found and "_value_" in found:
        return _member(thing.type, _text(found.get("_name_")), _text(found["_value_"]))
    inner = is_of_library(thing, heap)
    base = thing.type if inner else library_base(thing.content.cls, heap)
    if base == "Fraction":
        parts = [_text(found.get(f"_{part}")) for part in ("numerator", "denominator")]
        return f"{thing.type}({parts[0]}, {parts[1]})" if all(parts) else None
    if inner and base in _ALIASES:
        return _alias(found, heap)
    if base in _ADDRESSES and (number := _text(found.get("_ip"))).isdigit():
        return f"{thing.type}('{_ADDRESSES[base](int(number))}')"
    path = _path(found, heap, _PATHS[base]) if base in _PATHS else None
    return path and f"{thing.type}('{path}')"


def short_value(value: str) -> str:
    """Return the name of an enum's member for its ``repr`` ``<Coin.CENT: 1>``, or another value."""
    return value[1:].partition(":")[0] if value.startswith("<") else value


def _alias(found: Mapping[str, HeapObject], heap: Heap) -> str | None:
    """Return an annotation of ``typing`` as it is written: ``List[str]``, ``Optional[int]``."""
    name, origin = _text(found.get("_name")), found.get("__origin__")
    given = found.get("__args__")
    if name == "None" and origin is not None and isinstance(origin.content, Instance):
        inner = dict(origin.content.attributes).get("_name", 0)  # a form, such as ``ClassVar``
        name = _text(heap.get(inner))
    if name.startswith("'"):
        name = name[1:-1]
    elif origin is not None and isinstance(origin.content, ClassBody):
        name = origin.content.name
    if given is None or not isinstance(given.content, Sequence):
        return None
    parts = [_annotation(heap.get(one), heap) for one in given.content.items]
    if name == "Optional":
        parts = [one for one in parts if one != "None"]
    elif name == "Callable":
        parts = ["..." if parts[:-1] == ["..."] else f"[{', '.join(parts[:-1])}]", *parts[-1:]]
    return f"{name}[{', '.join(parts)}]"


def _annotation(thing: HeapObject | None, heap: Heap) -> str:
    if thing is None:
        return "…"
    match thing.content:
        case ClassBody(name=name):
            return "None" if name == "NoneType" else name
        case Scalar(text=text):
            return "..." if text == "Ellipsis" else text
    return library_value(thing, heap) or thing.type


def _member(kind: str, name: str, value: str) -> str | None:
    """Return the ``repr`` of an enum member; a combination of flags may have no name."""
    return f"<{kind}.{name[1:-1]}: {value or '…'}>" if name.startswith("'") else None


def _path(
    found: Mapping[str, HeapObject], heap: Heap, kind: type[PurePosixPath | PureWindowsPath]
) -> str | None:
    """Return the text of a path, joined from its parts: a path builds its own on demand only."""
    given = found.get("_raw_paths")
    if given is None or not isinstance(given.content, Sequence):
        return None
    parts = [_text(heap.get(one)) for one in given.content.items]
    if not all(part[:1] in ("'", '"') and "\\" not in part for part in parts):
        return None
    return kind(*(part[1:-1] for part in parts)).as_posix()


def _text(thing: HeapObject | None) -> str:
    return thing.content.text if thing is not None and isinstance(thing.content, Scalar) else ""


IDENTIFYING_NAMES = ("data", "elem", "id", "item", "key", "name", "num", "number", "val", "value")
"""Names of attributes whose number identifies an object, at any position."""
_NAMING = ("name", "title", "label", "id")
"""Names of attributes that identify an object rather than those before them, best first."""
_VALUES = (Scalar, Sequence, MappingContent)
_EMPTY = ("None", "''", "b''")
"""Texts of values that identify nothing."""


def identifying_value(thing: HeapObject, heap: Heap, texts: Collection[str] = ()) -> int | None:
    """Return the plain value that identifies an object within its class; None if none does.

    It is the plain value of an attribute in ``_NAMING``, private or not, else the first one among
    an instance's attributes, or the first field of an object in C other than a frame. None and an
    empty text do not count, a truth value only if there is no other; a private attribute does not
    count in a class with a library base, a special name never. A number after
    other attributes is mostly the size of their contents, and changes. Numbers of a library's
    object that holds more than plain values are settings (the ``maxsize`` of a queue). Both count
    only under a name in ``IDENTIFYING_NAMES``. A member of an enum has its name. In a class with a
    library base, other names count only if one of the program's ``texts`` has them.
    """
    is_first = True
    match thing.content:
        case Instance(cls=cls, attributes=named):
            member = dict(named).get("_name_")
            if member is not None and _text(heap.get(member)) not in _EMPTY:
                return member
            inner = is_of_library(thing, heap) or library_base(cls, heap)
            texts = () if inner is True else texts
            is_first = inner is not True or all(
                name.startswith("_") or isinstance(content_of(serial, heap), _VALUES)
                for name, serial in named
            )
        case Other(named=(first, *_)) if thing.type != "frame":
            named, inner, texts = (first,), thing.type, ()
        case _:
            return None
    shown = []
    for name, serial in named:
        is_hidden = name.startswith("_") or (
            name not in IDENTIFYING_NAMES and is_internal(name, texts)
        )
        if not (is_special(name) or is_item(name) or (inner and is_hidden)):
            shown.append((name, serial))
    plain = {bare_name(name): serial for name, serial in shown if _identifies(heap.get(serial))}
    if (best := next((one for one in _NAMING if one in plain), None)) is not None:
        return plain[best]
    flag = None
    has_flag = is_first
    for name, serial in shown:
        one = heap.get(serial)
        if one is None or not isinstance(one.content, Scalar) or one.content.text in _EMPTY:
            is_first = False
            continue
        if one.type not in ("bool", "int", "float"):
            return serial
        if one.type != "bool" and (is_first or bare_name(name) in IDENTIFYING_NAMES):
            return serial
        flag = flag or (serial if one.type == "bool" and has_flag else None)
    return flag


def _identifies(thing: HeapObject | None) -> bool:
    return (
        thing is not None
        and isinstance(thing.content, Scalar)
        and thing.type != "bool"
        and thing.content.text not in _EMPTY
    )


def bare_name(name: str) -> str:
    """Return the name of an attribute without the prefix of a private one: ``_Account__id``."""
    return name.rpartition("__")[2].lstrip("_") if name.startswith("_") else name


def item_names(instance: Instance, heap: Heap) -> list[str]:
    """Return the field names of a named tuple, from its class; empty for other instances."""
    cls, base = content_of(instance.cls, heap), instance.base
    named = dict(cls.attributes).get("_fields") if isinstance(cls, ClassBody) else None
    fields = content_of(named, heap)
    if not isinstance(fields, Sequence) or not isinstance(base, Sequence):
        return []
    names = [_text(heap.get(serial))[1:-1] for serial in fields.items]
    return names if len(names) == len(base.items) else []
