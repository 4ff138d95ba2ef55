"""What is said of very many objects in one card."""

from collections.abc import Iterator
from dataclasses import dataclass

from visualizer.layout import Group, Phrase, phrase

ONCE, MORE = "once", "more"
"""Cells of what is held once, and more than once; the others have the names of their colours."""
ISLAND, GHOST = "island", "loss"
"""Cells of what only a cycle keeps alive, and of what the step freed: not filled, but signed."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Which of the objects are selected, or found, apart from what the step did."""

    chosen: int | None = None
    hits: frozenset[int] = frozenset()


def group_name(told: Group) -> str:
    """What a group is called."""
    return f"{told.type} × {len(told.members):,}"


def legend_words(told: Group) -> list[Phrase]:
    """What is said of the objects of a group."""
    return [words for _, words in legend(told, Noted())]


def legend(told: Group, noted: Noted) -> Iterator[tuple[str, Phrase]]:
    """How many objects there are of each sort, with the colour of their cells if they have some."""
    shared, cells = len(told.shared), bool(told.across)
    yield ONCE if cells else "", phrase("group-once", n=len(told.members) - shared)
    if shared:
        yield MORE if cells else "", phrase("group-more", n=shared)
    hits = len(noted.hits.intersection(told.members)) if noted.hits else 0
    if hits:
        yield "accent" if cells else "", phrase("group-hits", n=hits)
    if told.new:
        yield "gain" if cells else "", phrase("group-new", n=len(told.new))
    if told.changed:
        yield "changeLine" if cells else "", phrase("group-changed", n=len(told.changed))
    if told.unreachable:
        yield ISLAND if cells else "", phrase("group-unreachable", n=len(told.unreachable))
    if told.freed:
        yield GHOST if told.ghosts else "", phrase("group-freed", n=told.freed)
    if told.inner:
        yield "", phrase("group-inner", n=told.inner)
