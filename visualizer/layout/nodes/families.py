"""Finds the classes whose objects make chains and trees together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from visualizer.model import ClassBody, Heap, content_of

_BACKWARD = frozenset({"prev", "previous", "parent", "up", "back", "owner", "before"})
_ALONG = frozenset({"next", "nxt", "rest", "succ", "successor"})
_FIRST_WORD = re.compile(r"(?:_\w*?__)?_*([a-z]+)")
"""The first word of an attribute's name, without the underscores of a private name."""


def leads_backward(name: str) -> bool:
    """Whether an attribute's name says that it leads backwards: ``prev_node``, ``_Node__prev``."""
    return _first_word(name) in _BACKWARD


def main_names(names: Set[str]) -> Set[str]:
    """Return the names that lead to the next node of a chain, or to the children of a tree.

    If one of two names says that it leads to the next node, the other adds only arrows: a copy of
    a list with ``next`` and ``random``. In a tree, a third name that says so leads sideways.
    """
    along = {name for name in names if _first_word(name) in _ALONG}
    down = names - along
    return down if len(down) > 1 else along or names


def _first_word(name: str) -> str:
    found = _FIRST_WORD.match(name)
    return found[1] if found is not None else ""


class Groups:
    """Groups of numbers; a number represents the group that it is in."""

    def __init__(self) -> None:
        self._leaders: dict[int, int] = {}

    def leader(self, one: int) -> int:
        """Return the number that represents the group of another one."""
        leaders = self._leaders
        while leaders.setdefault(one, one) != one:
            leaders[one] = one = leaders[leaders[one]]
        return one

    def join(self, one: int, other: int) -> None:
        """Make one group of the groups of two numbers."""
        self._leaders[self.leader(one)] = self.leader(other)


class Relation(NamedTuple):
    """The classes of two objects, and the name of the attribute from one to the other."""

    source: int
    name: str
    target: int


class Families:
    """Groups classes by the references between their objects.

    An attribute joins the classes that it leads to if they also lead back to its own class:
    ``Branch.left`` refers to a branch or a leaf. Classes with a common base of the program are
    joined if references between them lead to several classes: a folder has files and folders.
    """

    def __init__(self) -> None:
        self._relations: set[Relation] = set()
        self._bases: dict[int, frozenset[int]] = {}
        self._groups: Groups | None = Groups()
        """The classes of each family; None if they are to be found."""

    def record(self, relation: Relation, heap: Heap) -> None:
        """Note that an object of a class leads to one of another class."""
        if relation in self._relations or leads_backward(relation.name):
            return
        self._relations.add(relation)
        for cls in (relation.source, relation.target):
            if cls not in self._bases and cls in heap:
                self._bases[cls] = frozenset(_bases_of(cls, heap))
        self._groups = None

    def are_related(self, cls: int, other: int) -> bool:
        """Whether two classes are of one family."""
        if cls == other:
            return True
        if self._groups is None:
            self._groups = Groups()
            for first, *others in self._joined():
                for one in others:
                    self._groups.join(first, one)
        return self._groups.leader(cls) == self._groups.leader(other)

    def _joined(self) -> Iterator[set[int]]:
        ahead: defaultdict[str, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        of_base: defaultdict[int, list[Relation]] = defaultdict(list)
        none: frozenset[int] = frozenset()
        for one in self._relations:
            ahead[one.name][one.source].add(one.target)
            for base in self._bases.get(one.source, none) & self._bases.get(one.target, none):
                of_base[base].append(one)
        for found in ahead.values():
            yield from ({cls, *to} for cls, to in found.items() if cls in _reached(to, found))
        for relations in of_base.values():
            sources = {one.source for one in relations}
            targets = {one.target for one in relations}
            if len(targets) > 1 or sources & targets:
                yield sources | targets


def _reached(classes: Iterable[int], ahead: Mapping[int, Iterable[int]]) -> set[int]:
    seen: set[int] = set()
    waiting = list(classes)
    while waiting:
        cls = waiting.pop()
        if cls not in seen:
            seen.add(cls)
            waiting += ahead.get(cls, ())
    return seen


def _bases_of(cls: int, heap: Heap) -> Iterator[int]:
    """Yield a class and its bases, as far as the program defines them."""
    match content_of(cls, heap):
        case ClassBody(bases=bases, attributes=attributes) if bases or attributes:
            yield cls
            for base in bases:
                yield from _bases_of(base, heap)
