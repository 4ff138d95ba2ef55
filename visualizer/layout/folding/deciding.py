"""Decides the foldings from the focus of every step of the recording."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from visualizer.layout.analysis.facts import Facts
from visualizer.layout.analysis.focus import Events, Focus
from visualizer.layout.blocks.measures import MAX_ITEMS, MAX_ROWS
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.folding.folds import Fold, FoldEvents, Folds, NameWindows, lasting
from visualizer.layout.folding.windows import windows
from visualizer.layout.picture import Key

FEW_NAMES = 10
"""A frame with no more names than this shows all of them."""
_NAMES = 12
"""The number of rows for names that a step and the steps soon after it bind or use."""


def folds_of(facts: Facts, focus: Focus) -> Folds:
    """Return the foldings that do not depend on the room."""
    return Folds(
        _windows_of(facts, focus),
        _columns_of(facts, focus),
        pieces=_pieces_of(facts, focus),
        names=_names_of(focus),
        counts=_counts_of(focus),
    )


def in_columns(folds: Folds, facts: Facts, focus: Focus) -> Folds:
    """Return foldings with the short entries of dicts in columns."""
    across = facts.short_entries
    return replace(folds, windows=_windows_of(facts, focus, across), across=across)


def _windows_of(facts: Facts, focus: Focus, across: Collection[int] = ()) -> Mapping[int, Events]:
    """Return the shown places of each container that is ever too long."""
    found = {}
    for serial, events in with_checkpoints(focus.cells.items()):
        if facts.container_of.get(serial) in facts.matrices:
            continue
        most = MAX_ITEMS if serial in across else _slots(facts, serial)
        slots = facts.slots(serial, most)
        if facts.longest.get(serial, 0) > slots:
            found[serial] = windows(events, slots)
    return found


def _columns_of(facts: Facts, focus: Focus) -> Mapping[int, Events]:
    """Return the shown columns of each matrix that may be too wide: those in focus in its rows."""
    rows: defaultdict[int, list[tuple[int, int, frozenset[int]]]] = defaultdict(list)
    for row, events in with_checkpoints(focus.cells.items()):
        holder = facts.container_of.get(row, 0)
        few = facts.fewest_columns(holder)
        if holder in facts.matrices and facts.matrices[holder].columns > few:
            rows[holder] += [(step, row, places) for step, places in events]
    return {
        holder: windows(_merged(found), facts.fewest_columns(holder))
        for holder, found in rows.items()
    }


def _merged(found: list[tuple[int, int, frozenset[int]]]) -> Events:
    now: dict[int, frozenset[int]] = {}
    merged: Events = []
    for step, row, places in sorted(found, key=lambda one: one[0]):
        now[row] = places
        wanted = frozenset[int]().union(*now.values())
        if merged and merged[-1][0] == step:
            merged.pop()
        merged.append((step, wanted))
        if not places:
            del now[row]
    return merged


def _pieces_of(facts: Facts, focus: Focus) -> Mapping[int, FoldEvents]:
    """Return how each piece of a board is folded: to a line, except while it is in focus."""
    found: dict[int, list[tuple[int, Fold]]] = {
        serial: [(0, Fold(is_line=True))] for serial in facts.boards.pieces
    }
    for step, added, removed in with_checkpoints(focus.core.events if found else ()):
        for serial in added & facts.boards.pieces:
            found[serial].append((step, Fold()))
        for serial in removed & facts.boards.pieces:
            found[serial].append((step, Fold(is_line=True)))
    return {serial: lasting(events) for serial, events in found.items()}


def _names_of(focus: Focus) -> Mapping[Key, NameWindows]:
    """For each namespace that ever has many names, return the names to show before others."""
    return {
        key: NameWindows(bound.names, windows(bound.events, _NAMES), bound.events)
        for key, bound in focus.bound.items()
        if len(bound.names) > FEW_NAMES
    }


def _counts_of(focus: Focus) -> Mapping[Key, int]:
    """Return the number of names that each call binds in its life."""
    return {key: len(bound.names) for key, bound in focus.bound.items() if key.kind == "frame"}


def _slots(facts: Facts, serial: int) -> int:
    has_cells = serial in facts.widest and (
        serial in facts.child_lists or (serial not in facts.siblings and serial not in facts.linked)
    )
    return MAX_ITEMS if has_cells else MAX_ROWS
