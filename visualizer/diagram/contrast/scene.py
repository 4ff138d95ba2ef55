"""A scene whose sheets are compared with those of another scene."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.contrast.contrast import (
    Contrast,
    DifferenceSign,
    contrasted,
    difference_signs,
)
from visualizer.diagram.contrast.sign_paint import RADIUS, paint_sign
from visualizer.diagram.items.hooks import Describer
from visualizer.diagram.items.kept import KeptMarks, MarkItem
from visualizer.diagram.painting.look import Look
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.wording.describing import SheetDescriber
from visualizer.diagram.wording.known import Known
from visualizer.layout.blocks.block import Field
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import Arrow, Placed, Sheet, Tag

_MOST_LINES = 6
"""The maximum number of differences that are described for a stub."""
_REACH = RADIUS + 2


class ContrastDescriber(Describer):
    """Adds the differences to the descriptions of ``describer``."""

    def __init__(self, describer: Describer, contrast: Contrast) -> None:
        self._describer, self._words = describer, contrast.words

    def box_words(self, box: Placed, field: Field | None) -> str:
        """Describe a box or a reference, and below it the differences."""
        said = self._describer.box_words(box, field)
        return _joined(said, self._of_field(field) if field is not None else self._of(box), "\n")

    def arrow_words(self, arrow: Arrow) -> str:
        """Describe a reference, and below it the difference."""
        return _joined(self._describer.arrow_words(arrow), self._words.get(arrow.key, ""), "\n")

    def tag_words(self, tag: Tag) -> str:
        """Describe a name at an object."""
        return self._describer.tag_words(tag)

    def spoken_box(self, box: Placed) -> str:
        """Describe a box for a screen reader, with the differences."""
        return _joined(self._describer.spoken_box(box), self._of(box), ", ")

    def spoken_field(self, field: Field) -> str:
        """Describe a reference for a screen reader, with the difference."""
        return _joined(self._describer.spoken_field(field), self._of_field(field), ", ")

    def _of(self, box: Placed) -> str:
        """Describe the differences of a box, or of the objects that it represents."""
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


class SignItem(MarkItem):
    """The sign of a difference."""

    def __init__(self, box: QGraphicsItem, sign: DifferenceSign, look: Look) -> None:
        super().__init__(box, look)
        self.sign = sign

    def boundingRect(self) -> QRectF:
        """Return the bounds with the ring around the sign."""
        return QRectF(self.sign.x - _REACH, self.sign.y - _REACH, 2 * _REACH, 2 * _REACH)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the sign."""
        sign = self.sign
        paint_sign(painter, self.look, sign.kind, QPointF(sign.x, sign.y), sign.size)


class ContrastScene(SheetScene):
    """Marks differences instead of the step's changes.

    A sheet of another step than the contrast's has no marks.
    """

    def __init__(
        self,
        *,
        theme: str = "light",
        language: str = "en",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(theme=theme, language=language, parent=parent)
        self._contrast: Contrast | None = None
        self.unmarked: Sheet | None = None
        """The current sheet, without its differences."""
        self.signs = KeptMarks(self.shown.boxes, SignItem)

    @property
    def contrast(self) -> Contrast | None:
        """The differences of the current sheet; None if they are not known yet."""
        found, sheet = self._contrast, self.unmarked
        return found if found and sheet and found.step == sheet.step else None

    def compare(self, contrast: Contrast | None) -> None:
        """Mark these differences from now on."""
        if contrast != self._contrast:
            self._contrast = contrast
            if self.unmarked is not None:
                self.show_sheet(self.unmarked, self.known)

    def show_sheet(self, sheet: Sheet, known: Known | None = None) -> None:
        """Show a sheet with its differences."""
        self.unmarked = sheet
        super().show_sheet(contrasted(sheet, self.contrast), known)

    def reset(self) -> None:
        """Drop the sheet, too: another recording is shown."""
        super().reset()
        self.unmarked = self._contrast = None

    def _announce(self) -> None:
        if self.sheet is None or self.known is None:
            return
        # The marks of changes are the differences, so describe none as changed.
        plain = replace(self.sheet, changed=frozenset(), outlines={})
        self.describer = SheetDescriber(plain, self.known, self.look.language)
        if (contrast := self.contrast) is not None:
            self.describer = ContrastDescriber(self.describer, contrast)

    def _mark(self) -> None:
        super()._mark()
        if self.unmarked is not None:
            self.signs.show(difference_signs(self.unmarked, self.contrast), self.look)
