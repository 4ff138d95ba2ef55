"""Observes the memory and the segments of a run's processes from outside.

Observation delays the processes, so a watched run is not timed.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path

from visualizer.labs.shared_memory.methods.segments import FOLDER, segments_of
from visualizer.platform.usage import Usage, mapped_below, usage_of

_EVERY = 0.004


@dataclass(frozen=True, slots=True)
class Mapped:
    """A segment or mapped file: ``by`` are the processes that map it; unlinked, it has no name."""

    name: str
    size: int
    by: tuple[int, ...]
    is_unlinked: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample ``at`` so many seconds after watching began; ``processes`` by their numbers."""

    at: float
    processes: dict[int, Usage]
    segments: tuple[Mapped, ...]
    total: Usage = field(init=False)
    """The sum over all processes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", sum(self.processes.values(), Usage()))


@dataclass
class Watch:
    """Samples processes as often as possible, on a thread; a context.

    ``members`` returns the processes, ``prefix`` begins the names of segments, ``folder`` has the
    files that may be mapped. ``take_sample`` samples at once.
    """

    members: Callable[[], list[int]]
    prefix: str
    folder: str = ""
    samples: list[Sample] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._begun = time.monotonic()
        self._is_over = threading.Event()
        self._one_at_a_time = threading.Lock()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def take_sample(self) -> Sample:
        """Take a sample now."""
        # The name of a segment or file follows the slash.
        paths = f"{FOLDER}/{self.prefix}", f"{self.folder}/"
        beginnings = paths if self.folder else paths[:1]
        with self._one_at_a_time:
            processes = {}
            mapped: dict[str, tuple[int, list[int], bool]] = {}
            for process in self.members():
                usage = usage_of(process)
                if usage is not None:
                    processes[process] = usage
                    _add_maps(process, beginnings, mapped)
            for name in segments_of(self.prefix):
                mapped.setdefault(name, (_size_of(FOLDER / name), [], False))
            for path in Path(self.folder).glob("*.rows") if self.folder else ():
                mapped.setdefault(path.name, (_size_of(path), [], False))
            segments = tuple(
                Mapped(name, size, tuple(by), gone) for name, (size, by, gone) in mapped.items()
            )
            sample = Sample(time.monotonic() - self._begun, processes, segments)
            self.samples.append(sample)
            return sample

    @property
    def peak(self) -> Usage:
        """Return the largest sum over all processes at one moment, for each kind of memory."""
        return reduce(Usage.maximum, (sample.total for sample in self.samples), Usage())

    def peaks(self) -> dict[int, Usage]:
        """Return the largest value of each process."""
        found: dict[int, Usage] = {}
        for sample in self.samples:
            for process, usage in sample.processes.items():
                found[process] = found.get(process, Usage()).maximum(usage)
        return found

    def _watch(self) -> None:
        while not self._is_over.wait(_EVERY):
            self.take_sample()


def _add_maps(
    process: int, beginnings: tuple[str, ...], mapped: dict[str, tuple[int, list[int], bool]]
) -> None:
    for one in mapped_below(process, beginnings):
        name = one.path.rpartition("/")[2]
        size, by, was_gone = mapped.get(name, (one.size, [], one.is_gone))
        if process not in by:
            by.append(process)
        mapped[name] = size, by, one.is_gone or was_gone


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
