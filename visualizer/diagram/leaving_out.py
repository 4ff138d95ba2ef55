"""What of a step has no card of its own: hidden, folded away, or too much of it is there.

Every other card stays where it is from step to step.
"""

from collections.abc import Iterable, Iterator
from heapq import nlargest

from visualizer.diagram.arranging import Arranging
from visualizer.diagram.closing_up import close_up
from visualizer.diagram.filters import Filter, Hidden, hide
from visualizer.diagram.folding import fold
from visualizer.diagram.grouping import foreseen, frequent, group
from visualizer.diagram.heap_told import heap_told
from visualizer.diagram.regrouping import Asked, Grouped
from visualizer.diagram.shortening import Recogniser, Shortened, shorten
from visualizer.layout import Key, Layout, Picture, object_key
from visualizer.layout.closing import Closing
from visualizer.layout.condensed import MOST_SEATS
from visualizer.layout.layout import MOST_LOOKED_AT
from visualizer.model import Delta, State

type Known = tuple[State, Delta | None]
"""What is shown, and what led to it if that is marked."""


class LeavingOut:
    """Leaves out of each picture what the ``filter`` says and what is too much.

    What is ``selected`` or was found (``hits``) is shown wherever it is. ``hidden`` counts what is
    left out, ``folded_away`` says under which object it hangs.
    """

    def __init__(self, arranging: Arranging) -> None:
        self._arranging = arranging
        self._recogniser = Recogniser()
        self._made: Picture | None = None
        self._foreseen: tuple[tuple[Layout, frozenset[str], bool], frozenset[str]] | None = None
        self.filter = Filter()
        self.selected: int | None = None
        self.hits: tuple[int, ...] = ()
        self.kinds = frozenset[str]()
        """The types that are grouped, also where all of one is hidden."""
        self.hidden: tuple[Hidden, ...] = ()
        self.folded_away: dict[Key, int] = {}
        self.grouped = Grouped()
        """What has no card of its own because there are too many of its type."""
        self.shortened = Shortened()
        """What long chains and trees leave out."""

    def take(self, made: Picture, known: Known, level: int) -> Picture:
        """What is left of the picture of a step."""
        self._made = made
        picture, hidden = hide(made, known[0], self.filter)
        picture, self.folded_away = fold(picture, self.filter.folded)
        folded = sum(box.fold.objects for box in picture.boxes if box.fold is not None)
        picture = self._condensed(made, picture, known, level)
        arranging = self._arranging
        arranging.scales, arranging.condensed = self.grouped.scales, self.grouped.plan
        counts = {
            "folded": folded,
            "grouped": len(self.grouped.types),
            "shortened": self.shortened.count,
        }
        self.hidden = (*hidden, *(Hidden(why, n) for why, n in counts.items() if n))
        return heap_told(made, picture, self.grouped, known[0])

    def holder_of(self, serial: int) -> int | None:
        """The object under which another is folded away."""
        return self.folded_away.get(object_key(serial))

    @property
    def shows_others_now(self) -> bool:
        """Whether another picture is made since something else is selected, or was found.

        What is left out of a long structure is shown; a member of a group steps out, or goes back.
        """
        return self.shortened.shows_other(self._asked_for) or self.grouped.plan is not None

    @property
    def _asked_for(self) -> frozenset[int]:
        """What is shown wherever it is: the selection, what was found, what the user opened."""
        chosen = () if self.selected is None else (self.selected,)
        return self.filter.spread.union(chosen, self.hits)

    def _condensed(self, made: Picture, picture: Picture, known: Known, level: int) -> Picture:
        """The ``picture`` that is left of the one ``made``, with very many objects grouped, and
        long structures shortened.

        Where their room can be given up structures are shortened first. What is grouped goes by
        all that could be shown: else the rest would be arranged anew where some of it is hidden.
        """
        layout, wanted = self._arranging.layout, self.filter
        self.grouped, self.shortened, closing = Grouped(), Shortened(), Closing()
        shortens = wanted.shortened and layout.is_crowded and len(picture.boxes) <= MOST_LOOKED_AT
        self.kinds = kinds = self._kinds(made, wanted, shortens)
        if kinds:
            asked = self._asked(picture, kinds, known, level)
            picture, self.grouped = group(picture, kinds, known, layout, asked)
        grouped = self.grouped
        if shortens and len(picture.boxes) <= MOST_LOOKED_AT:
            of = grouped.plan.kinds if grouped.plan is not None else frozenset()
            closing = layout.closing(wanted.spread, of)
            picture, self.shortened = shorten(
                picture, self._asked_for, closing.levels, self._recogniser
            )
        if closing and grouped.types and grouped.plan is None:
            rooms = [box.rect for box in picture.boxes if box.group is not None]
            closing = closing.shown_by(grouped.scales, rooms)
        self._arranging.closing = closing
        return close_up(picture, closing)

    def takes_long(self, wanted: Filter) -> bool:
        """Whether the picture by another filter has places that are still to be found."""
        if self._made is None or not (wanted.grouped and self._arranging.layout.is_large):
            return False
        return self._arranging.layout.takes_long(self.kinds_by(wanted))

    def kinds_by(self, wanted: Filter) -> frozenset[str]:
        """The types that are grouped in this step by a filter."""
        made = self._made
        layout = self._arranging.layout
        if made is None:
            return frozenset()
        shortens = wanted.shortened and layout.is_crowded and len(made.boxes) <= MOST_LOOKED_AT
        return self._kinds(made, wanted, shortens)

    def _kinds(self, made: Picture, wanted: Filter, shortens: bool) -> frozenset[str]:
        """What is grouped of all that could be shown."""
        if not wanted.grouped:
            return frozenset()
        layout, first = self._arranging.layout, made
        shortens_first = shortens and layout.shortens_first
        if shortens_first:
            levels = layout.closing(wanted.spread).levels
            first, _ = shorten(made, self._asked_for, levels, self._recogniser)
        now = frequent(first, wanted.opened)
        return now | self._to_come(wanted, shortens_first) if layout.is_whole else now

    def _to_come(self, wanted: Filter, shortens_first: bool) -> frozenset[str]:
        """What will be grouped is so from the first step on: nothing moves when it is too much."""
        layout = self._arranging.layout
        asked = layout, wanted.opened, shortens_first
        if self._foreseen is None or self._foreseen[0] != asked:
            counts = {} if shortens_first else layout.most_of_each()
            found = foreseen(counts, layout.most_altogether(), wanted.opened)
            self._foreseen = asked, found
        return self._foreseen[1]

    def _asked(self, picture: Picture, kinds: frozenset[str], known: Known, level: int) -> Asked:
        """What one wants to see of groups; it may have no card in the picture."""
        state, delta = known
        drawn = {box.serial for box in picture.boxes}
        extra = dict.fromkeys(self._done_to(kinds, known, drawn))
        seen = () if self.selected is None else (self.selected,)
        for serial in seen:
            thing = state.heap.get(serial)
            if thing is not None and thing.type in kinds and serial not in drawn:
                extra[serial] = None
        layout = self._arranging.layout
        boxes = (layout.box_of(serial, state, delta, level) for serial in extra)
        return Asked(self.filter.opened, seen, tuple(box for box in boxes if box is not None))

    def _done_to(
        self, kinds: frozenset[str], known: Known, drawn: Iterable[int | None]
    ) -> Iterator[int]:
        """What the step did something to that has no card, the last of each type."""
        delta = known[1]
        found: dict[str, list[tuple[bool, int]]] = {kind: [] for kind in kinds}
        for change in delta.objects if delta is not None and delta.before is not None else ():
            new, old = change.new, change.old
            if new is None or new.type not in kinds or change.serial in drawn:
                continue
            if old is None or old.content != new.content or old.unreachable != new.unreachable:
                found[new.type].append((old is None, change.serial))
        for ones in found.values():
            yield from (serial for _, serial in nlargest(MOST_SEATS, ones))
