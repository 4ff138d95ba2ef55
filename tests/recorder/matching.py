"""Pairs the objects of two recordings of the same program by different recorders.

Serials give the order in which a recorder found the objects, which may differ. So objects are
paired by the path to them: the targets of the same name, stack position, item or attribute
are the same object on both sides. Members of sets are paired by their values.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import zip_longest

from visualizer.model import Frame, HeapObject, State, Step
from visualizer.model.content import (
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    Instance,
    Method,
    Module,
    Named,
    Other,
    Scalar,
    Sequence,
    WeakReference,
)
from visualizer.model.content import (
    Iterator as IteratorContent,
)
from visualizer.model.content import (
    Mapping as MappingContent,
)

_SERIALS = {
    Sequence: ("items",),
    MappingContent: ("entries",),
    Instance: ("cls", "attributes", "base"),
    ClassBody: ("bases", "attributes"),
    Function: ("code", "closure", "defaults", "attributes"),
    Method: ("self", "function"),
    Cell: ("contents",),
    Generator: ("locals", "awaits"),
    IteratorContent: ("over",),
    WeakReference: ("referent",),
    ExceptionBody: ("cls", "args", "cause", "context", "traceback", "attributes"),
    Other: ("referents", "named"),
}
_UNORDERED = ("set", "frozenset")


@lru_cache(maxsize=10_000)
def taken_apart(content: Content) -> tuple[tuple[object, ...], tuple[int, ...]]:
    """Return a content with placeholders for its serials, and the serials in order."""
    shape: list[object] = [type(content).__name__]
    serials: list[int] = []
    held = _SERIALS.get(type(content), ("base",) if type(content).__name__ == "Array" else ())
    for name in type(content).__dataclass_fields__:
        value = getattr(content, name)
        shape.append(_without(value, serials) if name in held else value)
    return tuple(shape), tuple(serials)


def _without(value: object, serials: list[int]) -> object:
    if type(value) is int:
        serials.append(value)
        return "#"
    if type(value) is tuple:
        if set(map(type, value)) == {int}:  # as in long lists
            serials += value
            return ("#",) * len(value)
        return tuple([_without(one, serials) for one in value])
    if isinstance(value, Scalar):
        return value
    if isinstance(value, Sequence | MappingContent | Other):
        inner, more = taken_apart(value)
        serials += more
        return inner
    return value


class Matching:
    """The pairs so far, from the first recording's serials to the second's, and back.

    A step costs what it changes: objects, names and frames that are as they were are not looked at.
    """

    def __init__(self) -> None:
        self.pairs: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.found: set[int] = set()
        """The objects of the first recording that the last step has paired."""
        self._seen: dict[int, HeapObject] = {}
        self._news: set[int] = set()
        self._alone: set[int] = set()
        self._roots = Roots()

    def pair(self, one: int, other: int) -> bool:
        """Record that two are the same object; False if one is already paired differently."""
        if one not in self.pairs:
            self.pairs[one] = other
            self._news.add(one)
            self.found.add(one)
        return self.pairs[one] == other and self.back.setdefault(other, one) == one

    def follow(self, first: State, second: State, changed: tuple[set[int], set[int]]) -> list[str]:
        """Pair the new objects of a step; describe those that cannot be the same object.

        ``changed`` are the objects that the step changed in the first and in the second.
        """
        faults: list[str] = []
        waiting: list[tuple[int, int]] = []
        self.found.clear()
        self._alone |= changed[0]
        self._news.update(changed[0], (self.back[b] for b in changed[1] if b in self.back))
        for what, one, other in self._roots.changed(first, second):
            if not self._pair_found(one, other, first.heap):
                faults.append(f"{what}: {one} is {self.pairs.get(one)}, not {other}")
            waiting.append((one, other))
        if faults:  # they last until they are mended
            self._roots = Roots()
        waiting += [(one, self.pairs[one]) for one in sorted(self._news) if one in self.pairs]
        for one, other in waiting:
            thing, its = first.heap.get(one), second.heap.get(other)
            if thing is None or its is None or one not in self._news:
                continue
            self._news.discard(one)
            self._seen[one] = thing
            for a, b in self._referred(thing, its, first.heap, second.heap):
                if not self._pair_found(a, b, first.heap):
                    faults.append(f"in {one}: {a} is {self.pairs.get(a)}, not {b}")
                else:
                    waiting.append((a, b))
        self._pair_the_rest(first.heap, second.heap)
        # The next step compares the objects that this one has paired.
        self._news = {one for one in self._news if one in first.heap and one in self.found}
        return faults

    def _pair_found(self, one: int, other: int, heap: Mapping[int, HeapObject]) -> bool:
        if self._is_found_again(one, other, heap):
            del self.back[other]
        return self.pair(one, other)

    def _is_found_again(self, one: int, other: int, heap: Mapping[int, HeapObject]) -> bool:
        """Whether the first lost an object that the second knows to live on, and found it again.

        Such an object is a frame, or has its old address.
        """
        before = self.back.get(other)
        if one in self.pairs or before is None or before in heap or one not in heap:
            return False
        seen = self._seen.get(before)
        return heap[one].type == "frame" or (seen is not None and seen.address == heap[one].address)

    def _referred(
        self,
        thing: HeapObject,
        its: HeapObject,
        heap: Mapping[int, HeapObject],
        other_heap: Mapping[int, HeapObject],
    ) -> Iterator[tuple[int, int]]:
        if isinstance(thing.content, Instance) and isinstance(its.content, Instance):
            names, its_names = dict(thing.content.attributes), dict(its.content.attributes)
            yield from ((a, its_names[name]) for name, a in names.items() if name in its_names)
        shape, serials = taken_apart(thing.content)
        its_shape, its_serials = taken_apart(its.content)
        if shape != its_shape or len(serials) != len(its_serials):
            return
        if any(name in str(thing.type) for name in _UNORDERED) or thing.type != its.type:
            left = {_value(other_heap[b]): b for b in its_serials if b in other_heap}
            for a in serials:
                b = left.get(_value(heap[a])) if a in heap else None
                if b is not None and _value(heap[a]) is not None:
                    yield a, b
            return
        known, back = self.pairs.get, self.back.get
        both = zip(serials, its_serials, strict=True)
        yield from [(a, b) for a, b in both if known(a) != b or back(b) != a]

    def _pair_the_rest(
        self, heap: Mapping[int, HeapObject], other_heap: Mapping[int, HeapObject]
    ) -> None:
        """Pair objects that nothing leads to: found again, or by content in order of birth."""
        self._alone = {a for a in self._alone if a in heap and a not in self.pairs}
        left = sorted(self._alone)
        if not left:
            return
        for b in other_heap:
            for a in left if self.back.get(b, 0) not in heap else ():
                if heap[a].type == other_heap[b].type and self._is_found_again(a, b, heap):
                    self._pair_found(a, b, heap)
        left = [a for a in left if a not in self.pairs]
        rest = sorted(b for b in other_heap if b not in self.back) if left else []
        for a in left:
            shape = taken_apart(heap[a].content)[0]
            for b in rest:
                is_same_type = heap[a].type == other_heap[b].type
                if is_same_type and shape == taken_apart(other_heap[b].content)[0]:
                    self.pair(a, b)
                    rest.remove(b)
                    break


def _value(thing: HeapObject) -> object:
    return (thing.type, thing.content) if isinstance(thing.content, Scalar) else None


def _in_both(scope: str, names: Named, its: Named) -> Iterator[tuple[str, int, int]]:
    known = dict(its)
    yield from ((f"{scope} {name}", one, known[name]) for name, one in names if name in known)


class Roots:
    """The objects that names and stacks refer to in two recordings."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[Named, Named]] = {}
        self._frames: dict[int, list[tuple[Frame, Frame]]] = {}

    def changed(self, first: State, second: State) -> Iterator[tuple[str, int, int]]:
        """Yield the pairs of what both refer to, except where both are as they were."""
        for file, names in first.globals.items():
            now = names, second.globals.get(file, ())
            if not _is_one(self._names.get(file), now):
                self._names[file] = now
                yield from _in_both(file, *now)
        for thread, frames in first.stacks.items():
            stack = list(zip(frames, second.stacks.get(thread, ()), strict=False))
            for before, both in zip_longest(self._frames.get(thread, ())[: len(stack)], stack):
                if not _is_one(before, both):
                    yield from _of_frames(*both)
            self._frames[thread] = stack
        for what in ("value", "exception"):
            a, b = getattr(step_of(first), what), getattr(step_of(second), what)
            if a is not None and b is not None:
                yield what, a, b


