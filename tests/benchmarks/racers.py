"""The racers: our own command, and a peer's if the user names one. Each run is a fresh process."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Racer:
    """A command line; ``{program}`` and ``{out}`` stand for the files."""

    name: str
    command: tuple[str, ...]

    def run(self, program: Path, out: Path, most: int = 100_000_000) -> float:
        """Return the seconds from start to end, of at most ``most`` steps.

        Raises ``CalledProcessError`` after printing the racer's error output.
        """
        places = {"program": str(program), "out": str(out), "most": str(most)}
        command = [part.format(**places) for part in self.command]
        path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = {**os.environ, "PYTHONPATH": path} if self.name != "peer" else None
        begin = time.perf_counter()
        done = subprocess.run(
            command, cwd=program.parent, env=environment, capture_output=True, check=False
        )
        seconds = time.perf_counter() - begin
        if done.returncode:
            sys.stderr.write(done.stderr.decode(errors="replace"))
            done.check_returncode()
        return seconds


def steps_of(racer: Racer, out: Path) -> int:
    """Count the steps that a racer has written to ``out``, to check how far it got."""
    if racer.name == "peer":
        return len(json.loads(out.read_text(encoding="utf-8"))["trace"])
    command = [sys.executable, "-m", "visualizer", "info", str(out), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr.decode(errors="replace"))
        return 0
    told = json.loads(done.stdout)
    return int(told["steps"]) if told["end"]["reason"] in ("finished", "step-limit") else 0


def ours(recorder: str) -> Racer:
    """Return our own recorder, ``python`` or ``core``."""
    command = (sys.executable, "-m", "visualizer", "record", "--recorder", recorder)
    return Racer(recorder, (*command, "--max-steps", "{most}", "{program}", "-o", "{out}"))


def peer(script: Path, python: str) -> Racer:
    """Return Online Python Tutor's tracer without its limits: trace and JSON."""
    return Racer("peer", (python, str(script), "{program}", "{most}", "{out}"))
