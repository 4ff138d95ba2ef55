"""What is said above a long chain or tree of which not all is shown."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.brush import Line, Look, pen, write
from visualizer.diagram.fonts import text_width
from visualizer.diagram.items import Items
from visualizer.diagram.obstacles import Obstacles
from visualizer.diagram.shortening import Shortened
from visualizer.layout import Phrase, Rect, RegionKind, TextStyle, phrase
from visualizer.layout.structures import Structure

_HEIGHT, _SIGN = 18.0, 20.0
_ABOVE, _FARTHEST, _STEP, _BELOW = 18.0, 48.0, 6.0, 8.0
_LEAST_DETAIL = 0.7


def structure_words(one: Structure, shown: int) -> Phrase:
    """What a long structure is: "linked list through next: 42 nodes, 7 shown"."""
    count, links = len(one.members), ", ".join(one.links)
    if one.is_chain and links:
        return phrase("structure-chain", links=links, n=count, shown=shown)
    if one.is_chain:
        return phrase("structure-chain-plain", n=count, shown=shown)
    if links:
        return phrase("structure-tree", links=links, n=count, shown=shown)
    return phrase("structure-tree-plain", n=count, shown=shown)


class StructureItem(QGraphicsRectItem):
    """What is said above the first member of a structure."""

    def __init__(self, words: str, is_chain: bool, rect: Rect, look: Look) -> None:
        super().__init__(QRectF(*rect))
        self.words, self.place = words, rect
        self._is_chain, self._look = is_chain, look
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(3)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Nothing where it could not be read."""
        if option.levelOfDetailFromTransform(painter.worldTransform()) < _LEAST_DETAIL:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, width, height = self.place
        look, middle = self._look, y + height / 2
        self._draw_sign(painter, QPointF(x, middle))
        painter.setPen(look.colour("ink2"))
        write(painter, look, self.words, TextStyle.SMALL, Line(x + _SIGN, middle, width - _SIGN))

    def _draw_sign(self, painter: QPainter, at: QPointF) -> None:
        """Two that are joined, or one that leads to two."""
        painter.setPen(pen(self._look.colour("ink2"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ends = ((11.0, 0.0),) if self._is_chain else ((11.0, -4.0), (11.0, 4.0))
        for x, y in ends:
            end = at + QPointF(x, y)
            painter.drawLine(at + QPointF(5, 0), end - QPointF(2, 0))
            painter.drawRoundedRect(QRectF(end.x() - 2, end.y() - 2.5, 5, 5), 1.5, 1.5)
        painter.drawRoundedRect(QRectF(at.x(), at.y() - 2.5, 5, 5), 1.5, 1.5)


def structure_items(shown: Items, shortened: Shortened, look: Look) -> Iterator[StructureItem]:
    """What is said of the structures of which something is left out, where there is room."""
    for one in shortened.found:
        count, seen = shortened.lengths[one.root]
        item = shown.boxes.get(one.root)
        if seen == count or item is None or item.box.middle:
            continue
        words = look.say(structure_words(one, seen))
        rect = item.box.rect
        width = _SIGN + text_width(words, TextStyle.SMALL) + 2
        regions = (item.region for item in shown.regions.values())
        heaps = (region.rect for region in regions if region.kind is RegionKind.HEAP)
        far = max((heap.right for heap in heaps), default=math.inf) - _ABOVE
        x = rect.x if rect.x + width <= far else rect.right - width
        places = [
            Rect(x, rect.y - above - _HEIGHT, width, _HEIGHT)
            for above in range(int(_ABOVE), int(_FARTHEST), int(_STEP))
        ]
        places.append(Rect(x, rect.bottom + _BELOW, width, _HEIGHT))
        around = places[0].united(places[-1])
        obstacles = Obstacles(shown.near(around.grown(2)), around)
        free = next((place for place in places if obstacles.cost(place) == 0), None)
        if free is not None:
            yield StructureItem(words, one.is_chain, free, look)
