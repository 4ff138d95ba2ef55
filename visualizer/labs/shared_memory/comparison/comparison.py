"""Runs the methods: each watched once, then timed in rounds; then writes the file."""

import random
import re
import shutil
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.janitor import remove_all
from visualizer.labs.shared_memory.comparison.growth import measure_methods, measure_readers
from visualizer.labs.shared_memory.comparison.results import Result
from visualizer.labs.shared_memory.comparison.sweep import measure as measure_sizes
from visualizer.labs.shared_memory.comparison.watching import Watch
from visualizer.labs.shared_memory.comparison.workplace import ANSWER, Settings, Workplace, end
from visualizer.labs.shared_memory.methods.job import PARENT, Job
from visualizer.labs.shared_memory.methods.registry import METHODS, method
from visualizer.labs.shared_memory.methods.segments import FOLDER, KEPT, segments_of
from visualizer.labs.shared_memory.tables.table import Failure, phrase
from visualizer.labs.statistics import LEAST_REPEATS, is_precise
from visualizer.platform.memory import available
from visualizer.platform.processes import kill

MOST_REPEATS = 7
_NARROW = 0.05
_ENOUGH_SECONDS = 6.0
_LOOK = 0.1
"""Seconds between two events of a watched run."""
KILLED = "shm-process"
"""The method whose worker is killed: its workers make the segments."""
_PATIENCE = 30.0
_STAGE = "loaded"


@dataclass(frozen=True, slots=True)
class News:
    """``what`` happened, to which method if to one."""

    what: str
    method: str = ""


