"""The events of ``sys.monitoring`` (PEP 669), each made into a step.

Line, jump, return, yield and resume events are switched on for the program's own code only; what
is foreign is switched off at its first start and runs at full speed. Exceptions cannot be had for
single code objects, so foreign ones are recognised and left alone.

A callback runs inside the program's process. It keeps nothing, and nothing of the program runs in
it: the collector rests while it works, unless other threads run, which could notice.
"""

from __future__ import annotations

import gc
import os
import sys
from _thread import _count as other_threads
from _thread import allocate_lock, get_ident

from visualizer.recorder import lost, wire
from visualizer.recorder.audited import HOOK, Silence, spells
from visualizer.recorder.classes import type_mro, type_name
from visualizer.recorder.codes import counts_in_tree
from visualizer.recorder.files import Files
from visualizer.recorder.heads import drop, drop_few, hold, hold_few
from visualizer.recorder.names import Names
from visualizer.recorder.reading import Reader
from visualizer.recorder.signals import (
    cut_own_frames,
    entered_without_a_look,
    is_from_elsewhere,
)
from visualizer.recorder.steps import (
    CALL,
    EXCEPTION,
    FINISH,
    LINE,
    RESUME,
    RETURN,
    UNCAUGHT,
    YIELD,
    Steps,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from visualizer.recorder.builtin_types import CodeType, FrameType
    from visualizer.recorder.spool import Spool

monitoring = sys.monitoring
events = monitoring.events
DISABLE = monitoring.DISABLE
LOCAL = events.LINE | events.JUMP | events.PY_RETURN | events.PY_YIELD | events.PY_RESUME
GLOBAL = events.PY_START | events.PY_THROW | events.PY_UNWIND | events.RAISE
WATCHED = (events.LINE, events.JUMP, events.PY_START, events.PY_RETURN)
"""Those that the part in C takes first, where there is one."""
NO_ROOM = (RecursionError, MemoryError)
"""What the recorder may run into where the program itself still has room, or will soon again."""
TOOLS = (4, 3)
"""Ids that no convention gives to anybody: 0, 1, 2 and 5 have their tools."""

_getframe = sys._getframe
_set_events = monitoring.set_events
_get_local_events = monitoring.get_local_events
_set_local_events = monitoring.set_local_events
_is_finalizing = sys.is_finalizing
_gc_enabled, _gc_disable, _gc_enable = gc.isenabled, gc.disable, gc.enable


class Watch:
    """One recording of this process. ``settings`` are what the session said."""

    def __init__(self, settings: dict[str, Any], spool: Spool) -> None:
        self._spool = spool
        self._process = os.getpid()
        self._lock = allocate_lock()
        self._names = Names()
        self._files = Files(settings["folder"], settings["program"], self._names)
        self._reader = Reader(self._names, self._files.is_traced)
        self._steps = Steps(settings, spool, self._names, self._files, self._reader)
        self._raised = self._steps.stacks.operands.raised
        self.ballast = self._steps.ballast
        # Neither holds a container: see lost.find.
        self._jumps: dict[int, int] = {}
        self._jumping: dict[int, bytes] = {}
        self._main = 0
        self._late: dict[int, BaseException] = {}
        self.skipped = 0
        self._frame = _getframe
        self._silence: Silence | None = None
        self._has_let_through = False
        self._tool: int | None = None

    def start(self, imported: Sequence[object]) -> None:
        """Say hello and switch the events on. Raises ``RuntimeError`` if no tool id is free.

        ``imported`` are the modules that were imported for the recorder's sake.
        """
        self._imported = imported
        version = sys.version.split()[0].encode()
        quick = self._steps.quick
        callbacks = (self.on_line, self.on_jump, self.on_start, self.on_return)
        recorder = wire.RECORDERS[quick is not None].encode()
        numbers = [wire.HELLO, wire.VERSION, self._process, len(version), len(recorder)]
        self._spool.write(wire.pack(numbers, [version, recorder]))
        if quick is not None:
            quick.begin(callbacks, self._raised, self._names.texts, self._steps.namespaces.globals)
            callbacks = quick.callbacks
        self._tool = next((n for n in TOOLS if monitoring.get_tool(n) is None), None)
        if self._tool is None:
            raise RuntimeError("every tool id of sys.monitoring is taken")
        monitoring.use_tool_id(self._tool, "visualizer")
        for event, callback in (
            *zip(WATCHED, callbacks, strict=True),
            (events.PY_RESUME, self.on_resume),
            (events.PY_THROW, self.on_throw),
            (events.PY_YIELD, self.on_yield),
            (events.PY_UNWIND, self.on_unwind),
            (events.INSTRUCTION, self.on_instruction),
            (events.RAISE, self.on_raise),
        ):
            monitoring.register_callback(self._tool, event, callback)
        # Neither audited nor to be seen; asking for the process id at each step costs more.
        os.register_at_fork(after_in_child=self._stop_in_child)
        monitoring.set_events(self._tool, GLOBAL)

    def _stop_in_child(self) -> None:
        """After a fork; another thread may have been in the middle of a step, which has no end."""
        self._stop()
        self._steps.turns.end()
        self._lock = allocate_lock()

    def _stop(self) -> None:
        """No more events, for good; the program goes on unobserved."""
        if self._tool is not None:
            tool, self._tool = self._tool, None
            _set_events(tool, 0)

    # ---- callbacks ----
    #
    # Their arguments are deleted before anything is counted. Near the recursion limit, or when
    # memory is short, the recorder may have no room: that is not the program's error, so it ends
    # here and the step is left out.

    def on_line(self, code: CodeType, line: int) -> None:
        """A line is about to run."""
        del code
        try:
            if self._raised:
                self._raised.pop(id(self._frame(1)), None)
            self._take(LINE, line, [])
        except NO_ROOM:
            self.skipped += 1

    @entered_without_a_look
    def on_jump(self, code: CodeType, start: int, end: int) -> object:
        """A jump back within a line is that line again, as ``sys.settrace`` has it."""
        try:
            line = self._line_again(code, start, end)
            if not line:
                return DISABLE
            del code
            self._take(LINE, line, [], is_jump=True)
        except NO_ROOM:
            self.skipped += 1
        except BaseException as error:
            self._raise_later(error, _getframe(1).f_code)
        return None

    def on_instruction(self, code: CodeType, offset: int) -> None:
        """The one behind a jump whose callback had an exception to pass on."""
        error = self._late.pop(get_ident(), None)
        if not self._late and self._tool is not None:
            _set_local_events(self._tool, code, LOCAL)
        if error is not None:
            raise error

    def on_start(self, code: CodeType, offset: int) -> object:
        """A function was called, or the body of a class or module begins; foreign code is left."""
        work: list[Any] = []
        try:
            traced = self._files.is_traced(code.co_filename)
            if HOOK in code.co_names or (traced and spells(code, HOOK)):
                self._be_silent()
            if not traced:
                return DISABLE
            self._arm(code)
            if self._silence is not None:
                self._silence.begins(self._frame(1), code)
            if code.co_name == "<module>" and self._starts_module(code, self._frame(1)):
                return None
            line, is_init = code.co_firstlineno, code.co_name == "__init__"
            del code
            self._take(CALL, line, work, is_init=is_init)
        except NO_ROOM:
            self.skipped += 1
        return None

    def on_resume(self, code: CodeType, offset: int) -> None:
        """A generator or coroutine goes on."""
        try:
            if self._silence is not None:
                self._silence.begins(self._frame(1), code)
            del code
            self._take(RESUME, None, [])
        except NO_ROOM:
            self.skipped += 1

    def on_throw(self, code: CodeType, offset: int, exception: BaseException) -> None:
        """The same, with an exception thrown into it."""
        del exception
        try:
            traced = self._files.is_traced(code.co_filename)
            if traced and self._silence is not None:
                self._silence.begins(self._frame(1), code)
            del code
            if traced:
                self._take(RESUME, None, [])
        except NO_ROOM:
            self.skipped += 1

    def on_return(self, code: CodeType, offset: int, value: object) -> None:
        """A frame ends; that of the program itself ends the run."""
        event = FINISH if id(code) == self._main else RETURN
        box = [] if event == FINISH else [value]
        del code, value
        try:
            self._take(event, None, box)
        except NO_ROOM:
            self.skipped += 1

    def on_yield(self, code: CodeType, offset: int, value: object) -> None:
        """A generator hands out a value, or a coroutine waits."""
        box = [value]
        del code, value
        try:
            self._take(YIELD, None, box)
        except NO_ROOM:
            self.skipped += 1

    def on_raise(self, code: CodeType, offset: int, exception: BaseException) -> None:
        """An exception was raised, or has come up from a frame that was called."""
        box = [exception]
        del exception
        try:
            traced = self._files.is_traced(code.co_filename)
            del code
            if traced:
                if self._silence is None or self._has_let_through:
                    cut_own_frames(box[0])
                frame = self._frame(1)
                own, instruction = id(frame), frame.f_lasti
                del frame
                self._raised.pop(own, None)
                try:
                    self._take(EXCEPTION, None, box)
                finally:
                    self._raised[own] = instruction
        except NO_ROOM:
            self.skipped += 1

    def on_unwind(self, code: CodeType, offset: int, exception: BaseException) -> None:
        """An exception leaves a frame; leaving the program's own, it is uncaught."""
        box = [exception]
        ends = id(code) == self._main and not is_exit(type(exception))
        del exception
        try:
            if not self._files.is_traced(code.co_filename):
                return
            del code
            self._raised.pop(id(self._frame(1)), None)
            if ends:
                self._take(UNCAUGHT, None, box)
            else:
                self._steps.stacks.ended(get_ident())
        except NO_ROOM:
            self.skipped += 1

    # ---- what the callbacks need ----

    def _raise_later(self, error: BaseException, code: CodeType) -> None:
        """Have an exception raised at the next instruction, not by the callback of a jump.

        That one's would pass by every handler of the frame (3.13: INSTRUMENTED_JUMP of
        Python/ceval_macros.h works out the place it came from after it has forgotten it).
        """
        if self._tool is None:
            raise error
        self._late[get_ident()] = error
        _set_local_events(self._tool, code, LOCAL | events.INSTRUCTION)

    def _arm(self, code: CodeType) -> None:
        """Switch the local events of a code object on; asking first is cheaper than setting."""
        tool = self._tool
        if tool is not None and not self._late and _get_local_events(tool, code) != LOCAL:
            _set_local_events(tool, code, LOCAL)

    def _be_silent(self) -> None:
        """The program is about to listen to audit events: raise none that can be avoided."""
        if self._silence is None:
            self._silence = Silence()
            self._frame = self._silence.frame
            self._steps.stacks.be_silent(self._silence)
            self._reader.be_silent()
            if self._steps.quick is not None:
                self._steps.quick.let_calls_be()

    def _starts_module(self, code: CodeType, frame: FrameType) -> bool:
        """Note a module of the program; True for the program itself, which has no call step."""
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
        self._main = id(code)
        self.ballast.spare.clear()
        return True

    def _line_again(self, code: CodeType, start: int, end: int) -> int:
        if end > start:
            return 0
        instructions = code.co_code
        key = id(instructions) << 64 | start << 32 | end
        known = self._jumps.get(key)
        if known is None:
            # Kept, so that no other code's come to lie at the address; see CodeFacts.
            self._jumping[id(instructions)] = instructions
            line = line_at(code, start)
            known = self._jumps[key] = (line or 0) if line == line_at(code, end) else 0
        return known

    def _take(
        self,
        event: int,
        line: int | None,
        work: list[Any],
        *,
        is_init: bool = False,
        is_jump: bool = False,
    ) -> None:
        """Record one step; ``work`` holds what is handed out or raised, and is emptied.

        It is the first container that the callback makes, and keeps none that is older: what the
        collector knows at the address of something that has just died must be the program's.
        """
        if self._lock.locked():
            self._prepare_to_wait(work)
        with self._lock:
            lost.waiting.discard(id(work))
            if self._tool is None:
                return
            steps = self._steps
            is_alone = not other_threads()
            rests = is_alone and _gc_enabled()
            heads: object = None
            try:
                if rests:
                    _gc_disable()
                else:
                    steps.turns.rest()
                lost.first, lost.brought = work if is_alone else [], work
                hold_few()
                heads = steps.settle()
                if (
                    event != LINE
                    or line is None
                    or steps.after is None
                    or not steps.simple_step(line, self._frame(2))
                ):
                    heads = heads or hold()
                    steps.step(event, line, work, self._frame(2), is_init=is_init, is_jump=is_jump)
            except NO_ROOM:
                self.skipped += 1
                steps.leave_half_way()
            except BaseException as error:
                # A signal's handler has raised into our code: its error is the program's.
                if is_from_elsewhere(error):
                    steps.leave_half_way()
                    self._has_let_through = True
                    raise
                if not steps.turns.is_overdue():
                    self._fail(error)
                    return
                # Another thread has changed what was being read.
                self.skipped += 1
                steps.leave_half_way()
            finally:
                lost.first = lost.brought = None
                del heads
                drop()
                drop_few()
                if rests:
                    _gc_enable()
                else:
                    steps.turns.end()

    def _prepare_to_wait(self, work: list[Any]) -> None:
        """Another thread is in a step.

        Or was: when the interpreter shuts down, daemon threads are ended wherever they are. No
        other thread runs any more then.
        """
        lost.waiting.add(id(work))
        if _is_finalizing():
            self._lock = allocate_lock()
            self._steps.leave_half_way()

    def _fail(self, error: BaseException) -> None:
        """The recorder itself has failed: say so in the recording, and leave the program alone."""
        try:
            import traceback

            text = "".join(traceback.format_exception(error)).encode("utf-8", "replace")
        except BaseException:  # the program may have taken apart what that needs
            text = type_name(type(error)).encode("utf-8", "replace")
        self._spool.write(wire.pack([wire.FAILED, len(text)], [text]))
        self._stop()


def is_exit(cls: type[BaseException]) -> bool:
    """Whether an exception of this class ends the program without being an error."""
    return any(base is SystemExit for base in type_mro(cls))


def line_at(code: CodeType, offset: int) -> int | None:
    """The line of an instruction; None for one without."""
    for start, end, line in code.co_lines():
        if start <= offset < end:
            return line
    return None
