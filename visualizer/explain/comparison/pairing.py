"""Matches the objects of two states, from the names outwards."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from visualizer.explain.comparison.scopes import Holder, Scope, ScopePair, paired_scopes
from visualizer.explain.comparison.slots import Label, labelled_slots
from visualizer.model import HeapObject, Scalar, Slot, State

MAX_OBJECTS = 20_000
"""The maximum number of pairs of objects that are compared."""

type Slots = Mapping[Label, tuple[Slot, int]]


class Place(NamedTuple):
    """A slot of a frame, module or object on one side, and the serial of its target."""

    holder: Holder
    slot: Slot
    target: int


class Edge(NamedTuple):
    """The same slot on both sides; None on the side that does not have it.

    ``parent`` is the edge that leads to the holder. Without one it is a name in ``scope``; if that
    is None, too, an object that only unequal paths reach.
    """

    left: Place | None
    right: Place | None
    parent: "Edge | None"
    scope: Scope | None


class Pair(NamedTuple):
    """An object on each side, and the first edge that leads to both."""

    left: HeapObject
    right: HeapObject
    via: Edge


@dataclass(slots=True)
class Pairing:
    """The result: ``pairs`` in the order in which they were reached, shortest paths first.

    ``partners`` maps each matched object of the left to that of the right, ``partners_back`` the
    other way round. ``reached`` maps each left object in ``pairs`` to its pair, ``reached_back``
    each right one. ``odd`` are the edges that do not lead to a pair, and ``scopes`` the frames and
    modules that only one side has. ``is_whole`` is false if there were more than
    ``MAX_OBJECTS``.
    """

    partners: dict[int, int] = field(default_factory=dict)
    partners_back: dict[int, int] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)
    reached: dict[int, Pair] = field(default_factory=dict)
    reached_back: dict[int, Pair] = field(default_factory=dict)
    odd: list[Edge] = field(default_factory=list)
    scopes: list[ScopePair] = field(default_factory=list)
    is_whole: bool = True


def pair_objects(left: State, right: State, *, same_run: bool) -> Pairing:
    """Match two states: a bijection of objects, built along equal paths from equal names.

    In the ``same_run`` an object that exists on both sides is matched with itself; any other object
    is matched with the first one of its type that the same path leads to, plain values only if they
    are equal. Exchanging the sides exchanges the result.
    """
    pairing = Pairing()
    if same_run:
        common = dict.fromkeys(serial for serial in left.heap if serial in right.heap)
        pairing.partners = {serial: serial for serial in common}
        pairing.partners_back = pairing.partners.copy()
    walk = _Walk(left, right, pairing)
    for ours, theirs in paired_scopes(left, right, same_run=same_run):
        if ours is None or theirs is None:
            pairing.scopes.append((ours, theirs))
            continue
        holders, slots = (ours.holder, theirs.holder), (_by_slot(ours), _by_slot(theirs))
        walk.take(holders, slots, None, ours)
    walk.follow()
    if same_run:
        walk.follow_odd()
    return pairing


def _by_slot(scope: Scope) -> dict[Label, tuple[Slot, int]]:
    return {slot: (slot, target) for slot, target in scope.names}


class _Walk:
    """Goes through pairs breadth first."""

    def __init__(self, left: State, right: State, pairing: Pairing) -> None:
        self._left, self._right, self._pairing = left.heap, right.heap, pairing
        self._waiting: deque[Pair] = deque()

    def take(
        self,
        holders: tuple[Holder, Holder],
        slots: tuple[Slots, Slots],
        parent: Edge | None,
        scope: Scope | None,
    ) -> None:
        """Take the slots of two matched holders."""
        ours, theirs = slots
        for label in in_both_orders(ours, theirs):
            one, other = ours.get(label), theirs.get(label)
            edge = Edge(
                Place(holders[0], *one) if one is not None else None,
                Place(holders[1], *other) if other is not None else None,
                parent,
                scope,
            )
            if one is None or other is None or not self._is_pair(one[1], other[1], edge):
                self._pairing.odd.append(edge)

    def _is_pair(self, one: int, other: int, edge: Edge) -> bool:
        found = self._pairing
        left, right = self._left.get(one), self._right.get(other)
        if left is None or right is None:
            return left is right and one == other
        partner = found.partners.get(one)
        if partner is None and other not in found.partners_back and may_pair(left, right):
            partner = found.partners[one] = other
            found.partners_back[other] = one
        if partner != other:
            return False
        if one not in found.reached:
            pair = Pair(left, right, edge)
            found.reached[one] = found.reached_back[other] = pair
            self._waiting.append(pair)
        return True

    def follow(self) -> None:
        """Visit every pair's targets."""
        found = self._pairing
        while self._waiting:
            pair = self._waiting.popleft()
            found.pairs.append(pair)
            if len(found.pairs) >= MAX_OBJECTS:
                found.is_whole = False
                return
            left, right = pair.left, pair.right
            if isinstance(left.content, Scalar):
                continue
            ours = labelled_slots(left, self._left)
            theirs = ours if left is right else labelled_slots(right, self._right)
            holders = ("object", left.serial), ("object", right.serial)
            self.take(holders, (ours, theirs), pair.via, pair.via.scope)

    def follow_odd(self) -> None:
        """Visit targets of the edges that do not lead to a pair, if they exist on both sides."""
        found, seen = self._pairing, 0
        while seen < len(found.odd) and found.is_whole:
            edges = found.odd[seen:]
            seen += len(edges)
            for serial in in_both_orders(_targets(edges, 0), _targets(edges, 1)):
                if found.partners.get(serial) == serial and serial not in found.reached:
                    place = Place(("object", serial), Slot("number"), serial)
                    self._is_pair(serial, serial, Edge(place, place, None, None))
            self.follow()


def _targets(edges: list[Edge], side: int) -> dict[int, None]:
    places = (edge[side] for edge in edges)
    return dict.fromkeys(one.target for one in places if isinstance(one, Place))


def may_pair(left: HeapObject, right: HeapObject) -> bool:
    """Whether two objects may be matched: they have one type, and plain values are equal."""
    if left.type != right.type or type(left.content) is not type(right.content):
        return False
    return not isinstance(left.content, Scalar) or left.content == right.content


def in_both_orders[T](ours: Iterable[T], theirs: Iterable[T]) -> list[T]:
    """Return the items of both in an order that does not depend on the order of the arguments."""
    one, other = list(ours), list(theirs)
    if one == other:
        return one
    ranks: dict[T, int] = {}
    for order in (one, other):
        for rank, label in enumerate(order):
            ranks[label] = ranks.get(label, 0) + rank
    # Double the rank of an item that only one side has, as if both had it.
    both = set(one) & set(other)
    return sorted(ranks, key=lambda label: (ranks[label] * (2 - (label in both)), repr(label)))
