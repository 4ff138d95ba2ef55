"""Who races: our own command, and a peer's where one is given. Each run is a fresh process."""

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

    def run(self, program: Path, out: Path) -> float:
        """Seconds from start to end; raises CalledProcessError with what it said if it fails."""
        places = {"program": str(program), "out": str(out)}
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


def ours() -> Racer:
    """Our own recording."""
    return Racer("ours", (sys.executable, "-m", "visualizer", "record", "{program}", "-o", "{out}"))


def peer(script: Path, python: str) -> Racer:
    """Online Python Tutor's own tracer, its limits lifted: trace and JSON."""
    return Racer("peer", (python, str(script), "{program}", "10000000", "{out}"))


def export() -> Racer:
    """Our recording, kept from the run before, as a Python Tutor trace."""
    command = (sys.executable, "-m", "visualizer", "export", "{program}", "--format", "opt")
    return Racer("export", (*command, "-o", "{out}"))
