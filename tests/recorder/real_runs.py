"""Run a program plainly and by ``visualizer record``, from outside, and compare the runs."""

import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from visualizer.session.start.launch import given_environment

ADDRESS = re.compile(rb"0x[0-9a-fA-F]{6,}")
CUT = ("step-limit", "time-limit")
GRACE = 30.0
"""The seconds that the command may take beyond the time limit of its program."""
TEXT = 4_000
"""The number of characters that are stored of a failure."""


@dataclass(frozen=True, slots=True)
class Run:
    """A program's output and end; ``exit_code`` is None if it did not end in time."""

    stdout: bytes
    stderr: bytes
    exit_code: int | None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class RecordedRun:
    """A recorded run: ``program`` with the output and the recorded exit code; data of ``info``.

    ``faults`` are wrong for any program: a command that failed, a damaged file.
    """

    program: Run
    end: str
    detail: str
    steps: int
    recorder: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a recorded program."""

    seconds: float = 20.0
    steps: int = 20_000


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands that run programs: an interpreter for them, and our own command."""

    python: Path = Path(sys.executable)
    recorder: str = "auto"
    limits: Limits = Limits()

    def plain(self, program: Path, seconds: float) -> Run:
        """Run a program as a shell would, with empty input."""
        return run_command([str(self.python), program.name], program.parent, seconds)

    def record(self, program: Path, recording: Path) -> RecordedRun:
        """Record a program, and read the recording."""
        limits = self.limits
        options = ["--recorder", self.recorder, "--python", str(self.python)]
        options += ["--max-steps", str(limits.steps), "--time-limit", f"{limits.seconds:g}"]
        options += ["--stdin", os.devnull, "-o", str(recording)]
        command = visualizer("record", program.name, *options)
        run = run_command(command, program.parent, limits.seconds + GRACE)
        if not recording.exists():
            return RecordedRun(run, "none", "", 0, "", ("there is no recording",))
        return _looked_at(run, recording)


def _looked_at(run: Run, recording: Path) -> RecordedRun:
    faults = list[str]()
    info = run_command(visualizer("info", str(recording), "--json"), recording.parent, 60)
    if info.exit_code != 0:
        return RecordedRun(run, "none", "", 0, "", (f"info: {_words(info.stderr)}",))
    told: dict[str, Any] = json.loads(info.stdout)
    end = told["end"]
    check = run_command(visualizer("check", str(recording)), recording.parent, 120)
    if check.exit_code != 0:
        faults.append(f"check: {_words(check.stdout + check.stderr)}")
    if run.exit_code is None:
        faults.append("record did not end in time")
    elif run.exit_code != 0 and end["reason"] != "recorder-failed":
        faults.append(f"record gave {run.exit_code}: {_words(run.stderr)}")
    program = Run(run.stdout, run.stderr, end["exit_code"], run.seconds)
    detail = end["detail"][-TEXT:]
    steps, recorder = told["steps"], told["recorder"]
    return RecordedRun(program, end["reason"], detail, steps, recorder, tuple(faults))


def visualizer(*words: str) -> list[str]:
    """Return our command; it keeps the working folder, which is the program's, off its path."""
    return [sys.executable, "-P", "-m", "visualizer", *words]


def run_command(
    command: Sequence[str], folder: Path, seconds: float, more: Mapping[str, str] | None = None
) -> Run:
    """Run a command with empty input; kill its process group after ``seconds``."""
    environment = {**given_environment(), "PYTHONHASHSEED": "0", **(more or {})}
    begin = time.perf_counter()
    child = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        stdout, stderr = child.communicate(timeout=seconds)
        code: int | None = child.returncode
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, 9)
        stdout, stderr = child.communicate()
        code = None
    return Run(stdout, stderr, code, time.perf_counter() - begin)


def _words(text: bytes) -> str:
    return text.decode(errors="replace").strip()[-TEXT:]


