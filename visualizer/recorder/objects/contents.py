"""Reads builtin values, containers and iterators, by one function per kind.

A function receives an object and the worklist, appends the object's references to that, and returns
the content to compare between steps. For a container that is its length and the addresses of its
items.
"""

from __future__ import annotations

from _thread import LockType, RLock
from itertools import chain, islice
from struct import Struct
from sys import modules

from visualizer.recorder import wire
from visualizer.recorder.objects.classes import is_own_import, referents, type_mro
from visualizer.recorder.objects.packing import HOLDS, THREAD, UNSENT, held, pack
from visualizer.recorder.objects.texts import PIECE, stand_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import OrderedDict
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import CellType, MethodType
    from typing import Any

    from visualizer.recorder.objects.plans import Worklist

flat = chain.from_iterable
owned: set[int] = set()
"""Addresses of each ``RLock`` that was held when it was read; emptied by ``Locks``."""
_builtins = modules["builtins"].__dict__
bits_of = Struct("<d").pack
WHOLE = slice(None)
TRIES = 9
"""The most iterators over a container for one step."""
FROZEN: Any = _builtins.get("frozendict", dict)
"""The immutable dict type, from 3.15 on."""


def read_hash(value: object, worklist: Worklist) -> int:
    """Return a stand-in for a text, which is not kept; an int of two digits, as addresses are."""
    return hash(value) >> 2


def read_bytearray(value: bytearray, worklist: Worklist) -> int:
    """Return a stand-in for the bytes, which are not kept."""
    length = bytearray.__len__(value)
    if length <= PIECE:
        return hash(bytes(bytearray.__getitem__(value, WHOLE)))
    found = length
    for start in range(0, length, PIECE):
        piece = bytearray.__getitem__(value, slice(start, start + PIECE))
        found = hash((found, bytes(piece)))
    return found


def read_own_bytearray(value: bytearray, worklist: Worklist) -> bytes:
    """Read an instance of a subclass of bytearray; it has no items."""
    return pack((UNSENT, stand_in(read_bytearray(value, worklist))))


def read_list(thing: list[object], worklist: Worklist) -> bytes:
    """Read length and items of an exact list or tuple."""
    return _keep(len(thing), thing[: wire.MOST_ITEMS], worklist)


def _keep(n: int, items: Sequence[object], worklist: Worklist, each: int = 1) -> bytes:
    """Pack the whole length, and the first items, which have ``each`` references.

    A signal handler of the program may have run between the two and changed the container.
    """
    worklist.extend(items)
    shown = len(items) // each
    return pack((shown if shown < wire.MOST_ITEMS else max(n, shown), *held(items)))


def has_unset_items(thing: object) -> bool:
    """Whether it is a tuple or list with unset items.

    C code may run the program's code while it fills one (``PySequence_Tuple``), and the collector
    already tracks it. Reading a NULL item crashes; the collector skips it.
    """
    if type(thing) is tuple or (type(thing) is list and len(thing) <= wire.MOST_ITEMS):
        return len(referents(thing)) < len(thing)
    return False


def read_iterated(thing: object, worklist: Worklist) -> bytes:
    """Read length and items, also if a subclass overrides their methods."""
    base = _base_of(thing, (set, frozenset, list, tuple))
    items = _first(wire.MOST_ITEMS, lambda: base.__iter__(thing)) if base else []
    return _keep(len_of(thing), items, worklist)


def read_dict(thing: dict[object, object], worklist: Worklist) -> bytes:
    """Read length, and keys and values alternately."""
    return _read_entries(dict.__len__(thing), lambda: flat(dict.items(thing)), worklist)


def read_frozen(thing: Any, worklist: Worklist) -> bytes:
    """Read a ``frozendict`` like a dict."""
    return _read_entries(FROZEN.__len__(thing), lambda: flat(FROZEN.items(thing)), worklist)


def read_ordered(thing: OrderedDict[object, object], worklist: Worklist) -> bytes:
    """Read an ``OrderedDict`` in its own order.

    Its iterators look each key up, which runs ``__hash__`` of the program's classes, and raise if a
    method of dict removed a key. The traversal visits the keys in their order before the contents
    of the underlying dict (Objects/odictobject.c, odict_traverse): values, each followed by its key
    unless all keys are text.
    """
    entries = [*dict.items(thing)]
    own, values = [id(key) for key, _ in entries], [id(value) for _, value in entries]
    every, n = [*map(id, referents(thing))], len(own)
    places = dict(zip(own, entries, strict=True))
    for step in (1, 2):
        start = len(every) - step * n
        # The nodes still have the keys that a method of dict removed.
        order = [key for key in every[:start] if key in places][-n:]
        if every[start::step] == values and sorted(order) == sorted(own):
            entries = [*map(places.__getitem__, order)]
            break
    return _read_entries(n, lambda: flat(entries), worklist)


