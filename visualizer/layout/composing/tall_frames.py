"""Shortens frames that do not fit together: leaves out plain values that no nearby step binds.

It also counts the cards of each frame, by which ``stack`` chooses the callers to fold.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from visualizer.layout.blocks.block import Ink
from visualizer.layout.blocks.frames import (
    MARK_GAP,
    FrameContent,
    FrameRow,
    frame_height,
    frame_width,
    mark_text,
)
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import PAD, ROW
from visualizer.layout.folding.windows import runs
from visualizer.layout.measure import phrase
from visualizer.layout.picture import Key

GAP = 7
"""The gap between two frames."""
_MIN_ROWS = 6
"""The minimum number of rows of a shortened frame."""
_BY = 4
"""Rows are left out in multiples of this, so that a new name seldom moves the frames below."""
_LINES = 2
"""The number of lines of marks in a shortened frame."""


def cards_of(maker: Maker, calls: Iterable[FrameContent]) -> Mapping[Key, int]:
    """Return for each frame the number of cards to which no other frame refers."""
    card_of = maker.facts.card_of
    cards = {
        call.key: {card_of(row.target) for row in call.rows if not row.is_always_text}
        for call in calls
    }
    holders = Counter(chain.from_iterable(cards.values()))
    return {key: sum(holders[card] == 1 for card in found) for key, found in cards.items()}


def shorten_frames(
    maker: Maker, calls: Sequence[FrameContent], running: Key | None, over: float
) -> Iterator[FrameContent]:
    """Yield shorter contents for each frame that must give up room, until all frames fit.

    ``over`` is the height in pixels by which the frames are too high together.
    The outermost waiting frame gives up first and the running one last; marks go before rows.
    """
    for call in sorted(calls, key=lambda one: one.key == running):
        if over <= 0:
            return
        high = frame_height(maker, call)
        shorter = _with_fewer_marks(maker, call)
        over -= high - frame_height(maker, shorter)
        if over > 0:
            high = frame_height(maker, shorter)
            shorter = _with_fewer_rows(maker, shorter, over)
            over -= high - frame_height(maker, shorter)
        yield shorter


def _is_wanted(maker: Maker, call: FrameContent, row: FrameRow) -> bool:
    """Whether a nearby step binds the name, so that the frame shows it before others."""
    names = maker.folds.names.get(call.key)
    return names is not None and names.has(str(row.slot.name), maker.step)


def _with_fewer_marks(maker: Maker, call: FrameContent) -> FrameContent:
    if not call.marks:
        return call
    all_of_them = phrase("more-rows", n=len(call.marks))
    width = frame_width(maker, call) - 2 * PAD
    left = _LINES * width - maker.width(all_of_them, Ink.NOTE) - MARK_GAP
    # A mark that does not fit at the end of a line leaves some of it empty.
    left -= (_LINES - 1) * max(mark_text(maker, one)[1] for one in call.marks)
    kept = set()
    for mark in sorted(call.marks, key=lambda one: not _is_wanted(maker, call, one)):
        left -= mark_text(maker, mark)[1]
        if left < 0:
            break
        kept.add(mark.slot)
    marks = tuple(mark for mark in call.marks if mark.slot in kept)
    return replace(call, marks=marks, more_marks=len(call.marks) - len(marks))


def _with_fewer_rows(maker: Maker, call: FrameContent, over: float) -> FrameContent:
    count = len(call.rows)
    wanted = frozenset(
        place
        for place, row in enumerate(call.rows)
        if not _may_be_left_out(maker, row) or _is_wanted(maker, call, row)
    )
    slots = max(_MIN_ROWS, count - _BY * math.ceil(over / (_BY * ROW)))
    shown = runs(count, slots, wanted)
    rows = tuple(call.rows[place] for run in shown for place in run)
    return replace(call, rows=rows, gaps=dict(_gaps(shown)))


def _may_be_left_out(maker: Maker, row: FrameRow) -> bool:
    thing = maker.heap.get(row.target)
    is_plain = thing is not None and maker.values.is_own_value(thing)
    return not row.is_event and (is_plain or row.is_text)


def _gaps(shown: Sequence[range]) -> Iterator[tuple[int, int]]:
    """Yield for each gap the row that follows it and the number of rows left out."""
    count = 0
    for run, after in pairwise(shown):
        count += len(run)
        yield count, after.start - run.stop