# ---- comparison ----


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of a comparison: ``kind`` and, if something is wrong, the differences.

    ``seconds`` is the program's own time, ``rate`` steps per second of the whole command
    without start-up, ``net`` without the program's time as well.
    """

    kind: str
    differences: tuple[str, ...] = ()
    recorded: RecordedRun | None = None
    rate: float | None = None
    net: float | None = None
    seconds: float = 0.0
    notes: Mapping[str, Any] = field(default_factory=dict)


def judged(plain: Run, recorded: RecordedRun) -> Verdict:
    """Compare two runs: ``equal``, ``cut``, ``differs``, ``failed``.

    A program that was cut must have written the beginning of its plain output; one whose
    recorder failed must have continued unharmed.
    """
    ran = recorded.program
    if recorded.faults:
        return Verdict("failed", recorded.faults, recorded)
    if recorded.end == "recorder-failed":
        harm = [f"harmed: {one}" for one in _unlike(plain, ran, said_more=True)]
        return Verdict("failed", (_last_line(recorded.detail), *harm), recorded)
    if recorded.end in CUT:
        parts = (("stdout", plain.stdout, ran.stdout), ("stderr", plain.stderr, ran.stderr))
        wrong = [name for name, whole, begun in parts if not _begins(whole, begun)]
        return Verdict("differs" if wrong else "cut", tuple(wrong), recorded)
    wrong = _unlike(plain, ran)
    if expected := wrong_end(plain, recorded.end):
        wrong.append(expected)
    return Verdict("differs" if wrong else "equal", tuple(wrong), recorded)


def _unlike(plain: Run, ran: Run, *, said_more: bool = False) -> list[str]:
    """List the differences of two runs; ``said_more``: skip the command's own lines on stderr."""
    wrong = list[str]()
    if plain.stdout != ran.stdout:
        wrong.append(f"stdout: {_first_difference(plain.stdout, ran.stdout)}")
    complained = ran.stderr
    if said_more:
        rows = complained.splitlines(keepends=True)
        complained = b"".join(row for row in rows if not row.startswith(b"visualizer: "))
    if plain.stderr != complained:
        wrong.append(f"stderr: {_first_difference(plain.stderr, complained)}")
    if plain.exit_code != ran.exit_code:
        wrong.append(f"exit code: {plain.exit_code} and {ran.exit_code}")
    return wrong


def wrong_end(plain: Run, end: str) -> str:
    """Return the fault of a recording's reason for the end of a program, or an empty text.

    From outside ``sys.exit(1)`` and an exception differ only in the traceback.
    """
    code = plain.exit_code
    if code is None or code < 0:
        fitting: tuple[str, ...] = ("killed",)
    elif code == 0:
        fitting = ("finished", "exited")
    elif code == 1 and b"Traceback (most recent call last)" in plain.stderr:
        fitting = ("uncaught", "exited")
    else:
        fitting = ("exited",)
    return "" if end in fitting else f"end: {end}, with exit code {code} in a plain run"


def _begins(whole: bytes, begun: bytes) -> bool:
    return whole.startswith(begun)


def _first_difference(one: bytes, other: bytes) -> str:
    """Describe the first line in which two texts differ."""
    rows, others = one.splitlines(), other.splitlines()
    for number, (row, against) in enumerate(zip(rows, others, strict=False), 1):
        if row != against:
            return f"line {number}: {row[:120]!r} and {against[:120]!r}"
    return f"{len(rows)} and {len(others)} lines"


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1][:300]


# ---- speed ----


def start_up(commands: Commands, folder: Path, repeats: int = 5) -> tuple[float, float]:
    """Return the seconds of recording an empty program, and of running it."""
    folder.mkdir(parents=True)
    program = folder / "empty.py"
    program.write_text("pass\n", encoding="utf-8")
    recorded = [commands.record(program, folder / "empty.memtrace") for _ in range(repeats)]
    plain = [commands.plain(program, GRACE).seconds for _ in range(repeats)]
    return statistics.median(run.program.seconds for run in recorded), statistics.median(plain)


def rate_of(recorded: RecordedRun, start: float) -> float | None:
    """Return steps per second without start-up; None if there are too few steps."""
    if recorded.steps < ENOUGH:
        return None
    return recorded.steps / max(recorded.program.seconds - start, 1e-3)


ENOUGH = 500
"""The number of steps from which a rate is meaningful."""


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which that share of the values lies."""
    found = sorted(values)
    return found[min(len(found) - 1, int(len(found) * share))]
