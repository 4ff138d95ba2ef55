"""Finds out why objects are on the evaluation stack: for a literal, or for a block.

CPython makes the items of a literal first and the container last, so in a literal over several
lines the items wait on the evaluation stack alone. A `with` keeps its manager there, and from 3.15
on a `for` keeps its list or tuple: these wait for no expression.
"""

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from visualizer.model import (
    Delta,
    Event,
    Frame,
    Function,
    Heap,
    HeapObject,
    Other,
    Sequence,
    State,
    held_by,
)
from visualizer.model import Mapping as MappingContent

_BRACKETS = {"list": "[…]", "tuple": "(…)", "set": "{…}", "dict": "{…: …}"}


class Unfinished(NamedTuple):
    """A container as of the step ``made``, for an item that waits from the step ``since`` on.

    ``held`` are the objects to which it refers.
    """

    whole: HeapObject
    held: Heap
    since: int
    made: int

    @property
    def label(self) -> str:
        """The brackets of the container, as in the row of a comprehension's result."""
        return _BRACKETS[self.whole.type]


class UnfinishedCollector:
    """Collects unfinished containers by their items; call ``observe`` for each step, in order.

    ``of_blocks`` has the objects that blocks keep on the evaluation stack, and since which step:
    they are there as another statement begins, or next to their ``__exit__``. ``heads`` are the
    lines of statements by their file and first line.
    """

    def __init__(self, heads: Mapping[str, Mapping[int, range]]) -> None:
        self._heads = heads
        self.of_blocks: dict[int, int] = {}
        self.found: dict[int, Unfinished] = {}
        self._since: dict[int, int] = {}

    def observe(self, state: State, delta: Delta) -> None:
        """Record the changes of a step."""
        step, taken = delta.step.number, dict[int, int]()
        running = state.frames[-1] if state.frames and delta.step.event is Event.LINE else None
        for stack in delta.stacks:
            for old, new in stack.frames():
                if new is not None and new is running and self._begins(old, new):
                    for one in new.operands:
                        self.of_blocks.setdefault(one, step)
                before = old.operands if old is not None else ()
                now = new.operands if new is not None else ()
                if before != now:
                    for one in _managers(now, state.heap):
                        self.of_blocks.setdefault(one, step)
                    gone = set(before).difference(now)
                    taken |= {one: self._since.pop(one, step) for one in gone}
                    self._since |= dict.fromkeys(set(now).difference(before), step)
        if not taken:
            return
        made = [one.new for one in delta.objects if one.new is not None and one.old is None]
        # Keyword arguments may become the namespace of an object, which no literal makes.
        namespaces = {part.address for one in made for part in one.parts}
        others = (held_by(one.content) for one in made if isinstance(one.content, Other))
        inner = {target for held in others for _, target in held}
        for thing in made:
            is_inner = thing.address in namespaces or thing.serial in inner
            if thing.type in _BRACKETS and not is_inner:
                held = dict.fromkeys(target for _, target in held_by(thing.content))
                if waited := taken.keys() & held:
                    things = {one: state.heap[one] for one in held if one in state.heap}
                    for one in waited:
                        self.found[one] = Unfinished(thing, things, taken[one], step)

    def _begins(self, old: Frame | None, new: Frame) -> bool:
        """Whether a frame begins a statement, to whose first line it may also come back."""
        head = self._heads.get(new.file, {}).get(new.line, range(0))
        is_from_outside = len(head) == 1 or old is None or old.line not in head
        return bool(head) and is_from_outside and not new.comprehension


def _managers(operands: Iterable[int], heap: Heap) -> Iterator[int]:
    """Yield the managers of ``with`` statements: from CPython 3.14 on each follows its exit."""
    for leave, manager in pairwise(operands):
        content = heap[leave].content if leave in heap else None
        if isinstance(content, Function) and content.name in ("__exit__", "__aexit__"):
            yield manager


def heap_of(state: State, unfinished: Mapping[int, Unfinished]) -> Heap:
    """Return the heap of a step, and with it the unfinished containers with their items so far."""
    step = state.step.number if state.step is not None else 0
    waiting: defaultdict[int, set[int]] = defaultdict(set)
    for frames in state.stacks.values() if unfinished else ():
        for frame in frames:
            for one in frame.operands:
                found = unfinished.get(one)
                if found is not None and found.since <= step < found.made:
                    waiting[found.whole.serial].add(one)
    more: dict[int, HeapObject] = {}
    for items in waiting.values():
        found = unfinished[next(iter(items))]
        part = more[found.whole.serial] = _part_of(found.whole, items)
        for _, target in held_by(part.content):
            if target not in state.heap:
                more.setdefault(target, found.held[target])
    return ChainMap(more, state.heap) if more else state.heap


def _part_of(whole: HeapObject, waiting: set[int]) -> HeapObject:
    """Return a container up to its last item that exists; of a set, only the existing items."""
    match whole.content:
        case Sequence(items=items) if whole.type == "set":
            kept = tuple(one for one in items if one in waiting)
            return replace(whole, content=Sequence(kept, len(kept)))
        case Sequence(items=items):
            end = max(place for place, one in enumerate(items) if one in waiting) + 1
            return replace(whole, content=Sequence(items[:end], end))
        case MappingContent(entries=entries):
            places = (n for n, pair in enumerate(entries) if not waiting.isdisjoint(pair))
            end = max(places) + 1
            return replace(whole, content=MappingContent(entries[:end], end))
    return whole
