"""The column of frames of a step, some folded to a line or left out."""

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from visualizer.layout.analysis.facts import Level
from visualizer.layout.analysis.plain import may_be_plain
from visualizer.layout.blocks.block import Block, Ink
from visualizer.layout.blocks.frames import (
    BESIDE_NAMES,
    MAX_TEXT,
    FrameContent,
    FrameRow,
    folded_content,
    frame,
    frame_content,
    frame_height,
    name_column,
    natural_width,
    row_of,
)
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import FOLDED, PAD, ROW
from visualizer.layout.composing.folded_frames import folded, folded_width
from visualizer.layout.composing.regions import SWITCH, region_of
from visualizer.layout.composing.tall_frames import (
    GAP,
    cards_of,
    opened_frame,
    shorten_frames,
    with_few_names,
)
from visualizer.layout.composing.waits import notes_of_thread, room_of_notes, thread_line
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Rect, RegionKind, Slot
from visualizer.layout.sheet import BoxKind, Placed
from visualizer.layout.visibility import VisibleFrame, visible_frames
from visualizer.model import FrameKind, State

FOLDED_GAP = 3
_MORE = 18
_THREAD = 20
"""The height of the line with the name of a thread."""
_MAX_NOTES = 240.0
"""The notes about a thread widen the column up to this width."""
_MAX_FOLDED_SHARE = 0.6
"""The share of the canvas for folded frames; above it, middle frames are left out in eights."""
_BY, _FIRST = 8, 3
MIN_WIDTH, MAX_SHARE = 150, 0.3
"""The limits of the column's width: in pixels, and as a share of the canvas."""
_NAMES_SHARE = 0.36
"""The column's maximum share for unshortened long names and values of folded frames."""
_ALONE_SHARE = 0.7
"""The column's maximum share if no name refers to an object outside it."""


@dataclass(frozen=True, slots=True)
class Column:
    """The frames of a step, and which of them are folded to a line or left out."""

    calls: tuple[FrameContent, ...]
    threads: tuple[str, ...]
    """For each call, the name of its thread if the thread's calls begin there, else empty."""
    notes: tuple[tuple[Text, ...], ...]
    """For each call with a name in ``threads``, the notes about its locks and its wait."""
    is_folded: tuple[bool, ...]
    left_out: frozenset[int]
    skipped: int
    """The number of further frames that are left out and not listed here."""
    running: Key | None
    needed: float
    """The height that the frames get while none of them ends or is called."""

    @property
    def weight(self) -> tuple[int, int, int]:
        """Frames, rows and marks that are not folded: they determine the height."""
        whole = [call for call, folds in zip(self.calls, self.is_folded, strict=True) if not folds]
        rows = sum(len(call.rows) + len(call.gaps) for call in whole)
        return len(self.calls), rows, sum(len(call.marks) for call in whole)

    @property
    def targets(self) -> list[int]:
        """The objects, other than those written in rows, to which unfolded frames refer."""
        return [row.target for row in self._rows(are_folded=False) if not row.is_always_text]

    @property
    def folded_targets(self) -> list[int]:
        """The objects to which folded frames refer."""
        return [row.target for row in self._rows(are_folded=True)]

    def _rows(self, *, are_folded: bool) -> Iterator[FrameRow]:
        for call, is_folded in zip(self.calls, self.is_folded, strict=True):
            if is_folded is are_folded:
                yield from call.rows


class _Made(NamedTuple):
    """The contents of a frame, and the height of a frame that shows all rows.

    ``at_lines`` has the contents at lines of the code, with what else depends on the step.
    """

    call: FrameContent
    height: float
    at_lines: dict[Hashable, FrameContent]


def _made_of(maker: Maker, visible: VisibleFrame) -> _Made:
    call = frame_content(maker, visible.key, visible.frame.function, 0, visible.names)
    events = tuple(
        _event(maker, name, serial) for name, serial in visible.results if serial is not None
    )
    pending = _pending(maker, visible)
    if events or pending:
        call = replace(call, rows=(*call.rows, *pending, *events))
    return _Made(call, frame_height(maker, with_few_names(maker, call)), {})


