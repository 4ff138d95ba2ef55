"""The items of a scene by their keys: they are updated, added and removed, never recreated."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGraphicsItem

from visualizer.diagram.items.arrow import ArrowItem
from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.marked import Marked
from visualizer.diagram.items.tag import TagItem
from visualizer.diagram.motion.transition import Transition
from visualizer.diagram.painting.look import Look
from visualizer.layout.measure import Text
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import Arrow, BoxKind, FieldKey, Placed, Sheet, Tag, TagKind

if TYPE_CHECKING:
    from visualizer.diagram.view.scene import SheetScene


type TagKey = tuple[Key, TagKind, Text, int]


@dataclass(slots=True)
class Differing[T]:
    """The difference of two sequences, by identity.

    ``fresh`` has the items of ``after`` that are not in ``before``, or all if ``is_all_fresh``;
    ``gone`` has the items of ``before`` that are not in ``after``.
    """

    before: Sequence[T]
    after: Sequence[T]
    is_all_fresh: bool = False
    fresh: Sequence[T] = field(init=False)
    gone: Sequence[T] = field(init=False)

    def __post_init__(self) -> None:
        self.fresh = self.after if self.is_all_fresh else _without(self.after, self.before)
        self.gone = _without(self.before, self.after)


def _without[T](things: Sequence[T], others: Sequence[T]) -> Sequence[T]:
    if things is others:
        return ()
    known = set(map(id, others))
    return [one for one in things if id(one) not in known]


class SheetItems:
    """Updates the items of ``scene`` to one sheet after another."""

    def __init__(self, scene: "SheetScene") -> None:
        self._scene = scene
        self.boxes: dict[Key, BoxItem] = {}
        self.arrows: dict[FieldKey, ArrowItem] = {}
        self.tags: dict[TagKey, TagItem] = {}
        self.marked = Marked()
        self._at: defaultdict[Key, set[FieldKey]] = defaultdict(set)
        self._sheet: Sheet | None = None
        self._look: Look | None = None
        self._cached = False

    def show_sheet(self, sheet: Sheet, look: Look) -> Transition:
        """Show another sheet; return the transition of the differences, which the caller begins."""
        transition = Transition(self._scene)
        before, self._sheet = self._sheet, sheet
        is_other_look, self._look = look is not self._look, look
        boxes = Differing(before.boxes if before else (), sheet.boxes, is_other_look)
        arrows = Differing(before.arrows if before else (), sheet.arrows, is_other_look)
        self._show_boxes(boxes, sheet, transition)
        self._show_arrows(arrows, transition)
        self._show_tags(sheet.tags, transition)
        return transition

    def arrows_at(self, key: Key) -> Set[FieldKey]:
        """Return the arrows that start or end at a box, or inside it."""
        return self._at.get(key, frozenset())

    def select(self, serial: int | None) -> None:
        """Mark another object as selected."""
        boxes = [item.box for item in self.boxes.values()]
        self._mark(self.marked.select(serial, boxes))

    def choose(self, key: Key | None) -> None:
        """Mark another frame as chosen."""
        self._mark(self.marked.choose(key))

    def keep_drawn(self, kept: bool) -> None:
        """Cache the pixels of each box, for a view; picture files do not use the cache."""
        self._cached = kept
        for item in self.boxes.values():
            item.setCacheMode(self._mode)

    def reading_order(self) -> list[Placed]:
        """Return the boxes in reading order: the stack downwards, then objects by column."""
        boxes = [item.box for item in self.boxes.values()]
        return sorted(boxes, key=lambda box: (box.kind is not BoxKind.FRAME, box.x, box.y))

    @property
    def _shared_look(self) -> Look:
        assert self._look is not None
        return self._look

    @property
    def _mode(self) -> QGraphicsItem.CacheMode:
        modes = QGraphicsItem.CacheMode
        return modes.DeviceCoordinateCache if self._cached else modes.NoCache

    def _show_boxes(self, boxes: Differing[Placed], sheet: Sheet, transition: Transition) -> None:
        fresh = {box.key: box for box in boxes.fresh}
        for box in boxes.gone:
            if box.key not in fresh:
                self.marked.drop_box(box.key)
                transition.remove(self.boxes.pop(box.key))
        for box in boxes.fresh:
            self.marked.mark_box(box)
        marked = self.marked.mark_sheet(sheet)
        for box in boxes.fresh:
            self._show_box(box, transition)
        self._mark(marked - fresh.keys())

    def _show_box(self, box: Placed, transition: Transition) -> None:
        item, marks = self.boxes.get(box.key), self.marked.marks(box.key)
        if item is None:
            item = self.boxes[box.key] = BoxItem(box, self._shared_look, self._scene)
            item.marks = marks
            item.setCacheMode(self._mode)
            transition.bring(item)
        elif item.show_box(box, self._shared_look, marks):
            transition.move(item, item.place)

    def _mark(self, keys: Iterable[Key]) -> None:
        for key in keys:
            if (item := self.boxes.get(key)) is not None:
                item.show_box(item.box, self._shared_look, self.marked.marks(key))

    def _show_arrows(self, arrows: Differing[Arrow], transition: Transition) -> None:
        fresh = {arrow.key for arrow in arrows.fresh}
        for arrow in arrows.gone:
            for end in _ends(arrow):
                self._at[end].discard(arrow.key)
            if arrow.key not in fresh:
                transition.remove(self.arrows.pop(arrow.key))
        for arrow in arrows.fresh:
            item = self.arrows.get(arrow.key)
            if item is None:
                item = ArrowItem(arrow, self._shared_look, self._scene)
                self.arrows[arrow.key] = item
                transition.bring(item)
            elif item.show_arrow(arrow, self._shared_look):
                transition.lead(item)
            for end in _ends(arrow):
                self._at[end].add(arrow.key)

    def _show_tags(self, tags: Iterable[Tag], transition: Transition) -> None:
        wanted = dict(_keyed(tags))
        for key in [key for key in self.tags if key not in wanted]:
            transition.remove(self.tags.pop(key))
        for key, tag in wanted.items():
            item = self.tags.get(key)
            if item is None:
                item = self.tags[key] = TagItem(tag, self._shared_look)
                transition.bring(item)
            elif item.show_tag(tag, self._shared_look):
                transition.move(item, item.place)


def _ends(arrow: Arrow) -> set[Key]:
    """Return the boxes at both ends of an arrow, including nested ones."""
    return {arrow.start, arrow.end or arrow.start, arrow.holder, object_key(arrow.target)}


def _keyed(tags: Iterable[Tag]) -> Iterable[tuple[TagKey, Tag]]:
    """Yield tags with keys that are stable over steps: box, kind, name, and number."""
    seen: Counter[tuple[Key, TagKind, Text]] = Counter()
    for tag in tags:
        what = tag.box, tag.kind, tag.label.text
        yield (*what, seen[what]), tag
        seen[what] += 1


class Lighting:
    """Emphasizes arrows among ``shown``; the others are faded, except changed ones."""

    def __init__(self, shown: SheetItems) -> None:
        self._shown = shown
        self._pointed: tuple[Key | None, FieldKey | None] = (None, None)
        self._last: Set[FieldKey] = frozenset()

    def point_at(self, box: Key | None, field: FieldKey | None) -> None:
        """Emphasize the arrow of a field, or all arrows at a box; None twice for no arrow."""
        if (box, field) != self._pointed:
            self._pointed = box, field
            self.show()

    def show(self) -> None:
        """Emphasize the current arrows."""
        lit, last = self._lit(), self._last
        self._last = lit
        if not lit and not last:
            return
        for key, item in self._shown.arrows.items():
            is_lit = key in lit
            is_faded = not (is_lit or not lit or item.arrow.is_changed)
            if item.is_lit is not is_lit or item.is_faded is not is_faded:
                item.light(is_lit, is_faded)

    def _lit(self) -> Set[FieldKey]:
        box, field = self._pointed
        if field is not None and field in self._shown.arrows:
            return {field}
        if box is not None and (found := self._shown.arrows_at(box)):
            return set(found)
        marked = self._shown.marked
        chosen = object_key(marked.selected) if marked.selected is not None else marked.chosen
        return set(self._shown.arrows_at(chosen)) if chosen is not None else set()