def _is_one(before: tuple[object, object] | None, now: tuple[object, object]) -> bool:
    return before is not None and before[0] is now[0] and before[1] is now[1]


def _of_frames(one: Frame, other: Frame) -> Iterator[tuple[str, int, int]]:
    # A module may have a name that equals a comprehension's variable.
    yield from _in_both(one.function, one.locals, other.locals)
    yield from _in_both(one.function, one.comprehension, other.comprehension)
    if len(one.operands) == len(other.operands):
        for a, b in zip(one.operands, other.operands, strict=True):
            yield f"{one.function} stack", a, b


class Same(dict[int, int]):
    """Maps each serial to itself."""

    def get(self, serial: int, default: object = None) -> int:
        """Return the serial itself."""
        return serial


def step_of(state: State) -> Step:
    """Return the step of a state that has one."""
    assert state.step is not None
    return state.step


def told(thing: HeapObject, pairs: Mapping[int, int]) -> tuple[object, ...]:
    """Return the compared facts of an object, with its references as the other recording has them.

    The Python recorder holds modules itself, and makes the interpreter create objects for the
    frames that it reads: so counts of modules and repeated parts are not compared. Nor is the
    order of an instance's attributes, which it takes from their values.
    """
    parts = sorted({(part.kind, part.through == 0) for part in thing.parts})
    shape, serials = taken_apart(thing.content)
    refers: list[object] = [pairs.get(serial, -serial) for serial in serials]
    if isinstance(thing.content, Instance):
        names = [name for name, _ in thing.content.attributes]
        end = 1 + len(names)
        own = sorted(zip(names, refers[1:end], strict=True), key=str)
        shape, refers = shape[-1:], [refers[0], own, *refers[end:]]
    if thing.type in ("set", "frozenset"):
        refers.sort(key=str)
    count = None if isinstance(thing.content, Module) else thing.refcount
    return (thing.type, count, thing.size, shape, refers, thing.unreachable, parts)
