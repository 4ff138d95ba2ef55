"""Runs tests of CPython plainly and recorded, and compares them test by test.

Tests run in batches, each in a process of its own, which is begun again behind a test that takes
too long or takes the process down. Plain and recorded processes run the very same tests.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import batched
from pathlib import Path

from tests.cpython.arranged import arrange, wish
from visualizer.model import End, EndReason, VisualizerError
from visualizer.recording import Recording, Writer
from visualizer.session import Options, Session

type Outcome = tuple[tuple[str, ...], ...]
"""What was noted of one test, without its id: ("pass",), ("fail", message), …"""
type RunOnce = Callable[[Path, tuple[str, ...], Callable[[], bool]], Once]
"""Runs a program; asks the function whether to go on."""

BATCH = 25
WAITING = 20
"""A test that does nothing may take so many times its limit of processor time by the clock."""
LONGEST_PAUSE = 900.0
"""Seconds by the clock from one sign of a process to the next."""


@dataclass(frozen=True)
class Once:
    """How one process ended; what is wrong with its recording, and how many steps that has."""

    end: str
    fault: str = ""
    steps: int = 0


@dataclass
class Ran:
    """What became of tests, in one process after another; ``seconds`` are the processor's."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    too_slow: list[str] = field(default_factory=list)
    crashed: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    steps: int = 0

    def add(self, other: "Ran") -> None:
        """Take over what became of other tests."""
        self.outcomes |= other.outcomes
        self.too_slow += other.too_slow
        self.crashed |= other.crashed
        self.faults += other.faults
        self.seconds |= other.seconds
        self.steps += other.steps


@dataclass
class Log:
    """Follows the log that the judged process writes.

    ``running`` is the test under way; it began at ``begun`` by the process's own clock, and
    something was heard last at ``heard`` by ours.
    """

    path: Path
    outcomes: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    process: int | None = None
    running: str | None = None
    begun: float = 0.0
    heard: float = field(default_factory=time.monotonic)
    done: bool = False
    _offset: int = 0

    def follow(self) -> None:
        """Take in what is new."""
        if self.path.exists():
            with self.path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
            whole = data[: data.rfind(b"\n") + 1]
            self._offset += len(whole)
            for line in whole.decode().replace(str(self.path.parent), "FOLDER").splitlines():
                self._take(*json.loads(line))
                self.heard = time.monotonic()

    def is_over(self, limit: float) -> bool:
        """Whether the test under way has had its share, in seconds of the processor."""
        passed = time.monotonic() - self.heard
        if self.running is None:
            return passed > LONGEST_PAUSE
        used = None if self.process is None else processor_time(self.process)
        over = used is not None and used - self.begun > limit
        return over or passed > min(limit * WAITING, LONGEST_PAUSE)

    def _take(self, what: str, test: str, *rest: str) -> None:
        if what == "start":
            self.running, self.begun = test, float(rest[0])
            self.outcomes[test] = []
        elif what == "stop":
            self.running, self.seconds[test] = None, float(rest[0]) - self.begun
        elif what in ("done", "skipped module"):
            self.done = True
        elif what == "process":
            self.process = int(test)
        elif what == "named":
            self.named.append(test)
        else:
            # A class or module that cannot be set up has an outcome without ever starting.
            self.outcomes.setdefault(test, []).append((what, *rest))


