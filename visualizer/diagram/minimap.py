"""The map: all of the picture in small, and which part of it is in view."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsView, QWidget

from visualizer.diagram.scene import DiagramScene
from visualizer.layout import Box, Mark

WIDTH, HEIGHT = 172, 86
_LATE = 100
"""Milliseconds that the map may be behind."""

_INSET, _MARGIN, _LEAST = 6, 12, 2.0


class Minimap(QWidget):
    """Lies in the lower right corner of a view while not all is in it; a click goes there."""

    def __init__(self, view: QGraphicsView, scene: DiagramScene) -> None:
        super().__init__(view)
        self._view, self._diagram = view, scene
        self._drawn: QPixmap | None = None
        self.setFixedSize(WIDTH, HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        # After the frame in which the picture changed: it is the picture one waits for.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.renew)
        self._late.setInterval(_LATE)
        scene.changed_picture.connect(self._soon)

    def _soon(self) -> None:
        if not self._late.isActive():
            self._late.start()

    def renew(self) -> None:
        """Draw the picture that there is now."""
        self._drawn = None
        self.place()
        self.update()

    def place(self) -> None:
        """Stand in the corner, or step aside while all can be seen."""
        room = self._view.viewport().geometry()
        scene, seen = self._diagram.sceneRect(), self._seen()
        self.setVisible(not scene.isEmpty() and not seen.adjusted(-1, -1, 1, 1).contains(scene))
        self.move(room.right() - WIDTH - _MARGIN, room.bottom() - HEIGHT - _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map from the last renewal, and the frame around what is in view."""
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setPen(QPen(self._diagram.theme.colour("accent"), 2))
        frame = self._to_map(self._seen()).intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.drawRoundedRect(frame, 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what was pressed on."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer."""
        self._go(event.position())

    def _go(self, at: QPointF) -> None:
        origin, scale = self._fitted()
        self._view.centerOn((at - origin) / scale + self._diagram.sceneRect().topLeft())

    def _seen(self) -> QRectF:
        view = self._view
        return view.mapToScene(view.viewport().rect()).boundingRect()

    def _fitted(self) -> tuple[QPointF, float]:
        """Where the picture's corner is on the map, and how many pixels one of its is."""
        scene = self._diagram.sceneRect()
        width, height = WIDTH - 2 * _INSET, HEIGHT - 2 * _INSET
        scale = min(width / max(scene.width(), 1), height / max(scene.height(), 1))
        left = _INSET + (width - scene.width() * scale) / 2
        return QPointF(left, _INSET + (height - scene.height() * scale) / 2), scale

    def _to_map(self, rect: QRectF) -> QRectF:
        origin, scale = self._fitted()
        corner = (rect.topLeft() - self._diagram.sceneRect().topLeft()) * scale + origin
        return QRectF(corner, rect.size() * scale)

    def _draw(self) -> QPixmap:
        theme, ratio = self._diagram.theme, self.devicePixelRatioF()
        drawn = QPixmap(round(WIDTH * ratio), round(HEIGHT * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("pane"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), 8, 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
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
        origin, scale = self._fitted()
        corner = self._diagram.sceneRect().topLeft()
        for box in boxes:
            x = (box.rect.x - corner.x()) * scale + origin.x()
            y = (box.rect.y - corner.y()) * scale + origin.y()
            width = max(box.rect.width * scale, _LEAST)
            found[_colour(box)].append(QRectF(x, y, width, max(box.rect.height * scale, _LEAST)))
        theme = self._diagram.theme
        return [(theme.colour(name), rects) for name, rects in found.items() if rects]


def _colour(box: Box) -> str:
    if box.mark is Mark.FREED:
        return "loss"
    if box.mark is Mark.NEW and box.serial is not None:
        return "gain"
    if box.unreachable:
        return "island"
    if box.marks or box.mark is not Mark.NONE:
        return "changeLine"
    return "accent" if box.serial is None else "line"
