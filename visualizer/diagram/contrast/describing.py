"""Adds to what is said of a sheet how it differs from another."""

from visualizer.diagram.contrast.contrast import Contrast
from visualizer.diagram.items.hooks import Describer
from visualizer.layout.blocks.block import Field
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import Arrow, Placed, Tag

_MOST_LINES = 6
"""Differences that are said of a stub."""


class ContrastDescriber(Describer):
    """Says what ``describer`` says, and what differs there."""

    def __init__(self, describer: Describer, contrast: Contrast) -> None:
        self._describer, self._words = describer, contrast.words

    def box_words(self, box: Placed, field: Field | None) -> str:
        """A box or a reference, and below it what differs."""
        said = self._describer.box_words(box, field)
        return _joined(said, self._of_field(field) if field is not None else self._of(box), "\n")

    def arrow_words(self, arrow: Arrow) -> str:
        """A reference, and below it what differs."""
        return _joined(self._describer.arrow_words(arrow), self._words.get(arrow.key, ""), "\n")

    def tag_words(self, tag: Tag) -> str:
        """A name at an object."""
        return self._describer.tag_words(tag)

    def spoken_box(self, box: Placed) -> str:
        """A box for who hears it, and what differs."""
        return _joined(self._describer.spoken_box(box), self._of(box), ", ")

    def spoken_field(self, field: Field) -> str:
        """A reference for who hears it, and what differs."""
        return _joined(self._describer.spoken_field(field), self._of_field(field), ", ")

    def _of(self, box: Placed) -> str:
        """Describe the differences of a box, or of the objects that it stands for."""
        members = {object_key(serial) for serial in box.block.stands_for}
        if not members:
            return self._words.get(box.key, "")
        found = [words for place, words in self._words.items() if _holder_of(place) in members]
        more = ["…"] if len(found) > _MOST_LINES else []
        return "\n".join(found[:_MOST_LINES] + more)

    def _of_field(self, field: Field) -> str:
        return self._words.get((field.holder, field.slot), "")


def _holder_of(place: object) -> object:
    """Return the key of the box that a place of ``Contrast.words`` belongs to."""
    return place if isinstance(place, Key) or not isinstance(place, tuple) else place[0]


def _joined(said: str, more: str, between: str) -> str:
    return between.join(part for part in (said, more) if part)
