"""What one thing more costs while a recording grows: a tree that stands there, then steps that each
add a node, or a reference between two nodes that are there.

Nothing else may be placed or led anew; the benchmark stops if anything is.
"""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.layout.film import Film
from visualizer.layout import FixedMeasure, Foresight, Layout
from visualizer.layout.route import Route
from visualizer.layout.spots import Spot
from visualizer.model import Instance

SIZES = (100, 1_000)
ROUNDS = 40
HEADS = (
    ("one more", 22),
    ("beside", 8),
    ("foresee", 9),
    ("place", 9),
    ("route", 9),
    ("grid", 9),
    ("picture", 9),
    ("placed", 8),
    ("led", 5),
)


@dataclass
class Tree:
    """A binary tree that grows level by level, in a film."""

    film: Film = field(default_factory=Film)
    nodes: list[int] = field(default_factory=list)

    def grow(self) -> None:
        """One node more."""
        film, number = self.film, len(self.nodes)
        if not self.nodes:
            film.bind("Node", film.cls("Node"))
        node = film.instance(film.names["Node"], key=film.number(number % 200))
        self.nodes.append(node)
        if number == 0:
            film.bind("root", node)
        else:
            self.refer(self.nodes[(number - 1) // 2], "left" if number % 2 else "right", node)

    def link(self) -> None:
        """One reference more: from the last leaf without one to the leaf before it."""
        number = next(n for n in reversed(range(len(self.nodes))) if not self._is_linked(n))
        self.refer(self.nodes[number], "next", self.nodes[number - 1])

    def refer(self, holder: int, name: str, target: int) -> None:
        """Let an attribute of one node refer to another."""
        content = self.film.heap[holder].content
        assert isinstance(content, Instance)
        self.film.put(holder, Instance(content.cls, (*content.attributes, (name, target))))

    def _is_linked(self, number: int) -> bool:
        content = self.film.heap[self.nodes[number]].content
        return isinstance(content, Instance) and "next" in dict(content.attributes)


def rows() -> Iterator[tuple[str, ...]]:
    """The lines of the table: milliseconds for each part, and how much was placed and led."""
    for size in SIZES:
        for kind in ("object", "reference"):
            *parts, placed, led = map(statistics.median, zip(*_measured(size, kind), strict=True))
            times = (f"{1000 * part:.2f}" for part in parts)
            yield kind, f"{size:,}", *times, f"{placed:.0f}", f"{led:.0f}"


def _measured(size: int, kind: str) -> Iterator[tuple[float, ...]]:
    """For each round the seconds of each part, then how many cards and ways are new."""
    tree = Tree()
    while len(tree.nodes) < size:
        tree.grow()
    film = tree.film
    film.step()
    layout = Layout(FixedMeasure(), Foresight(FixedMeasure()))
    layout.picture(film.states[-1], film.deltas[-1])
    for _ in range(ROUNDS):
        spots, routes = _decided(layout)
        if kind == "object":
            tree.grow()
        else:
            tree.link()
        film.step()
        times = _timed(layout, film)
        spots_now, routes_now = _decided(layout)
        if spots - spots_now or routes - routes_now:
            raise SystemExit("what was there has been placed or led anew")
        yield *times, len(spots_now - spots), len(routes_now - routes)


def _timed(layout: Layout, film: Film) -> tuple[float, ...]:
    plan = layout._plan
    foresight = plan.foresight
    begin = time.perf_counter()
    foresight.add(film.deltas[-1])
    foresight.catch_up()
    foreseen = time.perf_counter()
    plan.places.extend()
    placed = time.perf_counter()
    plan.routes.extend()
    led = time.perf_counter()
    plan.extend()
    plan.grid()
    gridded = time.perf_counter()
    layout.picture(film.states[-1], film.deltas[-1])
    done = time.perf_counter()
    return foreseen - begin, placed - foreseen, led - placed, gridded - led, done - gridded


def _decided(layout: Layout) -> tuple[set[tuple[Spot, float, int]], set[Route]]:
    """Every place with where it is, and every way."""
    plan = layout._plan
    spots = {(spot, spot.y, spot.column) for spot in plan.places.spots}
    return spots, {route for routes in plan.routes._routes.values() for route in routes}
