"""The events of ``sys.monitoring`` (PEP 669), each made into a step.

Line, jump, return, yield and resume events are switched on for the program's own code only; what
is foreign is switched off at its first start and runs at full speed. Exceptions cannot be had for
single code objects, so foreign ones are recognised and left alone.

A callback runs inside the program's process. It keeps nothing, and nothing of the program runs in
it: the collector rests while it works, unless other threads run, which could notice.
"""

import gc
import os
import sys
import time

from _io import TextIOWrapper
from _thread import _count as other_threads
from _thread import allocate_lock, get_ident

from visualizer.recorder import lost, wire
from visualizer.recorder.changes import Tracker
from visualizer.recorder.classes import exception_part, type_mro
from visualizer.recorder.files import OWN_CODE, Files
from visualizer.recorder.names import Names
from visualizer.recorder.reading import Reader
from visualizer.recorder.simple import SimpleSteps
from visualizer.recorder.stacks import MODULE_PLUMBING, Stacks, flat

CALL, LINE, RETURN, YIELD, RESUME, EXCEPTION, FINISH, UNCAUGHT = range(8)

monitoring = sys.monitoring
events = monitoring.events
DISABLE = monitoring.DISABLE
LOCAL = events.LINE | events.JUMP | events.PY_RETURN | events.PY_YIELD | events.PY_RESUME
GLOBAL = events.PY_START | events.PY_THROW | events.PY_UNWIND | events.RAISE
TOOLS = (4, 3)
"""Ids that no convention gives to anybody: 0, 1, 2 and 5 have their tools."""

_getframe = sys._getframe
_exception = sys.exception
_flush = TextIOWrapper.flush
_seek = os.lseek
_modules = sys.modules
_module_dict = type(sys).__dict__["__dict__"].__get__
_streams = sys.__dict__
_builtins = _modules["builtins"].__dict__
_now = time.perf_counter
_gc_enabled, _gc_disable, _gc_enable = gc.isenabled, gc.disable, gc.enable
_is_tracked = gc.is_tracked
_getrefcount = sys.getrefcount
MOST_FRAMES_WITHOUT_PROBE = 100


