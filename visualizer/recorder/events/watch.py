"""Turns events of ``sys.monitoring`` (PEP 669) into steps.

Line, jump, return, yield and resume events are enabled for the program's own code only; foreign
code is disabled at its first start and runs at full speed (code that calls pdb keeps the event that
pdb needs). Exception events cannot be enabled for
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

from visualizer.recorder import wire
from visualizer.recorder.code.codes import counts_in_tree
from visualizer.recorder.ending import Shutdown
from visualizer.recorder.events.audited import UnauditedFrames, names_audit_hook
from visualizer.recorder.events.monitoring import LOCAL, MonitoringTool, events
from visualizer.recorder.events.signals import cut_own_frames, skip_entry_check
from visualizer.recorder.failure import TAKEN_AWAY
from visualizer.recorder.files import Files
from visualizer.recorder.frames.operands import Operands
from visualizer.recorder.names import Names
from visualizer.recorder.objects.classes import avoiding_audit, type_mro
from visualizer.recorder.objects.library_objects import MemoryAccess, file_position
from visualizer.recorder.objects.reading import Reader
from visualizer.recorder.steps import gc_lookup, step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CodeType, FrameType
    from typing import Any

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
            worklist = [code] if value is part else [code, value]
            del code, value
            return part(self, worklist, at)
        except RecursionError:
            pass
        except MemoryError:
            pass
        except BaseException as error:
            if self._shutdown.is_program_error(error):
                raise
        return None

    return callback


class Watch:
    """A recording of this process by the recorder in Python. ``settings`` are the session's."""

    def __init__(self, settings: dict[str, Any], spool: Spool) -> None:
        self._spool = spool
        self._names = Names()
        self._files = Files(settings["folder"], settings["program"], self._names)
        operands = Operands()
        self._raised = operands.raised
        access = MemoryAccess(operands.words, file_position)
        self._reader = Reader(self._names, self._files.number, access, operands.borrowed_in)
        about = self._names, self._files, self._reader
        self._steps = step.Steps(settings, spool, *about, operands=operands)
        self._main = 0
        self._late: dict[int, BaseException] = {}
        self._frame = _getframe
        self._unaudited: UnauditedFrames | None = None
        self._monitoring = MonitoringTool()
        self._shutdown = Shutdown(spool, self._monitoring, self._steps)
        self.stop = self._shutdown.stop

    def start(self, imported: Sequence[object]) -> None:
        """Send the greeting and enable events. Raises ``RuntimeError`` if no tool id is free.

        ``imported`` are the modules that were imported for the recorder.
        """
        self._imported = imported
        version = sys.version.split()[0].encode()
        recorder = wire.RECORDERS[0].encode()
        numbers = [wire.HELLO, wire.VERSION, os.getpid(), len(version), len(recorder)]
        self._spool.write(wire.pack(numbers, [version, recorder]))
        # Not audited and invisible; reading the process id at each step costs more.
        if sys.platform != "win32":
            os.register_at_fork(after_in_child=self._shutdown.stop_in_child)
        self._shutdown.is_on = True
        self._monitoring.open(self._callbacks(), self._shutdown.on_callback_lost)

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
    def on_line(self, worklist: list[Any], line: int) -> None:
        """A line is about to run."""
        worklist.clear()
        if self._raised:
            self._raised.pop(id(self._frame(2)), None)
        self._record_step(step.LINE, line, worklist)

    @skip_entry_check
    def on_jump(self, code: CodeType, start: int, end: int) -> object:
        """A jump back within a line is that line again, as in ``sys.settrace``."""
        try:
            worklist: list[Any] = [code]
            del code
            return self._record_jump(worklist, start, end)
        except RecursionError:
            pass
        except MemoryError:
            pass
        except BaseException as error:
            if self._shutdown.is_program_error(error):
                self._raise_later(error, _getframe(1).f_code)
        return None

    def _record_jump(self, worklist: list[Any], start: int, end: int) -> object:
        line = None if end > start else line_at(worklist[0], start)
        if not line or line != line_at(worklist.pop(), end):
            return DISABLE
        self._record_step(step.JUMP, line, worklist)
        return None

    def on_instruction(self, code: CodeType, offset: int) -> None:
        """The instruction after a jump whose callback has an exception to raise."""
        error = self._late.pop(get_ident(), None)
        try:
            self._enable_events(code, is_traced=self._files.is_traced(code.co_filename))
        except BaseException as fault:
            if self._shutdown.is_program_error(fault):
                raise
        if error is not None:
            raise error

    @guarded
    def on_start(self, worklist: list[Any], offset: int) -> object:
        """A function was called, or a class or module body starts; foreign code is disabled."""
        code = worklist.pop()
        traced = self._files.is_traced(code.co_filename)
        if names_audit_hook(code):
            self._avoid_audit_events()
        self._enable_events(code, is_traced=traced)
        if not traced:
            return DISABLE
        if self._unaudited is not None:
            self._unaudited.frame_started(self._frame(2), code)
        if code.co_name == "<module>" and self._note_module(code, self._frame(2)):
            return None
        line = code.co_firstlineno
        del code
        self._record_step(step.CALL, line, worklist)
        return None

    @guarded
    def on_resume(self, worklist: list[Any], offset: int) -> None:
        """A generator or coroutine resumes, possibly with an exception thrown into it."""
        code = worklist[0]
        worklist.clear()
        traced = self._files.is_traced(code.co_filename)
        if traced and self._unaudited is not None:
            self._unaudited.frame_started(self._frame(2), code)
        del code
        if traced:
            self._record_step(step.RESUME, None, worklist)

    @guarded
    def on_return(self, worklist: list[Any], offset: int) -> None:
        """A frame returns; that of the main program ends the run."""
        if id(worklist.pop(0)) != self._main:
            self._record_step(step.RETURN, None, worklist)
            return
        self._on_program_end()
        worklist.clear()
        self._record_step(step.FINISH, None, worklist)

    @guarded
    def on_yield(self, worklist: list[Any], offset: int) -> None:
        """A generator yields a value, or a coroutine waits."""
        del worklist[0]
        self._record_step(step.YIELD, None, worklist)

    @guarded
    def on_raise(self, worklist: list[Any], offset: int) -> None:
        """An exception was raised, or has propagated from a called frame."""
        if not self._files.is_traced(worklist.pop(0).co_filename):
            return
        if self._unaudited is None or self._shutdown.has_passed_error:
            cut_own_frames(worklist[0])
        frame = self._frame(2)
        own, instruction = id(frame), frame.f_lasti
        del frame
        self._raised.pop(own, None)
        try:
            self._record_step(step.EXCEPTION, None, worklist)
        finally:
            self._raised[own] = instruction

    @guarded
    def on_unwind(self, worklist: list[Any], offset: int) -> None:
        """An exception leaves a frame; leaving the main program's, it is uncaught."""
        code = worklist.pop(0)
        ends, traced = id(code) == self._main, self._files.is_traced(code.co_filename)
        del code
        if ends:
            self._on_program_end()
        if not traced:
            return
        self._raised.pop(id(self._frame(2)), None)
        if ends and not any(base is SystemExit for base in type_mro(type(worklist[0]))):
            self._record_step(step.UNCAUGHT, None, worklist)
        else:
            self._steps.stacks.ended(get_ident())

    # ---- helpers ----

    def _on_program_end(self) -> None:
        """Note that the program's own code has ended."""
        self._shutdown.is_running = False
        self._steps.output.program_ended()

    def _raise_later(self, error: BaseException, code: CodeType) -> None:
        """Raise an exception at the next instruction instead of in the callback of a jump.

        Raised in the callback it would bypass every handler of the frame (3.13: INSTRUMENTED_JUMP
        of Python/ceval_macros.h computes the origin after overwriting it).
        """
        self._late[get_ident()] = error
        if not self._monitoring.enable_instruction_event(code):
            raise self._late.pop(get_ident())

    def _enable_events(self, code: CodeType, *, is_traced: bool) -> None:
        if not self._late:
            self._monitoring.enable_events(code, LOCAL if is_traced else 0)

    def _avoid_audit_events(self) -> None:
        """The program is about to listen to audit events: avoid them."""
        if self._unaudited is None:
            self._unaudited = UnauditedFrames()
            self._frame = self._unaudited.frame
            self._steps.stacks.avoid_audit_events(self._unaudited)
            avoiding_audit.append(True)

    def _note_module(self, code: CodeType, frame: FrameType) -> bool:
        """Note a module of the program; True for the main program, which has no call step."""
        self._reader.collect_names(code)
        name = frame.f_globals.get("__name__")
        is_program = not self._main and name == "__main__"
        self._steps.stacks.codes.announce(
            code, id(frame.f_globals), counts_in_tree(code) if is_program else None
        )
        file = self._files.number(code.co_filename)
        if type(name) is str and file is not None:
            name = self._names.copy(name)
            self._steps.namespaces.add_module(name, file, id(frame.f_globals))
            self._reader.traced_modules.add(name)
            self._reader.namespaces.add(id(frame.f_globals))
        if self._main or name != "__main__":
            return False
        self._main, self._shutdown.is_running = id(code), True
        return True

    def _record_step(self, event: int, line: int | None, worklist: list[Any]) -> None:
        """Record a step; ``worklist`` holds a returned value or exception, and is emptied.

        It must be the callback's first container, and no older one may be kept: a tracked object at
        the address of one that has just died must be the program's.
        """
        if self._shutdown.lock.locked():
            self._prepare_to_wait(worklist)
        lock = self._shutdown.lock
        # Not ``with``: from 3.14 on that is several instructions, and an exception from another
        # thread may arrive between taking the lock and entering the block.
        for _ in iter(lock.acquire, False):
            try:
                self._record_locked(event, line, worklist)
            finally:
                lock.release()
            break

    def _record_locked(self, event: int, line: int | None, worklist: list[Any]) -> None:
        """Record a step while holding the lock."""
        gc_lookup.waiting_carriers.discard(id(worklist))
        if not self._shutdown.is_on:
            # The thread that ended the recording may have found the lock taken by this call.
            self._shutdown.release()
            return
        making = self._steps
        if making.in_step:  # the stack had no room for that before
            making.abort()
        is_alone = not other_threads()
        self._shutdown.collector_paused = paused = is_alone and _gc_enabled()
        try:
            if paused:
                _gc_disable()
            else:
                making.gil_window.pause_collector()
            gc_lookup.first_own, gc_lookup.carrier = worklist if is_alone else [], worklist
            if self._monitoring.is_lost():
                self._shutdown.fail(TAKEN_AWAY)
                return
            making.step(event, line, worklist, self._frame(4))
            self._shutdown.short_of_memory = 0
        except RecursionError:
            making.abort()
        except BaseException as error:
            if self._shutdown.handle_error(error, is_last=event in (step.FINISH, step.UNCAUGHT)):
                raise
        finally:
            gc_lookup.first_own = gc_lookup.carrier = None
            self._end_step(paused)

    def _end_step(self, paused: bool) -> None:
        if paused:
            _gc_enable()
        else:
            self._steps.gil_window.close()
        if not self._shutdown.is_on:
            self._shutdown.release()

    def _prepare_to_wait(self, worklist: list[Any]) -> None:
        """Prepare to wait for another thread, which is in a step.

        Or was: at shutdown the interpreter ends daemon threads at any point. No other thread runs
        then.
        """
        gc_lookup.waiting_carriers.add(id(worklist))
        if _is_finalizing():
            self._shutdown.lock = allocate_lock()
            self._steps.abort()


def line_at(code: CodeType, offset: int) -> int | None:
    """Return the line of an instruction; None if it has none."""
    for start, end, line in code.co_lines():
        if start <= offset < end:
            return line
    return None