def _pending(maker: Maker, visible: VisibleFrame) -> Iterable[FrameRow]:
    """Return the rows of pending objects: one row for all items of an unfinished container.

    A function or class has a row only if it has a card.
    """
    rows: dict[Slot, FrameRow] = {}
    for place, serial in enumerate(visible.pending):
        if may_be_plain(maker.heap[serial]) and serial not in maker.facts.holding:
            continue
        label: Text = phrase("pending")
        slot, target = Slot("pending", place), serial
        unfinished = maker.facts.unfinished.get(serial)
        if unfinished is not None and unfinished.whole.serial in maker.heap:
            label, target = unfinished.label, unfinished.whole.serial
            slot = Slot("unfinished", target)
        rows[slot] = row_of(maker, label, slot, target, is_event=True)
    return rows.values()


def _event(maker: Maker, name: str, serial: int) -> FrameRow:
    target = maker.values.reached(serial)
    return row_of(maker, phrase(name), Slot("event", name), target, is_event=True)


class _Contents:
    """The contents of a step's frames and their heights, each made once."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self._made: dict[Key, _Made] = {}

    def of(self, visible: VisibleFrame) -> FrameContent:
        """Return the contents of a frame's block."""
        made = self._made.get(visible.key)
        if made is None:
            if visible.pending:
                visible = visible._replace(pending=self._waiting(visible.pending))
            key, frame, rows, results = visible[:4]
            results = tuple((self._word(name, serial), serial) for name, serial in results)
            asked = ("content", key, frame.function, rows, results, visible.pending)
            make = partial(_made_of, visible=visible._replace(results=results))
            made = self.maker.kept(asked, None, make)
            if made.call.marks:
                limits = self.maker.names, self.maker.lines, self.maker.column
                made = self.maker.kept((*asked, *limits), None, make)
            names = self.maker.folds.names.get(key) if made.call.marks else None
            first = names.first(self.maker.step) if names is not None else None
            now = frame.line, self.maker.facts.recursive.get(frame.routine), visible.is_kept, first
            call = made.at_lines.get(now)
            if call is None:
                line, differing, is_kept, _ = now
                owner = self.maker.facts.source.owner(frame)
                call = replace(
                    made.call, line=line, differing=differing, has_ended=is_kept, owner=owner
                )
                call = made.at_lines[now] = with_few_names(self.maker, call)
            made = self._made[key] = made._replace(call=call)
        return made.call

    def _word(self, name: str, serial: int | None) -> str:
        if name != "raised" or serial is None:
            return name
        return "passing" if self.maker.facts.passes(serial, self.maker.step) else name

    def _waiting(self, pending: tuple[int, ...]) -> tuple[int, ...]:
        """Return the pending objects without those that a block keeps."""
        step, since = self.maker.step, self.maker.facts.of_blocks
        return tuple(one for one in pending if since.get(one, step + 1) > step)

    def height(self, call: FrameContent) -> float:
        """Return the height of a frame that shows all of its rows."""
        return self._made[call.key].height


def column_of(maker: Maker, state: State, height: float) -> Column:
    """Return the frames of a step; ``height`` is that of the canvas."""
    # The skipped frames of a deep stack lie between those that ``_left_out`` keeps.
    inner = int(height / (FOLDED + FOLDED_GAP)) + _BY
    frames = maker.known.of_step(
        maker.step, inner, lambda: [*visible_frames(state, _FIRST + 1, inner)]
    )
    contents = _Contents(maker)
    is_folded, needed = _folded(contents, frames, height)
    skipped = sum(one.skipped for one in frames)
    threads = tuple(_thread_names(frames, state))
    left_out = _left_out(is_folded, threads, height, skipped)
    calls = tuple(
        contents.of(one)
        if place not in left_out
        else FrameContent(one.key, one.frame.function, 0, ())
        for place, one in enumerate(frames)
    )
    running = next((one.key for one in frames if one.running), None)
    lines = sum(folds and place not in left_out for place, folds in enumerate(is_folded))
    names = sum(bool(name) and place not in left_out for place, name in enumerate(threads))
    room = height - lines * (FOLDED + FOLDED_GAP) - names * _THREAD
    whole = [call for call, folds in zip(calls, is_folded, strict=True) if not folds]
    over = sum(contents.height(call) + GAP for call in whole) - GAP - room
    shorter = {call.key: call for call in shorten_frames(maker, whole, running, over)}
    calls = tuple(opened_frame(maker, shorter.get(call.key, call)) for call in calls)
    notes = tuple(_notes(maker, frames, threads, state))
    return Column(calls, threads, notes, is_folded, left_out, skipped, running, needed)


