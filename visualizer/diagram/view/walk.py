"""Moves over a sheet by keys: over boxes and rows in reading order, and along references."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.items.leaving import leave
from visualizer.diagram.painting.look import Look
from visualizer.diagram.view.opened import signs_of
from visualizer.diagram.view.scene import SheetScene
from visualizer.layout.blocks.block import SIGNS, Field, ReferenceDisplay, Sign
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import FieldKey, Placed

LEVEL = 9.0
_AWAY, _ROUND = 3.0, 6.0
_GROUND, _LINE = 3.0, 2.0


class Place(NamedTuple):
    """A box, or one reference or sign in it."""

    key: Key
    field: FieldKey | None = None


class Walk(QObject):
    """Moves the focus ``at`` among the places of a sheet.

    ``moved`` carries the focused part of the picture, and its words. The focus stays over steps; a
    place that is not drawn has no ring until it is drawn again.
    """

    moved = Signal(QRectF, str)

    def __init__(self, scene: SheetScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._ring: FocusRing | None = None
        self._is_shown = False
        self._way: list[Place] = []
        self.at: Place | None = None
        scene.changed_sheet.connect(self._renew)
        scene.object_selected.connect(self._note_selected)

    # ---- places ----

    def order(self) -> list[Place]:
        """Return every box, its shown references and its signs, in reading order."""
        boxes = self._scene.shown.reading_order()
        return [place for box in boxes for place in (Place(box.key), *self.rows_of(box.key))]

    def words(self, place: Place) -> str:
        """Return the words of a place for a screen reader; empty if it is not drawn."""
        box, describer = self._box(place), self._scene.describer
        field = self._field(place)
        if isinstance(field, Field):
            return describer.spoken_field(field)
        if field is not None:
            return describer.sign_words(field)
        return describer.spoken_box(box) if box is not None else ""

    def rect(self, place: Place) -> QRectF:
        """Return the rectangle of a place in the picture; a null one if it is not drawn."""
        box, field = self._box(place), self._field(place)
        if box is None or (field is None and place.field is not None):
            return QRectF()
        return QRectF(*(box.rect if field is None else field.rect.moved(box.x, box.y)))

    def rows_of(self, key: Key) -> list[Place]:
        """Return the references and signs that are shown in a box."""
        box = self._box(Place(key))
        return rows(box, with_signs=self._scene.opened.is_listening) if box is not None else []

    # ---- moving ----

    def begin(self) -> None:
        """Forget the focus and the way to it: another program is shown."""
        self.forget()
        self._way.clear()

    def step(self, direction: int, boxes_only: bool = False) -> bool:
        """Move to the next or previous place; return False beyond the last one."""
        order = self.order()
        if boxes_only:
            order = [place for place in order if place.field is None]
        here = self._here()
        if not order:
            return False
        if here is None:
            return self._go(order[0 if direction > 0 else -1])
        if here not in order:
            here = Place(here.key)
            if direction < 0:
                return self._go(here)
        number = order.index(here) + direction
        return 0 <= number < len(order) and self._go(order[number])

    def follow(self) -> bool:
        """Follow the focused reference: select its object, and focus it if it is drawn elsewhere.

        If a box has the focus, select and open it, or fold it again; choose a frame.
        """
        at = self._here()
        if at is None:
            return False
        if self.press(at):
            return True
        field = self._field(at)
        if not isinstance(field, Field):
            self._choose(at.key)
            box = self._box(at)
            signs = signs_of(box.block, at.key) if box is not None else ()
            if signs and self._scene.opened.is_listening:
                self._scene.opened.follow(signs[-1])
            return True
        goal = self._place_of(field)
        self._scene.select(field.target)
        if goal is None:
            return self._go(at)
        self._way.append(at)
        return self._go(goal)

    def press(self, place: Place) -> bool:
        """Follow the sign at a place; return whether there is one."""
        sign = self._field(place)
        if not isinstance(sign, Sign):
            return False
        self._scene.opened.follow(sign)
        return True

    def back(self) -> bool:
        """Return to the place from which the last reference was followed."""
        while self._way:
            place = self._way.pop()
            if not self.rect(place).isNull():
                return self._go(place)
        return False

    def clear(self) -> bool:
        """Clear the focus and the selection, else fold what is opened; return whether it did."""
        was = self.at is not None or self._scene.is_chosen
        self.forget()
        self._scene.choose_frame(None)
        return was or self._scene.opened.fold()

    def forget(self) -> None:
        """Clear the focus."""
        self._hide()
        self.at = None

    def point(self, key: Key | None, field: FieldKey | None) -> None:
        """Focus a name of a frame that the pointer has picked; else clear the focus."""
        if key is not None and key.is_call and field is not None:
            self._go(Place(key, field))
        else:
            self.forget()

    # ---- showing the focus ----

    def enter(self) -> None:
        """Show the ring: the view gets the keys."""
        self._is_shown = True
        self._renew()

    def leave(self) -> None:
        """Hide the ring: another widget gets the keys."""
        self._is_shown = False
        self._hide()

    def _go(self, place: Place) -> bool:
        self.at = place
        self._is_shown = True
        self._renew()
        self.moved.emit(self.rect(place), self.words(place))
        return True

    def _renew(self) -> None:
        rect = self.rect(self.at) if self.at is not None else QRectF()
        if self.at is None or rect.isNull() or not self._is_shown:
            self._hide()
            return
        if self._ring is None:
            self._ring = FocusRing(self._scene.look)
            self._scene.addItem(self._ring)
        self._ring.surround(rect, self._scene.look)
        box = self._box(self.at)
        self._scene.lighting.point_at(box.key if box is not None else None, self.at.field)

    def _hide(self) -> None:
        if self._ring is not None and self._ring.isVisible():
            self._ring.hide()
            self._scene.lighting.point_at(None, None)

    @property
    def ring(self) -> QRectF:
        """The rectangle inside the ring; a null one if there is none."""
        is_seen = self._ring is not None and self._ring.isVisible()
        return self.rect(self.at) if is_seen and self.at is not None else QRectF()

    # ---- search ----

    def _here(self) -> Place | None:
        """Return the focused place if it is drawn, else the box of the selection."""
        at, selected = self.at, self._scene.selected
        if at is None and selected is not None:
            at = Place(object_key(selected))
        box = self._box(at) if at is not None else None
        if at is None or box is None:
            return None
        return Place(box.key, at.field)

    def _box(self, place: Place) -> Placed | None:
        """Return the box of a place, or the box around it if it is drawn nested."""
        shown, whose = self._scene.shown, place.field[0] if place.field else place.key
        home = shown.marked.home(whose)
        return shown.boxes[home].box if home in shown.boxes else None

    def _field(self, place: Place) -> Field | Sign | None:
        """Return a reference or sign; an opened object has other signs than before."""
        box = self._box(place) if place.field is not None else None
        if box is None or place.field is None:
            return None
        of_block: list[Field | Sign] = [*box.block.fields, *box.block.signs]
        found = next((one for one in of_block if one[:2] == place.field), None)
        holder, slot = place.field
        if found is None and slot.kind in SIGNS:
            return next(iter(signs_of(box.block, holder)), None)
        return found

    def _place_of(self, field: Field) -> Place | None:
        """Return where the target of a field is drawn; None if that is in the field."""
        shown = self._scene.shown
        if field.display is not ReferenceDisplay.PORT:
            return None
        key = object_key(field.target)
        home = shown.marked.home(key)
        if home is None or home not in shown.boxes:
            return None
        if home == key:
            return Place(home)
        fields = shown.boxes[home].box.block.fields
        inside = (
            one
            for one in fields
            if one.target == field.target and one.display is ReferenceDisplay.INLINED
        )
        found = next(inside, None)
        return Place(home, found[:2] if found is not None else None)

    def _choose(self, key: Key) -> None:
        if key.kind == "object":
            self._scene.select(int(key.name))
        elif key.is_call:
            self._scene.choose_frame(key)

    def _note_selected(self, serial: int) -> None:
        """Clear the focus of a name when an object is selected."""
        if serial and self.at is not None and self.at.key.is_call:
            self.forget()


def rows(box: Placed, *, with_signs: bool = False) -> list[Place]:
    """Return the references in a box in reading order: a container before its contents."""
    found: list[Field | Sign] = [*box.block.fields, *(box.block.signs if with_signs else ())]
    fields = sorted(
        found,
        key=lambda one: (one.rect.y, one.rect.x, -one.rect.width * one.rect.height),
    )
    return [Place(box.key, found) for found in dict.fromkeys(one[:2] for one in fields)]


class FocusRing(QGraphicsRectItem):
    """The focus ring: 2 pixels wide, and dashed, unlike the ring of a selection."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(LEVEL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def surround(self, rect: QRectF, look: Look) -> None:
        """Put the ring around a part of the picture."""
        self.look = look
        leave(self)
        self.setRect(rect.adjusted(-_AWAY - 2, -_AWAY - 2, _AWAY + 2, _AWAY + 2))
        self.show()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint a dashed line over a line in the ground's colour."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = self.rect().adjusted(2, 2, -2, -2)
        painter.setPen(QPen(self.look.colour("card"), _GROUND))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        pen = QPen(self.look.colour("accent"), _LINE)
        pen.setDashPattern([3, 1.5])
        painter.setPen(pen)
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
