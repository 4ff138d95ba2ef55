"""Compares two states: the differences in names, references, objects and counts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeGuard

from visualizer.explain.comparison.pairing import Edge, Pair, Pairing, Place, pair_objects
from visualizer.explain.comparison.paths import path_text, scope_text
from visualizer.explain.comparison.scopes import Holder
from visualizer.explain.comparison.slots import labelled_slots, own_facts
from visualizer.explain.naming import cut, describe_by_value, kind_of
from visualizer.explain.written import value_text
from visualizer.model import (
    Content,
    Generator,
    Heap,
    HeapObject,
    Scalar,
    Slot,
    State,
    has_attributes_only,
    held_by,
)
from visualizer.model import Iterator as Iterating

MAX_TEXT = 48
"""The maximum number of characters of a value."""
MAX_COMPARED = 2_000
"""The maximum number of pairs to compare for two objects; beyond it they are unequal."""

type FieldPlace = tuple[Holder, Slot]
type Texts = tuple[str, str]


class Kind(StrEnum):
    """How two sides differ."""

    ONLY = "only"
    """Only one side has the name or slot."""
    CALL = "call"
    """Only one side has the call or module."""
    VALUE = "value"
    """The values or the types of the objects differ."""
    SHARED = "shared"
    """On one side the slot shares its object with another name, on the other it does not."""
    APART = "apart"
    """Used for one side of a ``SHARED`` difference: where the slot does not share its object."""
    OBJECT = "object"
    """The slot refers to another object."""
    COUNT = "count"
    """An object has another reference count."""


LEVELS = {Kind.COUNT: 3}
"""The lowest level of detail that shows a kind of difference, if that is not 1."""
_SCALAR_LEVEL = 2
"""The lowest level that shows which names share a plain value."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference at the ``path``, which is the same on both sides.

    ``places`` are the slots on the left and right, None on a side without one; ``serials`` are the
    objects there, and for ``Kind.CALL`` ``call`` is the key of the frame. ``texts`` are their
    values or counts. ``others`` are other paths to the object of each side.
    For ``Kind.SHARED`` ``shared`` is the index of the side where both paths lead to one object, and
    ``is_equal`` says whether the two objects of the other side are equal.
    """

    kind: Kind
    path: str
    places: tuple[Place | None, Place | None] = (None, None)
    serials: tuple[int | None, int | None] = (None, None)
    texts: Texts = ("", "")
    others: Texts = ("", "")
    call: Holder | None = None
    shared: int = 0
    is_equal: bool = False
    type: str = ""
    level: int = 1
    aspect: str = ""
    """The aspect that differs, if it is not the value: ``line``, ``state`` or ``position``."""

    def is_on(self, side: int) -> bool:
        """Whether a side shows the difference."""
        if self.call is not None:
            return self.texts[side] != ""
        return self.places[side] is not None or self.serials[side] is not None


@dataclass(frozen=True, slots=True)
class SideDifferences:
    """The differences on one side: fields and whole objects with their kinds, calls and counts.

    An object in ``objects`` has other facts of its own, or exists on this side alone.
    """

    fields: Mapping[FieldPlace, Kind] = field(default_factory=dict)
    objects: Mapping[int, Kind] = field(default_factory=dict)
    calls: frozenset[Holder] = frozenset()
    counts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All ``differences``, those nearest to a name first, and their places on each side.

    ``partners`` maps the matched objects of the left to those of the right. ``is_whole`` is false
    if the states have more objects than are compared.
    """

    differences: tuple[Difference, ...]
    sides: tuple[SideDifferences, SideDifferences]
    partners: Mapping[int, int]
    is_whole: bool

    def up_to(self, level: int) -> tuple[Difference, ...]:
        """Return the differences that a level of detail shows."""
        return tuple(one for one in self.differences if one.level <= level)


def compare(left: State, right: State, *, same_run: bool, same_text: bool = True) -> Comparison:
    """Compare two states, neither of which is changed.

    ``same_run``: both are steps of one recording, so objects are identified by serials.
    ``same_text``: both programs have the same text, so lines of the source can be compared.
    Comparing B with A gives the same differences with the sides exchanged.
    """
    heaps = left.heap, right.heap
    pairing = pair_objects(left, right, same_run=same_run)
    found = _Finder(pairing, heaps, same_run=same_run, same_text=same_text)
    differences = tuple(found.all())
    sides = _side(differences, 0, pairing, heaps[0]), _side(differences, 1, pairing, heaps[1])
    return Comparison(differences, sides, pairing.partners, pairing.is_whole)


