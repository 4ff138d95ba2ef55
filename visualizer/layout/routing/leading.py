"""Routes a step's arrows in order, and decides which of them are drawn."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.picture import Key
from visualizer.layout.routing.geometry import Area, Way, area_of
from visualizer.layout.routing.plane import Plane
from visualizer.layout.routing.search import disturbance, find_way
from visualizer.layout.routing.wanted import Rank, WantedArrow
from visualizer.layout.routing.ways import Ends

_MAX_COST = {Rank.RUNNING: 2200.0, Rank.FRAME: 760.0, Rank.SLOT: 1300.0, Rank.VALUE: 900.0}
_MAX_COST_INSIDE = {Rank.RUNNING: 760.0, Rank.FRAME: 120.0, Rank.SLOT: 1300.0, Rank.VALUE: 900.0}
"""Costs above which an arrow is not drawn: to a whole box, and into a structure or a box."""
_LOW_ROW = 16.0
"""An arrow may also leave downwards from an object's port this close to the lower edge."""


class _PreparedArrow(NamedTuple):
    """A wanted arrow with a drawn target, prepared for the search."""

    order: tuple[float, ...]
    ends: Ends
    limit: float
    may_drop: bool


def routed(
    wanted: Sequence[WantedArrow], boxes: Mapping[Key, Area], plane: Plane
) -> list[Way | None]:
    """Return each arrow's way, None if it becomes a stub; the ways are added to the plane."""
    numbered = [
        (_prepare(one, boxes[one.start], boxes[one.end]), number)
        for number, one in enumerate(wanted)
        if one.end is not None
    ]
    numbered.sort(key=lambda one: one[0].order)
    laid = []
    for one, _ in numbered:
        way = _searched(one, plane)
        if way:
            plane.add_way(way, one.ends.goal)
        laid.append(way)
    ways: list[Way | None] = [None] * len(wanted)
    for (one, number), way in zip(numbered, laid, strict=True):
        ways[number] = _rerouted(one, way, plane)
    return ways


def _rerouted(one: _PreparedArrow, way: Way | None, plane: Plane) -> Way | None:
    """Route an arrow again, now that all are known; an undisturbed way is kept."""
    if way:
        plane.remove_way(way, one.ends.goal)
    if not way or disturbance(plane, way, one.ends.goal):
        way = _searched(one, plane)
    if way:
        plane.add_way(way, one.ends.goal)
    return way


def _prepare(one: WantedArrow, own: Area, end: Area) -> _PreparedArrow:
    target = area_of(one.rect) if one.rect is not None else end
    is_slot = one.rank >= Rank.SLOT
    ends = Ends(one.port, one.side, own, end, target, one.target, is_inward=not is_slot)
    limit = _limit(one, ends)
    turn = (
        one.side is not Side.BELOW,
        not is_slot,
        _from_inside(one, target) if is_slot else one.port.y,
        one.port.x,
        one.target,
    )
    may_drop = is_slot and one.side is Side.RIGHT and own[3] - one.port.y <= _LOW_ROW
    return _PreparedArrow(turn, ends, limit, may_drop)


def _limit(one: WantedArrow, ends: Ends) -> float:
    """Return the maximum cost of a way."""
    if one.is_changed or one.is_needed:
        return inf
    is_inside = ends.is_inner or one.is_into_structure
    return (_MAX_COST_INSIDE if is_inside else _MAX_COST)[one.rank]


def _from_inside(one: WantedArrow, target: Area) -> float:
    """Order an object's ports from the inside out.

    Of the arrows of an object that lead down, the lowest port is routed first, of others the
    highest: it takes the lane next to its box, and the next arrow passes outside.
    """
    return -one.port.y if target[1] > one.port.y else one.port.y


def _searched(one: _PreparedArrow, plane: Plane) -> Way | None:
    return find_way(plane, one.ends, one.limit, may_drop=one.may_drop).way
