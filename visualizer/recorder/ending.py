"""Ends the recorder with a reason, and from then on leaves the program alone.

An exception that a signal handler of the program raised inside the recorder is no reason to end: it
belongs to the program.
"""

from __future__ import annotations

import gc
import sys
from _thread import allocate_lock

from visualizer.recorder.events.gil_window import HALF
from visualizer.recorder.events.signals import is_foreign_error
from visualizer.recorder.failure import TAKEN_AWAY, reason
from visualizer.recorder.objects.classes import avoiding_audit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from visualizer.recorder.events.monitoring import MonitoringTool
    from visualizer.recorder.spool import Spool
    from visualizer.recorder.steps.step import Steps

MOST_IN_A_ROW = 16
"""How many consecutive steps may be omitted for lack of memory."""

_is_finalizing, _set_interval = sys.is_finalizing, sys.setswitchinterval
_gc_enable = gc.enable


class Shutdown:
    """Handles errors and the end of the recorder; ``lock`` belongs to the thread that makes a step.

    ``is_on`` until the end. ``is_running``: between the program's first and last line.
    ``collector_paused``: for a step.
    ``has_passed_error``: an exception of the program has passed through the recorder.
    ``short_of_memory``: consecutive steps omitted for that reason.
    """

    def __init__(self, spool: Spool, monitoring: MonitoringTool, steps: Steps) -> None:
        self._spool = spool
        self._monitoring = monitoring
        self._steps = steps
        self.short_of_memory = 0
        self.lock = allocate_lock()
        self.is_on = self.is_running = self.collector_paused = False
        self.has_passed_error = False

    def handle_error(self, error: BaseException, *, is_last: bool) -> bool:
        """Handle an exception in a step; return whether it is the program's own.

        ``is_last``: no step of the program follows.
        """
        is_foreign = _is_foreign(error)
        if not is_foreign and not self._is_temporary(error, is_last):
            self.fail(reason(error))
            return False
        self._steps.abort()
        self.has_passed_error = self.has_passed_error or is_foreign
        return is_foreign

    def _is_temporary(self, error: BaseException, is_last: bool) -> bool:
        """Whether an error is temporary and costs only this step."""
        if isinstance(error, MemoryError):
            self.short_of_memory += 1
            return self.short_of_memory <= MOST_IN_A_ROW and not is_last
        # Another thread has modified an object during the scan.
        return self._steps.gil_window.is_overdue()

    def is_program_error(self, error: BaseException) -> bool:
        """Whether an exception in a callback is the program's own; if not, end the recorder."""
        is_foreign = _is_foreign(error)
        if is_foreign:
            self.has_passed_error = True
        else:
            self.fail(reason(error))
        return is_foreign

    def on_callback_lost(self, callback: object) -> None:
        """A callback was destroyed: the program has replaced it, or the interpreter ends."""
        if not (self.is_running and self.is_on):
            return
        if _is_finalizing():  # there are no events left to disable
            self._try(self._spool.report_end, TAKEN_AWAY)
        else:
            self.fail(TAKEN_AWAY)

    def fail(self, why: bytes) -> None:
        """End the recording with a reason."""
        if self.stop():
            self._try(self._spool.report_end, why)

    def stop(self) -> bool:
        """Disable all events and release the program's objects; return whether the recorder was on.

        A thread in the middle of a step releases its objects at the end of that step.
        """
        was_on, self.is_on = self.is_on, False
        self._try(self._close)
        if self.lock.acquire(blocking=False):
            try:
                self.release()
            finally:
                self.lock.release()
        return was_on

    def stop_in_child(self) -> None:
        """Stop after a fork; another thread may have been in a step that never ends here."""
        self.lock = allocate_lock()
        self.stop()

    def _close(self) -> None:
        self._monitoring.close(is_audited=bool(avoiding_audit))

    def release(self) -> None:
        """Release the step's objects and restore the interpreter's settings; requires the lock."""
        for part in (self._steps.abort, self._steps.gil_window.close, self._restore_interpreter):
            self._try(part)

    def _restore_interpreter(self) -> None:
        """Restore what closing the window restores, also if that failed."""
        gil_window = self._steps.gil_window
        if gil_window.opened_at:
            gil_window.opened_at = 0.0
            _set_interval(gil_window.usual + HALF)
        if self.collector_paused or gil_window.collector_paused:
            self.collector_paused = gil_window.collector_paused = False
            _gc_enable()

    def _try(self, part: Callable[..., None], *given: bytes) -> None:
        """Call one part of the shutdown; its errors no longer matter."""
        try:
            part(*given)
        except Exception as error:
            if _is_foreign(error):
                raise


def _is_foreign(error: BaseException) -> bool:
    try:
        return is_foreign_error(error)
    except Exception:  # if this check fails, it is the recorder that failed
        return False
