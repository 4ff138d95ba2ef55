"""Names the references of types in C that have no member descriptors: as their fields in C.

The collector visits the fields in this order and skips empty ones, so an object gets names only if
it has all of them. A field that only the type itself uses has an empty name here.
Sources: the functions ``*_traverse`` in Modules/itertoolsmodule.c, Modules/_operator.c,
Modules/_functoolsmodule.c, Modules/_elementtree.c, Python/bltinmodule.c, Objects/enumobject.c,
Objects/descrobject.c and Objects/memoryobject.c.
"""

from __future__ import annotations

from itertools import takewhile

from visualizer.recorder import wire

FIELDS: dict[str, tuple[str, ...]] = {
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
    "builtins.zip": ("ittuple", "result"),
}
"""By the name of the type; they are the last references of an object."""
FIRST_FIELDS: dict[str, tuple[str, ...]] = {
    "xml.etree.ElementTree.Element": ("tag", "text", "tail", "attrib"),
}
"""The same of types whose objects hold others of their type behind the fields."""


def named_in_order(fields: tuple[str, ...], held: list[object]) -> tuple[list[str], list[object]]:
    """Return names and values of the last references of an object, if it has that many.

    A cache visits the calls that it keeps before its fields; a list that was cut lacks the fields.
    """
    if not len(fields) <= len(held) < wire.MOST_ITEMS:
        return [], []
    last = held[-len(fields) :]
    pairs = [(name, one) for name, one in zip(fields, last, strict=True) if name]
    return [name for name, _ in pairs], [one for _, one in pairs]


def named_at_first(
    fields: tuple[str, ...], held: list[object], cls: type
) -> tuple[list[str], list[object]]:
    """Return names and values of the first references, before one to another object of ``cls``."""
    first = [*takewhile(lambda one: type(one) is not cls, held[: len(fields)])]
    return [*fields[: len(first)]], first
