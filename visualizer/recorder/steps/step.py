"""Makes a step: scans everything reachable and writes the changes."""

from __future__ import annotations

import gc
import sys
from _thread import _count as other_threads
from _thread import get_ident

from visualizer.recorder import wire
from visualizer.recorder.events.gil_window import GilWindow
from visualizer.recorder.frames.namespaces import Namespaces
from visualizer.recorder.frames.stacks import Stacks
from visualizer.recorder.locks.holders import Locks
from visualizer.recorder.output import Output
from visualizer.recorder.steps import gc_lookup
from visualizer.recorder.steps.changes import Tracker
from visualizer.recorder.versions import FRAME_HELD, MAY_BORROW, RETURN_CONSTANT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import Any

    from visualizer.recorder.files import Files
    from visualizer.recorder.frames.namespaces import Changed
    from visualizer.recorder.frames.operands import Operands
    from visualizer.recorder.frames.variables import FrameView
    from visualizer.recorder.names import Names
    from visualizer.recorder.objects.reading import Reader
    from visualizer.recorder.spool import Spool
    from visualizer.recorder.steps.changes import Position

CALL, LINE, RETURN, YIELD, RESUME, EXCEPTION, FINISH, UNCAUGHT, JUMP = range(9)
"""The last, a jump back within a line, is recorded as a step of that line."""

_exception = sys.exception
_is_tracked = gc.is_tracked
_getrefcount = sys.getrefcount