class _Finder:
    """Turns edges and pairs into differences."""

    def __init__(
        self, pairing: Pairing, heaps: tuple[Heap, Heap], *, same_run: bool, same_text: bool
    ) -> None:
        self._pairing, self._heaps = pairing, heaps
        self._same_run, self._same_text = same_run, same_text

    def all(self) -> Iterator[Difference]:
        """Yield differences of calls, then of references, of objects' own facts, and of counts."""
        for ours, theirs in self._pairing.scopes:
            scope = ours or theirs
            assert scope is not None
            path = scope_text(scope).removesuffix(": ")
            texts = path if ours is not None else "", path if theirs is not None else ""
            yield Difference(Kind.CALL, path, texts=texts, call=scope.holder)
        for edge in self._pairing.odd:
            found = self._of_edge(edge)
            if found is not None:
                yield found
        yield from self._of_pairs(self._successor)
        yield from self._of_pairs(self._own_value)
        yield from self._of_pairs(self._count)

    def _of_pairs(self, find: Callable[[Pair], Difference | None]) -> Iterator[Difference]:
        for pair in self._pairing.pairs:
            if (found := find(pair)) is not None:
                yield found

    def _at(self, edge: Edge, kind: Kind, **more: Any) -> Difference:
        """Return a difference at an edge, with the objects to which it leads on both sides."""
        places, texts = (edge.left, edge.right), self._texts(edge)
        targets = edge.left and edge.left.target, edge.right and edge.right.target
        return Difference(kind, path_text(edge, self._heaps), places, targets, texts, **more)

    def _of_edge(self, edge: Edge) -> Difference | None:
        left, right = edge.left, edge.right
        if left is None or right is None:
            return self._at(edge, Kind.ONLY)
        one, other = self._heaps[0].get(left.target), self._heaps[1].get(right.target)
        if one is None or other is None:
            return None
        is_scalar = isinstance(one.content, Scalar) and isinstance(other.content, Scalar)
        if is_scalar and one.content == other.content and one.type == other.type:
            if one.refcount is None or other.refcount is None:
                return None
        elif is_scalar or not self._are_alike(one, other):
            return self._at(edge, Kind.VALUE)
        level = _SCALAR_LEVEL if is_scalar else 1
        return self._aliasing(edge, left, right, level)

    @staticmethod
    def _are_alike(one: HeapObject, other: HeapObject) -> bool:
        return one.type == other.type and type(one.content) is type(other.content)

    def _aliasing(self, edge: Edge, left: Place, right: Place, level: int) -> Difference:
        """Return the difference of slots that refer to objects of one type that are no pair."""
        found, heaps = self._pairing, self._heaps
        pairs = found.reached.get(left.target), found.reached_back.get(right.target)
        others = tuple(path_text(one.via, heaps) if _is_named(one) else "" for one in pairs)
        kind, shared, is_equal = Kind.OBJECT, 0, False
        if _is_named(pairs[0]) and right.target not in found.partners_back:
            kind, shared = Kind.SHARED, 0
            is_equal = are_equal(pairs[0].right.serial, heaps[1], right.target, heaps[1])
        elif _is_named(pairs[1]) and left.target not in found.partners:
            kind, shared = Kind.SHARED, 1
            is_equal = are_equal(pairs[1].left.serial, heaps[0], left.target, heaps[0])
        type_ = kind_of(heaps[0][left.target].type)
        said = {"shared": shared, "is_equal": is_equal, "type": type_, "level": level}
        return self._at(edge, kind, others=others, **said)

    def _successor(self, pair: Pair) -> Difference | None:
        """Return a difference if, in one run, a new object has taken the place of a freed one."""
        left, right = pair.left, pair.right
        if not self._same_run or left.serial == right.serial:
            return None
        is_equal = are_equal(left.serial, self._heaps[0], right.serial, self._heaps[1])
        level = _SCALAR_LEVEL if isinstance(left.content, Scalar) else 1
        type_ = kind_of(left.type)
        return self._at(pair.via, Kind.OBJECT, is_equal=is_equal, type=type_, level=level)

    def _own_value(self, pair: Pair) -> Difference | None:
        ours, theirs = pair.left.content, pair.right.content
        if ours is theirs:
            return None
        same = self._same_text
        if own_facts(ours, same_text=same) == own_facts(theirs, same_text=same):
            return None
        edge = pair.via
        aspect, texts = _aspect(ours, theirs)
        return Difference(
            Kind.VALUE,
            path_text(edge, self._heaps),
            serials=(pair.left.serial, pair.right.serial),
            texts=texts if aspect else self._texts(edge),
            aspect=aspect,
        )

    def _count(self, pair: Pair) -> Difference | None:
        one, other = pair.left.refcount, pair.right.refcount
        if one == other or one is None or other is None:
            return None
        return Difference(
            Kind.COUNT,
            path_text(pair.via, self._heaps),
            serials=(pair.left.serial, pair.right.serial),
            texts=(str(one), str(other)),
            level=LEVELS[Kind.COUNT],
        )

    def _texts(self, edge: Edge) -> Texts:
        left, right = (
            "" if place is None else _short_text(place.target, heap)
            for place, heap in zip((edge.left, edge.right), self._heaps, strict=True)
        )
        return left, right


