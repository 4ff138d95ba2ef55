"""Finds chains and trees: objects of one family that refer to each other, and their places."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from visualizer.layout.analysis.clocks import Clocks, Intervals, Stays
from visualizer.layout.analysis.facts import Node, Shape, Structure, StructureKind
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.nodes.chains import in_columns, rows_of
from visualizer.layout.nodes.families import leads_backward, main_names
from visualizer.layout.nodes.kinds import Kinds, components, telling_attribute
from visualizer.layout.nodes.links import LinkReader
from visualizer.layout.nodes.parents import Link, forest
from visualizer.layout.nodes.trees import TreeOrder, sentinels_of, shapes
from visualizer.model import Heap, HeapObject

MAX_FOLLOWED = 2_000
"""The maximum number of links of one name for which the order of nodes is computed."""
_MOMENT = 0.1
"""The share of its time for which a moving object may be in two places."""


class Structures(NamedTuple):
    """The structures by number, the place of each node, and the parents of nodes of trees.

    For a rearranged tree these are the last places; ``shapes`` has all. ``child_lists`` maps the
    lists and dicts with children to their nodes. ``sentinels`` are objects that mean "no node" in
    the fields of nodes.
    """

    found: dict[int, Structure]
    shapes: dict[int, list[tuple[int, Shape]]]
    nodes: dict[int, Node]
    parents: dict[int, int]
    child_lists: dict[int, int]
    sentinels: set[int]

    def add_tree(self, number: int, shapes: list[tuple[int, Shape]]) -> None:
        """Add the shapes of a tree, with their first steps."""
        self.shapes[number] = shapes
        for _, shape in shapes:
            self.nodes.update(shape.nodes)
            self.parents.update(shape.parents)

    def find_telling(self, things: Heap) -> None:
        """Find the attribute of each structure by which its nodes differ, and their types."""
        for number, members in with_checkpoints(self.members.items()):
            telling = telling_attribute(self.found[number], members, things)
            types = {things[one].type for one in members if one in things}
            found = replace(self.found[number], telling=telling, has_types=len(types) > 1)
            self.found[number] = found

    @property
    def members(self) -> dict[int, list[int]]:
        """The nodes of each structure."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for serial, node in self.nodes.items():
            found[node.structure].append(serial)
        return found


