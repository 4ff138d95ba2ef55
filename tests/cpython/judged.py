"""Runs tests of CPython plainly and recorded, and compares them test by test.

Tests run in batches, each in a separate process. After a test that takes too long or crashes the
process, a new process runs the rest. Plain and recorded processes run the same tests, with the
same interpreter; if a batch ends by itself both ways, its output is compared too. The recorded
process runs under ``visualizer record``.
"""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import batched, zip_longest
from pathlib import Path, PurePath
from typing import Any

from tests.cpython.arranged import OWN, arrange, wish

type Outcome = tuple[tuple[str, ...], ...]
"""The log of a test without its id: ("pass",), ("fail", message), …"""
type GoOn = Callable[[], bool]
type RunOnce = Callable[[Path, tuple[str, ...], GoOn], Once]
"""Runs a program; asks the function whether to continue."""

BATCH = 25
WAITING = 20
"""The wall time that an idle test may take, as a multiple of its limit of processor time."""
LONGEST_PAUSE = 900.0
"""The most seconds of wall time from one sign of a process to the next."""
MOST_STEPS = 200_000_000
GRACE = 60.0
"""The most seconds within which the command ends after the request to do so."""
BY_ITSELF = ("finished", "uncaught", "exited")
PASSING = re.compile(r"0x[0-9a-fA-F]+|\b\d+\.\d+ ?s\b|\bpid[ =]\d+")
"""Addresses, times and process numbers differ from run to run."""


@dataclass(frozen=True)
class Once:
    """The end of a process, the fault of its recording, and its steps."""

    end: str
    fault: str = ""
    steps: int = 0


@dataclass
class Ran:
    """The results of tests in successive processes; ``seconds`` of processor time.

    ``outputs`` are those of processes that ran all their tests, by the first test.
    """

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    too_slow: list[str] = field(default_factory=list)
    crashed: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    steps: int = 0

    def add(self, other: "Ran") -> None:
        """Add the results of other tests."""
        self.outcomes |= other.outcomes
        self.too_slow += other.too_slow
        self.crashed |= other.crashed
        self.faults += other.faults
        self.seconds |= other.seconds
        self.outputs |= other.outputs
        self.steps += other.steps


@dataclass
class Log:
    """Follows the log that the judged process writes.

    ``running`` is the current test; it began at ``begun`` by the process's own clock, and
    the last entry came at ``heard`` by ours.
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
        """Read the new entries."""
        if self.path.exists():
            with self.path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
            whole = data[: data.rfind(b"\n") + 1]
            self._offset += len(whole)
            for line in without_name(self.path.parent, whole.decode()).splitlines():
                self._take(*json.loads(line))
                self.heard = time.monotonic()

    def is_over(self, limit: float) -> bool:
        """Whether the current test has used up its limit of processor time, or waits too long."""
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
            # A class or module whose set-up fails has an outcome but no start.
            self.outcomes.setdefault(test, []).append((what, *rest))


def processor_time(process: int) -> float | None:
    """Return the processor seconds that a process has used; None if that is unknown."""
    try:
        fields = (
            Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        )
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The interpreter that runs the tests, and our recorder."""

    python: Path = OWN
    recorder: str = "auto"

    def plainly(self, program: Path, arguments: tuple[str, ...], go_on: GoOn) -> Once:
        """Run the program as a shell would."""
        command = [str(self.python), str(program), *arguments]
        child = _start(command, program)
        try:
            while child.poll() is None and go_on():
                time.sleep(0.02)
        finally:
            _end(child)
        return Once(str(child.wait()))

    def recorded(self, program: Path, arguments: tuple[str, ...], go_on: GoOn) -> Once:
        """Run the program under the recorder, and check the recording."""
        path = program.with_suffix(".memtrace")
        options = ["-o", str(path), "--stdin", os.devnull, "--max-steps", str(MOST_STEPS)]
        options += ["--python", str(self.python), "--recorder", self.recorder]
        command = [*COMMAND, "record", str(program), *options, "--", *arguments]
        child, asked = _start(command, program), 0.0
        try:
            while child.poll() is None:
                if not asked and not go_on():
                    child.send_signal(signal.SIGINT)
                    asked = time.monotonic()
                if asked and time.monotonic() - asked > GRACE:
                    break
                time.sleep(0.02)
        finally:
            _end(child)
        if not path.exists():
            return Once(f"record gave {child.wait()}", "there is no recording")
        try:
            return _looked_at(path)
        finally:
            path.unlink()


