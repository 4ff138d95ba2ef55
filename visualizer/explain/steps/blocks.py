"""The changes of memory blocks in a step: arrays that grew, memory that is used again."""

from collections.abc import Iterable, Iterator

from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import (
    Delta,
    Heap,
    HeapObject,
    Named,
    ObjectChange,
    capacity_of,
    continues_text,
    grew_in_place,
)

_BLOCKS = {"list": "array", "dict": "table", "set": "table"}
"""The name of the second block of each type."""

type Rebound = Iterable[tuple[str, Named | None, Named | None]]
"""A frame's function, with its names before and after."""


def describe_blocks(frames: Rebound, delta: Delta, heap: Heap) -> Iterator[Sentence]:
    """Yield sentences about blocks that grew, moved or are used again.

    Objects without a known address are left out.
    """
    known = ((one, one.new or one.old) for one in delta.objects)
    changes = [one for one, thing in known if thing is not None and thing.is_measured]
    for change in changes:
        if change.old is not None and change.new is not None:
            yield from _resized(change.old, change.new, describe(change.serial, heap))
    yield from _used_again(changes, heap)
    yield from _texts(frames, changes, heap)


def _resized(old: HeapObject, new: HeapObject, what: str) -> Iterator[Sentence]:
    before, now = capacity_of(old), capacity_of(new)
    kind = _BLOCKS.get(new.type)
    if kind is None or now is None or old.apart == new.apart == 0:
        return
    if before is None or not old.apart:
        yield sentence(f"{kind}-made", "change", new.serial, what=what, now=now.places)
    elif before.places != now.places:
        way = "grew" if now.places > before.places else "shrank"
        place = "" if old.apart == new.apart else "-moved"
        yield sentence(
            f"{kind}-{way}{place}",
            "change",
            new.serial,
            what=what,
            old=before.places,
            now=now.places,
        )
    elif old.apart != new.apart:
        yield sentence(f"{kind}-moved", "change", new.serial, what=what, now=now.places)


def _used_again(changes: Iterable[ObjectChange], heap: Heap) -> Iterator[Sentence]:
    """Yield the blocks of objects freed in this step that hold objects made in it."""
    died = {
        change.old.address: change.old
        for change in changes
        if change.new is None and change.old is not None
    }
    for change in changes:
        if change.old is not None or change.new is None:
            continue
        before = died.get(change.new.address)
        if before is not None and not continues_text(before, change.new):
            what, was = describe(change.serial, heap), describe(before.serial, heap)
            yield sentence("block-used-again", "change", change.serial, what=what, was=was)


def _texts(frames: Rebound, changes: Iterable[ObjectChange], heap: Heap) -> Iterator[Sentence]:
    """Yield the new texts of names that continue their old texts, as ``s += x`` makes them."""
    born = {change.serial for change in changes if change.old is None}
    for _, old, new in frames:
        before = dict(old or ())
        for name, serial in new or ():
            was, now = heap.get(before.get(name, 0)), heap.get(serial)
            if was is None or now is None or serial not in born or not continues_text(was, now):
                continue
            key = "text-in-place" if grew_in_place(was, now) else "text-copied"
            yield sentence(key, "change", serial, name=name, old=was.size, now=now.size)
