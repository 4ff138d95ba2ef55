"""Shortens frames that do not fit together: leaves out plain values that no nearby step binds.

It also counts the cards of each frame, by which ``stack`` chooses the callers to fold.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from visualizer.layout.blocks.frames import (
    FrameContent,
    FrameRow,
    frame_height,
    lines_of_marks,
)
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import ROW
from visualizer.layout.folding.windows import runs
from visualizer.layout.picture import Key

GAP = 7
"""The gap between two frames."""
_MIN_ROWS = 6
"""The minimum number of rows of a shortened frame."""
_BY = 4
"""Rows are left out in multiples of this, so that a new name seldom moves the frames below."""
_FEWEST_LINES = 2
"""The maximum number of lines of marks in a shortened frame."""


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
    The outermost waiting frame gives up first and the running one last: marks but for two lines,
    rows, then another line of marks.
    """
    for call in sorted(calls, key=lambda one: one.key == running):
        if over <= 0:
            return
        high = frame_height(maker, call)
        shorter = _with_few_marks(maker, call, _FEWEST_LINES)
        over -= high - frame_height(maker, shorter)
        if over > 0:
            high = frame_height(maker, shorter)
            shorter = _with_fewer_rows(maker, shorter, over)
            over -= high - frame_height(maker, shorter)
        if over > 0:
            high = frame_height(maker, shorter)
            shorter = _with_few_marks(maker, shorter, 1)
            over -= high - frame_height(maker, shorter)
        yield shorter


def opened_frame(maker: Maker, call: FrameContent) -> FrameContent:
    """Return the contents of a frame, all of them if the user has opened it."""
    if call.whole is None or call.key not in maker.folds.opened.frames:
        return call
    return replace(call.whole, is_opened=True)


def _is_wanted(maker: Maker, call: FrameContent, row: FrameRow) -> bool:
    """Whether a nearby step binds or uses the name, so that the frame shows it before others."""
    names = maker.folds.names.get(call.key)
    return names is not None and not names.order(str(row.slot.name), maker.step)[1]


def with_few_names(maker: Maker, call: FrameContent) -> FrameContent:
    """Return the contents with few lines of marks if the frame ever has many names."""
    return _with_few_marks(maker, call, maker.lines) if call.key in maker.folds.names else call


def _with_few_marks(maker: Maker, call: FrameContent, lines: int) -> FrameContent:
    """Return a frame's contents with at most so many lines of marks, used ones before others.

    A frame that shows too few keeps all these lines: so nothing moves when it shows others.
    """
    if lines_of_marks(maker, call) <= lines:
        return call
    count = len(call.marks) + call.more_marks
    names = maker.folds.names.get(call.key)
    first = [one.slot for one in call.marks]
    if names is not None:
        first.sort(key=lambda slot: names.order(str(slot.name), maker.step))
    shorter = call
    for most in range(1, len(first)):
        marks = tuple(one for one in call.marks if one.slot in first[:most])
        more = replace(call, marks=marks, more_marks=count - most, mark_lines=0)
        if lines_of_marks(maker, more) > lines:
            break
        shorter = replace(more, mark_lines=lines, whole=call.whole or call)
    return shorter


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
    return replace(call, rows=rows, gaps=dict(_gaps(shown)), whole=call.whole or call)


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
