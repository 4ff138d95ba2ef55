"""The items of a scene, kept by what they stand for: updated, added, removed, never made anew."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.attention import is_marked
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.brush import Look
from visualizer.diagram.lifted_badges import ArrowKey, LiftedBadges
from visualizer.diagram.mark_legend import LegendItem, signs_told
from visualizer.diagram.motion import AIM, FADE, GHOST, Motion
from visualizer.diagram.region_item import RegionItem
from visualizer.diagram.surface import Surface
from visualizer.diagram.thread_signs import Owner
from visualizer.layout import (
    Arrow,
    ArrowKind,
    Box,
    Key,
    Picture,
    Rect,
    Region,
    RegionKind,
    object_key,
)


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


class Things[T]:
    """Many things of which it is to be told which are not among others, by identity.

    As there are very many, and few that differ, no line of Python runs for each.
    """

    def __init__(self, things: tuple[T, ...] = ()) -> None:
        self.all = things
        self._at = dict(zip(map(id, things), range(len(things)), strict=True))

    def without(self, others: "Things[T]", but: Collection[int] = ()) -> list[T]:
        """Those that are not among ``others``, or whose identity is one of ``but``, in order."""
        if self.all is others.all and not but:
            return []
        found = self._at.keys() - others._at.keys() | self._at.keys() & but
        return [self.all[place] for place in sorted(map(self._at.__getitem__, found))]


def _nobody(_values: frozenset[int]) -> Collection[int]:
    return ()


class Items:
    """Keeps the items of ``scene`` those of one picture after another."""

    def __init__(self, scene: QGraphicsScene, surface: Surface) -> None:
        self._scene, self._surface = scene, surface
        self.boxes: dict[Key, BoxItem] = {}
        self.arrows: dict[ArrowKey, ArrowItem] = {}
        self.regions: dict[tuple[RegionKind, int], RegionItem] = {}
        self.lifted = LiftedBadges(scene, self.boxes, self.arrows)
        self._bounds = Rect(0, 0, 0, 0)
        self._legend = LegendItem()
        scene.addItem(self._legend)
        self._at: defaultdict[Key, set[ArrowKey]] = defaultdict(set)
        self._boxes = Things[Box]()
        self._arrows = Things[Arrow]()
        self._marked: set[Key] = set()
        self._apart: set[Key] = set()
        self._around: dict[Key, Key] = {}
        self.members: Mapping[int, Key] = {}
        """What stands in the card of a group, and which card that is."""
        self.holders_of: Callable[[frozenset[int]], Collection[int]] = _nobody
        """Which of these have some values in their slots."""
        self._look: Look | None = None
        self._disturbed: set[int] = set()
        self._lifted: set[Key] = set()
        self._owned = frozenset[Key]()
        self._cached = False

    def take(self, picture: Picture, look: Look) -> Arrivals:
        """Show another picture; tells what is new in it."""
        arrivals = Arrivals()
        self._take_regions(picture.regions, look)
        self._bounds = picture.bounds
        self._name_signs(picture, look)
        boxes, arrows = Things(picture.boxes), Things(picture.arrows)
        if look is self._look:
            # What is the same box or arrow as in the picture before needs nothing.
            fresh = boxes.without(self._boxes)
            new = arrows.without(self._arrows, self._disturbed)
        else:
            fresh, new = list(picture.boxes), list(picture.arrows)
        gone, old = self._boxes.without(boxes), self._arrows.without(arrows)
        self._take_boxes(fresh, gone, look, arrivals)
        self._take_arrows(new, old, look, arrivals)
        self.lifted.take((fresh, gone), (new, old), look)
        self._boxes, self._arrows, self._look = boxes, arrows, look
        self._disturbed.clear()
        self.settle()
        return arrivals

    def show_owners(self, owners: Mapping[Key, Owner]) -> None:
        """Show on calls whose they are; on no others."""
        for key in {*owners, *self._owned} & self.boxes.keys():
            self.boxes[key].belong_to(owners.get(key))
        self._owned = frozenset(owners)

    def changed_rect(self) -> QRectF:
        """Around everything that this step marked; null where it marked nothing."""
        found = QRectF()
        for key in self._marked:
            found = found.united(self.boxes[key].sceneBoundingRect())
        return found

    @property
    def marked(self) -> list[Box]:
        """The cards that this step marked."""
        return self._sorted(self._marked)

    @property
    def apart(self) -> list[Box]:
        """The cards of what only a cycle keeps alive."""
        return self._sorted(self._apart)

    def _sorted(self, keys: Iterable[Key]) -> list[Box]:
        return sorted((self.boxes[key].box for key in keys), key=lambda box: box.rect)

    def arrows_at(self, key: Key) -> Iterator[ArrowItem]:
        """The arrows that start or end at a card."""
        return (self.arrows[found] for found in self.ways_at(key))

    def ways_at(self, key: Key) -> Collection[ArrowKey]:
        """Those arrows by what makes them the same in another step."""
        return self._at.get(key, ())

    def stretch(self, key: ArrowKey, arrow: Arrow) -> None:
        """Show an arrow elsewhere until the next picture."""
        item = self.arrows[key]
        item.show_arrow(arrow, item.look)
        self._disturbed.update(id(a) for a in self._arrows.all if a.key == key)

    def lift(self, key: Key) -> None:
        """A card is carried, until the next picture."""
        self._lifted.add(key)

    def settle(self) -> None:
        """Put back to its place what is carried."""
        for key in self._lifted & self.boxes.keys():
            self.boxes[key].setPos(self.boxes[key].place)
        self._lifted.clear()

    def box(self, key: Key) -> Box | None:
        """A card that is shown; of what stands in that of a group, that."""
        item = self.boxes.get(self.group_of(key) or key)
        return item.box if item is not None else None

    def card_around(self, key: Key) -> Key | None:
        """The card of something, or the one that a container, or a group, is drawn in."""
        group = self.group_of(key)
        if group is not None:
            return group
        return key if key in self.boxes else self._around.get(key)

    def group_of(self, key: Key) -> Key | None:
        """The card of the group that something stands in."""
        return self.members.get(int(key.name)) if key.kind == "object" else None

    def near(self, area: Rect) -> Picture:
        """What of the picture is near, without looking at all of it, in the bounds of all."""
        how = Qt.ItemSelectionMode.IntersectsItemBoundingRect
        found: list[QGraphicsItem] = self._scene.items(QRectF(*area), how)
        boxes = tuple(item.box for item in found if isinstance(item, BoxItem))
        arrows = tuple(item.arrow for item in found if isinstance(item, ArrowItem))
        regions = tuple(item.region for item in self.regions.values())
        return Picture(boxes, arrows, regions, self._bounds)

    def keep_drawn(self, kept: bool) -> None:
        """Keep each card as it was last drawn, for a view; a picture file is drawn anew."""
        self._cached = kept
        for box in self.boxes.values():
            box.setCacheMode(self._mode)
            if box.above is not None:
                box.above.setCacheMode(self._mode)

    @property
    def _mode(self) -> QGraphicsItem.CacheMode:
        modes = QGraphicsItem.CacheMode
        return modes.DeviceCoordinateCache if self._cached else modes.NoCache

    def _take_regions(self, regions: Iterable[Region], look: Look) -> None:
        wanted = {region.key: region for region in regions}
        for kind in [kind for kind in self.regions if kind not in wanted]:
            self._scene.removeItem(self.regions.pop(kind))
        for kind, region in wanted.items():
            if kind in self.regions:
                self.regions[kind].show_region(region, look)
            else:
                self.regions[kind] = RegionItem(region, look)
                self._scene.addItem(self.regions[kind])

    def _name_signs(self, picture: Picture, look: Look) -> None:
        heap = self.regions.get((RegionKind.HEAP, 0))
        self._legend.setVisible(heap is None)
        if heap is not None:
            heap.name_signs(signs_told(picture))
            heap.keep_clear(picture.boxes)
        else:
            self._legend.name_signs(picture, look)

    def _take_boxes(
        self, fresh: Iterable[Box], gone: Iterable[Box], look: Look, arrivals: Arrivals
    ) -> None:
        """Show boxes that are not as they were; those that are there still are among ``fresh``."""
        wanted = {box.key: box for box in fresh}
        for box in gone:
            self._marked.discard(box.key)
            self._apart.discard(box.key)
            for nested in box.nested:
                self._around.pop(object_key(nested.serial), None)
            if box.key not in wanted:
                self._scene.removeItem(self.boxes.pop(box.key))
        for key, box in wanted.items():
            if is_marked(box):
                self._marked.add(key)
            if box.unreachable:
                self._apart.add(key)
            for nested in box.nested:
                self._around[object_key(nested.serial)] = key
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

    def _take_arrows(
        self, fresh: Iterable[Arrow], gone: Iterable[Arrow], look: Look, arrivals: Arrivals
    ) -> None:
        wanted = {arrow.key: arrow for arrow in fresh}
        for arrow in gone:
            if arrow.key not in wanted:
                self._remove_arrow(arrow.key)
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
