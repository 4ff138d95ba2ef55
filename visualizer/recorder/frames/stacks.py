"""Reads the frames of every thread: their positions and their variables.

Only numbers of a frame are kept. A frame is the same as at the last step if it has the same depth,
address and code, and was not seen to end in between.
"""

from __future__ import annotations

import _thread
from itertools import chain

from visualizer.recorder import wire
from visualizer.recorder.code.code_info import CodeInfo, mortal_constants
from visualizer.recorder.code.codes import Codes
from visualizer.recorder.events.threads import innermost_frames, thread_name
from visualizer.recorder.frames.suspended import has_variables
from visualizer.recorder.frames.variables import FrameView, Variables
from visualizer.recorder.locks.library_waits import library_wait
from visualizer.recorder.objects.classes import referents
from visualizer.recorder.objects.packing import pack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet
    from types import CodeType, FrameType, TracebackType

    from visualizer.recorder.events.audited import UnauditedFrames
    from visualizer.recorder.files import Files
    from visualizer.recorder.frames.operands import Operands
    from visualizer.recorder.frames.variables import Addresses
    from visualizer.recorder.locks.library_waits import Wait
    from visualizer.recorder.names import Names
    from visualizer.recorder.objects.plans import Layout, Worklist

GENERATORS = range(3, 6)
"""The frame kinds of generators, coroutines and async generators."""

_native_id = _thread.get_native_id
flat = chain.from_iterable


