"""Finds the dicts whose entries are so short that a card has room for several columns of them."""

from collections.abc import Set

from visualizer.layout.analysis.plain import is_plain
from visualizer.layout.analysis.positions import differing, elements
from visualizer.layout.blocks.measures import MAX_ROWS
from visualizer.layout.measure import columns_of
from visualizer.model import Heap, HeapObject, Instance, Mapping, Scalar, Sequence

_MOST = 22
"""The maximum columns of a key with its value."""
_FEW = MAX_ROWS // 2
"""A dict with no more entries than this has one column."""


class EntryCollector:
    """Measures the entries of dicts; call ``record`` when one changes."""

    def __init__(self) -> None:
        self._widest: dict[int, tuple[int, int]] = {}
        """The maximum columns of a key and of a value of each dict."""
        self._long = set[int]()
        """The dicts that ever have more rows than a column."""

    def record(self, before: HeapObject | None, thing: HeapObject, heap: Heap) -> None:
        """Measure the new entries of a dict, or of an instance of a subclass."""
        content = thing.content.base if isinstance(thing.content, Instance) else thing.content
        known = self._widest.get(thing.serial, (0, 0))
        if not isinstance(content, Mapping) or sum(known) > _MOST:
            return
        entries = content.entries
        attributes = thing.content.attributes if isinstance(thing.content, Instance) else ()
        if len(entries) + len(attributes) > MAX_ROWS:
            self._long.add(thing.serial)
        if len(entries) <= _FEW:
            return
        old = elements(before.content) if before is not None else ()
        start, _, end = differing(old if len(old) > _FEW else (), entries)
        widths = [[_columns(heap.get(one), heap) for one in pair] for pair in entries[start:end]]
        key, value = (max(column) for column in zip(known, *widths, strict=True))
        self._widest[thing.serial] = key, value

    def short(self, linked: Set[int]) -> dict[int, int]:
        """Return the long dicts that only ever had short plain values.

        Each has the columns of an entry.
        """
        found = {serial: sum(self._widest[serial]) for serial in self._long & self._widest.keys()}
        return {
            one: columns for one, columns in found.items() if columns <= _MOST and one not in linked
        }


def _columns(thing: HeapObject | None, heap: Heap) -> int:
    """Return the columns of a value; of a tuple those of its items; too many of other objects."""
    match thing.content if thing is not None else None:
        case Scalar(text=text):
            return columns_of(text[: _MOST + 1])
        case Sequence(items=items) if thing is not None and is_plain(thing, heap):
            return 2 + sum(2 + _columns(heap.get(one), heap) for one in items)
    return _MOST + 1
