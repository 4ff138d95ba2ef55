"""Fixtures that run programs under the recorder, and stand-ins for the recorder."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from textwrap import dedent

import pytest

from tests.systems import ON_WINDOWS, as_printed
from visualizer.model import End
from visualizer.platform.processes import is_running
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session
from visualizer.session.start import launch

LONG_ENOUGH = 5 if ON_WINDOWS else 2
"""Seconds in which a program has begun; Wine is slow to start one."""
STAND_IN = """
import mmap, os, sys, time
sys.path.insert(0, {root!r})
from visualizer.recorder import wire

spool = os.environ.pop(wire.SPOOL_VARIABLE)
if sys.platform == "win32":
    name, _, size = spool.rpartition(":")
    ring = mmap.mmap(-1, int(size), tagname=name)
else:
    ring = mmap.mmap(int(spool), 0)
numbers = memoryview(ring)[:wire.SPOOL_HEADER].cast("Q")
room = len(ring) - wire.SPOOL_HEADER

def wait(holds):
    while not holds():
        time.sleep(0.0005)

def write(data):
    for start in range(0, len(data), room):
        piece = data[start:start + room]
        written = numbers[wire.WRITTEN // 8]
        wait(lambda: written + len(piece) - numbers[wire.CONSUMED // 8] <= room)
        at = written % room
        first = piece[:room - at]
        ring[wire.SPOOL_HEADER + at:wire.SPOOL_HEADER + at + len(first)] = first
        rest = piece[len(first):]
        ring[wire.SPOOL_HEADER:wire.SPOOL_HEADER + len(rest)] = rest
        numbers[wire.WRITTEN // 8] = written + len(piece)

def greet():
    hello = [wire.HELLO, wire.VERSION, os.getpid(), 4, 6]
    write(wire.pack(hello, [b"3.13", b"python"]))
    write(wire.pack([wire.TEXT, 10, wire.TEXT, 8], [b"program.py", b"<module>"]))

def give_up(why):
    ring[wire.LAST_WORDS + 8:wire.LAST_WORDS + 8 + len(why)] = why
    numbers[wire.LAST_WORDS // 8] = len(why)

def step(number):
    write(wire.pack([wire.STEP, 1, 1, 0, number, 1, 0, 0], []))
"""


@dataclass
class Run:
    """A session over a program, and its results."""

    session: Session
    path: Path
    writer: Writer
    pieces: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def output(self) -> list[tuple[str, bytes]]:
        """The output of each stream in turn, joined: the number of reads depends on the machine."""
        return [
            (stream, as_printed(b"".join(data for _, data in pieces)))
            for stream, pieces in groupby(self.pieces, key=itemgetter(0))
        ]

    def to_the_end(self) -> End:
        return self.session.wait()

    def until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            assert self.session.poll(), f"ended too early: {self.session.end}"
            self.session.pause()

    @property
    def pid(self) -> int:
        assert self.session._running is not None
        return self.session._running.child.pid

    def recording(self) -> AbstractContextManager[Recording]:
        return closing(Recording.open(self.path))


type Start = Callable[..., Run]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a program given as text; the fixture ends a session that still runs."""
    runs: list[Run] = []

    def begin(text: str, **options: object) -> Run:
        program = tmp_path / f"program{len(runs)}.py"
        program.write_text(dedent(text), encoding="utf-8")
        path = program.with_suffix(".memtrace")
        writer = Writer(path, program.name)
        pieces: list[tuple[str, bytes]] = []
        session = Session(
            Options(program, **options),  # type: ignore[arg-type]
            writer,
            lambda stream, data: pieces.append((stream, data)),
        )
        run = Run(session, path, writer, pieces)
        runs.append(run)
        session.start()
        return run

    yield begin
    for run in runs:
        run.session.close()


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put other code in the recorder's place; it has ``greet``, ``step``, ``write``, ``wait``."""

    def use(text: str) -> None:
        entry = tmp_path / "entry"
        entry.mkdir()
        code = STAND_IN.format(root=str(launch.ROOT)) + dedent(text)
        (entry / "sitecustomize.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(launch, "ENTRY", entry)

    return use


def process_is_gone(pid: int) -> bool:
    """Whether the process has ended; a process that only waits to be reaped counts as ended."""
    return not is_running(pid)
