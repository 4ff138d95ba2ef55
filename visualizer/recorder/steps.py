"""One step: everything that can be reached is looked at, and what changed is written."""

from __future__ import annotations

import gc
import sys
from _thread import _count as other_threads
from _thread import get_ident

from visualizer.recorder import lost, wire
from visualizer.recorder.ballast import Ballast
from visualizer.recorder.changes import Tracker
from visualizer.recorder.core.loading import load
from visualizer.recorder.core.quick import Quick
from visualizer.recorder.heads import hold
from visualizer.recorder.locks import Locks
from visualizer.recorder.namespaces import Namespaces
from visualizer.recorder.output import Output
from visualizer.recorder.records import Records
from visualizer.recorder.simple import SimpleSteps
from visualizer.recorder.stacks import Stacks
from visualizer.recorder.turns import Turns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from visualizer.recorder.builtin_types import FrameType
    from visualizer.recorder.changes import Place
    from visualizer.recorder.code_facts import CodeFacts
    from visualizer.recorder.files import Files
    from visualizer.recorder.names import Names
    from visualizer.recorder.namespaces import Changed
    from visualizer.recorder.reading import Reader
    from visualizer.recorder.simple import Simple
    from visualizer.recorder.spool import Spool
    from visualizer.recorder.stacks import Known, Walked

CALL, LINE, RETURN, YIELD, RESUME, EXCEPTION, FINISH, UNCAUGHT = range(8)
MOST_FRAMES_WITHOUT_PROBE = 100
NOTHING: Simple = ((), ())
"""What a line would load and bind: from a call to the first line of the function none is run."""
FRAME_HELD = 3
"""How often a frame that nobody else holds is held while it is counted in ``Steps.step``."""

_exception = sys.exception
_get_count = gc.get_count
_is_tracked = gc.is_tracked
_getrefcount = sys.getrefcount


