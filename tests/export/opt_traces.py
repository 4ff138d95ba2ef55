"""Traces of the programs in ``tests/programs_opt``: golden ones, and of our own recordings."""

import io
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.export.opt_comparison import Entry
from visualizer.export.opt import write_opt
from visualizer.model import End
from visualizer.recording import Recording, Writer
from visualizer.session import Options, Session

PROGRAMS = Path(__file__).parents[1] / "programs_opt"
# The order in which sets and the like show their strings.
HASH_SEED = {"PYTHONHASHSEED": "0"}


def golden_path(program: Path) -> Path:
    """Where the golden trace of a program is kept."""
    return program.with_suffix(".opt.json")


def make_golden(programs: Iterable[Path], tracer: Path, python: str) -> None:
    """Write the golden traces with the format's own tracer, an entry a line."""
    for program in programs:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "trace.json")
            command = [python, str(tracer.resolve()), str(program), "1000", str(out)]
            environment = {**os.environ, **HASH_SEED}
            subprocess.run(command, env=environment, check=True, capture_output=True)
            traced = json.loads(out.read_text(encoding="utf-8"))
        lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in traced["trace"])
        text = f'{{"code":{json.dumps(traced["code"])},"trace":[\n{lines}\n]}}\n'
        golden_path(program).write_text(text, encoding="utf-8", newline="\n")


def golden_trace(program: Path) -> list[Entry]:
    """The golden trace; an error where it is of another text than the program's."""
    found: dict[str, Any] = json.loads(golden_path(program).read_text(encoding="utf-8"))
    assert found["code"] == program.read_text(encoding="utf-8"), f"{program.name} has changed"
    trace: list[Entry] = found["trace"]
    return trace


def record(program: Path, out: Path) -> End:
    """Record a program, with nothing on its standard input."""
    session = Session(Options(program), Writer(out, program.name))
    session.start()
    session.close_input()
    return session.wait()


def exported(program: Path, out: Path) -> dict[str, Any]:
    """Record a program to ``out`` and export that."""
    record(program, out)
    recording = Recording.open(out)
    try:
        written = io.StringIO()
        write_opt(recording, written)
    finally:
        recording.close()
    found: dict[str, Any] = json.loads(written.getvalue())
    return found


def exported_traces(programs: list[Path], folder: Path) -> list[list[Entry]]:
    """The traces of our recordings of the programs, made side by side."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outs = [folder / program.stem / "run.memtrace" for program in programs]
        for out in outs:
            out.parent.mkdir()
        return [found["trace"] for found in pool.map(exported, programs, outs)]
