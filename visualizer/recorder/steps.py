"""Makes a step: scans everything reachable and writes the changes."""

from __future__ import annotations

import gc
import sys
from _thread import _count as other_threads
from _thread import get_ident

from visualizer.recorder import lost, wire
from visualizer.recorder.changes import Tracker
from visualizer.recorder.locks import Locks
from visualizer.recorder.namespaces import Namespaces
from visualizer.recorder.output import Output
from visualizer.recorder.records import Records
from visualizer.recorder.stacks import Stacks
from visualizer.recorder.turns import Turns
from visualizer.recorder.versions import FRAME_HELD, MAY_LEND, RETURN_CONSTANT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

    from visualizer.recorder.changes import Place
    from visualizer.recorder.core.handing import Known
    from visualizer.recorder.files import Files
    from visualizer.recorder.names import Names
    from visualizer.recorder.namespaces import Changed
    from visualizer.recorder.operands import Operands
    from visualizer.recorder.reading import Reader
    from visualizer.recorder.spool import Spool
    from visualizer.recorder.stacks import Walked

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
        self._reader = reader
        self._tracker = Tracker(reader)
        self.stacks = Stacks(names, files, operands)
        self.namespaces = Namespaces(names, self.stacks.variables)
        self._records = Records(spool, names, files, self.stacks)
        self.output = Output(settings, spool)
        self._locks = Locks(self._tracker, self.namespaces.globals, names.number)
        self._tracker.telling.encoder.thread_of = lambda ident: self.stacks.number_of(ident, 0)
        self.stacks.operands.is_known = self._tracker.objects.is_live
        self.turns = Turns()
        spool.before_wait = self.turns.end
        self.under_way = self.interrupted = False

    def step(self, event: int, line: int | None, work: list[Any], frame: FrameType) -> None:
        """Make a step; ``worklist`` holds a returned value or exception, and is emptied."""
        is_jump = event == JUMP
        event = LINE if is_jump else event
        ends = self.output.take()
        if other_threads():
            self.turns.begin()
            lost.first = []
        value = id(work[0]) if work else 0
        unknown = value if work and not _is_tracked(work[0]) else 0
        ident = get_ident()
        numbers: list[int] = []
        texts: list[bytes] = []
        constants: list[object] = []
        stacks, thread = self.stacks, self._thread(ident, numbers)
        stacks.operands.begin()
        names = self.namespaces.read(work, frame)
        self._tracker.frames = walked = (
            stacks.walk_traceback(work[0].__traceback__, work, constants)
            if event == UNCAUGHT
            else stacks.walk(frame, work, constants, line)
        )
        own_count = _getrefcount(frame)
        if event == CALL and walked and walked[-1][4].is_init:
            self._tracker.under_init = walked[-1][6][0] if walked[-1][6] else 0
        del frame
        are_others = thread > 1 or other_threads() or stacks.are_others(thread)
        others = stacks.others(ident, work) if are_others else None
        work += [error for error in (_exception(),) if error is not None]
        # A value pending in the middle of a line has not arrived when the line starts again.
        place = place_of(thread, walked, len(walked) + is_jump)
        self._tracker.step(work, constants, place, numbers, texts)
        if others is not None or stacks.have_locks:
            self._follow_locks((thread, walked, line, event), others or {}, numbers)
        self._tell_names((ident, thread), walked, names, others, numbers)
        self._tell_what_is_handed(event, value, walked, numbers)
        self._records.send((event, thread, *ends), walked, numbers, texts)
        self._spool.count_step()
        if event == RETURN:
            self._frame_returns(walked, thread, (value, unknown), own_count)
        stacks.operands.begin()
        if event in (RETURN, YIELD, FINISH):
            stacks.ended(ident)
        self.under_way = False

    def go_on(self, known: Known) -> None:
        """Continue with a full snapshot where another recorder has made the steps before."""
        self.stacks.go_on(known.codes, known.threads, known.last_frame)
        self._tracker.objects.highest = known.last_object
        self.output = known.output
        for module in known.modules:
            self.namespaces.know(*module)
        self._reader.learn(known.reader)
        self.interrupted = True

    def leave_half_way(self) -> None:
        """After an exception: start again from scratch if the state was modified."""
        self.interrupted = self.interrupted or self.under_way
        self.under_way = False
        self._tracker.frames = ()
        self._reader.weak.clear()

    def _tell_what_is_handed(
        self, event: int, value: int, walked: list[Walked], numbers: list[int]
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
                done = walked[-1][4].instructions[walked[-1][2]] if walked else RETURN_CONSTANT
                if done != RETURN_CONSTANT and not MAY_LEND:
                    numbers += (wire.HELD, 0, serial, 1)
        error = _exception()
        # While a generator yields, it holds the exception that it handles itself.
        if error is not None and event != YIELD:
            numbers += (wire.HELD, 1, self._tracker.objects.serial(id(error)), 1)

    def _thread(self, ident: int, numbers: list[int]) -> int:
        """Return the thread's number, after checking that a step is possible."""
        probe(16)
        self.under_way = True
        thread = self.stacks.current(ident, numbers)
        if self.interrupted:
            self._begin_anew(numbers)
        return thread

    def _tell_names(
        self,
        here: tuple[int, int],
        walked: list[Walked],
        names: Changed,
        others: dict[int, list[Walked]] | None,
        numbers: list[int],
    ) -> None:
        """Append the changes of namespaces and of all threads' stacks."""
        ident, thread = here
        serial, reborn = self._tracker.objects.serial, self._tracker.reborn
        codes = self.stacks.codes
        if codes.pending:
            numbers += codes.pending
            codes.pending = []
        if names or reborn:
            every = {**self.namespaces.globals, **names} if reborn else names
            self.namespaces.send(every, serial, numbers)
        self.stacks.changes(thread, walked, serial, reborn, numbers)
        if others is not None:
            self.stacks.change_others(ident, others, serial, reborn, numbers)

    def _follow_locks(
        self,
        about: tuple[int, list[Walked], int | None, int],
        others: dict[int, list[Walked]],
        numbers: list[int],
    ) -> None:
        """Append changes in holders and waiters of locks."""
        thread, walked, line, event = about
        stacks = self.stacks
        own = (thread, walked, line if event == LINE else None, event == EXCEPTION)
        waits = {stacks.thread(ident): wait for ident, wait in stacks.waits.items()}
        by_thread = {stacks.thread(ident): walked for ident, walked in others.items()}
        waits = {thread: wait for thread, wait in waits.items() if thread in by_thread}
        self._locks.step(own, by_thread, waits, numbers)

    def _frame_returns(
        self, walked: list[Walked], thread: int, values: tuple[int, int], own_count: int
    ) -> None:
        """Have the tracker compute what the end of this frame frees.

        ``values`` are the address of the returned value, and again if the collector does not track
        it, else 0.
        """
        frame, *_, facts, names, addresses = walked[-1]
        operands = self.stacks.operands
        not_held = facts.cells | operands.lent.get(frame, frozenset())
        held = [a for n, a in zip(names, addresses, strict=True) if n not in not_held]
        # The namespace of a module or class body stays alive, in the module or the class.
        lives_on = own_count > FRAME_HELD or facts.plumbing is not None
        caller = place_of(thread, walked[:-1], len(walked) - 1)
        returned, value = values
        lent = returned if operands.lends(returned, frame) else 0
        may_die = operands.knows_lent and not lives_on
        self._tracker.returns.frame_returns(held, caller, (value, lent), may_die)

    def _begin_anew(self, numbers: list[int]) -> None:
        """Forget everything known, and have the session do the same."""
        self._tracker.forget_all()
        self.stacks.forget_all()
        self._locks.forget_all()
        self.namespaces.globals.clear()
        self.interrupted = False
        numbers.append(wire.RESET)


def place_of(thread: int, walked: list[Walked], depth: int) -> Place:
    """Return the position of a thread; ``depth`` is the number of its frames."""
    if not walked:
        return thread, depth, None, 0
    _, _, instruction, _, facts, _, _ = walked[-1]
    return thread, depth, facts, instruction


def probe(depth: int) -> None:
    """Raise ``RecursionError`` now, before any change, if the stack has no room."""
    if depth:
        probe(depth - 1)