class Watch:
    """One recording of this process. ``settings`` are what the session said."""

    def __init__(self, settings, spool):
        self._spool = spool
        self._process = os.getpid()
        self._lock = allocate_lock()
        self._names = Names()
        self._program = settings["program"]
        self._files = Files(settings["folder"], self._program, self._names)
        self._reader = Reader(self._names, self._files.is_traced)
        self._tracker = Tracker(self._reader)
        self._stacks = Stacks(self._names, self._files)
        self._simple = SimpleSteps(
            self._names, self._tracker, self._reader.scalars()
        )
        self._after = None
        self._outputs = (settings["stdout"], settings["stderr"])
        self._ends = (0, 0)
        self._loud = True
        self._terminal = settings["terminal"]
        self._jumps = {}
        self._main = 0
        self._modules = {}
        self._globals = {}
        self.skipped = 0
        self._interrupted = False
        self._tool = None

    # ---- start and stop ----

    def start(self, imported):
        """Say hello and switch the events on. Raises ``RuntimeError`` if no tool id is free.

        ``imported`` are the modules that were imported for the recorder's sake.
        """
        self._imported = imported
        version = sys.version.split()[0].encode()
        numbers = [wire.HELLO, wire.VERSION, self._process, len(version), len(b"python")]
        self._spool.write(wire.pack(numbers, [version, b"python"]))
        self._tool = next((n for n in TOOLS if monitoring.get_tool(n) is None), None)
        if self._tool is None:
            raise RuntimeError("every tool id of sys.monitoring is taken")
        monitoring.use_tool_id(self._tool, "visualizer")
        for event, callback in (
            (events.PY_START, self.on_start),
            (events.PY_RESUME, self.on_resume),
            (events.PY_THROW, self.on_throw),
            (events.PY_RETURN, self.on_return),
            (events.PY_YIELD, self.on_yield),
            (events.PY_UNWIND, self.on_unwind),
            (events.LINE, self.on_line),
            (events.JUMP, self.on_jump),
            (events.RAISE, self.on_raise),
        ):
            monitoring.register_callback(self._tool, event, callback)
        # Neither audited nor to be seen; asking for the process id at each step costs more.
        os.register_at_fork(after_in_child=self._stop)
        monitoring.set_events(self._tool, GLOBAL)

    def _stop(self):
        """No more events, for good; the program goes on unobserved."""
        if self._tool is not None:
            tool, self._tool = self._tool, None
            monitoring.set_events(tool, 0)

    # ---- callbacks ----
    #
    # Their arguments are deleted before anything is counted. Near the recursion limit the recorder
    # may have no room: that is not the program's error, so it ends here and the step is left out.

    def on_line(self, code, line):
        del code
        try:
            self._take(LINE, line, [])
        except RecursionError:
            self.skipped += 1

    def on_jump(self, code, start, end):
        """A jump back within a line is that line again, as ``sys.settrace`` has it."""
        try:
            line = self._line_again(code, start, end)
            if not line:
                return DISABLE
            del code
            self._take(LINE, line, [], is_jump=True)
        except RecursionError:
            self.skipped += 1
        return None

    def on_start(self, code, offset):
        try:
            if not self._files.is_traced(code.co_filename):
                return DISABLE
            self._arm(code)
            if code.co_name == "<module>" and self._starts_module(code, _getframe(1)):
                return None
            line, is_init = code.co_firstlineno, code.co_name == "__init__"
            del code
            self._take(CALL, line, [], is_init=is_init)
        except RecursionError:
            self.skipped += 1
        return None

    def on_resume(self, code, offset):
        del code
        try:
            self._take(RESUME, None, [])
        except RecursionError:
            self.skipped += 1

    def on_throw(self, code, offset, exception):
        del exception
        try:
            traced = self._files.is_traced(code.co_filename)
            del code
            if traced:
                self._take(RESUME, None, [])
        except RecursionError:
            self.skipped += 1

    def on_return(self, code, offset, value):
        event = FINISH if id(code) == self._main else RETURN
        box = [] if event == FINISH else [value]
        del code, value
        try:
            self._take(event, None, box)
        except RecursionError:
            self.skipped += 1

    def on_yield(self, code, offset, value):
        box = [value]
        del code, value
        try:
            self._take(YIELD, None, box)
        except RecursionError:
            self.skipped += 1

    def on_raise(self, code, offset, exception):
        box = [exception]
        del exception
        try:
            traced = self._files.is_traced(code.co_filename)
            del code
            if traced:
                cut_own_frames(box[0])
                self._take(EXCEPTION, None, box)
        except RecursionError:
            self.skipped += 1

    def on_unwind(self, code, offset, exception):
        box = [exception]
        ends = id(code) == self._main and not is_exit(type(exception))
        del exception
        try:
            if not self._files.is_traced(code.co_filename):
                return
            del code
            if ends:
                self._take(UNCAUGHT, None, box)
            else:
                self._stacks.ended(get_ident())
        except RecursionError:
            self.skipped += 1

    # ---- what the callbacks need ----

    def _arm(self, code):
        """Switch the local events of a code object on; asking first is cheaper than setting."""
        if monitoring.get_local_events(self._tool, code) != LOCAL:
            monitoring.set_local_events(self._tool, code, LOCAL)

    def _starts_module(self, code, frame):
        """Note a module of the program; True for the program itself, which has no call step."""
        self._reader.know_code(code)
        name = frame.f_globals.get("__name__")
        file = self._files.number(code.co_filename)
        if type(name) is str:
            name = self._names.copy(name)
            self._modules[name] = (file, id(frame.f_globals))
            self._reader.traced_modules.add(name)
            self._reader.namespaces.add(id(frame.f_globals))
        if self._main or name != "__main__":
            return False
        self._main = id(code)
        return True

    def _line_again(self, code, start, end):
        if end >= start:
            return 0
        key = (id(code), start, end)
        line = self._jumps.get(key)
        if line is None:
            lines = [line_at(code, offset) for offset in (start, end)]
            line = self._jumps[key] = lines[0] if lines[0] == lines[1] else 0
        return line or 0

    # ---- a step ----

    def _take(self, event, line, work, *, is_init=False, is_jump=False):
        """Record one step; ``work`` holds what is handed out or raised, and is emptied."""
        with self._lock:
            if self._tool is None:
                return
            rests = _gc_enabled() and not other_threads()
            if rests:
                _gc_disable()
            lost.first, lost.brought = [], work
            try:
                if event != LINE or self._after is None or not self._simple_step(line, _getframe(2)):
                    self._step(event, line, work, _getframe(2), is_init, is_jump)
            except RecursionError:
                self.skipped += 1
                self._interrupted, self._after = True, None
            except BaseException as error:
                # A signal's handler has raised into our code: its error is the program's.
                if not is_from_elsewhere(error):
                    self._fail(error)
                    return
                self._interrupted, self._after = True, None
                raise
            finally:
                lost.first = lost.brought = None
                if rests:
                    _gc_enable()

    def _simple_step(self, line, frame):
        """The step after a line that can only have bound names to scalars; False: look at all."""
        facts, known, simple, thread, depth = self._after
        numbers, texts = [], []
        if other_threads():
            return False
        bound = self._simple.take(frame, known, simple, numbers, texts)
        if bound is None:
            return False
        serials = self._tracker.serials
        for place, address in bound:
            numbers += (wire.BIND, thread, depth, place, serials[address])
        if facts.kind == 0:
            self._globals[facts.file] = (known.names, known.addresses)
        if known.line != line:
            known.line = line
            numbers += (wire.LINE, thread, depth, line)
        known.instruction = frame.f_lasti
        head = [wire.STEP, LINE, thread, facts.file, line, facts.function, *self._ends]
        self._spool.write_step(wire.pack(head + numbers, texts), self._tracker.heap_bytes)
        self._note_what_follows(facts, known, thread, depth, line)
        return True

    def _note_what_follows(self, facts, known, thread, depth, line):
        """Remember whether the line that runs now is a simple one."""
        simple = facts.simple.get(line)
        if simple is None and facts.loops:
            simple = facts.loops.get(known.instruction)
            if simple is not None and self._range_is_replaced():
                simple = None
        self._after = None if simple is None else (facts, known, simple, thread, depth)
        self._loud = line in facts.loud

    def _range_is_replaced(self):
        """Whether the name ``range`` may mean anything but the builtin type."""
        number = self._names.number("range")
        if any(number in names for names, _ in self._globals.values()):
            return True
        return _builtins.get("range") is not range

    def _step(self, event, line, work, frame, is_init, is_jump):
        value = id(work[0]) if work else 0
        unknown = value if work and not _is_tracked(work[0]) else 0
        ident = get_ident()
        numbers, texts, constants = [], [], []
        stacks = self._stacks
        if self._interrupted:
            self._begin_anew(numbers)
        thread = stacks.current(ident, numbers)
        known = stacks.known(thread)
        if len(known) > MOST_FRAMES_WITHOUT_PROBE:
            probe(16)
        ends = self._take_output() if self._loud or event != LINE else self._ends
        names = self._read_globals(work, frame)
        if event == UNCAUGHT:
            walked = stacks.walk_traceback(work[0].__traceback__, work, constants)
        else:
            walked = stacks.walk(frame, work, constants, known, line)
        own_count = _getrefcount(frame)
        if is_init:
            self._tracker.under_init = self._first_local(walked)
        del frame
        are_others = thread > 1 or other_threads() or stacks.are_others(thread)
        others = stacks.others(ident, work) if are_others else None
        work += [error for error in (_exception(),) if error is not None]
        # What waits in the middle of a line has not arrived when the line begins again.
        place = (thread, len(walked) + is_jump)
        self._tracker.step(work, constants, place, numbers, texts)
        serials = self._tracker.serials
        reborn = self._tracker.reborn
        if names or reborn:
            self._send_globals(self._globals | names if reborn else names, serials, numbers)
        stacks.changes(thread, walked, serials, reborn, numbers)
        if others is not None:
            stacks.change_others(ident, others, serials, reborn, numbers)
        if value:
            raised = event in (EXCEPTION, UNCAUGHT)
            numbers += (wire.EXCEPTION if raised else wire.VALUE, serials[value])
        if event == LINE and others is None:
            self._note_what_follows(walked[-1][4], known[-1], thread, len(walked) - 1, line)
        else:
            self._after, self._loud = None, True
        self._write(event, thread, walked, ends, numbers, texts)
        if event == RETURN:
            self._frame_returns(walked, place, unknown, own_count)
        if event in (RETURN, YIELD, FINISH):
            stacks.ended(ident)

    def _write(self, event, thread, walked, ends, numbers, texts):
        """Put the record together, in the order that ``wire`` asks for."""
        names = self._names
        if walked:
            _, _, _, line, facts, _, _ = walked[-1]
            head = [wire.STEP, event, thread, facts.file, line, facts.function, *ends]
        else:
            head = [wire.STEP, event, thread, names.number(""), 0, names.number(""), *ends]
        if names.pending or self._files.pending:
            before, before_texts = names.pending, names.pending_texts
            names.pending, names.pending_texts = [], []
            self._files.take_sources(before, before_texts)
            head = before + head
            texts = before_texts + texts
        self._spool.write_step(wire.pack(head + numbers, texts), self._tracker.heap_bytes)

    def _frame_returns(self, walked, place, value, own_count):
        """Have the tracker work out what the end of this frame does to what it refers to."""
        *_, facts, names, addresses = walked[-1]
        cells = facts.cells
        held = [a for n, a in zip(names, addresses, strict=True) if n not in cells]
        lives_on = own_count > FRAME_HELD
        self._tracker.returns.frame_returns(held, place[0], place[1] - 1, value, not lives_on)

    def _send_globals(self, names, serials, numbers):
        for file, found in names.items():
            if found is None:
                numbers += (wire.GLOBALS, file, -1)
                continue
            own_names, addresses = found
            numbers += (wire.GLOBALS, file, len(own_names))
            numbers += flat(zip(own_names, map(serials.__getitem__, addresses), strict=True))

    @staticmethod
    def _first_local(walked):
        addresses = walked[-1][6] if walked else ()
        return addresses[0] if addresses else 0

    def _read_globals(self, work, frame):
        """The namespaces that differ from what was sent last, by file; None for one that is gone.

        At exit the modules go before their namespaces: what still runs finalizers has its own.
        """
        changed = {}
        done = self._stacks.read_already
        done.clear()
        for name, (file, address) in self._modules.items():
            module = _modules.get(name)
            if module is not None:
                namespace = _module_dict(module)
            elif id(frame.f_globals) == address:
                namespace = frame.f_globals
            else:
                if self._globals.pop(file, None) is not None:
                    changed[file] = None
                continue
            found = self._stacks.namespace(namespace, MODULE_PLUMBING, work)
            done[id(namespace)] = found
            if self._globals.get(file) != found:
                self._globals[file] = changed[file] = found
        return changed

    def _take_output(self):
        """Have what was printed written, and note how much there is.

        It takes four calls of the system, so it is left out after a line that can have written
        nothing: from one line of a frame to the next, without a call in between.
        """
        for name in ("__stdout__", "__stderr__"):
            stream = _streams.get(name)
            if type(stream) is TextIOWrapper:
                try:
                    _flush(stream)
                except (OSError, ValueError) as error:
                    if is_from_elsewhere(error):
                        raise
        if self._terminal:
            return (self._spool.settle_terminal(), 0)
        out, err = self._outputs
        try:
            self._ends = (_seek(out, 0, 2), _seek(err, 0, 2))
        except OSError as error:  # closed by the program: what was known of the end stays
            if is_from_elsewhere(error):
                raise
        return self._ends

    def _begin_anew(self, numbers):
        """Forget what is known, and have the session forget it too."""
        self._tracker.forget_all()
        self._stacks.forget_all()
        self._globals.clear()
        self._interrupted = False
        numbers.append(wire.RESET)

    def _fail(self, error):
        """The recorder itself has failed: say so in the recording, and leave the program alone."""
        import traceback

        text = "".join(traceback.format_exception(error)).encode("utf-8", "replace")
        self._spool.write(wire.pack([wire.FAILED, len(text)], [text]))
        self._stop()


