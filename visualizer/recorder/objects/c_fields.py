"""Names the references of types in C that have no member descriptors: as their fields in C.

The collector visits the fields in this order and skips empty ones, so an object gets names only if
it has all of them. A field that only the type itself uses has an empty name here.
Sources: the functions ``*_traverse`` in Modules/itertoolsmodule.c, Modules/_operator.c,
Modules/_functoolsmodule.c, Modules/_elementtree.c, Modules/_threadmodule.c, Modules/_struct.c,
Modules/_sqlite/row.c, Python/bltinmodule.c, Python/context.c, Objects/enumobject.c,
Objects/descrobject.c, Objects/dictobject.c and Objects/memoryobject.c.
"""

from __future__ import annotations

from itertools import takewhile

from visualizer.recorder import wire
from visualizer.recorder.objects.classes import name_of_type, named_referents, object_members
from visualizer.recorder.objects.plans import AT_FIRST, AT_LAST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    type Named = tuple[list[str], list[object]]
    """Names, and as many values."""

FIELDS: dict[str, tuple[str, ...]] = {
    "_thread._local": ("localdicts", ""),
    "builtins.dict_items": ("mapping",),
    "builtins.dict_keys": ("mapping",),
    "builtins.dict_values": ("mapping",),
    "builtins.filter": ("it", "func"),
    "functools._lru_cache_wrapper": ("cache", "func", "", "", "", ""),
    "itertools.accumulate": ("binop", "it", "total", "initial"),
    "itertools.batched": ("it",),
    "itertools.chain": ("source", "active"),
    "itertools.combinations": ("pool", "result"),
    "itertools.combinations_with_replacement": ("pool", "result"),
    "itertools.compress": ("data", "selectors"),
    "itertools.cycle": ("it", "saved"),
    "itertools.dropwhile": ("it", "func"),
    "itertools.filterfalse": ("it", "func"),
    "itertools.islice": ("it",),
    "itertools.pairwise": ("it", "old", "result"),
    "itertools.permutations": ("pool", "result"),
    "itertools.product": ("pools", "result"),
    "itertools.repeat": ("element",),
    "itertools.starmap": ("it", "func"),
    "itertools.takewhile": ("it", "func"),
    "builtins.managedbuffer": ("obj",),
    "builtins.map": ("iters", "func"),
    "builtins.mappingproxy": ("mapping",),
    "operator.attrgetter": ("attr",),
    "operator.itemgetter": ("item",),
    "builtins.odict_items": ("mapping",),
    "builtins.odict_keys": ("mapping",),
    "builtins.odict_values": ("mapping",),
    "builtins.zip": ("ittuple", "result"),
}
"""By the name of the type; they are the last references of an object."""
FIRST_FIELDS: dict[str, tuple[str, ...]] = {
    "_contextvars.ContextVar": ("name", "default"),
    "_struct.Struct": ("format",),
    "functools.KeyWrapper": ("cmp", "obj"),
    "itertools.groupby": ("it", "keyfunc"),
    "sqlite3.Row": ("data", "description"),
    "xml.etree.ElementTree.Element": ("tag", "text", "tail", "attrib"),
}
"""The same for the first references: fields that may be empty or that need no name follow them,
or other objects of the type.
"""


class NamedReferences:
    """Names some of the references of the objects of a type in C.

    ``places`` are pairs of a name and where the reference is: a member descriptor, ``AT_LAST`` or
    ``AT_FIRST``; empty if none has a name.
    """

    def __init__(self, cls: type) -> None:
        name = name_of_type(cls)
        self._members = object_members(cls)
        self._last, self._first = FIELDS.get(name, ()), FIRST_FIELDS.get(name, ())
        place = AT_LAST if self._last else AT_FIRST
        in_order: list[tuple[str, Any]] = [(one, place) for one in self._last or self._first]
        self.places = (*in_order,) or (*self._members.items(),)

    def of(self, thing: object, held: list[object]) -> Named:
        """Return names and values among the referents ``held`` of an object."""
        if self._last:
            return named_in_order(self._last, held)
        if self._first:
            return named_at_first(self._first, held, type(thing))
        return named_referents(self._members, thing, held)


def named_in_order(fields: tuple[str, ...], held: list[object]) -> Named:
    """Return names and values of the last references of an object, if it has that many.

    A cache visits the calls that it keeps before its fields; a list that was cut lacks the fields.
    """
    if not len(fields) <= len(held) < wire.MOST_ITEMS:
        return [], []
    last = held[-len(fields) :]
    pairs = [(name, one) for name, one in zip(fields, last, strict=True) if name]
    return [name for name, _ in pairs], [one for _, one in pairs]


def named_at_first(fields: tuple[str, ...], held: list[object], cls: type) -> Named:
    """Return names and values of the first references, before one to another object of ``cls``."""
    first = [*takewhile(lambda one: type(one) is not cls, held[: len(fields)])]
    return [*fields[: len(first)]], first
