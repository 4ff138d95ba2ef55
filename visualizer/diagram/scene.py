"""The diagram of one step. Items are kept by what they stand for: updated, added, removed."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial, reduce

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsSceneMouseEvent

from visualizer.diagram.additions import Additions
from visualizer.diagram.answers import Answers
from visualizer.diagram.arranging import Arranging
from visualizer.diagram.attention import places_of_change
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.brush import Look
from visualizer.diagram.filters import Filter, Hidden
from visualizer.diagram.finding import Finding
from visualizer.diagram.folding import can_fold
from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.frame_path import LANE, in_its_words
from visualizer.diagram.group_cells import member_at
from visualizer.diagram.items import Arrivals, Items
from visualizer.diagram.leaving_out import LeavingOut
from visualizer.diagram.lighting import Lighting
from visualizer.diagram.motion import Motion, milliseconds
from visualizer.diagram.shortening import respread
from visualizer.diagram.story import Story
from visualizer.diagram.themes import Theme, theme
from visualizer.diagram.thread_signs import owners
from visualizer.layout import (
    Foresight,
    Kept,
    Key,
    Layout,
    Picture,
    Rect,
    RegionKind,
    Signatures,
    object_key,
)
from visualizer.model import Delta, HeapObject, State

_NO_STORY = Story()
_MARGIN = 12


class DiagramScene(QGraphicsScene):
    """Shows a state: ``show_step`` for every step, in any order.

    ``object_selected`` gives the serial of what was chosen, 0 for nothing. ``motion`` is reduced
    until someone wants to see it. ``step_asked`` gives a step that something
    in the picture leads to.
    """

    object_selected = Signal(int)
    frame_chosen = Signal(object)
    step_asked = Signal(int)
    changed_picture = Signal()

    def __init__(
        self,
        *,
        theme: str = "light",
        level: int = 3,
        language: str = "en",
        clock: Callable[[], float] = milliseconds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._measure = QtMeasure()
        self._shown: tuple[State, Delta | None, Story] | None = None
        self.look = _look(theme, language, level)
        answers = Answers(self)
        self.items_shown = Items(self, answers)
        self.additions = Additions(self, self.items_shown, answers, self._measure)
        self.lighting = Lighting(self.items_shown)
        self.motion = Motion(clock, self)
        layout = Layout(self._measure)
        self.arranging = Arranging(layout, self.items_shown, self.motion, self._show)
        self.changed_picture.connect(self.arranging.put_down)
        self._finding = Finding(self, self.items_shown, self.motion)
        self.leaving_out = LeavingOut(self.arranging)
        self.picture: Picture | None = None
        self._room = QRectF()
        """What was shown so far, which the picture has room for at all times."""
        self.setBackgroundBrush(self.look.colour("canvas"))

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self.look.theme

    @property
    def level(self) -> int:
        """How much is shown, 1 to 4."""
        return self.look.level

    def object(self, serial: int) -> HeapObject | None:
        """An object of the step that is shown."""
        return self._shown[0].heap.get(serial) if self._shown is not None else None

    @property
    def selected(self) -> int | None:
        """The serial of the selected object."""
        return self.leaving_out.selected

    def new_foresight(self, signatures: Signatures | None = None) -> Foresight:
        """An empty foresight that measures in this scene's fonts."""
        return Foresight(self._measure, signatures=signatures or Signatures())

    def reset(self, foresight: Foresight | None = None, kept: Kept | None = None) -> None:
        """Forget every place but those ``kept``: another recording is shown."""
        self.adopt(Layout(self._measure, foresight, kept=kept))

    def forget_widths(self) -> None:
        """The fonts are others: what is laid out from now on is measured anew."""
        self._measure.forget()

    def new_layout(self, foresight: Foresight, kept: Kept | None = None) -> Layout:
        """A layout for this scene, not shown yet."""
        return Layout(self._measure, foresight, kept=kept)

    def adopt(self, layout: Layout) -> None:
        """Go by another layout from the next step that is shown on."""
        self.arranging.relaying.cancel()
        self.arranging.planning.cancel()
        self.arranging.layout = layout
        self._shown = None
        if not layout.stands_still:
            self._room = QRectF()
            self.setSceneRect(self._room)

    def show_step(
        self,
        state: State,
        delta: Delta | None = None,
        changes: bool = True,
        story: Story = _NO_STORY,
    ) -> None:
        """Show ``state``; what ``delta``, which led to it, changed is marked if ``changes``.

        ``story`` is what is known of the step beyond that.
        """
        self.motion.step()
        first = self._shown is None
        self._shown = (state, delta if changes else None, story)
        arrivals = self._show()
        if not first and not self.motion.reduced:
            arrivals.come(self.motion)

    def set_theme(self, name: str) -> None:
        """Change the colours; ``light``, ``dark`` or ``high-contrast``."""
        self._set_look(_look(name, self.look.language, self.look.level))

    def set_level(self, level: int) -> None:
        """Change how much is shown; nothing moves."""
        self._set_look(_look(self.look.theme.name, self.look.language, level))

    def set_language(self, language: str) -> None:
        """Change the language of words; ``en`` or ``ko``. Nothing moves."""
        self._set_look(_look(self.look.theme.name, language, self.look.level))

    def show_callout(self, shown: bool) -> None:
        """Show one sentence at the place of change, or not."""
        if shown != self.additions.with_callout:
            self.additions.with_callout = shown
            self._set_look(self.look)

    def select(self, serial: int | None) -> None:
        """Select an object, or nothing; the arrows at it are lit. What folds hide it are opened."""
        while serial is not None and (
            holder := self.leaving_out.folded_away.get(object_key(serial))
        ):
            self.set_filter(self.leaving_out.filter.with_fold(holder, False))
        if serial != self.leaving_out.selected:
            self.leaving_out.selected = serial
            self._open_what_is_asked_for()
            self._finding.choose(serial)
            self.lighting.choose(object_key(serial) if serial is not None else None)
            self.object_selected.emit(serial or 0)
            if serial is not None:
                self.frame_chosen.emit(None)

    def choose_frame(self, key: Key | None) -> None:
        """Look at a call or at the names of a module instead of an object; None ends it.

        ``frame_chosen`` gives its key.
        """
        self.select(None)
        self.lighting.choose(key)
        self.frame_chosen.emit(key)

    # ---- what is left out, what was searched for ----

    @property
    def hidden(self) -> tuple[Hidden, ...]:
        """What is left out, counted."""
        return self.leaving_out.hidden

    @property
    def filter(self) -> Filter:
        """What is left out of the picture."""
        return self.leaving_out.filter

    def set_filter(self, wanted: Filter) -> None:
        """Leave out something else; nothing moves, but where other types are grouped.

        Where places are to be found for that among very many cards, it is shown when they are.
        """
        arranging, left = self.arranging, self.leaving_out
        arranging.planning.cancel()
        if wanted == left.filter:
            return
        if (wanted.grouped, wanted.opened) == (left.filter.grouped, left.filter.opened):
            left.filter = wanted
            self._set_look(self.look)
        elif left.takes_long(wanted):
            show = partial(self.set_filter, wanted)
            arranging.planning.begin(arranging.layout, left.kinds_by(wanted), show)
        else:
            left.filter = wanted
            arranging.through(partial(self._set_look, self.look))

    def toggle_fold(self, serial: int) -> None:
        """Fold away what hangs under an object, or show it again; nothing else moves."""
        box = self.items_shown.boxes[object_key(serial)].box
        if (
            changed := respread(self.leaving_out.filter, self.leaving_out.shortened, box)
        ) is not None:
            self.set_filter(changed)
        elif box.fold is not None and box.fold.type:
            self.set_filter(self.leaving_out.filter.with_opened(box.fold.type))
        elif box.fold is not None:
            self.set_filter(self.leaving_out.filter.with_fold(serial, False))
        elif can_fold(box):
            before = self.leaving_out.filter
            self.set_filter(before.with_fold(serial, True))
            if self.items_shown.boxes[box.key].box.fold is None:
                # All that it refers to is held by others, too.
                self.set_filter(before)

    def mark_hits(self, hits: Iterable[int], current: int | None = None) -> None:
        """Mark what a search found; ``current`` is the hit that one is at."""
        if self._shown is not None:
            self.leaving_out.hits = tuple(hits)
            self._open_what_is_asked_for()
            self._finding.mark(self.leaving_out.hits, current, self._shown[0], self.look)

    def place_of(self, serial: int) -> Rect | None:
        """Where an object can be seen, or the nearest card on the way to it."""
        return self._finding.rect(serial, self._shown[0]) if self._shown is not None else None

    def places_of_change(self) -> Iterator[Rect]:
        """Where the step shown changed something, the most telling first."""
        if self.picture is not None and self._shown is not None:
            sentences, shown = self._shown[2].sentences, self.items_shown
            said = self.additions.callout_rect
            # Of some a count alone is another: their cards are not marked.
            keys = (object_key(one.serial) for one in sentences if one.sign and one.serial)
            told = (shown.boxes[key].box for key in keys if key in shown.boxes)
            boxes = {box.key: box for box in (*shown.marked, *told)}
            yield from places_of_change(boxes.values(), sentences, said)

    def noted_places(self) -> Iterator[Rect]:
        """What one looks at: where the step changed something, the selection, what was found."""
        yield from self.places_of_change()
        chosen = (
            object_key(self.leaving_out.selected) if self.leaving_out.selected is not None else None
        )
        around = self.lighting.card_around(chosen)
        for key in (around, *self._finding.halos):
            if key is not None and key in self.items_shown.boxes:
                yield self.items_shown.boxes[key].box.rect.grown(_MARGIN)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """A click on a card selects its object, or that in it, or its call; beside it nothing."""
        found: list[QGraphicsItem] = self.items(event.scenePos())
        item = next((item for item in found if isinstance(item, BoxItem)), None)
        if item is not None and item.box.serial is not None and item.is_fold(event.scenePos()):
            self.toggle_fold(item.box.serial)
            event.accept()
            return
        if item is None or item.box.key.is_call:
            self.choose_frame(item.box.key if item is not None else None)
        else:
            self.select(_pointed_at(item, event.scenePos()))
        super().mousePressEvent(event)

    def _open_what_is_asked_for(self) -> None:
        """Show what was left out until it was asked for, and leave out what was shown for that."""
        if self._shown is not None and self.leaving_out.shows_others_now:
            self._set_look(self.look)

    def _set_look(self, look: Look) -> None:
        self.look = look
        self.setBackgroundBrush(look.colour("canvas"))
        if self._shown is not None:
            self.motion.finish()
            self._show()

    def _show(self) -> Arrivals:
        assert self._shown is not None
        state, delta, story = self._shown
        made = self.arranging.layout.picture(state, delta, self.look.level)
        made = in_its_words(made, story.path)
        left = self.leaving_out
        before = left.grouped
        self.picture = picture = left.take(made, (state, delta), self.look.level)
        self.items_shown.members = left.grouped.cards
        self.items_shown.holders_of = left.grouped.holders_of
        arrivals = self.items_shown.take(picture, self.look)
        whose = owners(state, picture)
        for key, item in self.items_shown.boxes.items():
            item.belong_to(whose.get(key))
        rects = self.additions.take((picture, left.shortened), state, story, self.look)
        self.additions.colour()
        if rects and (heap := self.items_shown.regions.get((RegionKind.HEAP, 0))) is not None:
            for rect in rects:
                heap.cover(rect.grown(_MARGIN))
            rects += (heap.region.rect,)
        self.lighting.show(arrivals.arrows)
        self._finding.show(state, self.look)
        said = self.additions.callout_rect
        rects += (said,) if said is not None else ()
        whole = reduce(Rect.united, (rect.grown(_MARGIN) for rect in rects), picture.bounds)
        # Room for what travels along the frames, kept at all times: else all would move.
        bounds = QRectF(*whole).adjusted(-LANE, 0, 0, 0)
        # Never smaller again: else the view would shift under the reader's eyes. But where other
        # room is given up, it is another picture.
        if not self._room.isNull() and (left.grouped.scales, left.grouped.plan) == (
            before.scales,
            before.plan,
        ):
            bounds = self._room.united(bounds)
        self._room = bounds
        self.setSceneRect(bounds)
        self.changed_picture.emit()
        return arrivals


def _pointed_at(item: BoxItem, at: QPointF) -> int | None:
    """The object at a point of a card: its own, one inside it, one of many."""
    inside = at - item.pos()
    if item.box.group is not None:
        return member_at(item.box, inside.x(), inside.y())
    return (item.box.nested_at(inside.y()) or item.box).serial


def _look(name: str, language: str, level: int) -> Look:
    return Look(theme(name), language, level)
