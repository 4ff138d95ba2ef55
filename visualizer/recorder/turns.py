"""When a thread may look at everything without another one running in between.

The interpreter takes the lock (GIL) from a running thread only when another has waited for it for
a whole switch interval in which it did not change hands (Python/ceval_gil.c, ``take_gil``). So for
one interval after a change of hands nobody can be interrupted. A step that may not be over by then
first lets the others run, while it holds nothing of the program. While it reads, the interval is
long: who begins to wait then, or waits on because the lock has changed hands, does not interrupt.
"""

from __future__ import annotations

import gc
import os
import sys
from _thread import allocate_lock
from time import perf_counter

_interval, _set_interval = sys.getswitchinterval, sys.setswitchinterval
_gc_enabled, _gc_disable, _gc_enable = gc.isenabled, gc.disable, gc.enable
_now = perf_counter
_isatty = os.isatty

_MOMENT = 50e-6
"""Seconds that are enough for a waiting thread to be woken and to take the lock."""
_LONG = 0.02
"""The interval, in seconds, while a step is read: several times what that takes."""
_SHARE = 0.9
"""Of an interval, how much is counted on."""
HALF = 0.5e-6
"""The interpreter cuts the interval to whole microseconds: not to lose one."""


class Turns:
    """``begin`` and ``end`` enclose the making of a step. Belongs to who holds the watch's lock.

    ``rests`` says that the collector does for our sake; where ``began`` is not 0 the interval is
    not what it was: ``usual``.
    """

    def __init__(self) -> None:
        self._never = allocate_lock()
        self._never.acquire()
        self._until = self.began = self._cost = self.usual = 0.0
        self.rests = False

    def rest(self) -> None:
        """Have the collector rest: what it finalizes is not to run here."""
        if _gc_enabled():
            self.rests = True
            _gc_disable()

    def begin(self) -> None:
        """Have enough time to read a step; nothing of the program may be held yet."""
        now = _now()
        self.usual = _interval()
        if now + 2 * self._cost > self._until:
            self._wake()
            # Waiting for a lock that nobody releases is no audited event, as a sleep would be.
            self._never.acquire(True, _MOMENT)
            now = _now()
            self._until = now + _SHARE * self.usual
            self.rest()
        self.began = now
        _set_interval(_LONG)

    def _wake(self) -> None:
        if self.rests:
            self.rests = False
            _gc_enable()

    def end(self) -> None:
        """Nothing of the program is held any more."""
        if self.began:
            _set_interval(self.usual + HALF)
            now = _now()
            self._cost += (now - self.began - self._cost) / 8
            self.began = 0.0
            self._wake()
            # The lock is let go for an instant: who waits looks at the interval anew.
            _isatty(-1)
        self._wake()

    def is_overdue(self) -> bool:
        """Whether another thread may have run since ``begin``."""
        return self.began > 0 and _now() > self._until