class Steps:
    """Makes them. ``after`` is what is known when the line before was a simple one, else None.

    ``quick`` makes those after simple lines in C, where there is a core.

    ``under_way`` is true while a step changes what is known: an exception then leaves it half-way,
    and ``interrupted`` is to be set.
    """

    def __init__(
        self, settings: dict[str, Any], spool: Spool, names: Names, files: Files, reader: Reader
    ) -> None:
        self._spool = spool
        self._tracker = Tracker(reader)
        self.stacks = Stacks(names, files)
        self.namespaces = Namespaces(names, self.stacks.variables)
        self._records = Records(spool, names, files, self.stacks)
        self._tracker.telling.send_part = self._records.part
        self._simple = SimpleSteps(names, self._tracker, reader.scalars())
        self._output = Output(settings, spool)
        self._locks = Locks(self._tracker, self.namespaces.globals, names.number)
        self._tracker.telling.encoder.thread_of = lambda ident: self.stacks.number_of(ident, 0)
        self.stacks.operands.is_known = self._tracker.objects.live_slot
        self.turns = Turns()
        spool.before_wait = self.turns.end
        self.ballast = Ballast()
        self._reader = reader
        native = load() if settings["recorder"] != "python" else None
        self.quick = None if native is None else Quick(native, self._tracker, spool, self.stacks)
        self._tracker.core = native
        self._armed = (0, 0)
        self._lasting = self._checked = 0
        self._loud = True
        self.after: tuple[CodeFacts, Known, Simple, int, int] | None = None
        self.under_way = self.interrupted = False

    def simple_step(self, line: int, frame: FrameType) -> bool:
        """The step after a line that can only have bound names to scalars; False: look at all."""
        after = self.after
        if after is None or other_threads():
            return False
        facts, known, simple, thread, depth = after
        if depth > MOST_FRAMES_WITHOUT_PROBE:
            probe(16)
        numbers: list[int] = []
        texts: list[bytes] = []
        self.under_way = True
        if not self._simple.take(frame, (known, thread, depth), simple, numbers, texts):
            self.under_way = False
            return False
        if facts.kind == 0:
            self.namespaces.globals[facts.file] = (known.names, known.addresses)
        if known.line != line:
            known.line = line
            numbers += (wire.LINE, thread, depth, line)
        known.instruction = frame.f_lasti
        known.bare = -1
        head = [wire.STEP, LINE, thread, facts.file, line, facts.function, *self._output.ends]
        self._spool.write_step(wire.pack(head + numbers, texts), self._tracker.objects.bytes)
        self._note_what_follows(facts, known, thread, depth, line)
        self.under_way = False
        self._arm((facts, known, thread, depth))
        return True

    def _arm(
        self, innermost: tuple[CodeFacts, Known, int, int], *, has_begun: bool = False
    ) -> None:
        """Have the part in C, where there is one, make the next step in this frame."""
        facts, known, thread, depth = innermost
        if self.quick is not None:
            self._armed = thread, depth
            if not self.quick.knows(facts):
                young = _get_count()[0]
                self.quick.know(facts, known)
                self.ballast.settle(young)
            is_range_replaced = bool(facts.loops) and self._is_range_replaced()
            standing = depth, ((facts, known),), has_begun
            self.quick.arm(thread, standing, self._output.ends, is_range_replaced=is_range_replaced)

    def _is_range_replaced(self) -> bool:
        return self.namespaces.replace_builtin("range", range)

    def settle(self) -> object:
        """Take over what was done in C, now that another event has come: what ``hold`` gave then.

        None where nothing was done; from here on the core is at rest.
        """
        if self.quick is None or not self.quick.has_steps():
            return None
        heads = hold()
        self.under_way = True
        thread, first = self._armed
        stacks = self.stacks
        young, lasting = _get_count()[0], stacks.lasting()
        made, has_returned = self.quick.settle(thread, first)
        if stacks.lasting() == lasting:
            self.ballast.made(made)
        else:
            self.ballast.settle(young)
        known = stacks.known(thread)
        for own in known[first:]:
            facts = stacks.facts_of(own)
            if facts.kind == 0:
                self.namespaces.globals[facts.file] = (own.names, own.addresses)
        self.after, self._loud = None, True
        if not has_returned:
            own = known[-1]
            facts = stacks.facts_of(own)
            self._note_what_follows(facts, own, thread, len(known) - 1, own.line)
        self.under_way = False
        return heads

    def _expect(
        self,
        event: int,
        line: int | None,
        walked: list[Walked],
        innermost: tuple[Known | None, int],
    ) -> None:
        """Remember what can be said of the next step, where that is a line of the same frame.

        From the call of a function to its first line nothing happens: the arguments are bound, its
        cells are made (``MAKE_CELL`` and ``COPY_FREE_VARS`` come before ``RESUME``), and nothing is
        on its way that would arrive in the meantime.
        """
        known, thread = innermost
        if known is None:
            return
        facts, depth = walked[-1][4], len(walked) - 1
        # Of one that does something to locks it must be known at which line it is.
        is_plain = facts.kind == 1 and facts.sites is None
        if event == LINE and line is not None:
            self._note_what_follows(facts, known, thread, depth, line)
        elif event == CALL and is_plain and self._tracker.is_at_rest():
            self.after = (facts, known, NOTHING, thread, depth)

    def _note_what_follows(
        self, facts: CodeFacts, known: Known, thread: int, depth: int, line: int
    ) -> None:
        """Remember whether the line that runs now is a simple one."""
        simple = facts.simple.get(line)
        if simple is None and facts.loops:
            simple = facts.loops.get(known.instruction)
            if simple is not None and self._is_range_replaced():
                simple = None
        self.after = None if simple is None else (facts, known, simple, thread, depth)
        self._loud = line in facts.loud

    def step(
        self,
        event: int,
        line: int | None,
        work: list[Any],
        frame: FrameType,
        *,
        is_init: bool,
        is_jump: bool,
    ) -> None:
        """Look at everything; ``work`` holds what is handed out or raised, and is emptied."""
        young = _get_count()[0]
        ends = self._output.take() if self._loud or event != LINE else self._output.ends
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
        known = stacks.known(thread)
        stacks.operands.begin()
        names = self.namespaces.read(work, frame)
        self._tracker.frames = walked = (
            stacks.walk_traceback(work[0].__traceback__, work, constants)
            if event == UNCAUGHT
            else stacks.walk(frame, work, constants, known, line)
        )
        own_count = _getrefcount(frame)
        if is_init:
            self._tracker.under_init = self._first_local(walked)
        del frame
        are_others = thread > 1 or other_threads() or stacks.are_others(thread)
        others = stacks.others(ident, work) if are_others else None
        work += [error for error in (_exception(),) if error is not None]
        # What waits in the middle of a line has not arrived when the line begins again.
        place = place_of(thread, walked, len(walked) + is_jump)
        self._records.begin(event, thread, ends, walked)
        self._tracker.step(work, constants, place, numbers, texts)
        if others is not None or stacks.have_locks:
            self._follow_locks((thread, walked, line, event), others or {}, numbers)
        self._tell_names((ident, thread), walked, names, others, numbers)
        self._tracker.walkers.note(stacks.operands.loops)
        stacks.operands.begin()
        self._tell_what_is_handed(event, value, walked, numbers)
        self.after, self._loud = None, True
        innermost = None if others is not None or not known or not walked else known[-1]
        self._expect(event, line, walked, (innermost, thread))
        self._report_check()
        self._records.end(numbers, texts, self._tracker.objects.bytes)
        if event == RETURN:
            self._frame_returns(walked, thread, unknown, own_count)
        self._settle(young)
        if event != LINE:
            self._weigh_frame(event, thread, own_count)
        if event in (RETURN, YIELD, FINISH):
            stacks.ended(ident)
        self.under_way = False
        if innermost is not None and (event == LINE or self.after is not None):
            where = walked[-1][4], innermost, thread, len(walked) - 1
            self._arm(where, has_begun=event == CALL)

    def _report_check(self) -> None:
        """Tell what the self-check has come to, where that is more than was told."""
        check = self._tracker.self_check
        if check.read != self._checked:
            self._checked = check.read
            self._spool.tell_check(check.read, check.mended)
            if check.must_begin_anew:
                check.must_begin_anew = False
                self.interrupted = True

    def _settle(self, young: int) -> None:
        """What the recorder has made for good in this step is no news to the collector."""
        lasting = len(self._reader.plans) + self.stacks.lasting() + self._tracker.objects.grown
        if lasting != self._lasting:
            self._lasting = lasting
            self.ballast.settle(young)

    def _weigh_frame(self, event: int, thread: int, own_count: int) -> None:
        """A frame became an object only because we look at it, until an exception passes it."""
        known = self.stacks.known(thread)
        if event == CALL:
            self.ballast.made(1)
        elif known and not known[-1].is_object:
            if event == EXCEPTION:
                known[-1].is_object = True
                self.ballast.goes(1)
            elif event == RETURN and own_count <= FRAME_HELD:
                self.ballast.goes(1)

    def leave_half_way(self) -> None:
        """An exception has come in between: if anything was changed already, begin anew."""
        self.interrupted = self.interrupted or self.under_way
        self.under_way = False
        self.after = None
        self._tracker.frames = ()

    def _tell_what_is_handed(
        self, event: int, value: int, walked: list[Walked], numbers: list[int]
    ) -> None:
        """Append what is returned, yielded or raised, and the exception being handled."""
        if value:
            serial = self._tracker.objects.serial(value)
            if event in (EXCEPTION, UNCAUGHT):
                numbers += (wire.EXCEPTION, serial, wire.HELD, 1, serial, 1)
            else:
                numbers += (wire.VALUE, serial)
                if walked and not walked[-1][4].returns_constant(walked[-1][2]):
                    numbers += (wire.HELD, 0, serial, 1)
        error = _exception()
        # While a generator yields, what it handles is its own to hold.
        if error is not None and event != YIELD:
            numbers += (wire.HELD, 1, self._tracker.objects.serial(id(error)), 1)

    def _thread(self, ident: int, numbers: list[int]) -> int:
        """The number of the thread, once it is sure that a step of it can be made."""
        if self.stacks.depth(ident) > MOST_FRAMES_WITHOUT_PROBE:
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
        """Append what changed in the namespaces and on the stacks of all threads."""
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
        """Append who holds which lock and who waits for it, where that has changed."""
        thread, walked, line, event = about
        stacks = self.stacks
        known = stacks.known(thread)
        own = (thread, walked, line if event == LINE else None, event == EXCEPTION)
        waits = {stacks.thread(ident): wait for ident, wait in stacks.waits.items()}
        by_thread = {stacks.thread(ident): walked for ident, walked in others.items()}
        waits = {thread: wait for thread, wait in waits.items() if thread in by_thread}
        self._locks.step(own, known[-1] if known else None, by_thread, waits, numbers)

    def _frame_returns(self, walked: list[Walked], thread: int, value: int, own_count: int) -> None:
        """Have the tracker work out what the end of this frame does to what it refers to."""
        *_, facts, names, addresses = walked[-1]
        cells = facts.cells
        held = [a for n, a in zip(names, addresses, strict=True) if n not in cells]
        # The namespace of a module or class body lives on, in the module or the class.
        lives_on = own_count > FRAME_HELD or facts.plumbing is not None
        caller = place_of(thread, walked[:-1], len(walked) - 1)
        self._tracker.returns.frame_returns(held, caller, value, not lives_on)

    @staticmethod
    def _first_local(walked: list[Walked]) -> int:
        addresses = walked[-1][6] if walked else ()
        return addresses[0] if addresses else 0

    def _begin_anew(self, numbers: list[int]) -> None:
        """Forget what is known, and have the session forget it too."""
        self._tracker.forget_all()
        self.stacks.forget_all()
        self._locks.forget_all()
        self.namespaces.globals.clear()
        self.interrupted = False
        numbers.append(wire.RESET)


def place_of(thread: int, walked: list[Walked], depth: int) -> Place:
    """Where a thread with these frames stands; ``depth`` says how many they count for."""
    if not walked:
        return thread, depth, None, 0
    _, _, instruction, _, facts, _, _ = walked[-1]
    return thread, depth, facts, instruction


def probe(depth: int) -> None:
    """Raise ``RecursionError`` now, while nothing has been changed, if there is no room."""
    if depth:
        probe(depth - 1)
