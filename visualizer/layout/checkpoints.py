"""Checkpoints: places in long work where other work may run.

Laying out a step takes time in proportion to its objects, planning many steps takes longer. Both
call ``checkpoint`` after each object, step or place. Other work on the thread sets a callback with
``call_at_checkpoints``; without one a checkpoint does nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from itertools import batched

_BATCH = 256
"""The number of short pieces of work between two checkpoints."""


def do_nothing() -> None:
    """Do nothing: the default callback of a checkpoint."""


_callback: ContextVar[Callable[[], None]] = ContextVar("checkpoint", default=do_nothing)


def checkpoint() -> None:
    """Let other work run; raises the exception that cancels this work."""
    _callback.get()()


def call_at_checkpoints(callback: Callable[[], None]) -> None:
    """Call ``callback`` at each checkpoint of this context (PEP 567) from now on.

    Each greenlet has a context of its own, so nothing has to be reset for other work.
    """
    _callback.set(callback)


def with_checkpoints[T](items: Iterable[T]) -> Iterator[T]:
    """Yield the items, with checkpoints on the way; for items that each take little time."""
    for batch in batched(items, _BATCH, strict=False):
        checkpoint()
        yield from batch
