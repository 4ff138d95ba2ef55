"""The recorder's own end: it says why, and leaves the program alone for good.

What a signal's handler of the program has raised into the recorder is no reason to end: that is the
program's own.
"""

from __future__ import annotations

import gc
import sys
from _thread import allocate_lock

from visualizer.recorder.failure import TAKEN_AWAY, reason
from visualizer.recorder.signals import is_from_elsewhere
from visualizer.recorder.turns import HALF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from visualizer.recorder.sight import Sight
    from visualizer.recorder.spool import Spool
    from visualizer.recorder.steps import Steps

MOST_IN_A_ROW = 16
"""So many steps may be left out, one after another, because memory is short."""

_is_finalizing, _set_interval = sys.is_finalizing, sys.setswitchinterval
_gc_enable = gc.enable


class Ending:
    """``is_on`` until it has come; ``lock`` belongs to who makes a step.

    ``is_running``: the program has begun, and its last line is still to come. ``rests``: the
    collector does for the sake of a step. ``is_audited``: the program listens to audit events.
    ``has_let_through``: an exception of the program's own has gone through the recorder.
    ``short_of_memory``: how many steps in a row were left out for that.
    """

    def __init__(self, spool: Spool, sight: Sight, steps: Steps) -> None:
        self._spool = spool
        self._sight = sight
        self._steps = steps
        self.short_of_memory = 0
        self.lock = allocate_lock()
        self.is_on = self.is_running = self.rests = False
        self.is_audited = self.has_let_through = False

    def meets(self, error: BaseException, *, is_last: bool) -> bool:
        """Do what is to be done about an exception in a step; whether it is the program's own.

        ``is_last``: no step of the program follows.
        """
        is_foreign = _is_foreign(error)
        if not is_foreign and not self._may_go_on(error, is_last):
            self.give_up(reason(error))
            return False
        self._steps.leave_half_way()
        self.has_let_through = self.has_let_through or is_foreign
        return is_foreign

    def _may_go_on(self, error: BaseException, is_last: bool) -> bool:
        """Whether a fault is one of the moment, which costs a step."""
        if isinstance(error, MemoryError):
            self.short_of_memory += 1
            return self.short_of_memory <= MOST_IN_A_ROW and not is_last
        # Another thread has changed what was being read.
        return self._steps.turns.is_overdue()

    def is_the_programs(self, error: BaseException) -> bool:
        """Whether an exception in a callback is the program's own; if not, the recorder ends."""
        is_foreign = _is_foreign(error)
        if is_foreign:
            self.has_let_through = True
        else:
            self.give_up(reason(error))
        return is_foreign

    def lose_sight(self, callback: object) -> None:
        """A callback is gone: the program has taken it away, or the interpreter ends."""
        if not (self.is_running and self.is_on):
            return
        if _is_finalizing():  # there is nothing left to be switched off
            self._without_fault(self._spool.last_words, TAKEN_AWAY)
        else:
            self.give_up(TAKEN_AWAY)

    def give_up(self, why: bytes) -> None:
        """End the recording with a reason, and leave the program alone for good."""
        if self.stop():
            self._without_fault(self._spool.last_words, why)

    def stop(self) -> bool:
        """No more events, for good, and nothing of the program is held; whether there were any.

        Who is in the middle of a step lets go at its end.
        """
        was_on, self.is_on = self.is_on, False
        self._without_fault(self._close)
        if self.lock.acquire(blocking=False):
            try:
                self.let_go()
            finally:
                self.lock.release()
        return was_on

    def stop_in_child(self) -> None:
        """After a fork; another thread may have been in the middle of a step, which has no end."""
        self.lock = allocate_lock()
        self.stop()

    def _close(self) -> None:
        self._sight.close(is_audited=self.is_audited)

    def let_go(self) -> None:
        """What a step holds, and has changed in the interpreter; belongs to who has the lock."""
        for part in (self._steps.leave_half_way, self._steps.turns.end, self._mend_turns):
            self._without_fault(part)

    def _mend_turns(self) -> None:
        """What the end of a turn does, also where that has failed."""
        turns = self._steps.turns
        if turns.began:
            turns.began = 0.0
            _set_interval(turns.usual + HALF)
        if self.rests or turns.rests:
            self.rests = turns.rests = False
            _gc_enable()

    def _without_fault(self, part: Callable[..., None], *given: bytes) -> None:
        """Do a part of what the end takes; what goes wrong in it no longer matters."""
        try:
            part(*given)
        except Exception as error:
            if _is_foreign(error):
                raise


def _is_foreign(error: BaseException) -> bool:
    try:
        return is_from_elsewhere(error)
    except Exception:  # what cannot even judge a failure has failed itself
        return False
