"""Turns events of ``sys.monitoring`` (PEP 669) into steps.

Line, jump, return, yield and resume events are enabled for the program's own code only; foreign
code is disabled at its first start and runs at full speed. Exception events cannot be enabled for
single code objects, so foreign ones are recognised and ignored.

A callback runs inside the program's process. It keeps nothing, and no code of the program runs in
it: the collector is disabled meanwhile, unless other threads run, which could notice.

An error in a callback is the recorder's: it reports the reason and ends for good, and the program
continues without it. Only exceptions that a signal handler of the program raised inside a callback
propagate to the program.
"""

from __future__ import annotations

import gc
import os
import sys
from _thread import _count as other_threads
from _thread import allocate_lock, get_ident

from visualizer.recorder import lost, steps, wire
from visualizer.recorder.audited import Silence, spells_hook
from visualizer.recorder.classes import type_mro
from visualizer.recorder.codes import counts_in_tree
from visualizer.recorder.ending import Ending
from visualizer.recorder.failure import TAKEN_AWAY
from visualizer.recorder.files import Files
from visualizer.recorder.library_objects import Look, where_it_stands
from visualizer.recorder.names import Names
from visualizer.recorder.operands import Operands
from visualizer.recorder.reading import Reader
from visualizer.recorder.sight import Sight, events
from visualizer.recorder.signals import cut_own_frames, entered_without_a_look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CodeType, FrameType
    from typing import Any

    from visualizer.recorder.core.handing import Known
    from visualizer.recorder.spool import Spool

DISABLE = sys.monitoring.DISABLE
_getframe = sys._getframe
_is_finalizing = sys.is_finalizing
_gc_enabled, _gc_disable, _gc_enable = gc.isenabled, gc.disable, gc.enable


def guarded(part: Callable[[Watch, list[Any], int], object]) -> Callable[..., Any]:
    """Return a callback that calls ``part`` and never propagates an error of ours.

    Near the recursion limit or without memory the recorder may have no room: that is not the
    program's error, so it ends here and the step is omitted. One class per ``except``: a tuple
    needs stack space in the interpreter (from 3.14 on).
    """

    def callback(self: Watch, code: CodeType, at: int, value: object = part) -> object:
        try:
            work = [code] if value is part else [code, value]
            del code, value
            return part(self, work, at)
        except RecursionError:
            pass
        except MemoryError:
            pass
        except BaseException as error:
            if self._ending.is_the_programs(error):
                raise
        return None

    return callback


