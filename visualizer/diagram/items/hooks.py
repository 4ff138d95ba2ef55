"""The functions that a scene calls for words about the objects that it shows."""

from visualizer.layout.blocks.block import Field
from visualizer.layout.sheet import Arrow, Placed, Tag


class Describer:
    """Describes places of a sheet in words, for tool tips and screen readers.

    This one says nothing: it describes a sheet whose step is unknown.
    """

    def box_words(self, box: Placed, field: Field | None) -> str:
        """A box, or one reference in it: "list #1, 2 items", "parts refers to list #1"."""
        return ""

    def arrow_words(self, arrow: Arrow) -> str:
        """A reference: "alias in module refers to list #1"."""
        return ""

    def tag_words(self, tag: Tag) -> str:
        """A name at an object, or at a cell."""
        return ""

    def spoken_box(self, box: Placed) -> str:
        """A box for who hears it, with what the step did to it."""
        return ""

    def spoken_field(self, field: Field) -> str:
        """One reference for who hears it, with what the step did to it."""
        return ""