class Steps:
    """Makes steps.

    ``in_step`` is true while a step modifies the known state: an exception then leaves it
    inconsistent, and ``interrupted`` must be set.
    """

    def __init__(
        self,
        settings: dict[str, Any],
        spool: Spool,
        names: Names,
        files: Files,
        reader: Reader,
        *,
        operands: Operands,
    ) -> None:
        self._spool = spool
        self._names = names
        self._files = files
        self._reader = reader
        self._tracker = Tracker(reader)
        self.stacks = Stacks(names, files, operands)
        self.namespaces = Namespaces(self.stacks.variables)
        self.output = Output(settings, spool)
        self._locks = Locks(self._tracker, self.namespaces.globals, names.number)
        self._tracker.reporter.encoder.thread_of = lambda ident: self.stacks.number_of(ident, 0)
        self.stacks.operands.is_known = self._tracker.objects.is_live
        self.gil_window = GilWindow()
        spool.before_wait = self.gil_window.close
        self.in_step = self.interrupted = False

    def step(self, event: int, line: int | None, worklist: list[Any], frame: FrameType) -> None:
        """Make a step; ``worklist`` holds a returned value or exception, and is emptied."""
        is_jump = event == JUMP
        event = LINE if is_jump else event
        ends = self.output.measure()
        if other_threads():
            self.gil_window.open()
            gc_lookup.first_own = []
        value = id(worklist[0]) if worklist else 0
        unknown = value if worklist and not _is_tracked(worklist[0]) else 0
        ident = get_ident()
        numbers: list[int] = []
        texts: list[bytes] = []
        constants: list[object] = []
        stacks, thread = self.stacks, self._thread(ident, numbers)
        stacks.operands.begin()
        names = self.namespaces.read(worklist, frame)
        self._tracker.frames = views = (
            stacks.walk_traceback(worklist[0].__traceback__, worklist, constants)
            if event == UNCAUGHT
            else stacks.walk(frame, worklist, constants, line)
        )
        self.namespaces.prefer_running(views, names)
        own_count = _getrefcount(frame)
        if event == CALL and views and views[-1].info.is_init:
            self._tracker.init_self = views[-1].addresses[0] if views[-1].addresses else 0
        del frame
        are_others = thread > 1 or other_threads() or stacks.are_others(thread)
        others = stacks.others(ident, worklist) if are_others else None
        worklist += [error for error in (_exception(),) if error is not None]
        # A value pending in the middle of a line has not arrived when the line starts again.
        position = position_of(thread, views, len(views) + is_jump)
        self._tracker.step(worklist, constants, position, numbers, texts)
        if others is not None or stacks.have_locks:
            self._follow_locks((thread, views, line, event), others or {}, numbers)
        self._report_names((ident, thread), views, names, others, numbers)
        self._report_held(event, value, views, numbers)
        self._send((event, thread, *ends), views, numbers, texts)
        self._spool.count_step()
        if event == RETURN and views:
            self._on_frame_return(views, thread, (value, unknown), own_count)
        stacks.operands.begin()
        ends_frame = event in (RETURN, YIELD, FINISH)
        if ends_frame:
            stacks.ended(ident)
        # After an uncaught exception, ``views`` are frames that have all ended.
        depth = 0 if event == UNCAUGHT else len(views) - ends_frame
        self._tracker.pending_garbage.stood = thread, depth
        self.in_step = False

    def abort(self) -> None:
        """After an exception, have the next step reset everything if the state was modified."""
        self.interrupted = self.interrupted or self.in_step
        self.in_step = False
        self._tracker.frames = ()
        self._reader.weak.clear()

    def _report_held(
        self, event: int, value: int, views: list[FrameView], numbers: list[int]
    ) -> None:
        """Append the returned, yielded or raised object, and the exception being handled."""
        if value:
            serial = self._tracker.objects.serial(value)
            if event in (EXCEPTION, UNCAUGHT):
                numbers += (wire.EXCEPTION, serial, wire.HELD, 1, serial, 1)
            else:
                numbers += (wire.VALUE, serial)
                # A constant is not on the stack; from 3.14 on every counted operand is sent
                # already.
                done = (
                    views[-1].info.instructions[views[-1].instruction] if views else RETURN_CONSTANT
                )
                if done != RETURN_CONSTANT and not MAY_BORROW:
                    numbers += (wire.HELD, 0, serial, 1)
        error = _exception()
        # While a generator yields, it holds the exception that it handles itself.
        if error is not None and event != YIELD:
            numbers += (wire.HELD, 1, self._tracker.objects.serial(id(error)), 1)

    def _thread(self, ident: int, numbers: list[int]) -> int:
        """Return the thread's number, after checking that a step is possible."""
        probe(16)
        self.in_step = True
        thread = self.stacks.current(ident, numbers)
        if self.interrupted:
            self._reset(numbers)
        return thread

    def _report_names(
        self,
        here: tuple[int, int],
        views: list[FrameView],
        names: Changed,
        others: dict[int, list[FrameView]] | None,
        numbers: list[int],
    ) -> None:
        """Append the changes of namespaces and of all threads' stacks."""
        ident, thread = here
        serial, reused = self._tracker.objects.serial, self._tracker.reused
        codes = self.stacks.codes
        if codes.pending:
            numbers += codes.pending
            codes.pending = []
        if names or reused:
            every = {**self.namespaces.globals, **names} if reused else names
            self.namespaces.send(every, serial, numbers)
        self.stacks.changes(thread, views, serial, reused, numbers)
        if others is not None:
            self.stacks.change_others(ident, others, serial, reused, numbers)

    def _follow_locks(
        self,
        about: tuple[int, list[FrameView], int | None, int],
        others: dict[int, list[FrameView]],
        numbers: list[int],
    ) -> None:
        """Append changes in holders and waiters of locks."""
        thread, views, line, event = about
        stacks = self.stacks
        own = (thread, views, line if event == LINE else None, event == EXCEPTION)
        waits = {stacks.thread(ident): wait for ident, wait in stacks.waits.items()}
        by_thread = {stacks.thread(ident): views for ident, views in others.items()}
        waits = {thread: wait for thread, wait in waits.items() if thread in by_thread}
        self._locks.step(own, by_thread, waits, numbers)

    def _send(
        self, step: Sequence[int], views: list[FrameView], numbers: list[int], texts: list[bytes]
    ) -> None:
        """Send the record of a step.

        ``step`` is the event, the thread, and the lengths of both output streams. ``views`` are the
        thread's frames: the innermost has the position. ``numbers`` and ``texts`` are the changes,
        in the order that ``wire`` requires.
        """
        names, files, stacks = self._names, self._files, self.stacks
        file = function = names.number("")
        line = 0
        if views:
            line = views[-1].line
            file, function = views[-1].info.file, views[-1].info.function
        before, before_texts = [*names.pending], [*names.pending_texts]
        files.add_sources(before, before_texts)
        head = [wire.STEP, *step[:2], file, line, function, *step[2:]]
        reset = numbers[:1] if numbers[:1] == [wire.RESET] else []
        whole = before + head + reset + stacks.pending + numbers[len(reset) :]
        self._spool.write(wire.pack(whole, before_texts + texts))
        # An exception in between (a signal, no memory) must not cause these to be sent twice or
        # never. A call is the only point where one can occur, so there is none before this.
        names.pending, names.pending_texts, files.pending, stacks.pending = [], [], [], []

    def _on_frame_return(
        self, views: list[FrameView], thread: int, values: tuple[int, int], own_count: int
    ) -> None:
        """Have the tracker compute what the end of this frame frees.

        ``values`` are the address of the returned value, and the same address if the collector does
        not track it, else 0.
        """
        view = views[-1]
        frame, info = view.address, view.info
        operands = self.stacks.operands
        not_held = info.cells | operands.borrowed.get(frame, frozenset())
        held = [a for n, a in zip(view.names, view.addresses, strict=True) if n not in not_held]
        # The namespace of a module or class body stays alive, in the module or the class.
        lives_on = own_count > FRAME_HELD or info.implicit_names is not None
        caller = position_of(thread, views[:-1], len(views) - 1)
        returned, value = values
        borrowed = returned if operands.is_borrowed(returned, frame) else 0
        may_die = operands.knows_borrowed and not lives_on
        self._tracker.returns.on_frame_return(held, caller, (value, borrowed), may_die)

    def _reset(self, numbers: list[int]) -> None:
        """Forget everything known, and have the session do the same."""
        self._tracker.forget_all()
        self.stacks.forget_all()
        self._locks.forget_all()
        self.namespaces.forget()
        self.interrupted = False
        numbers.append(wire.RESET)


def position_of(thread: int, views: list[FrameView], depth: int) -> Position:
    """Return the position of a thread; ``depth`` is the number of its frames."""
    if not views:
        return thread, depth, None, 0
    return thread, depth, views[-1].info, views[-1].instruction


def probe(depth: int) -> None:
    """Raise ``RecursionError`` now, before any change, if the stack has no room."""
    if depth:
        probe(depth - 1)