class Watch:
    """A recording of this process by the recorder in Python. ``settings`` are the session's.

    ``handover`` is the state of the engine in C if that has started the recording.
    """

    def __init__(self, settings: dict[str, Any], spool: Spool, known: Known | None = None) -> None:
        self._spool = spool
        if known is None:
            self._names = Names()
            self._files = Files(settings["folder"], settings["program"], self._names)
        else:
            self._names, self._files = known.names, known.files
        operands = Operands()
        self._raised = operands.raised
        look = Look(operands.words, where_it_stands)
        self._reader = Reader(self._names, self._files.is_traced, operands.lent_in, look)
        about = self._names, self._files, self._reader
        self._steps = steps.Steps(settings, spool, *about, operands=operands)
        self._main = 0
        self._late: dict[int, BaseException] = {}
        self._frame = _getframe
        self._silence: Silence | None = None
        self._sight = Sight()
        self._ending = Ending(spool, self._sight, self._steps)
        self.stop = self._ending.stop

    def start(self, imported: Sequence[object]) -> None:
        """Send the greeting and enable events. Raises ``RuntimeError`` if no tool id is free.

        ``imported`` are the modules that were imported for the recorder.
        """
        self._imported = imported
        version = sys.version.split()[0].encode()
        recorder = wire.RECORDERS[0].encode()
        numbers = [wire.HELLO, wire.VERSION, os.getpid(), len(version), len(recorder)]
        self._spool.write(wire.pack(numbers, [version, recorder]))
        self._open(None)

    def take_over(self, known: Known, tool: int) -> None:
        """Continue another recorder's recording, with a full snapshot.

        The program may listen to audit events by now, so none are raised.
        """
        self._main = known.main
        self._ending.is_running = bool(known.main)
        self._steps.go_on(known)
        self._be_silent()
        self._open(tool)

    def callback(self, event: int) -> Callable[..., object]:
        """Return the callback of an event."""
        return self._callbacks()[event]

    def _open(self, tool: int | None) -> None:
        # Not audited and invisible; reading the process id at each step costs more.
        if sys.platform != "win32":
            os.register_at_fork(after_in_child=self._ending.stop_in_child)
        self._ending.is_on = True
        self._sight.open(self._callbacks(), self._ending.lose_sight, tool)

    def _callbacks(self) -> dict[int, Callable[..., object]]:
        return {
            events.LINE: self.on_line,
            events.JUMP: self.on_jump,
            events.PY_START: self.on_start,
            events.PY_RETURN: self.on_return,
            events.PY_RESUME: self.on_resume,
            events.PY_THROW: self.on_resume,
            events.PY_YIELD: self.on_yield,
            events.PY_UNWIND: self.on_unwind,
            events.INSTRUCTION: self.on_instruction,
            events.RAISE: self.on_raise,
        }

    # ---- callbacks ----
    #
    # Each gets a list of the code and, if any, the value or exception. It removes the code before
    # anything is counted: the list becomes the step's worklist.

    @guarded
    def on_line(self, work: list[Any], line: int) -> None:
        """A line is about to run."""
        work.clear()
        if self._raised:
            self._raised.pop(id(self._frame(2)), None)
        self._take(steps.LINE, line, work)

    @entered_without_a_look
    def on_jump(self, code: CodeType, start: int, end: int) -> object:
        """A jump back within a line is that line again, as in ``sys.settrace``."""
        try:
            work: list[Any] = [code]
            del code
            return self._jumped(work, start, end)
        except RecursionError:
            pass
        except MemoryError:
            pass
        except BaseException as error:
            if self._ending.is_the_programs(error):
                self._raise_later(error, _getframe(1).f_code)
        return None

    def _jumped(self, work: list[Any], start: int, end: int) -> object:
        line = None if end > start else line_at(work[0], start)
        if not line or line != line_at(work.pop(), end):
            return DISABLE
        self._take(steps.JUMP, line, work)
        return None

    def on_instruction(self, code: CodeType, offset: int) -> None:
        """The instruction after a jump whose callback has an exception to raise."""
        error = self._late.pop(get_ident(), None)
        try:
            self._arm(code)
        except BaseException as fault:
            if self._ending.is_the_programs(fault):
                raise
        if error is not None:
            raise error

    @guarded
    def on_start(self, work: list[Any], offset: int) -> object:
        """A function was called, or a class or module body starts; foreign code is disabled."""
        code = work.pop()
        traced = self._files.is_traced(code.co_filename)
        if spells_hook(code):
            self._be_silent()
        if not traced:
            return DISABLE
        self._arm(code)
        if self._silence is not None:
            self._silence.begins(self._frame(2), code)
        if code.co_name == "<module>" and self._starts_module(code, self._frame(2)):
            return None
        line = code.co_firstlineno
        del code
        self._take(steps.CALL, line, work)
        return None

    @guarded
    def on_resume(self, work: list[Any], offset: int) -> None:
        """A generator or coroutine resumes, possibly with an exception thrown into it."""
        code = work[0]
        work.clear()
        traced = self._files.is_traced(code.co_filename)
        if traced and self._silence is not None:
            self._silence.begins(self._frame(2), code)
        del code
        if traced:
            self._take(steps.RESUME, None, work)

    @guarded
    def on_return(self, work: list[Any], offset: int) -> None:
        """A frame returns; that of the main program ends the run."""
        if id(work.pop(0)) != self._main:
            self._take(steps.RETURN, None, work)
            return
        self._ends()
        work.clear()
        self._take(steps.FINISH, None, work)

    @guarded
    def on_yield(self, work: list[Any], offset: int) -> None:
        """A generator yields a value, or a coroutine waits."""
        del work[0]
        self._take(steps.YIELD, None, work)

    @guarded
    def on_raise(self, work: list[Any], offset: int) -> None:
        """An exception was raised, or has propagated from a called frame."""
        if not self._files.is_traced(work.pop(0).co_filename):
            return
        if self._silence is None or self._ending.has_let_through:
            cut_own_frames(work[0])
        frame = self._frame(2)
        own, instruction = id(frame), frame.f_lasti
        del frame
        self._raised.pop(own, None)
        try:
            self._take(steps.EXCEPTION, None, work)
        finally:
            self._raised[own] = instruction

    @guarded
    def on_unwind(self, work: list[Any], offset: int) -> None:
        """An exception leaves a frame; leaving the main program's, it is uncaught."""
        code = work.pop(0)
        ends, traced = id(code) == self._main, self._files.is_traced(code.co_filename)
        del code
        if ends:
            self._ends()
        if not traced:
            return
        self._raised.pop(id(self._frame(2)), None)
        if ends and not any(base is SystemExit for base in type_mro(type(work[0]))):
            self._take(steps.UNCAUGHT, None, work)
        else:
            self._steps.stacks.ended(get_ident())

    # ---- what the callbacks need ----

    def _ends(self) -> None:
        """The program's own code has ended."""
        self._ending.is_running = False
        self._steps.output.program_ends()

    def _raise_later(self, error: BaseException, code: CodeType) -> None:
        """Raise an exception at the next instruction instead of in the callback of a jump.

        Raised in the callback it would bypass every handler of the frame (3.13: INSTRUMENTED_JUMP
        of Python/ceval_macros.h computes the origin after overwriting it).
        """
        self._late[get_ident()] = error
        if not self._sight.look_closer(code):
            raise self._late.pop(get_ident())

    def _arm(self, code: CodeType) -> None:
        if not self._late:
            self._sight.arm(code)

    def _be_silent(self) -> None:
        """The program is about to listen to audit events: avoid them."""
        if self._silence is None:
            self._silence = Silence()
            self._ending.is_audited = True
            self._frame = self._silence.frame
            self._steps.stacks.be_silent(self._silence)
            self._reader.be_silent()

    def _starts_module(self, code: CodeType, frame: FrameType) -> bool:
        """Note a module of the program; True for the main program, which has no call step."""
        self._reader.know_code(code)
        name = frame.f_globals.get("__name__")
        is_program = not self._main and name == "__main__"
        self._steps.stacks.codes.tell(
            code, id(frame.f_globals), counts_in_tree(code) if is_program else None
        )
        file = self._files.number(code.co_filename)
        if type(name) is str and file is not None:
            name = self._names.copy(name)
            self._steps.namespaces.know(name, file, id(frame.f_globals))
            self._reader.traced_modules.add(name)
            self._reader.namespaces.add(id(frame.f_globals))
        if self._main or name != "__main__":
            return False
        self._main, self._ending.is_running = id(code), True
        return True

    def _take(self, event: int, line: int | None, work: list[Any]) -> None:
        """Record a step; ``worklist`` holds a returned value or exception, and is emptied.

        It must be the callback's first container, and no older one may be kept: a tracked object at
        the address of one that has just died must be the program's.
        """
        if self._ending.lock.locked():
            self._prepare_to_wait(work)
        lock = self._ending.lock
        # Not ``with``: from 3.14 on that is several instructions, and an exception from another
        # thread may arrive between taking the lock and entering the block.
        for _ in iter(lock.acquire, False):
            try:
                self._make(event, line, work)
            finally:
                lock.release()
            break

    def _make(self, event: int, line: int | None, work: list[Any]) -> None:
        """Record a step while holding the lock."""
        lost.waiting.discard(id(work))
        if not self._ending.is_on:
            # The thread that ended the recording may have found the lock taken by this call.
            self._ending.let_go()
            return
        making = self._steps
        if making.under_way:  # there was no room to do that before
            making.leave_half_way()
        is_alone = not other_threads()
        self._ending.rests = rests = is_alone and _gc_enabled()
        try:
            if rests:
                _gc_disable()
            else:
                making.turns.rest()
            lost.first, lost.brought = work if is_alone else [], work
            if self._sight.is_lost():
                self._ending.give_up(TAKEN_AWAY)
                return
            making.step(event, line, work, self._frame(4))
            self._ending.short_of_memory = 0
        except RecursionError:
            making.leave_half_way()
        except BaseException as error:
            if self._ending.meets(error, is_last=event in (steps.FINISH, steps.UNCAUGHT)):
                raise
        finally:
            lost.first = lost.brought = None
            self._end_step(rests)

    def _end_step(self, rests: bool) -> None:
        if rests:
            _gc_enable()
        else:
            self._steps.turns.end()
        if not self._ending.is_on:
            self._ending.let_go()

    def _prepare_to_wait(self, work: list[Any]) -> None:
        """Another thread is in a step.

        Or was: at shutdown the interpreter ends daemon threads at any point. No other thread runs
        then.
        """
        lost.waiting.add(id(work))
        if _is_finalizing():
            self._ending.lock = allocate_lock()
            self._steps.leave_half_way()


def line_at(code: CodeType, offset: int) -> int | None:
    """Return the line of an instruction; None if it has none."""
    for start, end, line in code.co_lines():
        if start <= offset < end:
            return line
    return None
