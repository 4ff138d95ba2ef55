"""Reads an object's references besides its content: tuples, dicts, its class, its code.

They are sent when the object is new or its content has changed, as triples: the kind of part
(``wire.PARTS_OF``), its address, and the address of the container that holds it, 0 if the object
itself does. They are addresses, not serials: most parts are no objects that a name leads to. They
stay valid as long as their holder, which keeps them alive. Source: the ``tp_traverse`` functions of
CPython's types, through ``gc.get_referents``.
"""

from __future__ import annotations

from _weakref import ReferenceType
from sys import getrefcount
from types import CellType, CodeType, FrameType, FunctionType, GetSetDescriptorType

from visualizer.recorder import wire
from visualizer.recorder.frames.comprehensions import variables
from visualizer.recorder.frames.suspended import paused
from visualizer.recorder.objects.classes import (
    HEAP_TYPE,
    HIDDEN_DESCRIPTORS,
    UNSHARED,
    avoiding_audit,
    is_own_import,
    module_dict,
    referents,
    type_base,
    type_bases,
    type_dict,
    type_flags,
    type_mro,
    type_own_name,
    type_qualname,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from types import ModuleType
    from typing import Any

    type Parts = list[int]
    type Internals = list[tuple[int, list[int]]]

builtins_of = FunctionType.__dict__["__builtins__"].__get__
OF_A_FRAME = (FunctionType, CodeType, CellType, FrameType, str)
"""A frame's references that are no values: code, function, frame object, cells, names."""
MOST_SHARED_KEYS = 30


def class_part(cls: type) -> Parts:
    """Return the reference to a class created at run time."""
    return [wire.PART_CLASS, id(cls), 0] if type_flags(cls) & HEAP_TYPE else []


def parts_of_class(cls: type) -> Parts:
    """Return the references to bases, MRO, dict and metaclass."""
    if not type_flags(cls) & HEAP_TYPE:
        return []
    found = class_part(type(cls))
    mro, bases, base = type_mro(cls) or (), type_bases(cls), type_base(cls)
    namespace = False
    for thing in referents(cls) if not avoiding_audit else ():
        if type(thing) is dict and not namespace:
            namespace = True
            found += (wire.PART_NAMESPACE, id(thing), 0)
        elif not any(thing is one for one in (mro, bases, base, type(cls))):
            found += (wire.PART_INTERNALS, id(thing), 0)
    found += (wire.PART_INTERNALS, id(mro), 0, wire.PART_BASES, id(bases), 0)
    found += (wire.PART_BASE, id(base), 0)
    for one in mro:
        found += (wire.PART_INTERNALS, id(one), id(mro))
    found += (wire.PART_ATTRIBUTE, id(type_own_name(cls)), 0)
    found += (wire.PART_ATTRIBUTE, id(type_qualname(cls)), 0)
    own = type_dict(cls)
    for name in HIDDEN_DESCRIPTORS:
        descriptor = own.get(name)
        # From 3.15 on all classes share those of ``object``.
        if type(descriptor) is GetSetDescriptorType and descriptor.__objclass__ is cls:
            found += (wire.PART_INTERNALS, id(cls), id(descriptor))
    return found


def internals_of(thing: object) -> Internals:
    """Return the references of a class or function, each part after its holder.

    Each entry is an address, and the addresses to which that object refers: the class or function
    itself, and tuples, dicts and the descriptors in these that nothing else holds.
    """
    found: Internals = []
    waiting: list[tuple[object, tuple[type, ...]]] = [(thing, (tuple, dict))]
    while waiting:
        holder, kinds = waiting.pop()
        held = referents(holder)
        found.append((id(holder), [*map(id, held)]))
        for at, count in enumerate([*map(getrefcount, held)]):
            if count == UNSHARED and any(type(held[at]) is kind for kind in kinds):
                waiting.append((held[at], (GetSetDescriptorType,)))
    return found


def parts_of_function(function: Any) -> Parts:
    """Return the references to closure, defaults, namespaces, names and annotations."""
    if type(function) is not FunctionType:
        return []
    closure, code = function.__closure__, function.__code__
    defaults, keywords = function.__defaults__, function.__kwdefaults__
    shared = (function.__globals__, builtins_of(function))
    found: Parts = []
    for thing in referents(function):
        if thing is closure:
            found += (wire.PART_CLOSURE, id(thing), 0)
        elif thing is defaults:
            found += (wire.PART_DEFAULTS, id(thing), 0)
        elif thing is keywords:
            found += (wire.PART_KEYWORDS, id(thing), 0)
        elif any(thing is one for one in shared):
            found += (wire.PART_GLOBALS, id(thing), 0)
        elif type(thing) is dict:
            found += (wire.PART_NAMESPACE, id(thing), 0)
        elif thing is not code:
            found += (wire.PART_ATTRIBUTE, id(thing), 0)
    return found


def parts_of_generator(borrowed_in: Callable[[Any], list[int]]) -> Callable[[Any], Parts]:
    """Return a function that reads the references of a suspended frame besides its variables.

    They include the cells of its variables. ``borrowed_in`` returns the addresses of uncounted
    references on its stack.
    """

    def parts(generator: Any) -> Parts:
        frame = frame_of(generator)
        every = referents(generator)
        if frame is None:
            return parts_of_running(every)
        names, values = variables(frame)
        code = frame.f_code
        shared = frozenset((*code.co_cellvars, *code.co_freevars))
        own = shared.union(code.co_varnames)
        given = [n for n, name in enumerate(names) if name not in own]
        in_cells = [n for n, name in enumerate(names) if name in shared]
        borrowed = borrowed_in(frame)
        found = parts_of_suspended(every, values, given, in_cells)
        for at in reversed(range(0, len(found), 3)):
            if found[at] == wire.PART_STACK and found[at + 1] in borrowed:
                borrowed.remove(found[at + 1])
                del found[at : at + 3]
        return found

    return parts


def parts_of_running(every: list[object]) -> Parts:
    """Return the references before the variables, which belong to the frame."""
    found: Parts = []
    for thing in every:
        found += (wire.PART_PAUSED, id(thing), 0)
        if type(thing) is CodeType:
            break
    return found


def parts_of_suspended(
    every: list[object], values: list[object], given: list[int], in_cells: list[int]
) -> Parts:
    """Return the references of a suspended frame.

    ``every`` are all its referents, ``values`` those of its variables. Variables at the indexes
    ``given`` are in a dict of the frame object, others in cells.
    """
    found: Parts = []
    cells = [thing for thing in every if type(thing) is CellType]
    in_place = [*values]
    for n in (*given, *(n for n in in_cells if cell_with(cells, values[n]))):
        in_place[n] = cells
    for thing in every:
        place = next((n for n, one in enumerate(in_place) if one is thing), None)
        if place is not None and type(thing) is not CellType:
            in_place[place] = values[place] = cells  # count it once
        elif any(type(thing) is cls for cls in OF_A_FRAME):
            found += (wire.PART_PAUSED, id(thing), 0)
        else:
            found += (wire.PART_STACK, id(thing), 0)
    for n, value in enumerate(values):
        if value is not cells:
            found += (wire.PART_THROUGH, 0 if n in given else cell_with(cells, value), n)
    return found


def frame_of(generator: Any) -> Any:
    """Return the frame of a suspended generator, coroutine or async generator."""
    frame, is_running, is_suspended, _ = paused(generator)
    # An async generator that is awaited counts as running, even if its frame is suspended. One that
    # receives an exception before it starts counts as running, too.
    return frame if is_suspended or not is_running else None


def cell_with(cells: list[Any], value: object) -> int:
    """Return the address of the cell that holds the value; 0 if there is none."""
    for cell in cells:
        try:
            if cell.cell_contents is value:
                return id(cell)
        except ValueError:  # an empty cell
            continue
    return 0


def parts_of_dict(own: dict[object, object]) -> Parts:
    """Return a mark if the object, not its ``__dict__``, holds the values.

    Objects/dictobject.c, dict_traverse; such a dict has few keys (SHARED_KEYS_MAX_SIZE).
    """
    if avoiding_audit or not 0 < len(own) <= MOST_SHARED_KEYS or referents(own):
        return []
    return [wire.PART_INLINE, 0, 0]


def parts_of_weakref(reference: ReferenceType[Any]) -> Parts:
    """Return a weak reference's callback; for a subclass also its class and attributes."""
    cls = type(reference)
    callback = ReferenceType.__dict__["__callback__"].__get__(reference)
    found = class_part(cls)
    if callback is not None:
        found += (wire.PART_CALLBACK, id(callback), 0)
    for thing in referents(reference) if not avoiding_audit else ():
        if thing is not cls and thing is not callback:
            found += (wire.PART_ATTRIBUTE, id(thing), 0)
    return found


def parts_of_iterator(iterator: object) -> Parts:
    """Return the result tuple that the iterator reuses if nothing else holds it.

    An exhausted iterator refers to nothing else.
    """
    results = [thing for thing in referents(iterator) if type(thing) is tuple]
    return [part for one in results for part in (wire.PART_ITERATOR, id(one), 0)]


def parts_of_module(module: ModuleType) -> Parts:
    """Return the module's dict."""
    return [wire.PART_GLOBALS, id(module_dict(module)), 0]


def parts_of_other(namespaces: Container[int]) -> Callable[[object], Parts]:
    """Return a function for the class and global namespaces of any other object; a frame's code."""

    def parts(thing: object) -> Parts:
        # The contents of the links of an ``lru_cache`` are sent with the cache.
        is_link = is_own_import(type(thing), "functools._lru_list_elem")
        found = [] if is_link else class_part(type(thing))
        for held in referents(thing):
            if id(held) in namespaces:
                found += (wire.PART_GLOBALS, id(held), 0)
            elif type(held) is CodeType and type(thing) is FrameType:
                found += (wire.PART_CODE, id(held), 0)
        return found

    return parts
