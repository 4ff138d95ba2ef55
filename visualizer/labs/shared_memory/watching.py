"""What the processes of a run have in memory, and which segments they have mapped: from outside.

Read from ``/proc`` (Linux). It holds up whoever is looked at: a run that is watched is not timed.
"""

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from visualizer.labs.shared_memory.segments import FOLDER, segments_of

_PROC = Path("/proc")
_EVERY = 0.004
_DELETED = " (deleted)"


@dataclass(frozen=True, slots=True)
class Usage:
    """Bytes of a process. ``pss`` divides what is shared by those who share it, ``uss`` is what
    nobody else has; ``rss`` counts all, so that the sum counts what is shared several times."""

    rss: int = 0
    pss: int = 0
    uss: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.rss + other.rss, self.pss + other.pss, self.uss + other.uss)

    def most(self, other: "Usage") -> "Usage":
        """Of each number the larger one."""
        return Usage(max(self.rss, other.rss), max(self.pss, other.pss), max(self.uss, other.uss))


@dataclass(frozen=True, slots=True)
class Mapped:
    """A segment, or a file that is mapped like one: ``by`` are the processes that have it mapped;
    unlinked, it has no name."""

    name: str
    size: int
    by: tuple[int, ...]
    is_unlinked: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """Taken ``at`` seconds after watching began; ``processes`` by their numbers."""

    at: float
    processes: dict[int, Usage]
    segments: tuple[Mapped, ...]

    @property
    def total(self) -> Usage:
        """Of all processes."""
        return sum(self.processes.values(), Usage())


@dataclass(frozen=True, slots=True)
class Seen:
    """A process: when it began, in ticks since the machine did, and its command line."""

    begun: int
    command: bytes


@dataclass
class Watch:
    """Samples the processes of a session as often as it can, on a thread; a context.

    ``prefix`` is what names of segments begin with, ``folder`` where files of rows are that may be
    mapped. ``take`` takes a sample at once. ``seen`` are all processes that there were.
    """

    session: int
    prefix: str
    folder: str = ""
    samples: list[Sample] = field(default_factory=list)
    seen: dict[int, Seen] = field(default_factory=dict)

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

    def take(self) -> Sample:
        """A sample, of now."""
        with self._one_at_a_time:
            processes = {}
            mapped: dict[str, tuple[int, list[int], bool]] = {}
            for process in members(self.session):
                usage = usage_of(process)
                if usage is not None:
                    processes[process] = usage
                    self._see(process)
                    _add_maps(process, self._beginnings, mapped)
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
    def _beginnings(self) -> tuple[str, ...]:
        """What paths begin with of which maps are looked for; the name begins behind the slash."""
        found = (f"{FOLDER}/{self.prefix}",)
        return (*found, f"{self.folder}/") if self.folder else found

    def _see(self, process: int) -> None:
        # Looked at each time: one that was forked may turn into another program.
        with suppress(OSError, IndexError, ValueError):
            place = _PROC / str(process)
            stat = (place / "stat").read_text(encoding="utf-8", errors="replace")
            begun = int(stat.rpartition(")")[2].split()[19])
            self.seen[process] = Seen(begun, (place / "cmdline").read_bytes())

    @property
    def peak(self) -> Usage:
        """The most of each, summed over the processes of the same moment."""
        found = Usage()
        for sample in self.samples:
            found = found.most(sample.total)
        return found

    def peaks(self) -> dict[int, Usage]:
        """The most that each process had."""
        found: dict[int, Usage] = {}
        for sample in self.samples:
            for process, usage in sample.processes.items():
                found[process] = found.get(process, Usage()).most(usage)
        return found

    def _watch(self) -> None:
        while not self._is_over.wait(_EVERY):
            self.take()


def members(session: int) -> list[int]:
    """Processes of a session that are alive."""
    found = []
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            try:
                stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue  # it has just ended
            state, *_, of = stat.rpartition(")")[2].split()[:4]
            # One that is dead and has not been asked for yet has nothing any more.
            if int(of) == session and state not in "ZX":
                found.append(int(folder.name))
    return found


def usage_of(process: int) -> Usage | None:
    """Of one process; None where it is gone, or nobody says."""
    try:
        text = (_PROC / str(process) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return None
    found = {}
    for line in text.splitlines()[1:]:
        name, _, rest = line.partition(":")
        found[name] = int(rest.split()[0]) * 1024
    if "Pss" not in found:  # it has no memory any more
        return None
    private = found.get("Private_Clean", 0) + found.get("Private_Dirty", 0)
    return Usage(found["Rss"], found["Pss"], private)


def _add_maps(
    process: int, beginnings: tuple[str, ...], mapped: dict[str, tuple[int, list[int], bool]]
) -> None:
    try:
        lines = (_PROC / str(process) / "maps").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for line in lines.splitlines():
        start = next((one for one in beginnings if one in line), None)
        if start is not None:
            path = line[line.index(start) :]
            is_gone = path.endswith(_DELETED)
            name = path.removesuffix(_DELETED).rpartition("/")[2]
            low, high = (int(number, 16) for number in line.split(maxsplit=1)[0].split("-"))
            size, by, was_gone = mapped.get(name, (high - low, [], is_gone))
            if process not in by:
                by.append(process)
            mapped[name] = size, by, is_gone or was_gone


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
