"""The map: all of the picture in small, and which part of it is in view."""

from collections.abc import Iterable
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QCursor,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.map_place import Corner, Place, choose, corner_rect, most_covered
from visualizer.diagram.region_item import RegionItem
from visualizer.diagram.scene import DiagramScene
from visualizer.layout import Box, Mark

WIDTH, HEIGHT = 172, 86
_LATE, _LATEST = 100, 0.5
"""Milliseconds that the map may be behind; seconds while one change follows another."""

_SLACK = 2.0
"""Pixels by which what is in view may be cut at an edge."""
_END = 600.0
"""What the end of an arrow counts for, as an area: it tells who refers to whom."""
_INSET, _LEAST = 6, 2.0
_SIZE, _SIGN = QSize(WIDTH, HEIGHT), QSize(36, 26)


class Fit(NamedTuple):
    """Where the scene's origin is on the map, and how many pixels one of its is."""

    corner: QPointF
    scale: float


class Minimap(QWidget):
    """Lies in a corner of a view while not all is in it; a click goes there.

    It leaves the lower right corner for another where the selection, what the step changed, what
    was found, or more cards are beneath. Where there is no such corner it folds into a small sign,
    which opens while the pointer is over it.
    """

    def __init__(self, view: QGraphicsView, scene: DiagramScene) -> None:
        super().__init__(view)
        self._view, self._diagram = view, scene
        self._drawn: QPixmap | None = None
        self._stale = False
        self._since = 0.0
        self._fit = Fit(QPointF(), 1.0)
        self._spot = Place(Corner.LOWER_RIGHT, folded=False)
        self._open = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        # After the frame in which the picture changed: it is the picture one waits for.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.renew)
        self._late.setInterval(_LATE)
        scene.changed_picture.connect(self._changed)
        scene.object_selected.connect(self.soon)

    def _changed(self) -> None:
        self._stale = True
        self.soon()

    def soon(self) -> None:
        """What is beneath has changed, or is about to."""
        if not self._late.isActive():
            self._since = monotonic()
        elif monotonic() - self._since > _LATEST:
            return
        self._late.start()

    def renew(self) -> None:
        """Draw the picture that there is now, where it is not in the way."""
        if self._stale:
            self._drawn = None
        self.place()
        self.update()

    @property
    def folded(self) -> bool:
        """Whether only its sign is there."""
        return self.width() == _SIGN.width()

    def place(self) -> None:
        """Stand in a corner, or step aside while all can be seen."""
        picture, seen = self._diagram.picture, self._seen()
        whole = QRectF(*picture.bounds) if picture is not None else QRectF()
        # A view scrolls by whole pixels: what fits may be cut by one.
        slack = _SLACK / self._view.transform().m11()
        all_seen = seen.adjusted(-slack, -slack, slack, slack).contains(whole)
        self.setVisible(not whole.isEmpty() and not all_seen)
        if self.isHidden():
            return
        noted = [QRectF(*rect) for rect in self._diagram.noted_places()]
        most = most_covered(self._view.viewport().size(), _SIZE)
        self._spot = choose(
            self._spot, self._beneath, (_SIZE, _SIGN), noted, self._covered, most=most
        )
        # Of what moves away from under the pointer nobody says so.
        self._open = self._open and self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        self._stand(_SIGN if self._spot.folded and not self._open else _SIZE)

    def _stand(self, size: QSize) -> None:
        self.setGeometry(corner_rect(self._spot.corner, self._view.viewport().geometry(), size))

    def _beneath(self, size: QSize) -> list[QRectF]:
        """Which parts of the scene something of that size covers in each corner."""
        view, room = self._view, self._view.viewport().rect()
        rects = (corner_rect(corner, room, size).adjusted(-4, -4, 4, 4) for corner in Corner)
        return [view.mapToScene(rect).boundingRect() for rect in rects]

    def _covered(self, rect: QRectF) -> float:
        """How much of an area has cards in it, titles of grounds, ends of arrows, 0 to 1."""
        found = 0.0
        for item in self._diagram.items(rect):
            if isinstance(item, BoxItem):
                found += _area(item.sceneBoundingRect().intersected(rect))
            elif isinstance(item, RegionItem):
                found += sum(_area(words.intersected(rect)) for words in item.words())
            elif isinstance(item, ArrowItem):
                ends = (item.arrow.points[0], item.arrow.points[-1])
                found += sum(_END for end in ends if rect.contains(QPointF(*end)))
        return min(1.0, found / _area(rect))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Open while it is pointed at."""
        self._open = True
        self._stand(_SIZE)

    def leaveEvent(self, event: QEvent) -> None:
        """Fold again, if it has to."""
        self.soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map from the last renewal, and the frame around what is in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._diagram.theme
        accent = QPen(theme.colour("accent"), 2)
        if self.folded:
            self._draw_ground(painter)
            painter.setPen(accent)
            painter.drawRoundedRect(QRectF(8, 7, 13, 9), 2, 2)
            painter.fillRect(QRectF(24, 14, 4, 5), theme.colour("line"))
            return
        if self._drawn is None:
            self._drawn = self._draw()
        painter.drawPixmap(0, 0, self._drawn)
        painter.setPen(accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = self._to_map(self._seen()).intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.drawRoundedRect(frame, 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what was pressed on."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer."""
        self._go(event.position())

    def _go(self, at: QPointF) -> None:
        self._view.centerOn((at - self._fit.corner) / self._fit.scale)

    def _seen(self) -> QRectF:
        view = self._view
        return view.mapToScene(view.viewport().rect()).boundingRect()

    def _fitted(self) -> Fit:
        scene = self._diagram.sceneRect()
        width, height = WIDTH - 2 * _INSET, HEIGHT - 2 * _INSET
        scale = min(width / max(scene.width(), 1), height / max(scene.height(), 1))
        left = _INSET + (width - scene.width() * scale) / 2
        top = _INSET + (height - scene.height() * scale) / 2
        return Fit(QPointF(left, top) - scene.topLeft() * scale, scale)

    def _to_map(self, rect: QRectF) -> QRectF:
        corner, scale = self._fit
        return QRectF(rect.topLeft() * scale + corner, rect.size() * scale)

    def _draw_ground(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._diagram.theme.colour("line"), 1))
        painter.setBrush(self._diagram.theme.colour("pane"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(WIDTH * ratio), round(HEIGHT * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        self._stale, self._fit = False, self._fitted()
        picture = self._diagram.picture
        for colour, rects in self._blocks(picture.boxes if picture else ()):
            painter.setBrush(colour)
            painter.drawRects(rects)
        painter.end()
        return drawn

    def _blocks(self, boxes: Iterable[Box]) -> Iterable[tuple[QColor, list[QRectF]]]:
        """The cards by colour, what is to be noticed last."""
        found: dict[str, list[QRectF]] = {
            name: [] for name in ("line", "accent", "island", "changeLine", "gain", "loss")
        }
        corner, scale = self._fit
        left, top = corner.x(), corner.y()
        for box in boxes:
            x, y, width, height = box.rect
            size = max(width * scale, _LEAST), max(height * scale, _LEAST)
            found[_colour(box)].append(QRectF(x * scale + left, y * scale + top, *size))
        theme = self._diagram.theme
        return [(theme.colour(name), rects) for name, rects in found.items() if rects]


def _area(rect: QRectF) -> float:
    return rect.width() * rect.height()


def _colour(box: Box) -> str:
    if box.mark is Mark.NONE and not box.marks and not box.unreachable:
        return "accent" if box.serial is None else "line"
    if box.mark is Mark.FREED:
        return "loss"
    if box.mark is Mark.NEW and box.serial is not None:
        return "gain"
    if box.unreachable:
        return "island"
    return "changeLine"