class Comparison:
    """``results`` has a row for each method that takes part, ``absent`` the reasons of the others.

    ``limits`` are this machine's, ``output`` describes the file, ``killed`` the killed worker,
    ``left`` counts the remains after the end. Iterating over ``run`` does the work; ending the
    iteration ends every process and removes every segment and file at once.
    """

    def __init__(self, settings: Settings, asked_by_name: Sequence[str] = ()) -> None:
        self.settings = settings
        self.absent: dict[str, str] = {}
        self.results: dict[str, Result] = {}
        self.limits: dict[str, Any] = {}
        self.output: dict[str, Any] = {}
        self.sweep: list[dict[str, Any]] = []
        self.growth: list[dict[str, Any]] = []
        self.readers: list[dict[str, Any]] = []
        self.killed: dict[str, Any] = {}
        self.left: dict[str, int] = {}
        for key in settings.methods:
            one = method(key)
            reason = one.absent()
            if reason and key not in asked_by_name:
                self.absent[key] = reason
            else:
                self.results[key] = Result(key, one.copies, error=reason or None)

    def run(
        self, output: Path | None = None, *, sweep_sizes: bool = False, grow: bool = False
    ) -> Generator[News]:
        """Run the comparison and yield its news. Raises ``Failure`` if it cannot write the file."""
        with ExitStack() as stack:
            place = self._place = Workplace(self.settings, stack, output)
            self.left["of_others"] = len(place.of_others)
            for _ in place.make_tables():
                yield News("table")
            if self.settings.with_limits:
                self.limits = place.measure_limits()
                yield News("limits")
            self._leave_out_what_does_not_fit(place.payload)
            children = self._start_all(stack)
            for key in self.results:
                yield News("failed" if self.results[key].error else "ready", key)
            yield from self._watch_each(children)
            yield from self._rounds(children)
            yield from self._run_printed()
            if sweep_sizes:
                yield from self._sweep_sizes()
            if grow and not self.settings.sources:
                yield from self._grow(children)
            if self.settings.kill:
                self.killed = kill_a_worker(lambda: (place.child(KILLED), place.job(KILLED)))
                yield News("killed")
            if output is not None:
                yield from self._write(output, children)
        self.left |= place.leftovers()
        yield News("over")

    def _leave_out_what_does_not_fit(self, payload: int) -> None:
        """Leave out methods that need too much memory: the system would kill a process."""
        there = available()
        for key, result in self.results.items():
            needed = payload * method(key).takes
            if there is not None and needed > there and result.error is None:
                result.error = phrase(
                    "not run: needs about {needed} GB of memory", needed=f"{needed / 1e9:,.1f}"
                )

    def _start_all(self, stack: ExitStack) -> dict[str, Child]:
        """Start all methods, two at a time: starting takes longest."""
        wanted = [
            key
            for key, result in self.results.items()
            if result.error is None and not method(key).script
        ]
        # The slowest, which starts more processes, first.
        first = sorted(wanted, key=lambda key: method(key).crew is not None)
        with ThreadPoolExecutor(2) as starters:
            started = dict(zip(first, starters.map(self._start, first), strict=True))
        children = {}
        for key in wanted:
            child = started[key]
            if child is not None:
                children[key] = child
                stack.callback(end, child)
        return children

    def _start(self, key: str) -> Child | None:
        result = self.results[key]
        try:
            child = self._place.child(key)
        except ChildFailed as error:
            result.error = str(error)
            return None
        result.start_up, result.roles = child.start_up, {child.process: PARENT}
        result.cluster = child.ready["cluster"]
        return child

    def _watch_each(self, children: dict[str, Child]) -> Iterator[News]:
        """Run each method once to watch it; this run is not timed, and warms up the timed ones."""
        for key, child in tuple(children.items()):
            result, job = self.results[key], self._place.job(key)
            watch = Watch(child.members, job.beginning, job.folder)
            try:
                with watch:
                    yield from self._watch(child, result, watch)
            except ChildFailed as error:
                self._give_up(children, key, str(error))
                yield News("failed", key)
            result.add_samples(watch)
            result.leaked += self._leaked(key)
            yield News("watched", key)

    def _watch(self, child: Child, result: Result, watch: Watch) -> Iterator[News]:
        key = result.method
        yield News("watching", key)
        for reply in child.answers("watched", self._place.patience, _LOOK):
            if not reply.get("news", "over"):
                if watch.samples:
                    result.observe(watch)
                    yield News("watching", key)
                continue
            sample = watch.take_sample()
            if "news" not in reply:
                break
            if reply["news"] == "started":
                result.before = sample.total
            result.marks.append((reply["news"], sample.at))
            for number, role in reply["roles"]:
                result.roles.setdefault(number, role)
            result.observe(watch)
            yield News(reply["news"], key)
            with suppress(ChildFailed):  # its error text is still unread
                child.send("go on")
        self._check(result, reply)

    def _check(self, result: Result, reply: dict[str, Any]) -> None:
        """Check that all methods give the same table, each of them every time."""
        others = {one.checksum for one in self.results.values() if one.checksum and not one.error}
        result.checksum, result.rows = reply["checksum"], reply["rows"]
        if others and result.checksum not in others:
            raise ChildFailed(
                phrase("its table differs from those of the methods before; please report this")
            )

    def _give_up(self, children: dict[str, Child], key: str, why: str) -> None:
        self.results[key].error = _with_mend(why)
        end(children.pop(key))
        remove_all(str(FOLDER / self._place.job(key).beginning))
        shutil.rmtree(self._place.job(key).folder, ignore_errors=True)

    def _rounds(self, children: dict[str, Child]) -> Iterator[News]:
        dice = random.Random()
        going = list(children)
        begun = time.monotonic()
        while going:
            dice.shuffle(going)
            for key in tuple(going):
                result = self.results[key]
                try:
                    reply = children[key].ask("run", self._place.patience)
                    self._check(result, reply)
                except ChildFailed as error:
                    self._give_up(children, key, str(error))
                    going.remove(key)
                    yield News("failed", key)
                    continue
                result.repeats.append(reply["seconds"])
                result.starts.append(reply["start"])
                result.leaked += self._leaked(key)
                if self.is_enough(result, time.monotonic() - begun):
                    going.remove(key)
                    self._let_go(children[key], result)
                yield News("repeat" if key in going else "done", key)

    def _leaked(self, key: str, *, is_over: bool = False) -> int:
        """Return how many segments of a method exist after a run; the kept ones go at its end."""
        there = segments_of(self._place.job(key).beginning)
        return sum(is_over or KEPT not in name for name in there)

    def _let_go(self, child: Child, result: Result) -> None:
        with suppress(ChildFailed):
            child.ask("let go", ANSWER)
        result.leaked += self._leaked(result.method, is_over=True)

    def is_enough(self, result: Result, taken: float = 0.0) -> bool:
        """Whether this method needs no more repeats, when all have ``taken`` so many seconds."""
        count, asked = len(result.repeats), self.settings.repeats
        if asked is not None:
            return count >= asked
        most = 0 if taken > _ENOUGH_SECONDS * len(self.results) else MOST_REPEATS
        return is_precise(result.totals, most, _NARROW)

    def _run_printed(self) -> Iterator[News]:
        from visualizer.labs.shared_memory.printed import run_printed

        janitor = self._place.janitor
        for key, result in self.results.items():
            script = method(key).script
            if script and result.error is None:
                repeats = self.settings.repeats or LEAST_REPEATS
                job = self._place.job(key)
                for _ in run_printed(result, script, job, repeats, janitor):
                    yield News("repeat", key)
                yield News("done", key)

    def _sweep_sizes(self) -> Iterator[News]:
        beginning = f"{self._place.beginning}s-"
        for row in measure_sizes(self._place.janitor, beginning, str(self._place.folder)):
            self.sweep.append(row)
            yield News("size")

    def _grow(self, children: dict[str, Child]) -> Iterator[News]:
        rows = self.settings.rows
        for row in measure_methods(self._place, children, self.results, rows):
            self.growth.append(row)
            yield News("growth")
        for row in measure_readers(self._place, rows, self.settings.seed):
            self.readers.append(row)
            yield News("reader")

    def _write(self, output: Path, children: dict[str, Child]) -> Iterator[News]:
        """Write the file by a method that streams and has succeeded, if there is one."""
        if not children:
            return
        key = min(children, key=_rank_of_writer)
        child, begun = children[key], time.monotonic()
        watch = Watch(child.members, self._place.job(key).beginning)
        before = watch.take_sample().total
        try:
            with watch:
                reply = child.ask({"write": str(output.absolute())}, self._place.patience)
        except ChildFailed as error:
            raise Failure(_with_mend(str(error))) from None
        seconds = time.monotonic() - begun
        self.output = {"method": key, "seconds": seconds, "streamed": reply["streamed"]}
        self.output |= {"before_bytes": asdict(before), "peak_bytes": asdict(watch.peak)}
        yield News("file", key)


