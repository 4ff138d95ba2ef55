"""The items that a step added to a list or deque, removed, replaced or rearranged."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from operator import eq
from typing import Any

from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.naming import kind_of
from visualizer.explain.paths import path_to
from visualizer.explain.recorded_values import OfHeap, Undecidable, Whole
from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import (
    Delta,
    Frame,
    Heap,
    HeapObject,
    Instance,
    Mapping,
    Scalar,
    Sequence,
    Thing,
    content_of,
)
from visualizer.model import Iterator as WalkedIterator

_KEYS: Table[tuple[int, int], Table[str, str]] = {
    (0, 0): {
        "sort": "list-sorted",
        "reverse": "list-reversed",
        "rotate": "deque-rotated",
        "shuffle": "list-shuffled",
        "heapify": "list-heapified",
    },
    (0, 1): {"heappush": "heap-pushed"},
    (1, 0): {"heappop": "heap-popped"},
    (1, 1): {"heapreplace": "heap-replaced", "heappushpop": "heap-replaced"},
}
"""By the numbers of removed and added items: calls that rearrange the rest, with sentences."""
_PUSHES = {"append", "appendleft", "extend", "extendleft"}
_MOST_SHOWN = 3
CONTAINERS = ("dict", "list", "set", "deque")
"""The builtin types of mutable containers."""


@dataclass(frozen=True, slots=True)
class Doing:
    """The functions that a line calls, and whether it assigns to a slice.

    Functions ``at_front`` add or take items at the front, or the first that is equal: among equal
    items, only this shows which item moved. ``goes_on`` is true after a call within the line, such
    as of the key of a `sort`. ``order`` has the arguments of a `sort`.
    """

    calls: Collection[str] = ()
    assigns_slice: bool = False
    at_front: Collection[str] = ()
    goes_on: bool = False
    order: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    """The items removed at an index, the items added there, and the number of items after them."""

    index: int
    gone: tuple[int, ...]
    came: tuple[int, ...]
    after: int


def describe_items(
    old: HeapObject, new: HeapObject, holder: str, heap: Heap, doing: Doing
) -> tuple[Sentence, ...]:
    """Return sentences about the items as a whole; none if each place has its own sentence."""
    was, now = _items(old), _items(new)
    if was is None or now is None:
        return ()
    rearranged = _rearranged((was, now), new, holder, heap, doing) if doing.calls else None
    if rearranged is not None:
        return (rearranged,)
    if new.type == "deque" and _PUSHES & {*doing.calls} and (shifted := _shifted(was, now)):
        return tuple(one for run in shifted for one in _run_sentences(run, new, holder, heap))
    run = _run_that(was, now, doing)
    if run.gone and run.came and not (doing.assigns_slice and len(run.gone) + len(run.came) > 2):
        return ()
    return tuple(_run_sentences(run, new, holder, heap))


def _items(thing: HeapObject) -> tuple[int, ...] | None:
    """Return the items of a list or a deque; None if not all are known."""
    content = thing.content
    if thing.type not in ("list", "deque") or not isinstance(content, Sequence):
        return None
    return content.items if content.length == len(content.items) else None


def _shifted(was: tuple[int, ...], now: tuple[int, ...]) -> tuple[_Run, ...]:
    """Return the items that left a full deque at one end and joined at the other, if any."""
    length = len(was)
    for n in range(1, length if length == len(now) and was != now else 0):
        if was[n:] == now[:-n]:
            return _Run(0, was[:n], (), length - n), _Run(length - n, (), now[-n:], 0)
        if was[:-n] == now[n:]:
            return _Run(length - n, was[-n:], (), 0), _Run(0, (), now[:n], length - n)
    return ()


def _rearranged(
    items: tuple[tuple[int, ...], tuple[int, ...]],
    new: HeapObject,
    holder: str,
    heap: Heap,
    doing: Doing,
) -> Sentence | None:
    """Return the sentence for a call that rearranged the items."""
    was, now = map(Counter, items)
    gone, came = [*(was - now).elements()], [*(now - was).elements()]
    if not was and doing.goes_on and "sort" in doing.calls:
        came = []  # `sort` empties the list while it calls a key or comparison.
    keys = _KEYS.get((len(gone), len(came)), {})
    key = next((key for call, key in keys.items() if call in doing.calls), None)
    if key is None or ("heap" in key and not _is_heap(new.serial, heap)):
        return None
    said = {"old": gone, "new": came}
    values = {gap: describe(one, heap) for gap, some in said.items() for one in some}
    if key == "list-sorted" and doing.order:
        key, values = "list-sorted-with", {"code": doing.order}
    return sentence(
        key, "change", new.serial, holder=holder, **values, now=contents_text(new, heap)
    )


def contents_text(thing: HeapObject, heap: Heap) -> str:
    """Return a container as sentences show it, without its type."""
    return describe(thing.serial, heap).removeprefix(f"{kind_of(thing.type)} ")


def _is_heap(serial: int, heap: Heap) -> bool:
    """Whether no item of a list is less than its parent in the heap; false if that is not known."""
    try:
        items: Any = Whole(OfHeap(heap), "").of(Thing(serial))
        return not any(items[place] < items[(place - 1) // 2] for place in range(1, len(items)))
    except (TypeError, Undecidable):
        return False


def _run_of(was: tuple[int, ...], now: tuple[int, ...], *, at_front: bool = False) -> _Run:
    """Return the run of items outside of which both sequences are equal."""
    if at_front:
        run = _run_of(was[::-1], now[::-1])
        return _Run(run.after, run.gone[::-1], run.came[::-1], run.index)
    most = min(len(was), len(now))
    same = list(map(eq, was, now))
    first = same.index(False) if False in same else most
    back = list(map(eq, was[::-1], now[::-1]))[: most - first]
    after = back.index(False) if False in back else len(back)
    return _Run(first, was[first : len(was) - after], now[first : len(now) - after], after)


def _run_that(was: tuple[int, ...], now: tuple[int, ...], doing: Doing) -> _Run:
    """Return the run of items that changed, among equal ones that which the line changes."""
    takes = {"pop", "popleft", "remove"}.intersection(doing.at_front)
    puts = {*doing.at_front} - takes
    return _run_of(was, now, at_front=bool(takes if len(now) < len(was) else puts))


def _run_sentences(run: _Run, new: HeapObject, holder: str, heap: Heap) -> Iterator[Sentence]:
    """Yield sentences about the added and removed items, and the moved items after them."""
    gone, came, serial = run.gone, run.came, new.serial
    count = len(gone or came)
    is_one = count == 1 and not (gone and came)
    if gone and came:
        key = "items-replaced"
    elif gone:
        key = "slot-gone" if is_one else "items-gone"
    else:
        key = "slot-new" if is_one else "items-new"
    slot = f"[{run.index}]" if is_one else f"[{run.index}:{run.index + count}]"
    values = {gap: first_few(some, heap) for gap, some in (("old", gone), ("new", came)) if some}
    yield sentence(key, "change", serial, slot=slot, holder=holder, **values)
    # A change at the end of a deque moves no other item.
    if run.after and len(gone) != len(came) and (new.type != "deque" or run.index):
        moved = "items-moved-up" if len(gone) > len(came) else "items-moved-back"
        yield sentence(moved, "change", serial, n=run.after)


def describe_aliases(
    new: HeapObject, holder: str, names: Table[str, int], heap: Heap
) -> Iterator[Sentence]:
    """Yield a sentence with the other expressions of a frame for a container that has changed.

    These are the frame's ``names`` for it, and its places in named lists: in one that has it
    repeatedly, or in any if the program has changed it in one, such as a copy of the other.
    """
    path = holder.partition("`")[2].removesuffix("`")
    if new.type not in CONTAINERS or not path:
        return
    found = [name for name, target in names.items() if target == new.serial]
    for name, target in names.items():
        items = _items(heap[target]) if target in heap else None
        if items is not None and items.count(new.serial) > (not path.endswith("]")):
            found += [f"{name}[{at}]" for at, one in enumerate(items) if one == new.serial]
    others = [f"`{one}`" for one in found if one != path]
    if others:
        shown = [*others[:_MOST_SHOWN], *["…"] * (len(others) > _MOST_SHOWN)]
        said = {"names": ", ".join(shown), "kind": new.type}
        yield sentence("change-shows-in", "change", new.serial, **said)


def describe_repeated(
    delta: Delta, names: Collection[tuple[str, int]], heap: Heap
) -> Iterator[Sentence]:
    """Yield a sentence for each new list or dict in which every place has the same object.

    `[row] * 3` and `dict.fromkeys(names, row)` make such ones. ``names`` may lead to them.
    """
    new = (one.new for one in delta.objects if one.old is None and one.new is not None)
    for thing in new:
        content = thing.content
        match content:
            case Sequence(items=items, length=length) if thing.type == "list":
                key = "items-are-same"
            case Mapping(entries=entries, length=length) if thing.type == "dict":
                key, items = "values-are-same", tuple(value for _, value in entries)
            case _:
                continue
        inner = heap.get(items[0]) if len(items) == length > 1 else None
        if inner is None or not (inner.type in CONTAINERS or isinstance(inner.content, Instance)):
            continue
        if items.count(inner.serial) == length:
            path = path_to(thing.serial, names, heap)
            holder = f"{thing.type} `{path}`" if path else describe(thing.serial, heap)
            kind = kind_of(inner.type)
            yield sentence(key, "change", inner.serial, holder=holder, kind=kind, n=length)


def describe_skipped(
    old: HeapObject, new: HeapObject, frames: Iterable[Frame], heap: Heap, doing: Doing
) -> Iterator[Sentence]:
    """Yield a sentence with the items that a running loop over a list misses after a removal.

    They have moved to places that the loop has passed.
    """
    was, now = _items(old), _items(new)
    if was is None or now is None or not (run := _run_that(was, now, doing)).gone or run.came:
        return
    count = len(run.gone)
    for at in {one for frame in frames for one in positions(frame, new.serial, heap)}:
        missed = was[max(at, run.index + count) : at + count]
        if missed and run.index < at:
            more = {"slot": f"[{at}]", "what": first_few(missed, heap)}
            yield sentence("loop-skips", "change", new.serial, **more)


def positions(frame: Frame, serial: int, heap: Heap) -> Iterator[int]:
    """Yield the places at which the iterators of a frame's loops go on in a list."""
    walked = [content_of(one, heap) for one in frame.operands]
    inner = [content_of(one.over, heap) for one in walked if isinstance(one, WalkedIterator)]
    for one in (*walked, *inner):
        if isinstance(one, WalkedIterator) and one.over == serial and one.position > 0:
            yield one.position