COMMAND = (sys.executable, "-P", "-m", "visualizer")


def _start(command: list[str], program: Path) -> subprocess.Popen[bytes]:
    """Start a command in the program's folder, with its output in the file ``output`` there."""
    with (program.parent / "output").open("ab") as output:
        return subprocess.Popen(
            command,
            cwd=program.parent,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)


def _looked_at(path: Path) -> Once:
    """Return how a recorded process ended, from its recording, and check the recording."""
    info = subprocess.run([*COMMAND, "info", str(path), "--json"], capture_output=True, check=False)
    if info.returncode:
        return Once("unknown", _words(info))
    facts = json.loads(info.stdout)
    check = subprocess.run([*COMMAND, "check", str(path)], capture_output=True, check=False)
    return Once(told(facts["end"]), _words(check) if check.returncode else "", facts["steps"])


def _words(done: subprocess.CompletedProcess[bytes]) -> str:
    return (done.stdout + done.stderr).decode(errors="replace").strip()


def told(end: Mapping[str, Any]) -> str:
    """Return a program's own exit code as in a plain run; for other ends, all facts."""
    if end["reason"] in BY_ITSELF:
        return str(end["exit_code"])
    rows = [row.strip() for row in end["detail"].splitlines()]
    places = [row for row in rows if row.startswith("File ")]
    return f"{end['reason']}: {' '.join((*rows[-1:], *places[-1:]))}"


def named(folder: Path, module: str, interpreter: Interpreter | None = None) -> list[str]:
    """Return the tests of a module, in their order."""
    interpreter = interpreter or Interpreter()
    program = arrange(folder, module, (), interpreter.python)
    log = Log(folder / "log")
    arguments = (str(log.path), module, str(wish(folder / "wishes", ())))
    interpreter.plainly(program, arguments, lambda: True)
    log.follow()
    return list(dict.fromkeys(log.named))


@dataclass(frozen=True, slots=True)
class Batch:
    """Tests of a module that run in one process; a test is stopped after ``limit`` seconds."""

    module: str
    tests: tuple[str, ...]
    limit: float
    python: Path = OWN
    is_whole: bool = False

    def arranged(self, folder: Path, waiting: list[str]) -> Path:
        """Return the program that runs the remaining tests; a whole module stays complete."""
        wanted = () if self.is_whole else waiting
        return arrange(folder, self.module, wanted, self.python)


def run_batch(folder: Path, batch: Batch, run: RunOnce) -> Ran:
    """Run a batch; stop each test that exceeds its limit of processor time."""
    found = Ran()
    waiting = list(batch.tests)
    while waiting:
        program = batch.arranged(folder / f"{len(waiting):02}", waiting)
        log = Log(program.parent / "log")

        late: list[str | None] = []

        def go_on(log: Log = log, late: list[str | None] = late) -> bool:
            log.follow()
            if not late and log.is_over(batch.limit):
                late.append(log.running)
            return not late

        arguments = (str(log.path), batch.module, str(wish(program.parent / "wishes", waiting)))
        once = run(program, arguments, go_on)
        log.follow()
        found.steps += once.steps
        found.seconds |= log.seconds
        found.faults += [once.fault] if once.fault else []
        # Before it is stopped, a late test may end, and another begin.
        culprit = late[0] if late else log.running
        left_out = {culprit, log.running}
        ended = {t: tuple(o) for t, o in log.outcomes.items() if o and t not in left_out}
        found.outcomes |= ended
        if culprit is None:
            if once.end != "0" or not log.done:
                found.faults.append(f"ended with {once.end} after the last test")
            else:
                found.outputs[waiting[0]] = output_of(program)
            break
        if late:
            found.too_slow.append(culprit)
        else:
            found.crashed[culprit] = once.end
        waiting = [test for test in waiting if test not in found.outcomes and test != culprit]
        waiting = waiting if culprit not in found.outcomes else []
    return found


