"""What builtin values, containers and iterators hold; each is read by a function of its kind.

A function gets an object and the list of what is still to be looked at, appends what the object
refers to, and gives what is compared from step to step. Of a container that is its length and
the addresses of its items.
"""

from __future__ import annotations

import gc
from _thread import LockType, RLock
from itertools import chain, islice
from struct import Struct
from sys import modules

from visualizer.recorder import wire
from visualizer.recorder.classes import is_own_import, type_mro
from visualizer.recorder.packing import pack
from visualizer.recorder.texts import PIECE, range_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import OrderedDict, deque
    from collections.abc import Callable, Iterable, Iterator
    from types import CellType, MethodType
    from typing import Any

    from visualizer.recorder.plans import Reach, Text
else:
    from _collections import OrderedDict, deque

referents = gc.get_referents
owned: set[int] = set()
"""The addresses of each ``RLock`` that was held when it was read; emptied by ``Locks``."""
_builtins = modules["builtins"].__dict__
_FLOAT = Struct("<d").pack
WHOLE = slice(None)
FROZEN: Any = _builtins.get("frozendict", dict)
"""The dict that never changes, from 3.15 on."""


def read_nothing(thing: object, reach: Reach) -> bytes:
    """There is but one of these."""
    return b""


def read_int(value: int, reach: Reach) -> int:
    """An equal one that is not the program's."""
    return value + 0


def read_float(value: float, reach: Reach) -> bytes:
    """The bits: not-a-number is not equal to itself, and there are two zeros."""
    return _FLOAT(value)


def read_hash(value: object, reach: Reach) -> int:
    """Stands for a text, which is not kept whole; an int of two digits, as addresses are."""
    return hash(value) >> 2


def read_repr(value: object, reach: Reach) -> str:
    """Not the value: not-a-number is not equal to itself."""
    return repr(value)


def read_words(words: Callable[[Any], Text]) -> Callable[[object, Reach], bytes]:
    """Reads the value in words."""
    return lambda value, _reach: words(value)[0]


def read_range(value: range, reach: Reach) -> str:
    """Its ends are numbers of its own, so text will do."""
    return range_text(value)


def read_bytearray(value: bytearray, reach: Reach) -> int:
    """Stands for the bytes, which are not kept whole."""
    length = bytearray.__len__(value)
    if length <= PIECE:
        return hash(bytes(bytearray.__getitem__(value, WHOLE)))
    found = length
    for start in range(0, length, PIECE):
        piece = bytearray.__getitem__(value, slice(start, start + PIECE))
        found = hash((found, bytes(piece)))
    return found


def read_own_bytearray(value: bytearray, reach: Reach) -> bytes:
    """The same for an instance of a class derived from it; no items."""
    return pack((read_bytearray(value, reach),))


def read_list(thing: list[object], reach: Reach) -> bytes:
    """Length and items of an exact list or tuple."""
    n = len(thing)
    if n > wire.MOST_ITEMS:
        thing = thing[: wire.MOST_ITEMS]
    reach.extend(thing)
    return pack((n, *map(id, thing)))


def has_holes(thing: object) -> bool:
    """Whether it is a tuple or list with places where nothing is yet.

    While C makes one it may run the program's code (``PySequence_Tuple``), and the collector knows
    it already. Taking the nothing out is a crash; the collector passes over it.
    """
    if type(thing) is tuple or (type(thing) is list and len(thing) <= wire.MOST_ITEMS):
        return len(referents(thing)) < len(thing)
    return False


def read_iterated(thing: object, reach: Reach) -> bytes:
    """Length and items, also where a class derived from the builtin one changes both."""
    n = len_of(thing)
    items = [*islice(iter_of(thing), wire.MOST_ITEMS)]
    reach.extend(items)
    return pack((n, *map(id, items)))


def read_deque(thing: object, reach: Reach) -> bytes:
    """Length and items, by the type of whichever import made it."""
    own: Any = next(
        base for base in type_mro(type(thing)) if is_own_import(base, "collections.deque")
    )
    items = [*islice(own.__iter__(thing), wire.MOST_ITEMS)]
    reach.extend(items)
    return pack((own.__len__(thing), *map(id, items)))


def read_dict(thing: dict[object, object], reach: Reach) -> bytes:
    """Length, keys and values in turn."""
    return _read_entries(dict.__len__(thing), dict.items(thing), reach)


def read_frozen(thing: Any, reach: Reach) -> bytes:
    """The same of a ``frozendict``."""
    return _read_entries(FROZEN.__len__(thing), FROZEN.items(thing), reach)


