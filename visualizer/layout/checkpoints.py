"""Checkpoints: places in long work where other work may run.

Laying out a step takes time in proportion to its objects, planning many steps takes longer. Both
call ``checkpoint`` after each object, step or place. Whoever shares the thread receives these calls
by ``calling_at_checkpoints``; for everybody else a checkpoint does nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import batched

_BATCH = 256
"""The number of short pieces of work between two checkpoints."""


def _do_nothing() -> None:
    pass


_callback: ContextVar[Callable[[], None]] = ContextVar("checkpoint", default=_do_nothing)


def checkpoint() -> None:
    """Let other work run; raises what cancels this work."""
    _callback.get()()


@contextmanager
def calling_at_checkpoints(callback: Callable[[], None]) -> Iterator[None]:
    """Call ``callback`` at each checkpoint of the work inside."""
    token = _callback.set(callback)
    try:
        yield
    finally:
        _callback.reset(token)


def with_checkpoints[T](items: Iterable[T]) -> Iterator[T]:
    """Yield the items, with checkpoints on the way; for items that each take little time."""
    for batch in batched(items, _BATCH, strict=False):
        checkpoint()
        yield from batch
