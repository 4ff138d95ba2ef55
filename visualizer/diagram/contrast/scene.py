"""A scene whose sheets are compared with those of another scene."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.contrast.contrast import Contrast, Sign, contrasted, signs_of
from visualizer.diagram.contrast.sign_paint import RADIUS, paint_sign
from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.hooks import Describer
from visualizer.diagram.items.leaving import leave
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


class SignItem(QGraphicsItem):
    """The sign of a difference, a child of its box's item."""

    def __init__(self, box: QGraphicsItem, sign: Sign, look: Look) -> None:
        super().__init__(box)
        self.sign, self.look = sign, look
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """Return the bounds with the ring around the sign."""
        return QRectF(self.sign.x - _REACH, self.sign.y - _REACH, 2 * _REACH, 2 * _REACH)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the sign."""
        sign = self.sign
        paint_sign(painter, self.look, sign.kind, QPointF(sign.x, sign.y), sign.size)


class Signs:
    """Keeps one item for each sign of the sheet that is shown."""

    def __init__(self, boxes: Mapping[Key, BoxItem]) -> None:
        self._boxes = boxes
        self.items: dict[Sign, SignItem] = {}

    def keep(self, boxes: Collection[Key]) -> None:
        """Remove the signs of all other boxes, which are about to be removed."""
        for sign in [sign for sign in self.items if sign.box not in boxes]:
            self._remove(sign)

    def show(self, signs: Iterable[Sign], look: Look) -> None:
        """Show these signs; existing items stay."""
        wanted = dict.fromkeys(sign for sign in signs if sign.box in self._boxes)
        for sign, item in list(self.items.items()):
            box = self._boxes.get(sign.box)
            if sign not in wanted or item.look is not look or item.parentItem() is not box:
                self._remove(sign)
        for sign in wanted:
            if sign not in self.items:
                self.items[sign] = SignItem(self._boxes[sign.box], sign, look)

    def _remove(self, sign: Sign) -> None:
        item = self.items.pop(sign)
        if (scene := item.scene()) is not None:
            leave(item)
            scene.removeItem(item)


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
        self.signs = Signs(self.shown.boxes)

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
        self.signs.keep(sheet.boxes_by_key)
        super().show_sheet(contrasted(sheet, self.contrast), known)
        self.signs.show(signs_of(sheet, self.contrast), self.look)

    def reset(self) -> None:
        """Drop the sheet, too: another recording is shown."""
        super().reset()
        self.unmarked = self._contrast = None

    def _announce(self) -> None:
        if self.sheet is None or self.known is None:
            return
        # The marks of changes are the differences, so describe none as changed.
        plain = replace(self.sheet, changed=frozenset(), new=frozenset())
        self.describer = SheetDescriber(plain, self.known, self.look.language)
        if (contrast := self.contrast) is not None:
            self.describer = ContrastDescriber(self.describer, contrast)

    def _set_look(self, look: Look) -> None:
        super()._set_look(look)
        if self.unmarked is not None:
            self.signs.show(signs_of(self.unmarked, self.contrast), look)
