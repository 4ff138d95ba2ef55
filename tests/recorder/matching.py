"""Pairs the objects of two recordings of the same program by different recorders.

Serials give the order in which a recorder found the objects, which may differ. So objects are
paired by the path to them: the targets of the same name, stack position, item or attribute
are the same object on both sides. Members of sets are paired by their values.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from visualizer.model import HeapObject, State, Step
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


def taken_apart(content: Content) -> tuple[tuple[object, ...], list[int]]:
    """Return a content with placeholders for its serials, and the serials in order."""
    shape: list[object] = [type(content).__name__]
    serials: list[int] = []
    held = _SERIALS.get(type(content), ("base",) if type(content).__name__ == "Array" else ())
    for field in fields(content):
        value = getattr(content, field.name)
        shape.append(_without(value, serials) if field.name in held else value)
    return tuple(shape), serials


def _without(value: object, serials: list[int]) -> object:
    if type(value) is int:
        serials.append(value)
        return "#"
    if type(value) is tuple:
        return tuple(_without(one, serials) for one in value)
    if isinstance(value, Scalar):
        return value
    if isinstance(value, Sequence | MappingContent | Other):
        inner, more = taken_apart(value)
        serials += more
        return inner
    return value


class Matching:
    """The pairs so far, from the first recording's serials to the second's, and back."""

    def __init__(self) -> None:
        self.pairs: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self._seen: dict[int, tuple[HeapObject, HeapObject]] = {}

    def pair(self, one: int, other: int) -> bool:
        """Record that two are the same object; False if one is already paired differently."""
        if self.pairs.setdefault(one, other) != other:
            return False
        return self.back.setdefault(other, one) == one

    def follow(self, first: State, second: State) -> list[str]:
        """Pair the new objects of a step; describe those that cannot be the same object."""
        faults: list[str] = []
        waiting: list[tuple[int, int]] = []
        for what, one, other in _roots(first, second):
            if self._is_found_again(one, other, first.heap):
                self.pairs[one], self.back[other] = other, one
            if not self.pair(one, other):
                faults.append(f"{what}: {one} is {self.pairs.get(one)}, not {other}")
            waiting.append((one, other))
        waiting += self._changed(first.heap, second.heap)
        done: set[int] = set()
        for one, other in waiting:
            thing, its = first.heap.get(one), second.heap.get(other)
            if thing is None or its is None or one in done:
                continue
            done.add(one)
            if not self._is_news(one, thing, second.heap):
                continue
            self._seen[one] = thing, its
            for a, b in self._referred(thing, its, first.heap, second.heap):
                if self._is_found_again(a, b, first.heap):
                    self.pairs[a], self.back[b] = b, a
                elif not self.pair(a, b):
                    faults.append(f"in {one}: {a} is {self.pairs.get(a)}, not {b}")
                elif a not in done:
                    waiting.append((a, b))
        self._pair_the_rest(first.heap, second.heap)
        return faults

    def _changed(
        self, heap: Mapping[int, HeapObject], other_heap: Mapping[int, HeapObject]
    ) -> Iterator[tuple[int, int]]:
        """Yield the pairs of which an object has changed.

        This asks what ``_is_news`` asks, but without a call for each object of each step.
        """
        paired, before, now = self.pairs.get, self._seen.get, other_heap.get
        for one, thing in heap.items():
            other = paired(one)
            if other is not None:
                seen = before(one)
                if seen is None or seen[0] is not thing or seen[1] is not now(other):
                    yield one, other

    def _is_found_again(self, one: int, other: int, heap: Mapping[int, HeapObject]) -> bool:
        """Whether the first lost an object that the second knows to live on, and found it again.

        Such an object is a frame, or has its old address.
        """
        before = self.back.get(other)
        if one in self.pairs or before is None or before in heap or one not in heap:
            return False
        seen = self._seen.get(before)
        return heap[one].type == "frame" or (
            seen is not None and seen[0].address == heap[one].address
        )

    def _is_news(self, one: int, thing: HeapObject, heap: Mapping[int, HeapObject]) -> bool:
        seen = self._seen.get(one)
        its = heap.get(self.pairs[one]) if one in self.pairs else None
        return seen is None or seen[0] is not thing or seen[1] is not its

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
        yield from zip(serials, its_serials, strict=True)

    def _pair_the_rest(
        self, heap: Mapping[int, HeapObject], other_heap: Mapping[int, HeapObject]
    ) -> None:
        """Pair objects that nothing leads to: found again, or by content in order of birth."""
        left = [a for a in heap if a not in self.pairs]
        if not left:
            return
        for b in other_heap:
            for a in left if self.back.get(b, 0) not in heap else ():
                if heap[a].type == other_heap[b].type and self._is_found_again(a, b, heap):
                    self.pairs[a], self.back[b] = b, a
        left = [a for a in left if a not in self.pairs]
        rest = sorted(b for b in other_heap if b not in self.back)
        for a in sorted(left):
            for b in rest:
                same = taken_apart(heap[a].content)[0] == taken_apart(other_heap[b].content)[0]
                if same and heap[a].type == other_heap[b].type:
                    self.pair(a, b)
                    rest.remove(b)
                    break


def _value(thing: HeapObject) -> object:
    return (thing.type, thing.content) if isinstance(thing.content, Scalar) else None


def _in_both(scope: str, names: Named, its: Named) -> Iterator[tuple[str, int, int]]:
    known = dict(its)
    yield from ((f"{scope} {name}", one, known[name]) for name, one in names if name in known)


def _roots(first: State, second: State) -> Iterator[tuple[str, int, int]]:
    """Yield the pairs of what names and stacks refer to on both sides."""
    for file, names in first.globals.items():
        yield from _in_both(file, names, second.globals.get(file, ()))
    for thread, frames in first.stacks.items():
        for one, other in zip(frames, second.stacks.get(thread, ()), strict=False):
            # A module may have a name that equals a comprehension's variable.
            yield from _in_both(one.function, one.locals, other.locals)
            yield from _in_both(one.function, one.comprehension, other.comprehension)
            if len(one.operands) == len(other.operands):
                for a, b in zip(one.operands, other.operands, strict=True):
                    yield f"{one.function} stack", a, b
    step, its_step = first.step, second.step
    if step is not None and its_step is not None:
        for what in ("value", "exception"):
            a, b = getattr(step, what), getattr(its_step, what)
            if a is not None and b is not None:
                yield what, a, b


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