def first_few(serials: tuple[int, ...], heap: Heap) -> str:
    """Return the first items of several, and an ellipsis for the rest."""
    shown = [describe(one, heap) for one in serials[:_MOST_SHOWN]]
    return ", ".join([*shown, "…"] if len(serials) > len(shown) else shown)


def describe_members(
    old: HeapObject, new: HeapObject, holder: str, heap: Heap
) -> Iterator[Sentence]:
    """Yield the added and removed items of a set, which have no places.

    After `&=` a set may have other objects of equal value: these are left out.
    """
    was, now = _members(old), _members(new)
    came = [one for one in now if one not in was]
    gone = [one for one in was if one not in now]
    for key, found, others in (("item-in-set", came, gone), ("item-not-in-set", gone, came)):
        equal = Counter(_value_of(one, heap) for one in others)
        news = []
        for target in found:
            value = _value_of(target, heap)
            equal[value] -= 1
            if equal[value] < 0:
                news.append(target)
        if news:
            what = first_few(tuple(news), heap)
            yield sentence(key, "change", new.serial, holder=holder, what=what)


def _members(thing: HeapObject) -> dict[int, None]:
    content = thing.content.base if isinstance(thing.content, Instance) else thing.content
    return dict.fromkeys(content.items if isinstance(content, Sequence) else ())


def _value_of(serial: int, heap: Heap) -> tuple[object, ...]:
    """Return the type, text and length of a plain value; the serial of another object."""
    thing = heap.get(serial)
    content = thing.content if thing is not None else None
    if thing is None or not isinstance(content, Scalar):
        return (serial,)
    return (thing.type, content.text, content.length)
