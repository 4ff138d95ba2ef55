"""What is drawn beside cards and arrows: islands, ways from frame to frame, a sentence."""

from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from visualizer.diagram.brush import Look
from visualizer.diagram.callout import CalloutItem, make_callout
from visualizer.diagram.frame_path import frame_path
from visualizer.diagram.island_item import IslandItem
from visualizer.diagram.islands import Island, Known, islands, serials_of
from visualizer.diagram.items import Items
from visualizer.diagram.path_item import PathItem
from visualizer.diagram.shortening import Shortened
from visualizer.diagram.story import Story
from visualizer.diagram.structure_item import StructureItem, structure_items
from visualizer.diagram.surface import Surface
from visualizer.layout import Key, Picture, Rect, TextMeasure, object_key
from visualizer.model import State


class Additions:
    """Keeps the additions of ``scene`` those of one step after another."""

    def __init__(
        self, scene: QGraphicsScene, shown: Items, surface: Surface, measure: TextMeasure
    ) -> None:
        self._scene, self._shown, self._surface = scene, shown, surface
        self._measure = measure
        self.islands: tuple[IslandItem, ...] = ()
        self.labels: tuple[StructureItem, ...] = ()
        self.path: PathItem | None = None
        self.callout: CalloutItem | None = None
        self.with_callout = True
        self._coloured = False

    def take(
        self,
        shown: tuple[Picture, Shortened],
        state: State,
        story: Story,
        look: Look,
    ) -> tuple[Rect, ...]:
        """Show those of another step; returns where the islands and the words above cards are."""
        self._clear()
        picture, shortened = shown
        self.labels = tuple(structure_items(self._shown, shortened, look))
        words = tuple(item.place for item in self.labels)
        apart = self._shown.apart
        there = (state.heap[n] for box in apart for n in serials_of(box) if n in state.heap)
        sizes = {thing.serial: thing.size for thing in there if thing.unreachable}
        found = islands(picture, apart, Known(story.ends, sizes), self._measure)
        self.islands = tuple(IslandItem(island, look, self._surface) for island in found)
        grounds = tuple(piece for island in found for piece in island.area.pieces)
        way = frame_path(picture, state, story.path)
        self.path = PathItem(way, look) if way is not None else None
        self.callout = None
        if self.with_callout:
            areas = [*grounds, *words]
            told = story.sentences
            self.callout = make_callout(self._shown, told, look, picture.bounds, areas)
        for item in self._items:
            self._scene.addItem(item)
        return grounds + words

    @property
    def callout_rect(self) -> Rect | None:
        """Where the sentence stands."""
        return self.callout.place if self.callout is not None else None

    def colour(self) -> None:
        """Show which arrows are part of an island."""
        if not self.islands and not self._coloured:
            return
        self._coloured = bool(self.islands)
        inside = {key: item.island for item in self.islands for key in item.island.keys}
        for arrow in self._shown.arrows.values():
            island = _within(inside, arrow.arrow.card, arrow.arrow.target)
            arrow.show_in_island(island.area.pieces if island is not None else ())

    @property
    def _items(self) -> tuple[QGraphicsItem, ...]:
        others = (self.path, self.callout)
        return (*self.islands, *self.labels, *(item for item in others if item is not None))

    def _clear(self) -> None:
        for item in self._items:
            self._scene.removeItem(item)
        self.islands, self.labels, self.path, self.callout = (), (), None, None


def _within(inside: dict[Key, Island], holder: Key, target: int) -> Island | None:
    island = inside.get(holder)
    return island if island is inside.get(object_key(target)) else None
