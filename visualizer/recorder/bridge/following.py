"""Follows locks for the engine in C, by giving ``Locks`` what it asks for.

Converts the engine's stacks and names to the form of the recorder in Python; reads an object's
content again when ``Locks`` asks for it.
"""

from __future__ import annotations

from itertools import islice

from visualizer.recorder.events.threads import innermost_frames
from visualizer.recorder.frames.variables import FrameView
from visualizer.recorder.locks.holders import Locks
from visualizer.recorder.locks.library_waits import library_wait
from visualizer.recorder.objects import contents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from visualizer.recorder.files import Files
    from visualizer.recorder.locks.lock_sites import LockSites
    from visualizer.recorder.names import Names
    from visualizer.recorder.objects.plans import Plan
    from visualizer.recorder.objects.reading import Reader


def stacks(native: Any) -> Iterator[tuple[int, int, list[tuple[Any, ...]]]]:
    """Yield each thread's number, ident and frames, outermost first.

    A frame is its address, the number and the address of its code, instruction, line, names.
    """
    given = iter(native.stacks_())
    for number, ident, count in zip(given, given, given, strict=False):
        frames = []
        for _ in range(count):
            *frame, names = islice(given, 6)
            frames.append((*frame, _pairs(given, names)))
        yield number, ident, frames


def _pairs(given: Iterator[int], count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return ``count`` names, and the addresses of their values."""
    both = tuple(islice(given, 2 * count))
    return both[::2], both[1::2]


class CodeSites:
    """The info of a code object that ``Locks`` uses."""

    def __init__(self, file: int, sites: LockSites | None) -> None:
        self.file = file
        self.sites = sites


class Objects:
    """The engine's objects by address, with the interface that ``Locks`` uses."""

    def __init__(self, native: Any, reader: Reader) -> None:
        self._native = native
        self._reader = reader
        self.serial: Callable[[int], int] = native.serial_

    def is_live(self, address: int) -> bool:
        """Whether an object is known at the address."""
        return self._native.object_(address) is not None

    def plan(self, address: int) -> Plan | None:
        """Return the plan to read it; None if unknown."""
        thing = self._native.object_(address) if address else None
        return None if thing is None else self._reader.plan(type(thing))

    def content(self, address: int) -> Any:
        """Return its content, read again; None if unknown."""
        plan = self.plan(address)
        return None if plan is None else plan.read(self._native.object_(address), [])


class LockFollower:
    """Follows locks from step to step. ``locks`` are the addresses of those seen.

    Takes the place of the tracker, and of its reporter and encoder, for ``Locks``.
    """

    def __init__(
        self, native: Any, names: Names, files: Files, reader: Reader, threads: Mapping[int, int]
    ) -> None:
        self._native = native
        self._files = files
        self._codes: dict[int, CodeSites] = {}
        self._globals: dict[int, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self.locks: set[int] = set()
        self.reader = reader
        self.objects = Objects(native, reader)
        self.reporter = self.encoder = self
        self.thread_of = lambda ident: threads.get(ident, 0)
        self._threads = threads
        self._locks: Any = Locks(self, self._globals, names.number)  # type: ignore[arg-type]

    def add_code(self, number: int, file: int, sites: LockSites | None) -> None:
        """Store a code object's lock sites."""
        self._codes[number] = CodeSites(file, sites)

    def step(self, thread: int, line: int, raised: int) -> list[int]:
        """Return the operations for the changes."""
        self._globals.clear()
        given = iter(self._native.namespaces_())
        for file, count in zip(given, given, strict=False):
            self._globals[file] = _pairs(given, count)
        found = {
            number: [
                FrameView(frame, code, instruction, at, self._codes[own], variables=names)
                for frame, own, code, instruction, at, names in frames
            ]
            for number, _, frames in stacks(self._native)
        }
        self._read_owned()
        views = found.pop(thread, [])
        others = {number: frames for number, frames in found.items() if frames}
        numbers: list[int] = []
        own = (thread, views, line or None, bool(raised))
        self._locks.step(own, others, self._waits(thread, others), numbers)
        return numbers

    def _read_owned(self) -> None:
        """Read all known ``RLock`` objects, which notes their owners; forget dead ones."""
        contents.owned.clear()
        for address in [*self.locks]:
            if self.objects.content(address) is None:
                self.locks.discard(address)

    def _waits(self, thread: int, others: Mapping[int, object]) -> dict[int, Any]:
        if not others:
            return {}
        found = {}
        for ident, frame in innermost_frames().items():
            number = self._threads.get(ident, 0)
            wait = library_wait(frame, self._files.is_traced) if number in others else None
            if wait is not None and number != thread:
                found[number] = wait
        return found
