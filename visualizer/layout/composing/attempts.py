"""Ways to fold and place a whole recording; planning takes the best one."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from visualizer.layout.analysis.facts import Facts, NodeForm
from visualizer.layout.blocks.frames import BESIDE_NAMES
from visualizer.layout.blocks.measures import FEW_LINES, MAX_LETTERS, ROOMY_LETTERS
from visualizer.layout.composing.arranged import Arrangement, NodeForms
from visualizer.layout.composing.crowding import TightPacking
from visualizer.layout.composing.lanes import LeadingRows
from visualizer.layout.composing.regions import (
    AROUND,
    BETWEEN,
    NO_CODE,
    TITLE,
    CodeChips,
    CodeShelf,
)
from visualizer.layout.composing.stack import WantedWidth
from visualizer.layout.composing.units import LANE
from visualizer.layout.folding.folds import Folds
from visualizer.layout.picture import Rect
from visualizer.layout.placing import Placement, best_scale, place
from visualizer.layout.placing.scale import STEPS
from visualizer.layout.placing.unit import Size, Unit
from visualizer.layout.routing import ways
from visualizer.layout.sheet import MARGINS

BASES = (1.0, 0.85, 0.7)
"""The scales at which folding is decided, tried in order until everything fits."""


LARGE = 1.2
"""The scale above which whole values are better than a larger picture."""
SHARES = (0.85, 0.65, 0.5, 0.38)
"""The shares of the canvas that all objects may take, tried in order until everything fits."""


class Share(NamedTuple):
    """The share of the canvas that all objects may take, and that of each chain or tree.

    ``form`` is the fullest form that the nodes of trees may have.
    """

    cards: float
    structures: float = 1.0
    form: NodeForm = NodeForm.NAMED


def room_in(canvas: Size, scale: float = 1.0) -> Size:
    """Return the room for boxes in a canvas at a scale, in pixels at 100 %."""
    width = canvas.width / scale - MARGINS.left - MARGINS.right
    return Size(width, canvas.height / scale - MARGINS.top - MARGINS.bottom)


class Scales(NamedTuple):
    """The maximum scale of sheets, 1 being 100 %, and the scale if nothing fits."""

    highest: float = 1.6
    without_room: float = 1.0


USUAL = Scales()


@dataclass(frozen=True, slots=True)
class Base:
    """The room at a scale, and all that does not depend on the foldings."""

    scale: float
    canvas: Size
    width: float
    """The width of the column of frames, ``wanted`` that at which nothing in it is cut."""
    wanted: float
    names: int
    """The maximum number of letters of a name in a frame."""
    room: float
    """The maximum width of a block."""
    chips: CodeChips
    forms: Mapping[bool, NodeForms]
    """The space of structures, by whether objects may be folded to lines."""
    packing: TightPacking
    with_names: WantedWidth | None
    """The preferred widths of the column with whole names; None if no name is cut."""
    letters: int = MAX_LETTERS
    """The maximum number of letters of a value in a card."""
    lines: int = FEW_LINES
    """The maximum number of lines of functions and classes in a frame."""

    def with_whole_names(self) -> "Base":
        """Return the base with a column in which no name is cut."""
        assert self.with_names is not None
        width = max(self.width, math.ceil(self.with_names.names + BESIDE_NAMES))
        wanted = max(self.wanted, self.with_names.most)
        return replace(self, width=width, wanted=wanted, names=ROOMY_LETTERS, with_names=None)


@dataclass(frozen=True, slots=True)
class PlacementInput:
    """The units to place over the whole recording."""

    units: tuple[Unit, ...]
    width: float
    """The width of the column of frames."""
    lowest: float
    """The lower edge of all frames at their greatest height."""
    leading: tuple[LeadingRows, ...]
    """Rows of frames that refer to many cards."""
    last: int
    chips: CodeChips
    gap: float = LANE
    """The gap between the frames and the first column of objects."""

    def room(self, canvas: Size, scale: float) -> Size:
        """Return the room for frames and objects."""
        return beside(self.chips, room_in(canvas, scale))

    def place(self, room: Size, *, until_unsteady: bool = False) -> Placement:
        """Place all units in a room."""
        free = beside(self.chips, room)
        return place(self.units, free, self.width + self.gap, self.last, until_unsteady)

    def widened(
        self, canvas: Size, scales: Scales, tried: "Attempt", usual: float
    ) -> "tuple[float, PlacementInput, Placement]":
        """Widen the gap for the lanes of arrows, then the column of frames, if all still fits.

        The column gets its wanted width, or half as much more. No more of the picture moves, and it
        stays large; ``usual`` is the scale without that. Also return its scale and places.
        """
        best = usual, self, self.place(room_in(canvas, usual))
        if best[2].has_grown:
            return best
        lanes = max((one.lanes(best[2]) for one in self.leading), default=0)
        lanes = min(lanes, ways.MOST_LANES)
        for more in range(lanes - ways.OWN_LANES, 0, -1):
            wider = replace(self, gap=LANE + more * ways.LANE)
            if (found := wider._placed_like(best, canvas, scales, tried)) is not None:
                best = found
                break
        wanted = min(tried.base.wanted, math.floor(room_in(canvas, usual).width))
        for width in (wanted, math.ceil((wanted + self.width) / 2)):
            if width > self.width:
                wider = replace(best[1], width=width)
                if (found := wider._placed_like(best, canvas, scales, tried)) is not None:
                    return found
        return best

    def _placed_like(
        self,
        best: "tuple[float, PlacementInput, Placement]",
        canvas: Size,
        scales: Scales,
        tried: "Attempt",
    ) -> "tuple[float, PlacementInput, Placement] | None":
        """Return the scale and places; None if more moves, or the picture becomes small."""
        usual, _, placement = best
        scale = self.best_scale(canvas, scales, tried) if usual > LARGE else usual
        found = self.place(room_in(canvas, scale), until_unsteady=placement.is_steady)
        is_good = found.loss <= placement.loss and scale >= min(usual, LARGE)
        return (scale, self, found) if is_good else None

    def best_scale(self, canvas: Size, scales: Scales, tried: "Attempt") -> float:
        """Return the largest scale at which nothing moves, else one at which everything fits."""
        lowest = BASES[-1] if tried.has_grown else tried.base.scale
        highest = scales.highest
        while highest > 1.0 and not self._may_be_shown_at(highest, canvas):
            highest = round(highest - 1 / STEPS, 2)

        def trial(scale: float) -> Placement:
            return self.place(room_in(canvas, scale), until_unsteady=True)

        scale = best_scale(trial, lowest=lowest, highest=highest)
        if scale != 1.0 or (tried.base.scale == 1.0 and not tried.has_grown):
            return scale
        for smaller in (1.0, 0.9, 0.8, BASES[-1]):
            if not self.place(room_in(canvas, smaller)).has_grown:
                return smaller
        return scales.without_room

    def _may_be_shown_at(self, scale: float, canvas: Size) -> bool:
        """Whether the frames fit at a scale over 100 %, and all code that is shown at 100 %."""
        if self.room(canvas, scale).height < self.lowest:
            return False
        left_out, usual = (
            self.chips.shelf(room_in(canvas, one).width).left_out for one in (scale, 1.0)
        )
        return left_out <= usual


@dataclass(frozen=True, slots=True, eq=False)
class Attempt:
    """One way to fold and place everything, for the room at a scale."""

    base: Base
    folds: Folds
    arranged: Arrangement
    placing: PlacementInput
    placement: Placement
    moved: int
    lacks_room: bool
    """Whether a step has no room for all frames."""
    hides_marks: bool
    """Whether a frame leaves out functions or classes."""

    @property
    def has_grown(self) -> bool:
        """Whether some step does not fit."""
        return self.placement.has_grown

    @property
    def rank(self) -> tuple[bool, int]:
        """The rank of the attempt: the lowest is the best."""
        return self.has_grown, self.moved


@dataclass(frozen=True, slots=True)
class Plan:
    """The decisions for the whole recording; lengths are in pixels at 100 %."""

    facts: Facts
    folds: Folds
    arranged: Arrangement
    placement: Placement
    column: float
    """The width of the column of frames."""
    gap: float
    """The gap between that column and the first column of objects."""
    names: int
    """The maximum number of letters of a name in a frame."""
    letters: int
    """The maximum number of letters of a value in a card."""
    lines: int
    """The maximum number of lines of functions and classes in a frame."""
    room: float
    """The maximum width of a block."""
    height: float
    """The height that frames may take together."""
    scale: float
    shelf: CodeShelf
    canvas: Size
    """The room for frames and objects at that scale."""

    @property
    def room_of_labels(self) -> Rect | None:
        """The room for labels, which includes the margins; None if not even the boxes fit."""
        if self.placement.has_grown:
            return None
        return Rect(0, 0, *self.canvas).with_margins(MARGINS).grown(-2)


def best_of(tried: Mapping[Share, Attempt]) -> Share:
    """Return the share with the best attempt; of equally good shares the largest."""
    return min(tried, key=lambda share: (tried[share].rank, -share.cards))


def beside(chips: CodeChips, room: Size) -> Size:
    """Return the room for frames and objects that regions leave."""
    if chips is NO_CODE:
        return room
    above = chips.shelf(room.width).height + TITLE + BETWEEN
    return Size(room.width - 2 * AROUND, room.height - above - AROUND)