class Stacks:
    """Reads the frames at a step and reports their changes.

    ``threads`` maps a thread's number to its stack as last sent, outermost first; ``pending`` are
    unsent announcements of threads.
    """

    def __init__(self, names: Names, files: Files, operands: Operands) -> None:
        self.codes = Codes(names, files)
        self.operands = operands
        self._number = names.number
        self._files = files
        self._infos: dict[int, CodeInfo] = {}
        self.variables = Variables(names)
        self._read = self.variables.read
        self.threads: dict[int, list[FrameView]] = {}
        self._by_ident: dict[int, int] = {}
        self.number_of = self._by_ident.get
        self.have_locks = False
        self.waits: dict[int, Wait] = {}
        self.pending: list[int] = []
        self._natives: dict[int, int] = {}
        self._called: dict[int, int] = {}
        self._last_serial = 0
        self._unaudited: UnauditedFrames | None = None

    def avoid_audit_events(self, unaudited: UnauditedFrames) -> None:
        """Ask ``unaudited`` for the code of frames from now on, after adding the running ones to
        it.
        """
        inner: FrameType | None = None
        running = [*innermost_frames().values()]
        # One of them is our own: nothing here must refer to it at the end.
        while running:
            inner = running.pop()
            while inner is not None:
                if self._files.is_traced(inner.f_code.co_filename):
                    unaudited.frame_started(inner, inner.f_code)
                inner = inner.f_back
        self._unaudited = unaudited

    # ---- threads ----

    def current(self, ident: int, numbers: list[int]) -> int:
        """Return the current thread's number; an ended thread may have had the same ident."""
        found = self.thread(ident)
        if found > 1 and self._natives.setdefault(found, _native_id()) != _native_id():
            if self.threads[found]:
                numbers += (wire.POP, found, len(self.threads[found]))
                self.threads[found] = []
            del self._by_ident[ident]
            found = self.thread(ident)
            self._natives[found] = _native_id()
        return found

    def are_others(self, thread: int) -> bool:
        """Whether a thread other than this one had frames at the last check."""
        threads = self.threads
        return len(threads) > 1 and any(own for n, own in threads.items() if n != thread)

    def thread(self, ident: int) -> int:
        """Return the number of a thread, by order of appearance; announces a new one."""
        found = self._by_ident.get(ident)
        if found is None:
            found = self._by_ident[ident] = len(self.threads) + 1
            self.threads[found] = []
            about = thread_name(ident)
            main = "MainThread" if found == 1 else f"Thread {ident}"
            self._name(found, main if about is None else about[0])
        return found

    def _name(self, thread: int, name: str) -> None:
        number = self._number(name)
        if self._called.get(thread) != number:
            self._called[thread] = number
            self.pending += (wire.THREAD, thread, number)

    def _rename(self) -> None:
        """Check the threads' names again: a program may change them."""
        for ident, thread in self._by_ident.items():
            about = thread_name(ident)
            # Another thread may have the ident by now, without a step of its own yet.
            if about is not None and (thread == 1 or about[1] == self._natives.get(thread)):
                self._name(thread, about[0])

    def ended(self, ident: int) -> None:
        """The innermost frame of the thread returned, yielded or was unwound."""
        thread = self._by_ident.get(ident)
        if thread is not None and self.threads[thread]:
            innermost = self.threads[thread][-1]
            if self._unaudited is not None:
                self._unaudited.frame_ended(innermost.address)
            innermost.address = 0

    def forget_all(self) -> None:
        """Forget all stacks; the threads keep their numbers."""
        for thread in self.threads:
            self.threads[thread] = []

    # ---- reading ----

    def code_info(self, code: CodeType) -> CodeInfo | None:
        """Return the info about a code object of the program; None for foreign code."""
        info = self._infos.get(id(code))
        if info is not None and info.instructions is code.co_code:
            return info
        file = self._files.number(code.co_filename)
        if file is None:
            return None
        info = self._infos[id(code)] = CodeInfo(code, file, self._number, self.codes.number(code))
        self.have_locks = self.have_locks or info.sites is not None
        return info

    def walk(
        self,
        frame: FrameType | None,
        worklist: Worklist,
        constants: Worklist | None = None,
        line: int | None = None,
    ) -> list[FrameView]:
        """Return views of the traced frames, outermost first; adds their values to ``worklist``.

        ``line`` is the event's line for the innermost frame, which has none yet when it starts.
        ``constants`` receives the constants of running code; it is None for another thread.
        """
        frames = []
        unaudited = self._unaudited
        while frame is not None:
            code = frame.f_code if unaudited is None else unaudited.code(frame)
            info = None if code is None else self.code_info(code)
            if code is not None and info is not None:
                frames.append((frame, code, info))
            frame = frame.f_back
        frames.reverse()
        found: list[FrameView] = []
        codes: set[int] = set()
        for own, code, info in frames:
            if constants is not None and id(code) not in codes:
                codes.add(id(code))
                constants += mortal_constants(code.co_consts)
            variables = self._read(own, info, worklist)
            instruction = own.f_lasti
            results = self.operands.results(own, info, instruction)
            inner = self.variables.inner(own, info, results, worklist)
            # Skips the operands of other threads: one of them may resume meanwhile, and objects
            # that it drops must not be touched.
            if constants is not None:
                self.operands.read(own, info, instruction, worklist, constants)
            place = own.f_lineno or 0
            found.append(
                FrameView(
                    id(own), id(code), instruction, place, info, variables=variables, inner=inner
                )
            )
        if found and line is not None:
            found[-1].line = line
        return found

    # ---- changes ----

    def changes(
        self,
        thread: int,
        views: Sequence[FrameView],
        serial: Callable[[int], int],
        reused: AbstractSet[int],
        numbers: list[int],
    ) -> None:
        """Append the changes of a thread's stack, and remember it.

        ``reused`` are addresses that now belong to another object.
        """
        known = self.threads[thread]
        same = 0
        for old, new in zip(known, views, strict=False):
            if old.address != new.address or old.code != new.code:
                break
            same += 1
        if same < len(known):
            numbers += (wire.POP, thread, len(known) - same)
            del known[same:]
        for depth, view in enumerate(views):
            own = view.names, view.addresses
            if depth == len(known):
                known.append(self._push(thread, view, numbers))
            old, known[depth] = known[depth], view
            # An instruction that the compiler made, such as a return after ``except*``, has none.
            view.line = view.line or old.line
            if view.line != old.line:
                numbers += (wire.LINE, thread, depth, view.line)
            view.borrowed = self.operands.borrowed.get(view.address, old.borrowed)
            if view.borrowed != old.borrowed:
                numbers += (wire.LENT, thread, depth, len(view.borrowed), *sorted(view.borrowed))
            found = self.operands.found.get(view.address, ())
            operands = [serial(address) for address in found if self.operands.is_known(address)]
            view.operands = pack(operands)
            if view.operands != old.operands:
                numbers += (wire.OPERANDS, thread, depth, len(operands), *operands)
            if view.inner != old.inner or not reused.isdisjoint(view.inner[1]):
                numbers += (wire.COMPREHENSION, thread, depth, *_pairs(view.inner, serial))
            has_changed = own != (old.names, old.addresses) or not reused.isdisjoint(own[1])
            # A module's names are those of its dict.
            if has_changed and view.info.kind != 0:
                numbers += (wire.LOCALS, thread, depth, *_pairs(own, serial))

    def _push(self, thread: int, view: FrameView, numbers: list[int]) -> FrameView:
        """Append that a frame was pushed, and return it as it is without anything else."""
        frame, line, info = view.address, view.line, view.info
        self._last_serial += 1
        numbers += (wire.PUSH, thread, self._last_serial, info.function, info.file)
        numbers += (info.kind, line, wire.RUNS, thread, info.number, frame)
        numbers.append(self.variables.class_bodies.get(frame, 0) if info.kind == 2 else 0)
        return FrameView(frame, view.code, view.instruction, line, info, variables=((), ()))

    def walk_traceback(
        self, traceback: TracebackType | None, worklist: Worklist, constants: Worklist
    ) -> list[FrameView]:
        """Return views of the frames in an exception's traceback, like ``walk``."""
        found = []
        while traceback is not None:
            frame = traceback.tb_frame
            code = frame.f_code
            info = self.code_info(code) if self._files.is_traced(code.co_filename) else None
            if info is not None:
                constants += mortal_constants(code.co_consts)
                variables: tuple[Layout, Addresses] = (), ()
                # The frame of a closed generator has lost its variables.
                if info.kind not in GENERATORS or has_variables(referents(frame)):
                    variables = self._read(frame, info, worklist)
                line = traceback.tb_lineno or 0
                found.append(FrameView(id(frame), id(code), -1, line, info, variables=variables))
            traceback = traceback.tb_next
        return found

    def others(self, own: int, worklist: Worklist) -> dict[int, list[FrameView]]:
        """Return the frames of all other threads; empty if there are none or they are
        unavailable.
        """
        frames = innermost_frames()
        frames.pop(own, None)
        found = {ident: self.walk(frame, worklist) for ident, frame in frames.items()}
        waits = {ident: library_wait(one, self._files.is_traced) for ident, one in frames.items()}
        self.waits = {ident: wait for ident, wait in waits.items() if wait is not None}
        return {ident: views for ident, views in found.items() if views}

    def change_others(
        self,
        own: int,
        views: dict[int, list[FrameView]],
        serial: Callable[[int], int],
        reused: AbstractSet[int],
        numbers: list[int],
    ) -> None:
        """Append the changes of the other threads' stacks, including threads that ended."""
        self._rename()
        for ident in [*views, *self._by_ident]:
            if ident != own:
                thread = self.thread(ident)
                self.changes(thread, views.get(ident, ()), serial, reused, numbers)


def _pairs(bound: tuple[Layout, Addresses], serial: Callable[[int], int]) -> list[int]:
    """Return how many names there are, then each with the serial of its target."""
    names, addresses = bound
    return [len(names), *flat(zip(names, map(serial, addresses), strict=True))]
