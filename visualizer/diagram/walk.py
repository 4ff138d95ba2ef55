"""Moving through the diagram by keys: over cards and rows in reading order, along references."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.cells import first_cell, next_cell, rect_of_cell, spoken_cell
from visualizer.diagram.scene import DiagramScene
from visualizer.diagram.spoken import spoken_card, spoken_row
from visualizer.diagram.surface import Row, part_of, row_of
from visualizer.diagram.themes import Theme
from visualizer.layout import Box, Key, object_key

_BAND = 24.0
"""Cards whose left edges are this near to each other stand in one column."""


class Place(NamedTuple):
    """A card, or one row of it; of a group's card perhaps the cell of a ``member``."""

    key: Key
    row: Row | None = None
    member: int | None = None


class FocusItem(QGraphicsRectItem):
    """The ring around what has the focus: 2 wide, in the accent, at a distance of 2."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(9)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """A ring, dashed so that it is not taken for that of a selection."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = self.rect().adjusted(2, 2, -2, -2)
        painter.setPen(QPen(self.theme.colour("card"), 3))
        painter.drawRoundedRect(rect, 6, 6)
        pen = QPen(self.theme.colour("accent"), 2)
        pen.setDashPattern([3, 1.5])
        painter.setPen(pen)
        painter.drawRoundedRect(rect, 6, 6)