def _notes(
    maker: Maker, frames: Sequence[VisibleFrame], threads: Sequence[str], state: State
) -> Iterator[tuple[Text, ...]]:
    innermost = {one.thread: one for one in frames if not one.is_kept}
    for one, name in zip(frames, threads, strict=True):
        has_any = name and state.locks
        yield notes_of_thread(maker, state, innermost[one.thread]) if has_any else ()


def _thread_names(frames: Sequence[VisibleFrame], state: State) -> Iterator[str]:
    before = None
    for one in frames:
        is_first = one.thread != before and len(state.thread_names) > 1
        before = one.thread
        yield state.thread_names.get(one.thread, "") if is_first else ""


def stack(
    maker: Maker, column: Column, width: float, *, has_lines: bool = True
) -> tuple[Placed, ...]:
    """Lay out the frames of a step, one below the other.

    Without ``has_lines``, folded frames are empty: no arrow starts there, and planning needs only
    the places of the others.
    """
    boxes: list[Placed] = []
    first_left_out = min(column.left_out, default=-1)
    y = 0.0
    has_regions = maker.facts.level is Level.REGIONS
    region: RegionKind | None = None
    thread = ""
    notes: tuple[Text, ...] = ()
    for place, call in enumerate(column.calls):
        before, region = region, region_of(call.key)
        if has_regions and before not in (None, region):
            y += SWITCH
        if column.threads[place]:
            thread, notes = column.threads[place], column.notes[place]
        if thread and place not in column.left_out:
            boxes.append(thread_line(maker, thread, notes, call.key, Rect(0, y, width, _THREAD)))
            y += _THREAD
            thread = ""
        if place in column.left_out:
            if place == first_left_out:
                boxes.append(_more(len(column.left_out) + column.skipped, width, y))
                y += _MORE + 2
        elif column.is_folded[place]:
            line = _line(maker, call, width) if has_lines else Block(width, FOLDED)
            boxes.append(Placed(call.key, BoxKind.FRAME, 0, y, line, True))
            y += line.height + FOLDED_GAP
        else:
            is_running = call.key == column.running
            block = maker.kept(
                ("frame", call.key, call.line, width, maker.names, is_running),
                call,
                partial(frame, call=call, width=width, is_running=is_running),
            )
            boxes.append(Placed(call.key, BoxKind.FRAME, 0, y, block))
            y += block.height + GAP
    return tuple(boxes)


def _line(maker: Maker, call: FrameContent, width: float) -> Block:
    content = folded_content(call)
    make = partial(folded, call=content, width=width)
    return maker.kept(("line", call.key, width, maker.names), content, make)


def _folded(
    contents: _Contents, frames: Sequence[VisibleFrame], height: float
) -> tuple[tuple[bool, ...], float]:
    """Return which frames are folded so that the others fit, and the height of all.

    Callers are folded before other threads' frames, those with the fewest cards first, then the
    outermost. Of a recursive function all calls but the innermost are folded, even before it is
    called again, and a caller that lacks room during much of a call is folded during all of it: so
    few frames move.
    """
    innermost = {one.thread: one.key for one in frames if not one.is_kept}.values()
    running = next((one.thread for one in frames if one.running), None)
    calls = [one for one in frames[1:] if one.frame.kind is not FrameKind.MODULE]
    callers = [one for one in calls if one.key not in innermost]
    others = [one for one in calls if one.key in innermost and running not in (None, one.thread)]
    last = {(one.thread, one.frame.routine): one.key for one in calls}
    folded_keys = {one.key for one in calls if last[one.thread, one.frame.routine] != one.key}
    maker = contents.maker
    inner_calls = {
        call
        for call in (one.frame.serial for one in calls)
        if call in maker.facts.recurring or maker.folds.is_pressing(call, maker.step)
    }
    folded_keys |= {
        one.key
        for one, inner in pairwise(calls)
        if one.thread == inner.thread and not inner.is_kept and inner.frame.serial in inner_calls
    }
    needed = _needed(contents, frames, folded_keys)
    if needed > height:
        owned = cards_of(maker, [contents.of(one) for one in frames])
        callers.sort(key=lambda one: owned[one.key])
    for one in (*callers, *others):
        if needed <= height:
            break
        folded_keys.add(one.key)
        needed = _needed(contents, frames, folded_keys)
    return tuple(one.key in folded_keys for one in frames), needed


