"""Marks of a sheet: what the step changed or created, and the selection."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from visualizer.layout.blocks.block import Block, Field
from visualizer.layout.sheet import Count, FieldKey, Sheet


@dataclass(frozen=True, slots=True)
class Marks:
    """``changed`` fields refer to another object than before, ``new`` objects were made now, and no
    name leads to the ``lost`` ones."""

    changed: Set[FieldKey] = frozenset()
    new: Set[int] = frozenset()
    lost: Set[int] = frozenset()
    counts: Mapping[int, Count] = field(default_factory=dict)
    selected: int | None = None
    """The serial of the object that somebody selected."""
    is_chosen: bool = False
    """Whether the box is the frame that somebody looks at."""

    def is_changed(self, one: Field) -> bool:
        """Whether the step gave a field another object."""
        return (one.holder, one.slot) in self.changed


NO_MARKS = Marks()


def marks_of(sheet: Sheet, selected: int | None = None) -> Marks:
    """The marks of all of a sheet."""
    return Marks(sheet.changed, sheet.new, sheet.unreachable, sheet.counts, selected)


def changed_fields(block: Block, marks: Marks) -> list[Field]:
    """The fields of a block that the step changed."""
    return [one for one in block.fields if marks.is_changed(one)] if marks.changed else []