def processor_time(process: int) -> float | None:
    """Seconds of the processor that a process has used; None where that cannot be known."""
    try:
        fields = (
            Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        )
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run_plainly(program: Path, arguments: tuple[str, ...], go_on: Callable[[], bool]) -> Once:
    """Run the program as a shell would."""
    with (program.parent / "output").open("ab") as output:
        child = subprocess.Popen(
            [sys.executable, str(program), *arguments],
            cwd=program.parent,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            while child.poll() is None and go_on():
                time.sleep(0.02)
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
    return Once(str(child.wait()))


def run_recorded(program: Path, arguments: tuple[str, ...], go_on: Callable[[], bool]) -> Once:
    """Run it under the recorder, and check the recording."""
    path = program.with_suffix(".memtrace")
    options = Options(program, arguments, directory=program.parent)
    session = Session(options, Writer(path, program.name))
    session.start()
    with closing(session):
        session.close_input()
        while session.poll():
            if not go_on():
                session.stop()
            session.pause()
    end = session.wait()
    try:
        with closing(Recording.open(path)) as recording:
            recording.check()
            return Once(told(end), "", recording.steps)
    except VisualizerError as error:
        return Once(told(end), str(error))
    finally:
        path.unlink()


def told(end: End) -> str:
    """The exit code where the program ended by itself, as of a plain run; else all of the end."""
    by_itself = (EndReason.FINISHED, EndReason.UNCAUGHT, EndReason.EXITED)
    return str(end.exit_code) if end.reason in by_itself else f"{end.reason}: {end.detail}"


def named(folder: Path, module: str) -> list[str]:
    """The tests of a module, in their order."""
    program = arrange(folder, module)
    log = Log(folder / "log")
    run_plainly(program, (str(log.path), module, str(wish(folder / "wishes", ()))), lambda: True)
    log.follow()
    return list(dict.fromkeys(log.named))


def run_batch(folder: Path, module: str, run: RunOnce, limit: float, tests: Iterable[str]) -> Ran:
    """Run some tests of a module; one is given up after ``limit`` seconds of the processor."""
    found = Ran()
    waiting = list(tests)
    while waiting:
        program = arrange(folder / f"{len(waiting):02}", module, waiting)
        log = Log(program.parent / "log")

        was_over = False

        def go_on(log: Log = log) -> bool:
            nonlocal was_over
            log.follow()
            was_over = was_over or log.is_over(limit)  # it is asked again while it is being ended
            return not was_over

        arguments = (str(log.path), module, str(wish(program.parent / "wishes", waiting)))
        once = run(program, arguments, go_on)
        log.follow()
        found.steps += once.steps
        found.seconds |= log.seconds
        found.faults += [once.fault] if once.fault else []
        culprit = log.running
        found.outcomes |= {t: tuple(o) for t, o in log.outcomes.items() if t != culprit}
        if culprit is None:
            if once.end != "0" or not log.done:
                found.faults.append(f"ended with {once.end} after the last test")
            break
        if was_over:
            found.too_slow.append(culprit)
        else:
            found.crashed[culprit] = once.end
        waiting = [test for test in waiting if test not in found.outcomes and test != culprit]
        waiting = waiting if culprit not in found.outcomes else []
    return found


@dataclass
class Verdict:
    """What the two runs of some tests show."""

    plain: Ran = field(default_factory=Ran)
    recorded: Ran = field(default_factory=Ran)

    @property
    def compared(self) -> list[str]:
        """The tests that ended in both."""
        return [test for test in self.plain.outcomes if test in self.recorded.outcomes]

    @property
    def different(self) -> list[str]:
        """Those that did not end in the same way, or took down the recorded process alone."""
        plain, recorded = self.plain.outcomes, self.recorded.outcomes
        crashed = [test for test in self.recorded.crashed if test in plain]
        return [test for test in self.compared if plain[test] != recorded[test]] + crashed


def judge(folder: Path, module: str, limit: float, tests: Iterable[str]) -> Verdict:
    """Run tests of a module both ways, batch by batch."""
    verdict = Verdict()
    for number, batch in enumerate(batched(tests, BATCH, strict=False)):
        plain = run_batch(folder / f"plainly-{number}", module, run_plainly, limit, batch)
        again = [test for test in batch if test in plain.outcomes]
        verdict.plain.add(plain)
        if again:
            place = folder / f"watched-{number}"
            verdict.recorded.add(run_batch(place, module, run_recorded, limit, again))
    return verdict


def report(module: str, verdict: Verdict) -> str:
    """The verdict in lines."""
    plain, recorded = verdict.plain, verdict.recorded
    equal = len(verdict.compared) - sum(test in recorded.outcomes for test in verdict.different)
    lines = [
        f"{module}: {len(plain.outcomes)} ended plainly, {len(verdict.compared)} compared, "
        f"{equal} equal, {len(recorded.too_slow)} too slow, {recorded.steps} steps, "
        f"{sum(recorded.seconds.values()):.0f} s (plain {sum(plain.seconds.values()):.0f} s)"
    ]
    lines += [f"  plain fault: {fault}" for fault in plain.faults]
    lines += [f"  fault: {fault}" for fault in recorded.faults]
    lines += [f"  too slow, plainly: {test}" for test in plain.too_slow]
    lines += [f"  too slow: {test}" for test in recorded.too_slow]
    for test in verdict.different:
        lines.append(f"  differs: {test}")
        lines.append(f"    plain:    {plain.outcomes[test]}")
        lines.append(f"    recorded: {recorded.outcomes.get(test, recorded.crashed.get(test))}")
    return "\n".join(lines)
