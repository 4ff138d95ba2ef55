"""Traces of the programs in ``tests/programs/opt``: golden traces, and those of our recordings.

The first golden trace of a program comes from Python 3.12. If a program's trace differs under a
newer interpreter, another golden trace for that version is next to it.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.export.opt_comparison import Entry, compare
from visualizer.export.opt import write_opt
from visualizer.model import End
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session

PROGRAMS = Path(__file__).parents[1] / "programs" / "opt"
# Fixes the order in which sets and the like show their strings.
HASH_SEED = {"PYTHONHASHSEED": "0"}
VERSIONS = ((3, 13), (3, 13, 18), (3, 14), (3, 15))
"""The versions whose traces differ from those of the version before."""
BUILTIN_MATH = "builtin-math"
"""Builds in which the module has no file: Python Tutor shows its functions differently."""
LEFT_OUT = frozenset(("__firstlineno__", "__replace__", "__static_attributes__"))
"""Attributes that newer interpreters add to classes; our exports leave them out."""
_ASK = "import sys; print(*sys.version_info[:3], 'math' in sys.builtin_module_names)"


def kinds(version: Sequence[int], is_math_builtin: bool) -> list[str]:
    """The kinds of golden traces that an interpreter may need, the newest version last."""
    found = [".".join(map(str, one)) for one in VERSIONS if one <= (*version,)]
    return [*([BUILTIN_MATH] if is_math_builtin else ()), *found]


KINDS = kinds(sys.version_info[:3], "math" in sys.builtin_module_names)
"""The kinds that the running interpreter may need."""


def of_kind(path: Path, kind: str) -> Path:
    """The path of the golden file for one kind of interpreter."""
    name, _, suffixes = path.name.partition(".")
    return path.with_name(f"{name}-{kind}.{suffixes}")


def kept_for(path: Path, kinds: Sequence[str]) -> Path:
    """Return the stored file for an interpreter."""
    found = [one for kind in reversed(kinds) if (one := of_kind(path, kind)).exists()]
    return found[0] if found else path


def golden_path(program: Path) -> Path:
    """Return the path of a program's golden trace."""
    return program.with_suffix(".opt.json")


def make_golden(programs: Iterable[Path], tracer: Path, python: str) -> None:
    """Write the golden traces with the format's own tracer, an entry per line.

    For a Python newer than 3.12 it writes only traces that differ.
    """
    told = subprocess.run([python, "-c", _ASK], check=True, capture_output=True, text=True)
    *version, is_math_builtin = told.stdout.split()
    its_kinds = kinds([*map(int, version)], is_math_builtin == "True")
    for program in programs:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "trace.json")
            command = [python, str(tracer.resolve()), str(program), "1000", str(out)]
            environment = {**os.environ, **HASH_SEED}
            subprocess.run(command, env=environment, check=True, capture_output=True)
            traced = json.loads(out.read_text(encoding="utf-8"))
        path = golden_path(program)
        if its_kinds:
            asks_for_math = "math" in program.read_text(encoding="utf-8")
            own = BUILTIN_MATH if asks_for_math and BUILTIN_MATH in its_kinds else its_kinds[-1]
            path = of_kind(path, own)
            path.unlink(missing_ok=True)
            traced["trace"] = [without_what_is_newer(entry) for entry in traced["trace"]]
            if compare(golden_trace(program, its_kinds), traced["trace"]).are_only_numbers_other:
                continue
        lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in traced["trace"])
        text = f'{{"code":{json.dumps(traced["code"])},"trace":[\n{lines}\n]}}\n'
        path.write_text(text, encoding="utf-8", newline="\n")


def without_what_is_newer(entry: Entry) -> Entry:
    """Return an entry without the attributes that our exports leave out, and their objects."""
    if "heap" not in entry:
        return entry
    heap = {
        number: [*thing[:3], *(pair for pair in thing[3:] if pair[0] not in LEFT_OUT)]
        if thing[0] == "CLASS"
        else thing
        for number, thing in entry["heap"].items()
    }
    found: set[str] = set()
    waiting = [*_references([entry["globals"], entry["stack_to_render"]])]
    while waiting:
        number = waiting.pop()
        if number not in found:
            found.add(number)
            waiting += _references(heap[number])
    return {**entry, "heap": {number: thing for number, thing in heap.items() if number in found}}


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        if value[:1] == ["REF"]:
            yield str(value[1])
        else:
            for part in value:
                yield from _references(part)


def golden_trace(program: Path, kinds: Sequence[str] = KINDS) -> list[Entry]:
    """Return the golden trace; an error if it belongs to another text of the program."""
    path = kept_for(golden_path(program), kinds)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    assert found["code"] == program.read_text(encoding="utf-8"), f"{program.name} has changed"
    trace: list[Entry] = found["trace"]
    return trace


def record(program: Path, out: Path) -> End:
    """Record a program with empty standard input."""
    session = Session(Options(program), Writer(out, program.name))
    session.start()
    session.close_input()
    return session.wait()


def exported(program: Path, out: Path) -> dict[str, Any]:
    """Record a program to ``out`` and export the recording."""
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
    """Return the traces of our recordings of the programs, made in parallel."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outs = [folder / program.stem / "run.memtrace" for program in programs]
        for out in outs:
            out.parent.mkdir()
        return [found["trace"] for found in pool.map(exported, programs, outs)]
