"""What is marked on a sheet: what the step changed or made, and what somebody selected."""

from collections.abc import Set
from dataclasses import dataclass

from visualizer.layout.blocks.block import Block, Field
from visualizer.layout.sheet import FieldKey, Sheet


@dataclass(frozen=True, slots=True)
class Marks:
    """``changed`` fields refer to another object than before; ``new`` objects were made now."""

    changed: Set[FieldKey] = frozenset()
    new: Set[int] = frozenset()
    selected: int | None = None
    """The serial of the object that somebody selected."""

    def is_changed(self, field: Field) -> bool:
        """Whether the step gave a field another object."""
        return (field.holder, field.slot) in self.changed


NO_MARKS = Marks()


def marks_of(sheet: Sheet, selected: int | None = None) -> Marks:
    """The marks of all of a sheet."""
    return Marks(sheet.changed, sheet.new, selected)


def changed_fields(block: Block, marks: Marks) -> list[Field]:
    """The fields of a block that the step changed."""
    return [one for one in block.fields if marks.is_changed(one)] if marks.changed else []