def _needed(contents: _Contents, frames: Sequence[VisibleFrame], folded_keys: Set[Key]) -> float:
    """Return the height of frames, some of them folded.

    Each frame counts with the rows that its call gets later, its result included: so no frame is
    folded only for the steps with these rows.
    """
    threads = {one.thread for one in frames}
    high = most = _THREAD * len(threads) if len(threads) > 1 else 0.0
    counts = contents.maker.folds.counts
    for one in frames:
        later = 0
        if one.key in folded_keys:
            high += FOLDED + FOLDED_GAP
        else:
            high += contents.height(contents.of(one)) + GAP
            if one.frame.kind is not FrameKind.MODULE:
                later = max(0, counts.get(one.key, 0) - len(one.names)) + (not one.results)
        most = max(most, high + ROW * later)
    return most - GAP


def _left_out(
    is_folded: Sequence[bool], threads: Sequence[str], height: float, skipped: int
) -> frozenset[int]:
    places = [place for place, folds in enumerate(is_folded) if folds]
    names = sum(bool(threads[place]) for place in places)
    high = FOLDED + FOLDED_GAP + _THREAD * names / max(len(places), 1)
    room = int(height * _MAX_FOLDED_SHARE / high)
    if len(places) + skipped <= room:
        return frozenset()
    count = _BY * math.ceil((len(places) + skipped - room) / _BY) - skipped
    return frozenset(places[_FIRST : _FIRST + count])


def _more(count: int, width: float, y: float) -> Placed:
    block = Block(width, _MORE)
    block.write(phrase("more-frames", n=count), Ink.NOTE, Rect(PAD, 0, width - PAD, _MORE))
    return Placed(Key("calls", "more"), BoxKind.GROUP, 0, y, block, True)


class WantedWidth(NamedTuple):
    """The preferred width of the column of frames, of the names in it, and of folded frames.

    ``is_alone`` is true if no name refers to an object beside the column; ``roomy`` is the
    preferred width then.
    """

    whole: float = 0.0
    names: float = 0.0
    folded: float = 0.0
    roomy: float = 0.0
    is_alone: bool = True

    @property
    def most(self) -> float:
        """The width that the column has if there is room for it."""
        return self.roomy if self.is_alone else self.whole

    def widened(self, other: "WantedWidth") -> "WantedWidth":
        """Return a width that is enough for both."""
        whole, names, folded, roomy = map(max, self[:4], other[:4])
        return WantedWidth(whole, names, folded, roomy, self.is_alone and other.is_alone)


def wanted_width(maker: Maker, column: Column, letters: int) -> WantedWidth:
    """Return the preferred width of the column at a step, with names of at most ``letters``."""
    widest, names, lines, roomy = 0.0, 0.0, 0.0, 0.0
    maker = replace(maker, names=letters)
    for thread, notes in zip(column.threads, column.notes, strict=True):
        if thread:
            room = maker.width(thread, Ink.NOTE) + 3 * PAD + room_of_notes(maker, notes)
            widest = max(widest, min(room, _MAX_NOTES))
    ends = column.calls[:1] + column.calls[-_BY:]
    for call in ends:
        widest = max(widest, natural_width(maker, call))
        roomy = max(roomy, natural_width(maker, call, MAX_TEXT))
        names = max(names, name_column(maker, call.rows))
        if call.differing is not None:
            line = folded_content(call)
            lines = max(lines, folded_width(maker, line))
            roomy = max(roomy, folded_width(maker, line, MAX_TEXT))
    is_alone = all(row.is_text for call in column.calls for row in call.rows)
    whole = max(widest, lines)
    return WantedWidth(whole, names, lines, max(whole, roomy), is_alone)


def column_width(
    wanted: Mapping[int, WantedWidth], canvas: float, unscaled: float
) -> tuple[float, int]:
    """Return the width of the column for the whole recording, and the letters of its names.

    ``wanted`` maps numbers of letters, the highest first, to the widths with them. ``canvas`` is
    the width of the canvas at the picture's scale, ``unscaled`` that at 100 %: values of folded
    frames that are shown there are also shown at larger scales.
    """
    most = _NAMES_SHARE * canvas - BESIDE_NAMES
    letters = next((one for one, width in wanted.items() if width.names <= most), min(wanted))
    whole, names, lines, _, is_alone = wanted[letters]
    least = max(min(names, most) + BESIDE_NAMES, min(lines, _NAMES_SHARE * unscaled))
    share = _ALONE_SHARE if is_alone else MAX_SHARE
    return min(whole, max(MIN_WIDTH, share * canvas, least)), letters
