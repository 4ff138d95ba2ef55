"""The items of a scene, kept by what they stand for: updated, added, removed, never made anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.brush import Look
from visualizer.diagram.motion import AIM, FADE, GHOST, Motion
from visualizer.diagram.region_item import RegionItem
from visualizer.diagram.surface import Surface
from visualizer.layout import (
    Arrow,
    ArrowKind,
    Box,
    Key,
    Mark,
    Picture,
    Region,
    RegionKind,
    Slot,
    object_key,
)

type ArrowKey = tuple[Key, Slot, int, bool]


@dataclass(slots=True)
class Arrivals:
    """What a step brought: items that were not there before, and arrows that lead elsewhere."""

    boxes: list[BoxItem] = field(default_factory=list)
    ghosts: list[BoxItem] = field(default_factory=list)
    arrows: list[ArrowItem] = field(default_factory=list)

    def come(self, motion: Motion) -> None:
        """Let what is new come, each in the way of its kind."""
        for box in self.boxes:
            motion.play(FADE, box.setOpacity)
        for ghost in self.ghosts:
            motion.play(GHOST, ghost.setOpacity)
        for arrow in self.arrows:
            if arrow.arrow.kind is ArrowKind.REBOUND:
                motion.play(AIM, arrow.show_reach)
            else:
                motion.play(FADE, arrow.show_presence)


class Items:
    """Keeps the items of ``scene`` those of one picture after another."""

    def __init__(self, scene: QGraphicsScene, surface: Surface) -> None:
        self._scene, self._surface = scene, surface
        self.boxes: dict[Key, BoxItem] = {}
        self.arrows: dict[ArrowKey, ArrowItem] = {}
        self.regions: dict[RegionKind, RegionItem] = {}
        self._at: defaultdict[Key, set[ArrowKey]] = defaultdict(set)
        self._cached = False

    def take(self, picture: Picture, look: Look) -> Arrivals:
        """Show another picture; tells what is new in it."""
        arrivals = Arrivals()
        self._take_regions(picture.regions, look)
        self._take_boxes(picture.boxes, look, arrivals)
        self._take_arrows(picture.arrows, look, arrivals)
        return arrivals

    def changed_rect(self) -> QRectF:
        """Around everything that this step marked; null where it marked nothing."""
        found = QRectF()
        for item in self.boxes.values():
            if item.box.mark is not Mark.NONE or item.box.marks or item.box.running:
                found = found.united(item.sceneBoundingRect())
        return found

    def arrows_at(self, key: Key) -> Iterator[ArrowItem]:
        """The arrows that start or end at a card."""
        return (self.arrows[found] for found in self.ways_at(key))

    def ways_at(self, key: Key) -> Collection[ArrowKey]:
        """Those arrows by what makes them the same in another step."""
        return self._at.get(key, ())

    def keep_drawn(self, kept: bool) -> None:
        """Keep each card as it was last drawn, for a view; a picture file is drawn anew."""
        self._cached = kept
        for box in self.boxes.values():
            box.setCacheMode(self._mode)

    @property
    def _mode(self) -> QGraphicsItem.CacheMode:
        modes = QGraphicsItem.CacheMode
        return modes.DeviceCoordinateCache if self._cached else modes.NoCache

    def _take_regions(self, regions: Iterable[Region], look: Look) -> None:
        wanted = {region.kind: region for region in regions}
        for kind in [kind for kind in self.regions if kind not in wanted]:
            self._scene.removeItem(self.regions.pop(kind))
        for kind, region in wanted.items():
            if kind in self.regions:
                self.regions[kind].show_region(region, look)
            else:
                self.regions[kind] = RegionItem(region, look)
                self._scene.addItem(self.regions[kind])

    def _take_boxes(self, boxes: Iterable[Box], look: Look, arrivals: Arrivals) -> None:
        wanted = {box.key: box for box in boxes}
        for key in [key for key in self.boxes if key not in wanted]:
            self._scene.removeItem(self.boxes.pop(key))
        for key, box in wanted.items():
            item = self.boxes.get(key)
            if item is not None:
                item.show_box(box, look)
                if box.ghost:
                    arrivals.ghosts.append(item)
                continue
            item = BoxItem(box, look, self._surface)
            item.setCacheMode(self._mode)
            self.boxes[key] = item
            self._scene.addItem(item)
            arrivals.boxes.append(item)

    def _take_arrows(self, arrows: Iterable[Arrow], look: Look, arrivals: Arrivals) -> None:
        wanted = {arrow.key: arrow for arrow in arrows}
        for key in [key for key in self.arrows if key not in wanted]:
            self._remove_arrow(key)
        for key, arrow in wanted.items():
            item = self.arrows.get(key)
            if item is not None:
                item.show_arrow(arrow, look)
                continue
            item = ArrowItem(arrow, look, self._surface)
            self.arrows[key] = item
            for end in ends(arrow):
                self._at[end].add(key)
            self._scene.addItem(item)
            self._scene.addItem(item.uprights)
            arrivals.arrows.append(item)

    def _remove_arrow(self, key: ArrowKey) -> None:
        gone = self.arrows.pop(key)
        for end in ends(gone.arrow):
            self._at[end].discard(key)
            if not self._at[end]:
                del self._at[end]
        self._scene.removeItem(gone.uprights)
        self._scene.removeItem(gone)


def ends(arrow: Arrow) -> frozenset[Key]:
    """The cards at both ends of an arrow, and what holds the reference inside a card."""
    return frozenset((arrow.card, arrow.holder, object_key(arrow.target)))