def output_of(program: Path) -> str:
    """Return the output without the parts that vary from run to run."""
    text = (program.parent / "output").read_text(encoding="utf-8", errors="backslashreplace")
    return PASSING.sub("…", without_name(program.parent, text))


def without_name(folder: PurePath, text: str) -> str:
    """Return the text without a folder's name, at any level of doubled backslashes."""
    for times in (4, 2, 1):
        text = text.replace(str(folder).replace("\\", "\\" * times), "FOLDER")
    return text


@dataclass
class Verdict:
    """The results of the two runs of some tests."""

    plain: Ran = field(default_factory=Ran)
    recorded: Ran = field(default_factory=Ran)

    @property
    def compared(self) -> list[str]:
        """The tests that ended in both runs."""
        return [test for test in self.plain.outcomes if test in self.recorded.outcomes]

    @property
    def different(self) -> list[str]:
        """The tests that ended differently, or crashed the recorded process alone."""
        plain, recorded = self.plain.outcomes, self.recorded.outcomes
        crashed = [test for test in self.recorded.crashed if test in plain]
        return [test for test in self.compared if plain[test] != recorded[test]] + crashed

    @property
    def outputs(self) -> list[str]:
        """The first differing line in the output of each batch that differs."""
        found = list[str]()
        for test, text in self.plain.outputs.items():
            other = self.recorded.outputs.get(test, text)
            if text != other:
                rows = zip_longest(text.splitlines(), other.splitlines(), fillvalue="(nothing)")
                one, against = next(pair for pair in rows if pair[0] != pair[1])
                found.append(f"from {test}: {one[:200]!r} and {against[:200]!r}")
        return found


def judge(
    folder: Path,
    module: str,
    limit: float,
    tests: Iterable[str],
    *,
    interpreter: Interpreter | None = None,
    size: int = BATCH,
) -> Verdict:
    """Run tests of a module both ways, batch by batch; ``size`` 0: the whole module at once."""
    verdict, interpreter = Verdict(), interpreter or Interpreter()
    batches = batched(tests, size, strict=False) if size else [tuple(tests)]
    for number, ids in enumerate(batches):
        batch = Batch(module, ids, limit, interpreter.python, is_whole=not size)
        plain = run_batch(folder / f"plainly-{number}", batch, interpreter.plainly)
        again = tuple(test for test in ids if test in plain.outcomes)
        verdict.plain.add(plain)
        if again:
            place = folder / f"watched-{number}"
            watched = replace(batch, tests=again)
            verdict.recorded.add(run_batch(place, watched, interpreter.recorded))
    return verdict


def report(module: str, verdict: Verdict) -> str:
    """Return the verdict in lines."""
    plain, recorded = verdict.plain, verdict.recorded
    equal = len(verdict.compared) - sum(test in recorded.outcomes for test in verdict.different)
    lines = [
        f"{module}: {len(plain.outcomes)} ended plainly, {len(verdict.compared)} compared, "
        f"{equal} equal, {len(recorded.too_slow)} too slow, {recorded.steps} steps, "
        f"{sum(recorded.seconds.values()):.0f} s (plain {sum(plain.seconds.values()):.0f} s)"
    ]
    lines += [f"  plain fault: {fault}" for fault in plain.faults]
    lines += [f"  fault: {fault}" for fault in recorded.faults]
    lines += [f"  output: {one}" for one in verdict.outputs]
    lines += [f"  too slow, plainly: {test}" for test in plain.too_slow]
    lines += [f"  too slow: {test}" for test in recorded.too_slow]
    for test in verdict.different:
        lines.append(f"  differs: {test}")
        lines.append(f"    plain:    {plain.outcomes[test]}")
        lines.append(f"    recorded: {recorded.outcomes.get(test, recorded.crashed.get(test))}")
    return "\n".join(lines)