def _aspect(ours: Content, theirs: Content) -> tuple[str, Texts]:
    match ours, theirs:
        case Generator(), Generator() if ours.state == theirs.state:
            return "line", (str(ours.line), str(theirs.line))
        case Generator(), Generator():
            return "state", (ours.state, theirs.state)
        case Iterating(), Iterating() if -1 in (ours.position, theirs.position):
            shown = [
                f"[{one.position}]" if one.position >= 0 else "exhausted" for one in (ours, theirs)
            ]
            return "state", (shown[0], shown[1])
        case Iterating(), Iterating():
            return "position", (str(ours.position), str(theirs.position))
    return "", ("", "")


def _short_text(serial: int, heap: Heap) -> str:
    thing = heap.get(serial)
    if thing is not None and has_attributes_only(thing.content):
        return describe_by_value(serial, heap)
    return cut(value_text(serial, heap)[0], MAX_TEXT)


def _is_named(pair: Pair | None) -> TypeGuard[Pair]:
    """Whether equal paths from a name lead to a pair."""
    return pair is not None and _root(pair.via).scope is not None


def _root(edge: Edge) -> Edge:
    while edge.parent is not None:
        edge = edge.parent
    return edge


def _side(
    differences: tuple[Difference, ...], side: int, pairing: Pairing, heap: Heap
) -> SideDifferences:
    fields: dict[FieldPlace, Kind] = {}
    objects: dict[int, Kind] = {}
    roots: list[int] = []
    for one in differences:
        place, serial = one.places[side], one.serials[side]
        if one.kind is Kind.COUNT or one.level > 1:
            continue
        if place is not None:
            is_apart = one.kind is Kind.SHARED and one.shared != side
            kind = Kind.APART if is_apart else one.kind
            fields.setdefault((place.holder, place.slot), kind)
            roots.append(place.target)
        elif serial is not None:
            objects[serial] = one.kind
    partners = pairing.partners_back if side else pairing.partners
    for serial in _unmatched(roots, heap, partners):
        objects.setdefault(serial, Kind.ONLY)
    calls = frozenset(one.call for one in differences if one.call is not None and one.texts[side])
    counts = frozenset(one.serials[side] or 0 for one in differences if one.kind is Kind.COUNT)
    return SideDifferences(fields, objects, calls, counts)


def _unmatched(roots: list[int], heap: Heap, partners: Mapping[int, int]) -> Iterator[int]:
    """Yield the objects without a counterpart on the other side, except plain values."""
    seen: set[int] = set()
    while roots:
        serial = roots.pop()
        thing = heap.get(serial)
        if thing is None or serial in seen or serial in partners:
            continue
        seen.add(serial)
        if isinstance(thing.content, Scalar):
            continue
        yield serial
        roots += [target for _, target in held_by(thing.content)]


def are_equal(one: int, heap: Heap, other: int, other_heap: Heap) -> bool:
    """Whether types, own facts and all targets of two objects are equal, cycles included."""
    seen: set[tuple[int, int]] = set()
    waiting = [(one, other)]
    while waiting:
        pair = waiting.pop()
        if pair in seen or (pair[0] == pair[1] and heap is other_heap):
            continue
        seen.add(pair)
        left, right = heap.get(pair[0]), other_heap.get(pair[1])
        if left is None or right is None or len(seen) > MAX_COMPARED:
            return False
        if left.type != right.type or type(left.content) is not type(right.content):
            return False
        if own_facts(left.content, same_text=True) != own_facts(right.content, same_text=True):
            return False
        ours, theirs = labelled_slots(left, heap), labelled_slots(right, other_heap)
        if ours.keys() != theirs.keys():
            return False
        waiting += [(target, theirs[label][1]) for label, (_, target) in ours.items()]
    return True
