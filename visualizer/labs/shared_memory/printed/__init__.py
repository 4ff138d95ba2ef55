"""Runs the document's two printed scripts where they do no harm, and reports their faults."""

import json
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from visualizer.labs.children import environment
from visualizer.labs.janitor import Janitor, remove_all
from visualizer.labs.shared_memory.comparison.results import Result
from visualizer.labs.shared_memory.methods.job import Job
from visualizer.labs.shared_memory.methods.segments import FOLDER, segments_of
from visualizer.labs.shared_memory.tables.table import phrase
from visualizer.platform.python import own_python, run_module
from visualizer.platform.trees import Tree

_PROGRAMS = Path(__file__).with_name("programs")
_LIMIT = 5.0
_SECONDS_A_BYTE = 1e-6
FINDINGS = {
    "hung": phrase("it waited forever and was stopped"),
    "exception": phrase("an uncaught exception"),
    "wrong_child": phrase(
        'the wrong child received "done": a segment was gone before the parent got it'
    ),
    "not_closed": phrase("a mapping that was never closed"),
    "tracker": phrase("a warning from the resource tracker"),
    "left": phrase("a segment left behind"),
    "no_file": phrase("the expected HDF5 file is missing"),
}
"""The possible faults of a run."""


def run_printed(
    result: Result, script: str, job: Job, repeats: int, janitor: Janitor
) -> Iterator[None]:
    """Run a script so often, each time in a new process group and an empty folder. ``findings``
    counts the runs with each fault.
    """
    counts: Counter[str] = Counter()
    last = ""
    for number in range(repeats):
        run = _Run(script, job, number)
        found = run.go(janitor)
        counts.update(found)
        result.leaked += len(segments_of(run.beginning))
        last = run.last_words or last
        remove_all(str(FOLDER / run.beginning))
        if not {"hung", "exception"} & found:
            seconds = dict.fromkeys(("load", "transfer", "write"), 0.0)
            result.repeats.append({**seconds, "total": run.seconds})
        yield
    result.findings = {key: counts[key] for key in FINDINGS}
    if not result.repeats:
        result.error = last or FINDINGS["hung"]


class _Run:
    def __init__(self, script: str, job: Job, number: int) -> None:
        self.beginning = f"{job.beginning}{number}-"
        self._folder = Path(job.folder, str(number))
        self._log = Path(job.folder, f"{number}.log")
        self._errors = Path(job.folder, f"{number}.err")
        self._command = [
            *(own_python(), *run_module(f"{__name__}.sandbox", str(self._log), self.beginning)),
            *(str(_PROGRAMS / f"{script}.py"), *job.paths),
        ]
        sizes = (Path(path).stat().st_size for path in job.paths)
        self._limit = _LIMIT + _SECONDS_A_BYTE * sum(sizes)
        self.seconds = 0.0
        self.last_words = ""

    def go(self, janitor: Janitor) -> set[str]:
        """Run once and return the faults."""
        self._folder.mkdir()
        begun = time.monotonic()
        with self._errors.open("wb") as errors:
            tree = Tree(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd=self._folder,
                env=environment(),
            )
        process = tree.process
        janitor.started(process.pid)
        found = set()
        try:
            process.wait(self._limit)
        except subprocess.TimeoutExpired:
            found.add("hung")
        finally:
            tree.kill()
            process.wait()
            tree.wait_until_gone()
            janitor.ended(process.pid)
        self.seconds = time.monotonic() - begun
        return found | self._look(process.pid, process.returncode)

    def _look(self, parent: int, code: int) -> set[str]:
        written = self._errors.read_text(encoding="utf-8", errors="replace")
        lines = [line for line in written.splitlines() if line.strip()]
        errors = [line for line in lines if "Error" in line and not line.startswith(" ")]
        self.last_words = errors[-1].strip() if errors else ""
        events = _events(self._log)
        checks = {
            "exception": code > 0 or "Traceback" in written,
            "tracker": "resource_tracker" in written,
            "wrong_child": bool(_unlinked_early(events, parent)),
            "not_closed": any(event["what"] == "collected" for event in events),
            "left": bool(segments_of(self.beginning)),
            "no_file": not any(path.suffix in (".h5", ".hdf5") for path in self._folder.iterdir()),
        }
        return {key for key, is_so in checks.items() if is_so}


def _events(log: Path) -> list[dict[str, Any]]:
    try:
        lines = log.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    return sorted((json.loads(line) for line in lines), key=lambda event: event["at"])


def _unlinked_early(events: list[dict[str, Any]], parent: int) -> set[str]:
    attached: set[str] = set()
    early = set()
    for event in events:
        if event["what"] == "attached" and event["process"] == parent:
            attached.add(event["name"])
        elif event["what"] == "unlinked" and event["name"] not in attached:
            early.add(event["name"])
    return early
