"""Programs written on the spot, run under the recorder, and stand-ins for the recorder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

import pytest

from visualizer.model import End
from visualizer.recording import Recording, Writer
from visualizer.session import Options, Session, launch


@dataclass
class Run:
    """A session over a program, and what came of it."""

    session: Session
    path: Path
    writer: Writer
    output: list[tuple[str, bytes]] = field(default_factory=list)

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

    @contextmanager
    def recording(self) -> Iterator[Recording]:
        recording = Recording.open(self.path)
        try:
            yield recording
        finally:
            recording.close()


type Start = Callable[..., Run]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a program given as text; a session that still runs at the end is ended."""
    runs: list[Run] = []

    def begin(text: str, **options: object) -> Run:
        program = tmp_path / f"program{len(runs)}.py"
        program.write_text(dedent(text), encoding="utf-8")
        path = program.with_suffix(".memtrace")
        writer = Writer(path, program.name)
        output: list[tuple[str, bytes]] = []
        session = Session(
            Options(program, **options),  # type: ignore[arg-type]
            writer,
            lambda stream, data: output.append((stream, data)),
        )
        run = Run(session, path, writer, output)
        runs.append(run)
        session.start()
        return run

    yield begin
    for run in runs:
        run.session.close()


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put other code in the recorder's place: it finds ``spool``, ``settings`` and ``wire``."""

    def use(text: str) -> None:
        entry = tmp_path / "entry"
        entry.mkdir()
        start = f"""
            import os, sys
            sys.path.insert(0, {str(launch.ROOT)!r})
            from visualizer.recorder import spool as spools, wire
            settings = wire.settings_from(os.environ.pop(wire.SETTINGS_VARIABLE))
            where = os.environ.pop(wire.SPOOL_VARIABLE)
            spool = spools.Spool(where, settings["parent"])
            hello = [wire.HELLO, wire.VERSION, os.getpid(), 4, 6]
            def step(number):
                spool.write(wire.pack([wire.STEP, 1, 1, 0, number, 1, 0, 0], []))
                spool.count_step()
            def greet():
                spool.write(wire.pack(hello, [b"3.13", b"python"]))
                names = [b"program.py", b"<module>"]
                spool.write(wire.pack([wire.TEXT, 10, wire.TEXT, 8], names))
        """
        code = dedent(start) + dedent(text)
        (entry / "sitecustomize.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(launch, "ENTRY", entry)

    return use


def process_is_gone(pid: int) -> bool:
    """Whether nothing runs under ``pid`` any more; one that only waits to be reaped does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state in {"Z", "X"}
