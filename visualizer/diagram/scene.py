"""The diagram of one step. Items are kept by what they stand for: updated, added, removed."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsSceneMouseEvent

from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.brush import Look
from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.hints import arrow_hint
from visualizer.diagram.region_item import RegionItem
from visualizer.diagram.themes import Theme, theme
from visualizer.layout import (
    Arrow,
    Foresight,
    Key,
    Layout,
    Mark,
    Picture,
    Rect,
    Region,
    RegionKind,
    Slot,
    object_key,
)
from visualizer.model import Delta, State

type _ArrowKey = tuple[Key, Slot, int, bool]


class DiagramScene(QGraphicsScene):
    """Shows a state: ``show_step`` for every step, in any order.

    ``object_selected`` gives the serial of what was chosen, 0 for nothing.
    """

    object_selected = Signal(int)

    def __init__(
        self,
        *,
        theme: str = "light",
        level: int = 3,
        language: str = "en",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._measure = QtMeasure()
        self._layout = Layout(self._measure)
        self._shown: tuple[State, Delta | None, bool] | None = None
        self._boxes: dict[Key, BoxItem] = {}
        self._arrows: dict[_ArrowKey, ArrowItem] = {}
        self._regions: dict[RegionKind, RegionItem] = {}
        self._selected: int | None = None
        self._look = _look(theme, language, level)
        self.picture: Picture | None = None
        # Items move and change at every step: an index would be rebuilt more often than asked.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setBackgroundBrush(self._look.colour("canvas"))

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._look.theme

    @property
    def level(self) -> int:
        """How much is shown, 1 to 4."""
        return self._look.level

    @property
    def selected(self) -> int | None:
        """The serial of the selected object."""
        return self._selected

    def new_foresight(self) -> Foresight:
        """An empty foresight that measures in this scene's fonts."""
        return Foresight(self._measure)

    def reset(self, foresight: Foresight | None = None) -> None:
        """Forget every place: another recording is shown, or this one is known further."""
        self._layout = Layout(self._measure, foresight)
        self._shown = None
        self.setSceneRect(QRectF())

    def show_step(self, state: State, delta: Delta | None = None, changes: bool = True) -> None:
        """Show ``state``; what ``delta``, which led to it, changed is marked if ``changes``."""
        self._shown = (state, delta, changes)
        picture = self._layout.picture(state, delta if changes else None, self._look.level)
        self.picture = picture
        self._take_regions(picture.regions)
        self._take_boxes(picture)
        self._take_arrows(picture.arrows)
        self._light()
        bounds = QRectF(*picture.bounds)
        # Never smaller again: else the view would shift under the reader's eyes.
        self.setSceneRect(bounds if self.sceneRect().isNull() else self.sceneRect().united(bounds))

    def set_theme(self, name: str) -> None:
        """Change the colours; ``light``, ``dark`` or ``high-contrast``."""
        self._set_look(_look(name, self._look.language, self._look.level))

    def set_level(self, level: int) -> None:
        """Change how much is shown; nothing moves."""
        self._set_look(_look(self._look.theme.name, self._look.language, level))

    def set_language(self, language: str) -> None:
        """Change the language of words; ``en`` or ``ko``. Nothing moves."""
        self._set_look(_look(self._look.theme.name, language, self._look.level))

    def select(self, serial: int | None) -> None:
        """Select an object, or nothing; the arrows at it are lit."""
        if serial != self._selected:
            self._selected = serial
            self._light()
            self.object_selected.emit(serial or 0)

    def ground_at(self, x: float) -> str:
        """The name of the colour behind a line at ``x``."""
        heap = self._regions.get(RegionKind.HEAP)
        return "heap" if heap is not None and x >= heap.region.rect.x else "canvas"

    def changed_rect(self) -> QRectF:
        """Around everything that this step marked; null where it marked nothing."""
        found = QRectF()
        for item in self._boxes.values():
            if item.box.mark is not Mark.NONE or item.box.marks or item.box.running:
                found = found.united(item.sceneBoundingRect())
        return found

    def box_of(self, serial: int) -> Rect | None:
        """Where an object's card stands; None where it has none in this step."""
        item = self._boxes.get(object_key(serial))
        return item.box.rect if item is not None else None

    def hint(self, arrow: Arrow) -> str:
        """A reference in words."""
        boxes = {key: item.box for key, item in self._boxes.items()}
        return arrow_hint(arrow, boxes, self._look.language)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """A click on a card selects its object; beside the cards, nothing."""
        item = self._box_at(event)
        self.select(item.box.serial if item is not None else None)
        super().mousePressEvent(event)

    def _box_at(self, event: QGraphicsSceneMouseEvent) -> BoxItem | None:
        found: list[QGraphicsItem] = self.items(event.scenePos())
        return next((item for item in found if isinstance(item, BoxItem)), None)

    def _set_look(self, look: Look) -> None:
        self._look = look
        self.setBackgroundBrush(look.colour("canvas"))
        if self._shown is not None:
            self.show_step(*self._shown)

    def _take_regions(self, regions: tuple[Region, ...]) -> None:
        wanted = {region.kind: region for region in regions}
        for kind in [kind for kind in self._regions if kind not in wanted]:
            self.removeItem(self._regions.pop(kind))
        for kind, region in wanted.items():
            if kind in self._regions:
                self._regions[kind].show_region(region, self._look)
            else:
                self._regions[kind] = RegionItem(region, self._look)
                self.addItem(self._regions[kind])

    def _take_boxes(self, picture: Picture) -> None:
        wanted = {box.key: box for box in picture.boxes}
        for key in [key for key in self._boxes if key not in wanted]:
            self.removeItem(self._boxes.pop(key))
        for key, box in wanted.items():
            if key in self._boxes:
                self._boxes[key].show_box(box, self._look)
            else:
                self._boxes[key] = BoxItem(box, self._look)
                self.addItem(self._boxes[key])

    def _take_arrows(self, arrows: tuple[Arrow, ...]) -> None:
        wanted = {arrow.key: arrow for arrow in arrows}
        for key in [key for key in self._arrows if key not in wanted]:
            gone = self._arrows.pop(key)
            self.removeItem(gone.uprights)
            self.removeItem(gone)
        for key, arrow in wanted.items():
            if key in self._arrows:
                self._arrows[key].show_arrow(arrow, self._look)
            else:
                item = ArrowItem(arrow, self._look)
                self._arrows[key] = item
                self.addItem(item)
                self.addItem(item.uprights)

    def _light(self) -> None:
        """Show the selected card and its arrows; the others step back."""
        chosen = object_key(self._selected) if self._selected is not None else None
        if chosen is not None and chosen not in self._boxes:
            chosen = None
        for key, box in self._boxes.items():
            box.choose(key == chosen)
        for item in self._arrows.values():
            lit = chosen is not None and chosen in self._ends(item.arrow)
            item.light(lit, faint=chosen is not None and not lit)

    def _ends(self, arrow: Arrow) -> Iterator[Key]:
        yield arrow.holder
        yield object_key(arrow.target)


def _look(name: str, language: str, level: int) -> Look:
    return Look(theme(name), language, level)