def _with_mend(why: str) -> str:
    if found := re.fullmatch(r"killed by signal (9)", why):
        return phrase(
            "killed by signal {number}; unless you killed it, memory ran out: use fewer rows",
            number=found[1],
        )
    return why


def _rank_of_writer(key: str) -> tuple[bool, bool, int]:
    """Methods that stream come first, of these those with shared memory."""
    one = method(key)
    return not one.can_stream, not key.startswith("shm"), METHODS.index(one)


def kill_a_worker(start: Callable[[], tuple[Child, Job]]) -> dict[str, Any]:
    """Run a job, kill a worker that holds a full segment, and describe the consequences.

    The number of segments is ``before`` the kill, ``stayed`` after all processes have ended, and
    ``left`` after the run has removed its own. ``seconds`` later the parent reported ``error``.
    """
    found: dict[str, Any] = {"method": KILLED, "stage": _STAGE, "error": None, "left": None}
    try:
        child, job = start()
    except ChildFailed as error:
        return {**found, "error": str(error)}
    with closing(child):
        begun = None
        try:
            for reply in child.answers("watched", _PATIENCE):
                if reply.get("news") == _STAGE:
                    found["before"] = len(segments_of(job.beginning))
                    worker = _a_worker(reply["roles"])
                    begun = time.monotonic()
                    kill(worker)
                with suppress(ChildFailed):
                    child.send("go on")
        except ChildFailed as error:
            found["error"] = str(error)
            if begun is not None:
                found["seconds"] = time.monotonic() - begun
    child.wait_until_gone()
    found["stayed"] = len(segments_of(job.beginning))
    remove_all(str(FOLDER / job.beginning))
    found["left"] = len(segments_of(job.beginning))
    return found


def _a_worker(roles: Sequence[tuple[int, str]]) -> int:
    """Return the number of a worker's process. Raises ``ChildFailed`` if there is none."""
    for process, role in roles:
        if role.startswith("worker"):
            return process
    raise ChildFailed(phrase("a worker stopped without an error message; run it again"))