FRAME_HELD = 5
"""How often a frame that nobody else holds is held while it is counted in ``Watch._step``."""


def is_from_elsewhere(error):
    """Whether an exception in a callback was raised by a signal's handler and not by a fault here.

    The handler's frame is the innermost; that of Ctrl+C is no Python function and has none.
    """
    traceback = error.__traceback__
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    foreign = not traceback.tb_frame.f_code.co_filename.startswith(OWN_CODE)
    return foreign or any(base is KeyboardInterrupt for base in type_mro(type(error)))


def cut_own_frames(error):
    """Take the recorder's frames out of the traceback of what a handler raised into them."""
    traceback = exception_part(error, "__traceback__")
    if traceback is not None and traceback.tb_next is not None:
        if traceback.tb_next.tb_frame.f_code.co_filename.startswith(OWN_CODE):
            inner = traceback.tb_next
            while inner is not None and inner.tb_frame.f_code.co_filename.startswith(OWN_CODE):
                inner = inner.tb_next
            traceback.tb_next = inner


def is_exit(cls):
    """Whether an exception of this class ends the program without being an error."""
    return any(base is SystemExit for base in type_mro(cls))


def line_at(code, offset):
    """The line of an instruction; None for one without."""
    for start, end, line in code.co_lines():
        if start <= offset < end:
            return line
    return None


def probe(depth):
    """Raise ``RecursionError`` now, while nothing has been changed, if there is no room."""
    if depth:
        probe(depth - 1)
