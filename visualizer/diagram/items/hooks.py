"""The interface by which a scene gets descriptions of the objects that it shows."""

from visualizer.layout.blocks.block import Field, Sign
from visualizer.layout.sheet import Arrow, Placed, Tag


class Describer:
    """Describes places of a sheet in words, for tool tips and screen readers.

    This base class returns empty texts, for a sheet whose step is unknown.
    """

    def box_words(self, box: Placed, field: Field | None) -> str:
        """Describe a box, or one reference in it: "list #1, 2 items", "parts refers to list #1"."""
        return ""

    def arrow_words(self, arrow: Arrow) -> str:
        """Describe a reference: "alias in module refers to list #1"."""
        return ""

    def tag_words(self, tag: Tag) -> str:
        """Describe a name at an object, or at a cell."""
        return ""

    def spoken_box(self, box: Placed) -> str:
        """Describe a box for a screen reader, with the step's changes to it."""
        return ""

    def spoken_field(self, field: Field) -> str:
        """Describe a reference for a screen reader, with the step's change to it."""
        return ""

    def sign_words(self, sign: Sign) -> str:
        """Describe what a sign does: "show 27 more"."""
        return ""