def read_ordered(thing: OrderedDict[object, object], reach: Reach) -> bytes:
    """As of a dict, in the order of its own.

    Its iterators look each key up, which runs the ``__hash__`` of the program's classes, and raise
    where a dict's own methods took a key out. The collector sees the keys in their order before
    what the dict in it holds (Objects/odictobject.c, odict_traverse): values, each with its key
    behind it unless all are text.
    """
    flat = [*chain.from_iterable(dict.items(thing))]
    own, values = [*map(id, flat[::2])], [*map(id, flat[1::2])]
    held, n = [*map(id, referents(thing))], len(own)
    for step in (1, 2):
        start = len(held) - step * n
        order = held[max(0, start - n) : start]
        if order == own:
            break
        if held[start::step] == values and sorted(order) == sorted(own):
            places = map(dict(zip(own, range(0, 2 * n, 2), strict=True)).__getitem__, order)
            flat = [one for place in places for one in flat[place : place + 2]]
            break
    return _keep_entries(n, flat[: 2 * wire.MOST_ITEMS], reach)


def _read_entries(n: int, entries: Iterable[tuple[object, object]], reach: Reach) -> bytes:
    return _keep_entries(n, [*islice(chain.from_iterable(entries), 2 * wire.MOST_ITEMS)], reach)


def _keep_entries(n: int, items: list[object], reach: Reach) -> bytes:
    reach.extend(items)
    return pack((n, *map(id, items)))


def read_lock(lock: LockType, reach: Reach) -> bytes:
    """Whether it is locked; it knows neither owner nor count."""
    return pack((1 if LockType.locked(lock) else 0, 0, -1))


def read_rlock(lock: RLock, reach: Reach) -> bytes:
    """Whether it is locked, the ident of its owner and the count, which only its text tells."""
    text = RLock.__repr__(lock)
    owner, count = (int(text.partition(name)[2].partition(" ")[0]) for name in ("owner=", "count="))
    if count:
        owned.add(id(lock))
    return pack((1 if count else 0, owner, count))


def read_method(method: MethodType, reach: Reach) -> bytes:
    """The object and the function."""
    own, function = method.__self__, method.__func__
    reach.append(own)
    reach.append(function)
    return pack((id(own), id(function)))


def read_cell(cell: CellType, reach: Reach) -> bytes:
    """What the variable refers to; 0 while it is unbound."""
    try:
        contents = cell.cell_contents
    except ValueError:
        return pack((0,))
    reach.append(contents)
    return pack((id(contents),))


def read_indexed_iterator(iterator: Iterator[object], reach: Reach) -> bytes:
    """Iterators that can say what they walk and where they are (``__reduce__``)."""
    held = referents(iterator)
    if not held:
        return pack((0, 0))
    state: Any = type(iterator).__reduce__(iterator)
    over = state[1][0] if state[1] else None
    # A used-up iterator names a fresh empty thing; only what it truly refers to is told.
    if held[0] is not over and not any(over is one for one in held):
        over = held[0]
        position = -1  # that of a reversed list keeps the list
    elif len(state) > 2:
        position = state[2]
    else:
        position = state[1][1] if len(state[1]) > 1 and type(state[1][1]) is int else 0
    reach.append(over)
    return pack((position, id(over)))


def read_counting_iterator(iterator: Any, reach: Reach) -> bytes:
    """Iterators that only know how much is left."""
    return _read_counting(iterator, reach, lambda over, left: max(0, len_of(over) - left))


def read_counting_back(iterator: Any, reach: Reach) -> bytes:
    """Those that walk a dict from its end, and only know how much is left."""
    return _read_counting(iterator, reach, lambda _over, left: left - 1)


def _read_counting(iterator: Any, reach: Reach, position: Callable[[object, int], int]) -> bytes:
    # The iterator of a deque refers to its type too, which comes first.
    walked = [one for one in referents(iterator) if one is not type(iterator)]
    # One over the items of a dict that is used up still has the tuple that it hands out.
    if not walked or type(walked[0]) is tuple:
        return pack((0, 0))
    over = walked[0]
    reach.append(over)
    return pack((position(over, type(iterator).__length_hint__(iterator)), id(over)))


def len_of(thing: Any) -> int:
    """The length of a builtin container, also of one whose class has a ``__len__`` of its own."""
    for base in (list, tuple, dict, set, frozenset, deque, str, bytes, bytearray, FROZEN):
        if any(other is base for other in type_mro(type(thing))):
            return base.__len__(thing)
    for own in type_mro(type(thing)):
        if is_own_import(own, "collections.deque"):
            length: Any = own
            return length.__len__(thing)  # type: ignore[no-any-return]
    return 0


def iter_of(thing: Any) -> Iterator[object]:
    """Over the items, also where the class has an ``__iter__`` of its own."""
    for base in (set, frozenset, deque, list, tuple):
        if any(other is base for other in type_mro(type(thing))):
            return base.__iter__(thing)
    return iter(())
