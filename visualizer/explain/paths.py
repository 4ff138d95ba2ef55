"""Finds the expression by which a program reaches an object: ``cols``, ``graph[1]``, ``self.rows``.

Sentences use it for containers, because several may look alike.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from visualizer.explain.references.slots import slots
from visualizer.model import OF_COMPILER, ClassBody, Heap, Instance, Sequence, is_of_library, is_set
from visualizer.model import Mapping as MappingContent

_MAX_SLOTS = 200
"""The maximum number of slots of an object that are searched."""
_MAX_TRIED = 1000
"""The maximum number of expressions of one length that are tried."""
_MAX_LENGTH = 24
"""The maximum number of characters of an expression."""

_NO_LITERAL = re.compile(r"\[[\w.]+ ")
"""The beginning of a slot whose key is described in words: ``[tuple #3]``, ``[function f]``."""


def path_to(
    serial: int, names: Iterable[tuple[str, int]], heap: Heap, before: Heap | None = None
) -> str | None:
    """Return the shortest expression for an object with at most two slots behind a name.

    ``names`` are in the order in which they are tried. With the heap ``before`` a step, slots that
    the step bound do not count. None if there is no such expression, or only a long one.
    """
    own = ((name, target) for name, target in names if name not in OF_COMPILER)
    here = [(name, target) for name, target in own if name.isidentifier()]
    for depth in range(3):
        found = next((path for path, target in here if target == serial), None)
        if found is not None:
            return found if len(found) <= _MAX_LENGTH else None
        if depth < 2:
            inside = (one for path, target in here for one in _inside(path, target, heap, before))
            here = list(islice(inside, _MAX_TRIED))
    return None


def _inside(path: str, serial: int, heap: Heap, before: Heap | None) -> Iterator[tuple[str, int]]:
    """Yield the slots of an object of the program, each with its expression."""
    thing = heap.get(serial)
    if thing is None or is_set(thing, heap):
        return
    content = thing.content
    # The contents of a `defaultdict` or a class derived from `list` are the program's own.
    items = content.base if isinstance(content, Instance) else content
    match items if isinstance(items, Sequence | MappingContent) else content:
        case Sequence(length=length) | MappingContent(length=length):
            is_searched = length <= _MAX_SLOTS
        case Instance() | ClassBody():
            is_searched = not is_of_library(thing, heap)
        case _:
            is_searched = False
    if is_searched:
        old = before.get(serial) if before is not None else thing
        known = None if old is thing else slots(old, heap) if old is not None else {}
        for slot, target in slots(thing, heap).items():
            stays = known is None or known.get(slot) == target
            if stays and not _NO_LITERAL.match(slot):
                yield path + slot, target
