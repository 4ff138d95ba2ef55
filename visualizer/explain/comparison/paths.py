"""Writes the way from a name to an object in source notation: ``board[0].next``."""

from itertools import groupby

from visualizer.explain.comparison.pairing import Edge
from visualizer.explain.comparison.scopes import Scope, is_main
from visualizer.explain.naming import describe, describe_by_value
from visualizer.explain.references.slots import key_text
from visualizer.model import FrameKind, Heap, Slot

_REPEATED = 3
"""A slot that repeats at least this often is written once, with a number."""
_MAX_PARTS = 8
"""The maximum number of slots that are written; a longer path loses its middle."""


def path_text(edge: Edge, heaps: tuple[Heap, Heap]) -> str:
    """Return the path of an edge, behind its function unless that is the program's module."""
    edges = [edge]
    while (parent := edges[-1].parent) is not None:
        edges.append(parent)
    edges.reverse()
    parts = _shortened([_slot_text(one, heaps) for one in edges])
    if len(parts) > _MAX_PARTS:
        half = _MAX_PARTS // 2
        parts = [*parts[:half], "…", *parts[-half:]]
    return (scope_text(edge.scope) if edge.scope is not None else "") + "".join(parts)


def _shortened(parts: list[str]) -> list[str]:
    """Write ``.next.next.next`` as ``(.next)×3``, so that long paths remain distinguishable."""
    found: list[str] = []
    for part, same in groupby(parts):
        times = len(list(same))
        found += [f"({part})×{times}"] if times >= _REPEATED else [part] * times
    return found


def scope_text(scope: Scope) -> str:
    """Return the prefix of a name: empty for the program's own module."""
    if is_main(scope):
        return ""
    match scope.kind:
        case FrameKind.MODULE:
            return f"{scope.function}: "
        case FrameKind.CLASS:
            return f"class {scope.function}: "
    return f"{scope.function}(): "


def _slot_text(edge: Edge, heaps: tuple[Heap, Heap]) -> str:
    sides = zip((edge.left, edge.right), heaps, strict=True)
    found = [(place, heap) for place, heap in sides if place is not None]
    place, _ = found[0]
    slot = place.slot
    if edge.scope is None and edge.parent is None:
        return _numbered(place.target, heaps)
    if edge.parent is None:
        return _EVENTS[str(slot.name)] if slot.kind == "event" else str(slot.name)
    # Matched keys may have different numbers: the minimum is the same whichever side is left.
    return min(_suffix(place.slot, place.target, heap) for place, heap in found)


RAISED = "raise"
_EVENTS = {"returns": "return", "yields": "yield", "raised": RAISED}
"""The keyword for the value or exception that a frame passes on."""
_SUFFIXES = {
    "contents": ".cell_contents",
    "self": ".__self__",
    "base": ".base",
    "over": " → …",
    "awaits": " → …",
    "default": ".__defaults__[{}]",
    "exception": ".{}",
    "attribute": ".{}",
    "name": "(): {}",
    "closure": ".__closure__[{}]",
    "referent": " → {}",
}


def _suffix(slot: Slot, target: int, heap: Heap) -> str:
    if slot.kind == "item":
        thing = heap.get(target)
        return f"[{slot.name}]" if thing is not None else "[…]"
    if slot.kind in ("key", "value"):
        return f"[{key_text(int(slot.name), heap)}]"
    return _SUFFIXES.get(slot.kind, " {}").format(slot.name)


def _numbered(serial: int, heaps: tuple[Heap, Heap]) -> str:
    """Return the value and the number of an object that is the same on both sides."""
    plain, shown = {describe(serial, heap) for heap in heaps}, ""
    values = {describe_by_value(serial, heap) for heap in heaps}
    if len(values) == 1 and values != plain:
        shown = values.pop()
    return f"{shown} #{serial}" if shown else plain.pop()