class Links:
    """Collects the links of all objects; ``structures`` returns the result."""

    def __init__(self) -> None:
        self._links_of: dict[int, tuple[Link, ...]] = {}
        self._history: Intervals[Link] = Intervals()
        self._born: dict[int, int] = {}
        self._died: dict[int, int] = {}
        self._longest: dict[tuple[str, int], list[int]] = {}
        self._next: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._order: dict[int, int] = {}
        self._sources: Counter[tuple[str, int]] = Counter()
        """The number of objects that refer to a target now, by the attribute's name."""
        self._changed: set[tuple[str, int]] = set()
        """The names and targets of the links that the current step changed."""
        self._shared: Clocks[tuple[str, int]] = Clocks()
        """For how long several objects referred to a target by one name."""
        self._place: dict[tuple[int, int], int] = {}
        """The latest place of a child in a list or dict of a node."""
        self._places: Clocks[tuple[int, int, int]] = Clocks()
        """For how long a child was at each place."""
        self._reader = LinkReader()
        self._kinds = Kinds()
        self._step = 0

    def follow(self, thing: HeapObject, heap: Heap, step: int) -> None:
        """Record the links that an object has from ``step`` on."""
        if step != self._step:
            self._note_shared()
            self._step = step
        serial = thing.serial
        self._born.setdefault(serial, step)
        self._kinds.record(thing, heap)
        now = tuple(self._reader.links_from(thing, heap))
        before = self._links_of.get(serial, ())
        if now == before:
            return
        for link in set(before) - set(now):
            self._history.stop(link, step)
            self._next[link.name].pop(link.source, None)
            self._sources[link.name, link.target] -= 1
            self._changed.add((link.name, link.target))
        for link in set(now) - set(before):
            self._history.start(link, step)
            for end in (link.source, link.target):
                self._order.setdefault(end, len(self._order))
            self._kinds.record(heap[link.target], heap)
            self._kinds.relate(link, heap)
            if link.container is None:
                self._next[link.name][link.source] = link.target
            self._sources[link.name, link.target] += 1
            self._changed.add((link.name, link.target))
        self._links_of[serial] = now
        self._record_places(now)
        for link in now:
            if link.container is None and self._kinds.are_related(link):
                self._record_chain(link)

    def _record_places(self, links: Iterable[Link]) -> None:
        found: Counter[int] = Counter()
        for link in links:
            if (container := link.container) is None:
                continue
            child, place = link.target, found[container]
            found[container] += 1
            before = self._place.get((container, child))
            if before != place:
                if before is not None:
                    self._places.stop((container, child, before), self._step)
                self._places.start((container, child, place), self._step)
                self._place[container, child] = place

    def _note_shared(self) -> None:
        """Note, after a whole step, the targets to which several objects refer by one name."""
        for key in self._changed:
            change = self._shared.start if self._sources[key] > 1 else self._shared.stop
            change(key, self._step)
        self._changed.clear()

    def record_death(self, serial: int, step: int) -> None:
        """End the links of a freed object: another one may take its place."""
        self._died[serial] = step
        for link in self._links_of.get(serial, ()):
            self._history.stop(link, step)
            self._sources[link.name, link.target] -= 1
            self._changed.add((link.name, link.target))

    def _record_chain(self, link: Link) -> None:
        """Remember the longest chain that ever contained each node, for their order.

        A ring comes before a chain of as many nodes, which is a ring that grows.
        """
        if leads_backward(link.name) or len(self._next[link.name]) > MAX_FOLLOWED:
            return
        follows = self._next[link.name]
        run: list[int] = []
        seen: set[int] = set()
        node: int | None = self._head(link.source, link.name)
        while node is not None and node not in seen:
            seen.add(node)
            run.append(node)
            node = follows.get(node)
        length = len(run) + (node == run[0])
        for one in run:
            if length > len(self._longest.get((link.name, one), ())):
                self._longest[link.name, one] = run

    def _head(self, node: int, name: str) -> int:
        """Return the first node of a chain, of a ring the node that was linked first."""
        before = {target: source for source, target in self._next[name].items()}
        seen: set[int] = set()
        while node in before and node not in seen:
            seen.add(node)
            node = before[node]
        return min(seen, key=self._order.__getitem__) if node in seen else node

    def structures(self, end: int, barred: Collection[int] = ()) -> Structures:
        """Return every structure and the place of each node.

        ``end`` is the step after the last. ``barred`` lists and dicts lead to no node.
        """
        self._note_shared()
        stays = self._kinds.settled(self._history.intervals(end))
        shared = self._shared.totals(end)
        sentinels = sentinels_of(stays)
        stays = _without(sentinels, stays)
        times = {
            link: sum(end - start for start, end in held)
            for link, held in with_checkpoints(stays.items())
        }
        crowded = (one.container for one in times if self._is_crowded(one))
        barred = {*barred, *filter(None, crowded)}
        barred |= {*self._containers_of_graphs(times, barred, shared)}
        places = {**self._usual_places(end), **self._kinds.places}
        times = {link: time for link, time in times.items() if link.container not in barred}
        found = Structures({}, {}, {}, {}, {}, sentinels)
        for number, (members, links) in with_checkpoints(enumerate(components(times))):
            names = {link.name for link in links}
            listed = {link.name for link in links if link.container is not None}
            backward = self._backward(links, times, shared)
            forward = listed or main_names(names - backward) or names
            have_siblings = any((name, one) in shared for name in names for one in members)
            if names <= backward and have_siblings:
                # A tree whose nodes refer to their parents; the links to children are in lists.
                continue
            ordered = self._in_order(forward, members)
            if len(forward) == 1 and not listed:
                kind = StructureKind.CHAIN
                way = {one: stays[one] for one in links if one.name == ordered[0]}
                nodes = self._chain(number, members, way, ordered[0])
                found.nodes.update(nodes)
                size = len(set(nodes.values()))
            else:
                kind = StructureKind.TREE
                downward = {link: stays[link] for link in links if link.name in forward}
                goes_left = partial(self._goes_left, ordered)
                order = TreeOrder(ordered, places, self._order, goes_left, bool(listed))
                found.add_tree(number, shapes(number, [*members], downward, order, self._died))
                size = len(members)
            found.child_lists.update(self._child_lists(members, links, barred))
            own = tuple(name for name in ordered if name)
            found.found[number] = Structure(kind, own, size, bool(listed))
        return found

    def _child_lists(
        self, members: Iterable[int], links: Iterable[Link], barred: Collection[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield the lists and dicts with the children of nodes, and those that may yet have some.

        Each comes with its node.
        """
        names = set()
        for link in links:
            if link.container is not None:
                names.add(link.name)
                if link.container != link.source:
                    yield link.container, link.source
        for node in members:
            for name in names:
                childless = self._reader.childless.get((node, name))
                if childless is not None and childless not in barred:
                    yield childless, node

    @staticmethod
    def _backward(
        links: Collection[Link],
        times: Mapping[Link, int],
        shared: Mapping[tuple[str, int], int],
    ) -> Set[str]:
        """Return the names that lead backwards.

        Such a name leads often from several objects to one, or is the one of two names between the
        same objects that leads to the older object. Objects of a tree may refer to each other for a
        moment while it is rearranged.
        """
        backward = {link.name for link in links if leads_backward(link.name)}
        ways: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for link in links:
            if link.name not in backward:
                ways[link.source, link.target].add(link.name)
        excess: Counter[str] = Counter()
        lasting: Counter[str] = Counter()
        for link in links:
            excess[link.name] += 1 if ways[link.target, link.source] - {link.name} else -1
            lasting[link.name] += times[link]
        together: Counter[str] = Counter()
        for name, target in {(link.name, link.target) for link in links}:
            together[name] += shared.get((name, target), 0)
        backward |= {
            name
            for name, time in lasting.items()
            if excess[name] > 0 and together[name] > _MOMENT * time
        }
        pair = {name for name in lasting if excess[name] > 0} - backward
        between = [one for one in links if one.name in pair]
        mutual = sum(not ways[one.target, one.source].isdisjoint(pair) for one in between)
        if len(pair) == 2 and mutual > max(2, len(between) / 2):
            older = Counter(one.name for one in between if one.target < one.source)
            backward.add(max(sorted(pair), key=older.__getitem__))
        return backward

    def _containers_of_graphs(
        self,
        times: Mapping[Link, int],
        barred: Collection[int],
        shared: Mapping[tuple[str, int], int],
    ) -> Iterator[int]:
        """Yield the lists and dicts of structures that are no trees.

        In them, an object is in a cycle, or is in several lists for longer than a move takes.
        """
        every = {link: time for link, time in times.items() if link.container not in barred}
        for _, links in components(every):
            listed = [link for link in links if link.container is not None]
            if not listed:
                continue
            children: Counter[int] = Counter()
            for link in listed:
                children[link.target] += every[link]
            names = {link.name for link in listed}
            if any(
                shared.get((name, child), 0) > _MOMENT * time
                for child, time in children.items()
                for name in names
            ) or len(forest(listed, every)) < len(children):
                yield from (link.container for link in listed if link.container is not None)

    def _is_crowded(self, link: Link) -> bool:
        """Whether a link leads through the list or dict of a node with too many children."""
        child = self._reader.crowded.get(link.source) if link.container is not None else None
        return child is not None and self._kinds.are_relatives(link.source, child)

    def _usual_places(self, end: int) -> dict[tuple[int, int], int]:
        """Return the place that each object has in a list or dict for the longest time."""
        times = self._places.totals(end)
        usual = sorted(times, key=times.__getitem__)
        return {(container, child): place for container, child, place in usual}

    def _goes_left(self, names: list[str], link: Link) -> bool:
        """Whether a link is the first of its object's links; a single link leads right."""
        own = [name for name in names if name in self._kinds.names.get(link.source, names)]
        return len(own) > 1 and own[0] == link.name

    def _in_order(self, names: Set[str], members: set[int]) -> list[str]:
        """Sort names in the order in which classes set them, the class with most names first."""
        known = {self._kinds.names[one] for one in members if one in self._kinds.names}
        ordered = sorted(known, key=lambda found: (-len(found), found))
        return [name for name in dict.fromkeys(chain(*ordered, sorted(names))) if name in names]

    def _chain(
        self, number: int, members: set[int], stays: Mapping[Link, Stays], name: str
    ) -> dict[int, Node]:
        nodes = sorted(members, key=self._order.__getitem__)
        run = max((self._longest.get((name, one), []) for one in nodes), key=len)
        return {
            one: Node(number, column, row)
            for row, found in enumerate(rows_of(nodes, run, stays, self._died))
            for one, column in in_columns(found, self._born, self._died)
        }


def _without(nodes: Set[int], stays: Mapping[Link, Stays]) -> dict[Link, Stays]:
    """Return the links that lead neither from nor to any of some nodes."""
    return {
        link: held for link, held in stays.items() if nodes.isdisjoint((link.source, link.target))
    }