class Walk(QObject):
    """Where the focus is. ``moved`` gives the part of the picture it moved to, and its words."""

    moved = Signal(QRectF, str)

    def __init__(self, scene: DiagramScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._ring: FocusItem | None = None
        self._way: list[Place] = []
        self.at: Place | None = None
        scene.changed_picture.connect(self._renew)
        scene.object_selected.connect(self._selected)

    def order(self) -> list[Place]:
        """Every card and every row that refers to something, in reading order."""
        boxes = reading_order(item.box for item in self._scene.items_shown.boxes.values())
        return [place for box in boxes for place in _places(box)]

    def cells(self, key: Key) -> list[Place]:
        """The cells of a group's card."""
        box = self._box(key)
        if box is None or box.group is None or not box.group.across:
            return []
        return [Place(key, member=serial) for serial in box.group.members]

    def step(self, direction: int, cards_only: bool = False) -> bool:
        """To the next place, or the one before; False beyond the last."""
        if self.at is not None and self.at.member is not None and not cards_only:
            return self.step_cell(direction)
        order = [place for place in self.order() if place.row is None or not cards_only]
        if not order:
            return False
        at = self._here()
        if at is None:
            return self._go(order[0 if direction > 0 else -1])
        here = at if at in order else Place(at.key)
        if here not in order:
            return self._go(order[0])
        if cards_only and at.row is not None and direction < 0:
            return self._go(here)
        number = order.index(here) + direction
        return 0 <= number < len(order) and self._go(order[number])

    def step_cell(self, direction: int, rows: bool = False) -> bool:
        """To the next cell of a group's card, or one row of them further; before the first, to the
        card itself."""
        box = self._box(self.at.key) if self.at is not None else None
        if self.at is None or box is None or box.group is None or self.at.member is None:
            return False
        by = direction * box.group.across if rows else direction
        member = next_cell(box.group, self.at.member, by)
        if member is None:
            return direction < 0 and not rows and self._go(Place(box.key))
        return self._go(Place(box.key, member=member))

    def follow(self) -> bool:
        """Along the reference of the row that has the focus; a card is selected, a call looked at.

        What stands for the middle of a chain is opened; into a group's card one goes, to its cells.
        """
        if self.at is None:
            return False
        box = self._box(self.at.key)
        if box is not None and box.middle:
            self.fold()
            return True
        if self.at.member is not None:
            self._scene.select(self.at.member)
            return True
        cell = first_cell(box, self._scene.selected) if box is not None else None
        if cell is not None:
            return self._go(Place(self.at.key, member=cell))
        part = part_of(box, self.at.row) if box is not None else None
        if part is None or part.target is None:
            self._select(self.at.key)
            return True
        target = object_key(part.target)
        around = self._scene.lighting.card_around(target)
        if around is None or self._box(around) is None:
            return False
        goal = Place(around)
        self._way.append(self.at)
        self._select(target)
        return self._go(goal)

    def back(self) -> bool:
        """To where the last reference was followed from; from a cell, to its card."""
        if self.at is not None and self.at.member is not None:
            return self._go(Place(self.at.key))
        while self._way:
            place = self._way.pop()
            if self._box(place.key) is not None:
                return self._go(place)
        return False

    def carry(self, across: int, rows: int) -> None:
        """Pin the card that has the focus, else the selected one, that much further."""
        place = self._here()
        item = self._scene.items_shown.boxes.get(place.key) if place is not None else None
        if place is not None and item is not None and item.draggable:
            self._scene.arranging.nudge(place.key, across, rows)
            self.moved.emit(self.rect(place), self.words(place))

    def fold(self) -> None:
        """Fold away what hangs under that card, or show it again."""
        place = self._here()
        box = self._box(place.key) if place is not None else None
        if place is not None and box is not None and box.serial is not None:
            self._scene.toggle_fold(box.serial)
            self.moved.emit(self.rect(place), self.words(place))

    def _here(self) -> Place | None:
        """What has the focus, else the card of what is selected."""
        scene = self._scene
        if self.at is not None or scene.selected is None:
            return self.at
        around = scene.lighting.card_around(object_key(scene.selected))
        return Place(around) if around is not None else None

    def point(self, key: Key | None, row: Row | None) -> None:
        """The pointer has picked a row of a call or of a module's names, or something else."""
        if key is not None and row is not None and key.is_call:
            self._go(Place(key, row))
        else:
            self.leave()
            self.at = None

    def _selected(self, serial: int) -> None:
        """An object is selected: no name is."""
        if serial and self.at is not None and self.at.key.is_call:
            self.point(None, None)

    def leave(self) -> None:
        """The focus is elsewhere: no ring."""
        if self._ring is not None:
            self._ring.hide()
        self._scene.lighting.point(None)

    def enter(self) -> None:
        """The focus is back."""
        if self.at is not None:
            self._show(self.at)

    def words(self, place: Place) -> str:
        """What a screen reader says of a place."""
        boxes = {key: item.box for key, item in self._scene.items_shown.boxes.items()}
        box, language = boxes.get(place.key), self._scene.look.language
        if box is None:
            return ""
        if box.group is not None and place.member is not None:
            return spoken_cell(box.group, place.member, language)
        part = part_of(box, place.row) if place.row is not None else None
        if part is not None:
            return spoken_row(box, part, boxes, language)
        return spoken_card(box, boxes, language)

    def rect(self, place: Place) -> QRectF:
        """Where a place is in the picture; null where it is not in it."""
        box = self._box(place.key)
        if box is None:
            return QRectF()
        cell = rect_of_cell(box, place.member) if place.member is not None else None
        if cell is not None:
            return QRectF(*cell)
        part = part_of(box, place.row) if place.row is not None else None
        whole = QRectF(*box.rect)
        if part is None:
            return whole
        width = part.width or whole.width()
        return QRectF(whole.x() + (part.x if part.width else 0), whole.y() + part.y, width,
                      part.height)  # fmt: skip

    def _go(self, place: Place) -> bool:
        self.at = place
        self._show(place)
        self.moved.emit(self.rect(place), self.words(place))
        return True

    def _show(self, place: Place) -> None:
        rect = self.rect(place)
        if rect.isNull():
            self.leave()
            return
        if self._ring is None:
            self._ring = FocusItem(self._scene.theme)
            self._scene.addItem(self._ring)
        self._ring.theme = self._scene.theme
        self._ring.setRect(rect.adjusted(-5, -5, 5, 5))
        self._ring.show()
        self._scene.lighting.point(place.key, place.row)

    def _renew(self) -> None:
        """The ring goes along with what it is around."""
        if self._ring is not None and self._ring.isVisible() and self.at is not None:
            self._show(self.at)

    def _select(self, key: Key) -> None:
        if key.kind == "object":
            self._scene.select(int(key.name))
        elif key.is_call:
            self._scene.choose_frame(key)

    def _box(self, key: Key) -> Box | None:
        item = self._scene.items_shown.boxes.get(key)
        return item.box if item is not None else None


def reading_order(boxes: Iterable[Box]) -> list[Box]:
    """Frames top to bottom, then objects by column, each top to bottom."""
    return sorted(
        boxes,
        key=lambda box: (box.serial is not None, box.rect.x // _BAND, box.rect.y, box.rect.x),
    )


def _places(box: Box) -> Iterable[Place]:
    yield Place(box.key)
    for part in box.card.parts:
        if part.points:
            yield Place(box.key, row_of(box, part))
