"""Gives a thread time to scan without another thread running in between.

The interpreter takes the lock (GIL) from a running thread only after another has waited for a whole
switch interval in which the lock did not change hands (Python/ceval_gil.c, ``take_gil``). So for
one interval after it changed hands no thread is interrupted. A step that may take longer first lets
the other threads run, while it holds nothing of the program. During the scan the interval is long:
a thread that starts to wait then, or continues because the lock has changed hands, does not
interrupt.
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
"""Seconds in which a waiting thread wakes up and takes the lock."""
_LONG = 0.02
"""The interval in seconds during a scan: several times its duration."""
_SHARE = 0.9
"""The usable part of an interval."""
HALF = 0.5e-6
"""Makes up for the interpreter's truncation of the interval to whole microseconds."""


class GilWindow:
    """A time window for a step, from ``open`` to ``close``; belongs to the holder of the lock.

    ``collector_paused`` is true if we disabled the collector; if ``opened_at`` is not 0, the
    interval is modified and was ``usual``.
    """

    def __init__(self) -> None:
        self._never = allocate_lock()
        self._never.acquire()
        self._until = self.opened_at = self._cost = self.usual = 0.0
        self.collector_paused = False

    def pause_collector(self) -> None:
        """Disable the collector: finalizers must not run here."""
        if _gc_enabled():
            self.collector_paused = True
            _gc_disable()

    def open(self) -> None:
        """Ensure enough time to scan a step; requires that nothing of the program is held yet."""
        now = _now()
        self.usual = _interval()
        if now + 2 * self._cost > self._until:
            self._resume_collector()
            # Unlike a sleep, waiting for a lock that is never released raises no audit event.
            self._never.acquire(True, _MOMENT)
            now = _now()
            self._until = now + _SHARE * self.usual
            self.pause_collector()
        self.opened_at = now
        _set_interval(_LONG)

    def _resume_collector(self) -> None:
        if self.collector_paused:
            self.collector_paused = False
            _gc_enable()

    def close(self) -> None:
        """End the window; requires that nothing of the program is held."""
        if self.opened_at:
            _set_interval(self.usual + HALF)
            now = _now()
            self._cost += (now - self.opened_at - self._cost) / 8
            self.opened_at = 0.0
            self._resume_collector()
            # Releases the lock for an instant: waiting threads read the interval again.
            _isatty(-1)
        self._resume_collector()

    def is_overdue(self) -> bool:
        """Whether another thread may have run since ``open``."""
        return self.opened_at > 0 and _now() > self._until
