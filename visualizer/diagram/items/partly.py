"""Finds the part of a box to repaint, which is seldom all of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce

from visualizer.diagram.items.marks import Marks
from visualizer.layout.blocks.block import Block
from visualizer.layout.picture import Rect

EDGE = 4.0
"""How far lines, marks and letters reach beyond the rectangle that they belong to."""


def differing(before: Block, after: Block, marks: Marks, marks_after: Marks) -> Rect | None:
    """Where one picture of a box is not the other; None where that may be anywhere."""
    if not _are_alike(before, after, marks, marks_after):
        return None
    rects = [
        *_other(before.shapes, after.shapes),
        *_other(before.words, after.words),
        *(one.rect for one in before.fields if marks.is_changed(one)),
        *(one.rect for one in after.fields if marks_after.is_changed(one)),
    ]
    return reduce(Rect.united, rects).grown(EDGE) if rects else None


def _are_alike(before: Block, after: Block, marks: Marks, marks_after: Marks) -> bool:
    """Whether only single things in it can differ, each in its place."""
    return (
        (before.width, before.height) == (after.width, after.height)
        and len(before.shapes) == len(after.shapes)
        and len(before.words) == len(after.words)
        and before.rules == after.rules
        and replace(marks, changed=marks_after.changed) == marks_after
    )


def _other[T](before: Iterable[T], after: Iterable[T]) -> Iterator[Rect]:
    for one, other in zip(before, after, strict=True):
        if one != other:
            yield one.rect  # type: ignore[attr-defined]
            yield other.rect  # type: ignore[attr-defined]
