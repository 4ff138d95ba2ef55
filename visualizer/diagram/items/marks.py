"""Marks of a sheet: changed fields, new and lost objects, counts, and the selection."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from visualizer.layout.blocks.block import Block, Field
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.sheet import Count, FieldKey, Sheet


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of one box, or of a whole sheet.

    The step gave ``changed`` fields another target; ``outlines`` are the marks of objects.
    """

    changed: Set[FieldKey] = frozenset()
    outlines: Mapping[int, Outline] = field(default_factory=dict)
    counts: Mapping[int, Count] = field(default_factory=dict)
    selected: int | None = None
    """The serial of the selected object."""
    is_chosen: bool = False
    """Whether the box is the chosen frame."""

    def is_changed(self, one: Field) -> bool:
        """Whether the step gave a field another target."""
        return (one.holder, one.slot) in self.changed


NO_MARKS = Marks()


def marks_of(sheet: Sheet, selected: int | None = None) -> Marks:
    """Return the marks of a whole sheet."""
    return Marks(sheet.changed, sheet.outlines, sheet.counts, selected)


def changed_fields(block: Block, marks: Marks) -> list[Field]:
    """Return the fields of a block that the step changed."""
    return [one for one in block.fields if marks.is_changed(one)] if marks.changed else []
