"""The scene of a sheet: shows sheets, and reports what the user points at or selects."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSceneHelpEvent,
    QGraphicsSceneMouseEvent,
)

from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.hooks import Describer
from visualizer.diagram.items.scene_items import Lighting, SheetItems
from visualizer.diagram.motion.movement import Motion, milliseconds
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.painter_canvas import PainterCanvas
from visualizer.diagram.themes import theme
from visualizer.diagram.view.finding import Finding
from visualizer.diagram.view.meaning import hint_at, show_hint
from visualizer.diagram.view.opened import Opened
from visualizer.diagram.wording.describing import SheetDescriber
from visualizer.diagram.wording.known import Known
from visualizer.layout.blocks.block import Field
from visualizer.layout.drawing.labels import draw_region
from visualizer.layout.picture import Key, Rect
from visualizer.layout.sheet import MARGINS, Arrow, Placed, Sheet

_ROUNDING = 0.01
"""The rounding error, in pixels, of a length of some hundred that is scaled and scaled back."""


class SheetScene(QGraphicsScene):
    """Shows sheets: ``show_sheet`` for every step, in any order.

    ``object_selected`` carries the serial of the selected object, 0 for none; ``frame_chosen`` the
    key of a frame, or None; ``pointed_at`` the box and field under the pointer, or None twice.
    ``motion`` is reduced by default. ``known`` is the step of the sheet, and ``describer``
    describes places in words.
    """

    object_selected = Signal(int)
    frame_chosen = Signal(object)
    pointed_at = Signal(object, object)
    changed_sheet = Signal()

    def __init__(
        self,
        *,
        theme: str = "light",
        language: str = "en",
        clock: Callable[[], float] = milliseconds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = _look(theme, language)
        self.known: Known | None = None
        self.describer = Describer()
        self.shown = SheetItems(self)
        self.motion = Motion(clock, self)
        self.sheet: Sheet | None = None
        self.lighting = Lighting(self.shown)
        self.finding = Finding(self.shown, self.motion)
        self.opened = Opened(self)
        self._room = QRectF()
        """The union of all sheets shown so far: the scene is at least as large."""
        self.setBackgroundBrush(self.look.colour("canvas"))

    @property
    def selected(self) -> int | None:
        """The serial of the selected object."""
        return self.shown.marked.selected

    @property
    def chosen(self) -> Key | None:
        """The chosen frame."""
        return self.shown.marked.chosen

    @property
    def is_chosen(self) -> bool:
        """Whether any object is selected, or a frame chosen."""
        return self.selected is not None or self.chosen is not None

    def reset(self) -> None:
        """Drop the sheet and the room of other sheets: another recording is shown."""
        self.motion.finish()
        self.forget_room()
        self.sheet = None

    def forget_room(self) -> None:
        """Drop the room of former sheets: there is a new plan."""
        self._room = QRectF()

    def show_sheet(self, sheet: Sheet, known: Known | None = None) -> None:
        """Show a sheet; objects glide to their new places, except in the first sheet.

        ``known`` is the step of the sheet, for descriptions.
        """
        before, room = self.sheet, self.sceneRect()
        self.motion.step()
        self.sheet, self.known = sheet, known
        self._announce()
        transition = self.shown.show_sheet(sheet, self.look)
        self.lighting.show()
        self._mark()
        self._grow(sheet)
        if before is None or before.grounds != sheet.grounds:
            behind = QGraphicsScene.SceneLayer.BackgroundLayer
            self.invalidate(room.united(self.sceneRect()), behind)
        if before is None:
            transition.show(1.0)
        else:
            transition.begin(self.motion)
        self.changed_sheet.emit()

    def set_theme(self, name: str) -> None:
        """Change the colours; ``light``, ``dark`` or ``high-contrast``."""
        self._set_look(_look(name, self.look.language))

    def set_language(self, language: str) -> None:
        """Change the language of words; ``en`` or ``ko``."""
        self._set_look(_look(self.look.theme.name, language))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the regions of memory, behind everything."""
        super().drawBackground(painter, rect)
        for ground in self.sheet.grounds if self.sheet is not None else ():
            draw_region(PainterCanvas(painter, self.look), ground)

    # ---- selecting and pointing ----

    def select(self, serial: int | None) -> None:
        """Select an object, or nothing; the arrows at it are emphasized."""
        if serial == self.selected:
            return
        self.shown.select(serial)
        if serial is not None:
            self.shown.choose(None)
        self.lighting.show()
        self.object_selected.emit(serial or 0)
        if serial is not None:
            self.frame_chosen.emit(None)

    def choose_frame(self, key: Key | None) -> None:
        """Choose a frame instead of an object: its arrows are emphasized; None ends it."""
        self.select(None)
        self.shown.choose(key)
        self.lighting.show()
        self.frame_chosen.emit(key)

    def mark_hits(self, hits: Iterable[int], current: int | None = None) -> None:
        """Mark search hits; ``current`` is the current one."""
        self.finding.mark(hits, current, self.known, self.look)

    def place_of(self, serial: int) -> Rect | None:
        """Return where an object, or the nearest drawn object on its path, is."""
        return self.finding.rect(serial, self.known)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Select the object or value under a click, choose the frame, or follow a sign."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        item = self.box_at(event.scenePos())
        sign = self.opened.sign_at(event.scenePos())
        if sign is not None:
            self.opened.follow(sign)
            event.accept()
            return
        serial = item.object_at(event.scenePos() - item.pos()) if item is not None else None
        if serial is not None:
            self.select(serial)
        else:
            self.choose_frame(item.box.key if item is not None else None)
        super().mousePressEvent(event)

    def box_at(self, at: QPointF) -> BoxItem | None:
        """Return the box at a place."""
        found: list[QGraphicsItem] = self.items(at)
        boxes = (item for item in found if isinstance(item, BoxItem))
        # Skip boxes that are about to be removed.
        return next((one for one in boxes if self.shown.boxes.get(one.box.key) is one), None)

    def field_at(self, at: QPointF) -> tuple[BoxItem, Field] | None:
        """Return the box and the innermost reference at a place."""
        item = self.box_at(at)
        field = item.field_at(at - item.pos()) if item is not None else None
        return (item, field) if item is not None and field is not None else None

    def point_at_box(self, box: Placed, field: Field | None) -> None:
        """Report that the pointer is over a box, or over one reference in it."""
        self.lighting.point_at(box.key, (field.holder, field.slot) if field is not None else None)
        self.pointed_at.emit(box, field)

    def point_at_arrow(self, arrow: Arrow) -> None:
        """Emphasize the arrow under the pointer."""
        self.lighting.point_at(None, arrow.key)

    def point_away(self) -> None:
        """Report that the pointer has left the sheet's objects."""
        self.lighting.point_at(None, None)
        self.pointed_at.emit(None, None)

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        """Show a hint for the place under a resting pointer."""
        show_hint(hint_at(self, event.scenePos()), event)

    # ----

    def _announce(self) -> None:
        if self.sheet is not None and self.known is not None:
            self.describer = SheetDescriber(self.sheet, self.known, self.look.language)

    def _mark(self) -> None:
        """Mark the current sheet, whose boxes are shown and whose former boxes still exist."""
        self.finding.show(self.known, self.look)

    def _grow(self, sheet: Sheet) -> None:
        """Enlarge the scene for a sheet; it never shrinks, which would shift the view."""
        whole = sheet.bounds.with_margins(MARGINS).united(sheet.drawn.grown(1))
        self._room = self._room.united(QRectF(*whole))
        # Allow for a rounding error: a picture that fills the view exactly needs no scroll bar.
        self.setSceneRect(self._room.adjusted(0, 0, -_ROUNDING, -_ROUNDING))

    def _set_look(self, look: Look) -> None:
        self.look = look
        self.setBackgroundBrush(look.colour("canvas"))
        self._announce()
        if self.sheet is not None:
            self.motion.finish()
            self.shown.show_sheet(self.sheet, look).show(1.0)
            self._mark()


def _look(name: str, language: str) -> Look:
    return Look(theme(name), language)
