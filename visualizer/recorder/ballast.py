"""Keeps the collector's count of young containers what it is in a plain run.

The count goes up with every container that is made in memory of its own and down with every one
that is freed (Python/gc.c; what lists, dicts and short tuples leave behind for the next of their
kind does not count). What a step makes for its own use is freed before it ends. For what lasts, a
container of the ballast is freed, and one is made anew for what lasted and goes.
"""

from __future__ import annotations

import gc

_get_count = gc.get_count
_LONG = [None] * 22
"""As a tuple it is too long to be left for the next (pycore_freelist.h)."""
_MOST = 500
"""So many containers and more no step makes to keep: the collector has run in between."""


class Ballast:
    """``held`` are the containers that can be freed, ``kept`` those that only must not be.

    ``spare`` are left for the next of their kind when the program begins: as many as the recorder
    itself needs at a time.
    """

    def __init__(self) -> None:
        self.held: list[object] = []
        self.kept: list[object] = []
        self.spare: list[object] = []

    def fill(self, n: int) -> None:
        """Make ballast; the collector forgets tuples of nothing at its next run."""
        self.held += [tuple(_LONG) for _ in range(n)]

    def made(self, n: int) -> None:
        """So many containers were made that last, or went where that is below zero."""
        if n > 0:
            del self.held[-n:]
        elif n:
            self.goes(-n)

    def goes(self, n: int) -> None:
        """So many containers that lasted are about to be freed."""
        self.held += [tuple(_LONG) for _ in range(n)]

    def settle(self, before: int) -> None:
        """Bring the count back to what it was."""
        change = _get_count()[0] - before
        if 0 < change < _MOST:
            self.made(change)
        elif -_MOST < change < 0:
            self.goes(-change)
