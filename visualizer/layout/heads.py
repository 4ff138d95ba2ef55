"""At which height each arrow enters its card: at the left edge, or at the right one on a way back.

Heads at one edge stand apart from each other, and from the ports there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from visualizer.layout.occupancy import TimeIndex
from visualizer.layout.places import Places
from visualizer.layout.route import Route
from visualizer.layout.sizes import (
    COMPACT_HEADER,
    HEAD_PITCH,
    MOST_ARROWS,
    MOST_HEADS,
    UNDER_LOWEST_HEAD,
)
from visualizer.layout.spots import Spot

_ROUNDING = 0.01
_OFF_PORTS = 9
"""How far a head is from where other arrows leave its card."""

type _AtCards = dict[Spot, TimeIndex[Route]]


class Heads:
    """The heads of all arrows, and the ports at left edges."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._entering: _AtCards = defaultdict(TimeIndex)
        self._leaving: _AtCards = defaultdict(TimeIndex)

    def find(self, routes: Iterable[Route]) -> None:
        """Decide on the heads of further arrows; those decided on stay."""
        routes = list(routes)
        self._find_at_right(routes)
        groups: dict[Spot, list[Route]] = defaultdict(list)
        for route in routes:
            if route.leftwards:
                self._leaving[route.source].add(route)
            else:
                groups[route.target].append(route)
        # What stands inside a card has less room for heads than the card, so it comes first.
        for target in sorted(groups, key=lambda spot: spot.within is None):
            self._find_at_left(target, groups[target])

    def is_free(self, route: Route, time: int) -> bool:
        """Whether no other arrow enters at ``time`` where one did until then."""
        assert route.head is not None
        return all(
            abs(route.head - (other.head or 0)) > HEAD_PITCH - _ROUNDING
            for other in self._entering[route.target.card].alive(route.span)
            if other.start <= time < other.end and other.leftwards == route.leftwards
        )

    def _find_at_right(self, routes: list[Route]) -> None:
        """The heads of arrows that run leftwards; one that finds none runs round the cards."""
        while waiting := [route for route in routes if route.leftwards]:
            targets = {route.target.card for route in waiting}
            ports: _AtCards = defaultdict(TimeIndex)
            for route in routes:
                if route.source in targets and not route.leftwards:
                    ports[route.source].add(route)
            heads: _AtCards = defaultdict(TimeIndex)
            homeless = []
            for route in sorted(waiting, key=_height, reverse=True):
                card = route.target.card
                there = [other.head or 0 for other in heads[card].alive(route.span)]
                leaving = [other.from_y for other in ports[card].alive(route.span)]
                route.head = self._free_at_right(route, there, leaving)
                if route.head is None:
                    homeless.append(route)
                else:
                    heads[card].add(route)
            if not homeless:
                for route in waiting:
                    self._entering[route.target.card].add(route)
                return
            # Their ports are at the right then, where others may have found room.
            for route in homeless:
                route.turn_right()

    def _free_at_right(
        self, route: Route, there: Collection[float], leaving: Collection[float]
    ) -> float | None:
        """The height nearest to its port that is apart from all heads and ports at that edge."""
        spot = route.target
        low = spot.y + (COMPACT_HEADER if spot.within is None else UNDER_LOWEST_HEAD)
        high = spot.y + self._places.highest(spot) - UNDER_LOWEST_HEAD
        wish = max(min(route.from_y, high), low)
        beside = [y + by for y in (*there, *leaving) for by in (-HEAD_PITCH, HEAD_PITCH)]
        free = (
            y
            for y in (wish, low, high, *beside)
            if low <= y <= high
            and all(abs(y - head) > HEAD_PITCH - _ROUNDING for head in there)
            and all(abs(y - port) >= _OFF_PORTS for port in leaving)
        )
        return min(free, key=lambda y: (abs(y - wish), -y), default=None)

    def _find_at_left(self, target: Spot, routes: list[Route]) -> None:
        home = target.y + target.home
        up, down = _steps(target, -1), _steps(target, 1)
        # What comes straight, and is held longest, first.
        first, *others = sorted(
            routes, key=lambda r: (r.from_y != home or len(r.passed) > 0, -_held(r))
        )
        self._take(first, (0, *down, *up))
        # Those from one column do not cross on their ways to their heads.
        middle = {first.source.column: first.from_y}
        above = [r for r in others if r.from_y < middle.get(r.source.column, home)]
        below = [r for r in others if r.from_y >= middle.get(r.source.column, home)]
        for route in sorted(above, key=_height, reverse=True):
            self._take(route, (*up, 0, *down))
        for route in sorted(below, key=_height):
            self._take(route, (*down, 0, *up))

    def _take(self, route: Route, steps: tuple[int, ...]) -> None:
        entering = self._entering[route.target.card].alive(route.span)
        others = [other for other in entering if not other.leftwards]
        # A head is shown for one step more, as that of what was let go.
        start, end = route.start, route.end
        shown = [o for o in others if o.start <= end and start <= o.end]
        there = [o for o in shown if o.start < end and start < o.end]
        steps = self._beside_back(route, steps)
        if self._take_free(route, steps, others) or self._take_free(route, steps, shown):
            return
        if len(shown) < MOST_HEADS and self._places.grow(route.target, HEAD_PITCH):
            lowest = max(other.head or 0 for other in others)
            self._enter(route, lowest + HEAD_PITCH, len(shown))
        elif not self._take_free(route, steps, there):
            route.chip = True

    def _beside_back(self, route: Route, steps: tuple[int, ...]) -> tuple[int, ...]:
        """First those at which it does not cross what leads back from its target to its source."""
        target = route.target
        backs = self._leaving[target.card].alive(route.span) if target.card in self._leaving else ()
        for back in backs:
            if back.target.card is route.source and back.head is not None:
                above = back.head > route.from_y
                home = target.y + target.home - back.from_y
                return tuple(sorted(steps, key=lambda n: (home + HEAD_PITCH * n < 0) != above))
        return steps

    def _take_free(self, route: Route, steps: tuple[int, ...], others: list[Route]) -> bool:
        target = route.target
        beside = sum(other.target is target for other in others)
        if beside >= MOST_HEADS:
            return False
        taken = [other.head or 0 for other in others]
        if target.card in self._leaving:
            for back in self._leaving[target.card].alive(route.span):
                taken.append(back.from_y)
                # Two that lead to each other must not change heights between their cards.
                if back.head is not None and back.target.card is route.source:
                    taken.append(back.head)
        for step in steps:
            y = target.y + target.home + HEAD_PITCH * step
            if all(abs(y - head) > HEAD_PITCH - _ROUNDING for head in taken):
                self._enter(route, y, beside)
                return True
        return False

    def _enter(self, route: Route, y: float, others: int) -> None:
        route.head = y
        route.chip = others >= MOST_ARROWS
        self._entering[route.target.card].add(route)


def _steps(target: Spot, direction: int) -> tuple[int, ...]:
    """How far from its home height a card may take heads, in ``direction``."""
    return tuple(direction * step for step in range(1, 1 + target.room(direction)))


def _height(route: Route) -> float:
    return route.from_y


def _held(route: Route) -> float:
    return min(route.span.end, 1e12) - route.start