def _read_entries(n: int, entries: Callable[[], Iterable[object]], worklist: Worklist) -> bytes:
    return _keep(n, _first(2 * wire.MOST_ITEMS, entries), worklist, 2)


def _first(most: int, iterate: Callable[[], Iterable[object]]) -> list[object]:
    """Return the first items, from a new iterator if a signal handler invalidated the last one."""
    for _ in range(TRIES):
        try:
            return [*islice(iterate(), most)]
        except RecursionError:  # the recorder's own
            raise
        except RuntimeError:
            continue
    return [*islice(iterate(), most)]


def read_lock(lock: LockType, worklist: Worklist) -> bytes:
    """Read whether it is locked; it has neither owner nor count."""
    return pack((1 if LockType.locked(lock) else 0, 0, -1))


def read_rlock(lock: RLock, worklist: Worklist) -> bytes:
    """Read whether it is locked, its owner's ident and its count, which only its repr has."""
    text = RLock.__repr__(lock)
    owner, count = (int(text.partition(name)[2].partition(" ")[0]) for name in ("owner=", "count="))
    if count:
        owned.add(id(lock))
    return pack((1 if count else 0, owner and THREAD | owner, count))


def read_method(method: MethodType, worklist: Worklist) -> bytes:
    """Read the object and the function."""
    own, function = method.__self__, method.__func__
    worklist.append(own)
    worklist.append(function)
    return pack(held((own, function)))


def read_cell(cell: CellType, worklist: Worklist) -> bytes:
    """Read the variable's value; 0 while it is unbound."""
    try:
        contents = cell.cell_contents
    except ValueError:
        return pack((0,))
    worklist.append(contents)
    return pack(held((contents,)))


def read_indexed_iterator(iterator: Iterator[object], worklist: Worklist) -> bytes:
    """Read iterators that report their container and position (``__reduce__``)."""
    found = referents(iterator)
    if not found:
        return pack((0, 0))
    state: Any = type(iterator).__reduce__(iterator)
    over = state[1][0] if state[1] else None
    # An exhausted iterator reports a new empty container; only an actual reference counts.
    if found[0] is not over and not any(over is one for one in found):
        over = found[0]
        position = -1  # an exhausted reversed list iterator keeps the list
    elif len(state) > 2:
        position = state[2]
    else:
        position = state[1][1] if len(state[1]) > 1 and type(state[1][1]) is int else 0
    worklist.append(over)
    return pack((HOLDS | id(over), position))


def read_counting_iterator(iterator: Any, worklist: Worklist) -> bytes:
    """Read iterators that only know how many items are left."""
    return _read_counting(iterator, worklist, lambda over, left: max(0, len_of(over) - left))


def read_counting_back(iterator: Any, worklist: Worklist) -> bytes:
    """Read reverse iterators of dicts, which only know how many items are left."""
    return _read_counting(iterator, worklist, lambda _over, left: left - 1)


def _read_counting(
    iterator: Any, worklist: Worklist, position: Callable[[object, int], int]
) -> bytes:
    # A deque's iterator refers to its type too, first.
    containers = [one for one in referents(iterator) if one is not type(iterator)]
    # An exhausted iterator over a dict's items keeps its result tuple.
    if not containers or type(containers[0]) is tuple:
        return pack((0, 0))
    over = containers[0]
    worklist.append(over)
    return pack((HOLDS | id(over), position(over, type(iterator).__length_hint__(iterator))))


def len_of(thing: Any) -> int:
    """Return the length of a builtin container, also if its class overrides ``__len__``."""
    base = _base_of(thing, (list, tuple, dict, set, frozenset, str, bytes, bytearray, FROZEN))
    return base.__len__(thing) if base else 0


def _base_of(thing: object, bases: Sequence[type]) -> Any:
    """Return the one of ``bases``, or any import's deque, that the class derives from."""
    mro = type_mro(type(thing))
    found = (base for base in bases if any(own is base for own in mro))
    deques = (own for own in mro if is_own_import(own, "collections.deque"))
    return next(chain(found, deques), None)
