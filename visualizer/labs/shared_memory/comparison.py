"""Runs the methods: each watched once, then timed in rounds; then the file that is asked for."""

import random
import shutil
import tempfile
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.host import describe_host
from visualizer.labs.janitor import Janitor, remove_all, wait_until_gone
from visualizer.labs.shared_memory.course import roles
from visualizer.labs.shared_memory.generation import make_tables
from visualizer.labs.shared_memory.job import Job
from visualizer.labs.shared_memory.killing import KILLED, kill_a_worker
from visualizer.labs.shared_memory.methods import DEFAULT, METHODS, Method, method
from visualizer.labs.shared_memory.results import Result
from visualizer.labs.shared_memory.segments import FOLDER, beginning_of_names, segments_of, sweep
from visualizer.labs.shared_memory.sweep import measure as measure_sizes
from visualizer.labs.shared_memory.table import ROW_BYTES, Failure
from visualizer.labs.shared_memory.watching import Sample, Watch, members
from visualizer.labs.shared_memory.writing import Layout, beginning_beside
from visualizer.labs.statistics import interval_of_median, median

_START, _ANSWER = 60.0, 30.0
_SECONDS_A_ROW = 20e-6
"""Patience beyond what anything takes: the slowest reader needs 2 µs."""
_LEAST_REPEATS, MOST_REPEATS = 3, 7
_NARROW = 0.05
_ENOUGH_SECONDS = 6.0
_LIMITS_LEAST, _LIMITS_MOST = 16 << 20, 128 << 20
_LOOK = 0.1
"""Seconds after which a run that is watched is told of again."""
_CHILD = "visualizer.labs.shared_memory.child"


@dataclass(frozen=True, slots=True)
class Settings:
    """``sources`` are the user's own files; without, ``files`` tables of ``rows`` are made.

    ``repeats`` None: until the interval is narrow, or it has taken long enough. ``kill``: in the
    end a worker is killed on purpose, to see what that leaves.
    """

    methods: tuple[str, ...] = DEFAULT
    files: int = 2
    rows: int = 20_000
    workers: int = 2
    repeats: int | None = None
    reader: str = "loadtxt"
    scheduler: str = ""
    seed: int = 1
    sources: tuple[str, ...] = ()
    layout: Layout = field(default_factory=Layout)
    start: str | None = None
    with_limits: bool = True
    kill: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """``what`` happened, to a method where it is about one; ``sample`` of a run that is watched,
    with the roles of its processes in ``who``. ``watching``: nothing but that time goes by."""

    what: str
    method: str = ""
    sample: Sample | None = None
    who: Mapping[int, str] = field(default_factory=dict)


class Comparison:
    """``results`` has a row for each method that takes part, ``absent`` why the others do not.

    ``limits`` are this machine's, ``output`` is about the file, ``killed`` about the worker that
    was killed, ``left`` how much was there when all was over. Iterating over ``run`` does the
    work; to stop iterating ends every process, and removes every segment and file, at once.
    """

    def __init__(self, settings: Settings, asked_by_name: Sequence[str] = ()) -> None:
        self.settings = settings
        self.absent: dict[str, str] = {}
        self.results: dict[str, Result] = {}
        self.limits: dict[str, Any] = {}
        self.output: dict[str, Any] = {}
        self.sweep: list[dict[str, Any]] = []
        self.killed: dict[str, Any] = {}
        self.left: dict[str, int] = {}
        self._sessions: list[int] = []
        for key in settings.methods:
            one = method(key)
            reason = one.absent()
            if reason and key not in asked_by_name:
                self.absent[key] = reason
            else:
                self.results[key] = Result(key, one.copies, error=reason or None)

    def run(self, output: Path | None = None, *, sweep_sizes: bool = False) -> Generator[News]:
        """Do it, telling what happens. Raises ``Failure`` where the file cannot be written."""
        with ExitStack() as stack:
            self._settle(stack, output)
            yield from self._make_tables()
            if self.settings.with_limits:
                self._measure_limits()
                yield News("limits")
            children = self._start_all(stack)
            for key in self.results:
                yield News("failed" if self.results[key].error else "ready", key)
            yield from self._watch_each(children)
            yield from self._rounds(children)
            yield from self._run_printed()
            if sweep_sizes:
                yield from self._sweep_sizes()
            if self.settings.kill:
                self.killed = kill_a_worker(self._start_to_kill)
                yield News("killed")
            if output is not None:
                yield from self._write(output, children)
        self._look_for_leftovers()
        yield News("over")

    def _look_for_leftovers(self) -> None:
        self.left |= {
            "segments": len(segments_of(self._beginning)),
            "files": int(self._folder.exists()),
            "processes": sum(len(members(session)) for session in self._sessions),
        }

    def _start_to_kill(self) -> tuple[Child, Job]:
        job = self._job(KILLED)
        return self._child(KILLED, job), job

    def _settle(self, stack: ExitStack, output: Path | None) -> None:
        """Remove what others have left, and see to it that nothing of this run is."""
        found = [*sweep(), *sweep(Path(tempfile.gettempdir()))]
        self.left["of_others"] = len(found)
        self._beginning = beginning_of_names()
        self._janitor = stack.enter_context(closing(Janitor()))
        folder = Path(tempfile.gettempdir(), f"{self._beginning}{random.getrandbits(40):x}")
        remove = [str(FOLDER / self._beginning), str(folder)]
        if output is not None:
            self._sweep_beside(output)
            remove.append(str(beginning_beside(output).absolute()))
        for beginning in remove:
            self._janitor.removes(beginning)
            stack.callback(remove_all, beginning)
        folder.mkdir(mode=0o700)
        self._folder = folder

    def _sweep_beside(self, output: Path) -> None:
        """Only a run that is over leaves one: two that write the same file are nobody's wish."""
        remove_all(str(beginning_beside(output)))

    def _make_tables(self) -> Iterator[News]:
        settings = self.settings
        if settings.sources:
            self._paths = tuple(str(Path(source).absolute()) for source in settings.sources)
            return
        made = []
        try:
            for path in make_tables(self._folder, settings.files, settings.rows, settings.seed):
                made.append(str(path))
                yield News("table")
        except OSError as error:
            raise Failure(f"{self._folder}: {error.strerror or error}; make fewer rows") from None
        self._paths = tuple(made)

    def _job(self, key: str) -> Job:
        """What a method gets: names and a folder of its own."""
        place = list(self.results).index(key) if key in self.results else len(self.results)
        folder = self._folder / f"method-{place}"
        folder.mkdir(exist_ok=True)
        return Job(
            self._paths,
            self.settings.reader,
            min(self.settings.workers, len(self._paths)),
            f"{self._beginning}{place}-",
            str(folder),
            start=self.settings.start,
            scheduler=self.settings.scheduler,
        )

    def _measure_limits(self) -> None:
        rows = self.settings.rows * self.settings.files
        size = min(max(rows * ROW_BYTES, _LIMITS_LEAST), _LIMITS_MOST)
        asked = {"bytes": size, "beginning": f"{self._beginning}l-", "folder": str(self._folder)}
        module = "visualizer.labs.shared_memory.limits"
        try:
            with closing(Child(module, asked, self._janitor, _START)) as child:
                self.limits = child.ask("go", _ANSWER)
        except ChildFailed as error:
            self.limits = {"error": str(error)}

    def _start_all(self, stack: ExitStack) -> dict[str, Child]:
        """Two at a time: to start one takes longer than what it then does."""
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
                stack.callback(self._close, child)
        return children

    def _start(self, key: str) -> Child | None:
        result = self.results[key]
        try:
            child = self._child(key, self._job(key))
        except ChildFailed as error:
            result.error = str(error)
            return None
        result.start_up, result.parent = child.start_up, child.process
        result.cluster = child.ready["cluster"]
        return child

    def _child(self, key: str, job: Job) -> Child:
        asked = {
            "method": key,
            "job": asdict(job),
            "layout": asdict(self.settings.layout),
            "about": {"lab": "shared-memory", "settings": asdict(self.settings)}
            | {"host": asdict(describe_host())},
        }
        child = Child(_CHILD, asked, self._janitor, _START)
        self._sessions.append(child.process)
        return child

    def _close(self, child: Child) -> None:
        child.close()
        wait_until_gone(child.process)

    @property
    def _patience(self) -> float:
        rows = self.settings.rows * self.settings.files
        if self.settings.sources:
            rows = sum(Path(path).stat().st_size for path in self._paths if Path(path).is_file())
        return _ANSWER + rows * _SECONDS_A_ROW

    def _watch_each(self, children: dict[str, Child]) -> Iterator[News]:
        """A run of its own, which is not timed and warms up what is timed then."""
        for key, child in tuple(children.items()):
            result, job = self.results[key], self._job(key)
            watch = Watch(child.process, job.beginning, job.folder)
            try:
                with watch:
                    yield from self._watch(child, result, watch)
            except ChildFailed as error:
                self._give_up(children, key, str(error))
                yield News("failed", key)
            result.take(watch, managed=_is_managed(key))
            result.leaked += len(segments_of(job.beginning))
            yield News("watched", key)

    def _watch(self, child: Child, result: Result, watch: Watch) -> Iterator[News]:
        key = result.method
        yield News("watching", key)
        for told in child.answers("watched", self._patience, _LOOK):
            if not told.get("news", "over"):
                if watch.samples:
                    yield News("watching", key, watch.samples[-1], self._who(result, watch))
                continue
            sample = watch.take()
            if "news" not in told:
                break
            if told["news"] == "started":
                result.before = sample.total
            result.marks.append((told["news"], sample.at))
            yield News(told["news"], key, sample, self._who(result, watch))
            with suppress(ChildFailed):  # its last words are still to be read
                child.say("go on")
        self._check(result, told)

    def _who(self, result: Result, watch: Watch) -> dict[int, str]:
        return roles(dict(watch.seen), result.parent, managed=_is_managed(result.method))

    def _check(self, result: Result, told: dict[str, Any]) -> None:
        """All methods give the same table, and each the same every time."""
        others = {one.checksum for one in self.results.values() if one.checksum and not one.error}
        result.checksum, result.rows = told["checksum"], told["rows"]
        if others and result.checksum not in others:
            raise ChildFailed("its table is another than that of the methods before")

    def _give_up(self, children: dict[str, Child], key: str, why: str) -> None:
        self.results[key].error = why
        self._close(children.pop(key))
        remove_all(str(FOLDER / self._job(key).beginning))
        shutil.rmtree(self._job(key).folder, ignore_errors=True)

    def _rounds(self, children: dict[str, Child]) -> Iterator[News]:
        dice = random.Random()
        going = list(children)
        begun = time.monotonic()
        while going:
            dice.shuffle(going)
            for key in tuple(going):
                result = self.results[key]
                try:
                    told = children[key].ask("run", self._patience)
                    self._check(result, told)
                except ChildFailed as error:
                    self._give_up(children, key, str(error))
                    going.remove(key)
                    yield News("failed", key)
                    continue
                result.repeats.append(told["seconds"])
                result.starts.append(told["start"])
                result.leaked += len(segments_of(self._job(key).beginning))
                if self.is_enough(result, time.monotonic() - begun):
                    going.remove(key)
                yield News("repeat" if key in going else "done", key)

    def is_enough(self, result: Result, taken: float = 0.0) -> bool:
        """Whether no more repeats of this one are needed, when all have ``taken`` so long."""
        count, asked = len(result.repeats), self.settings.repeats
        if asked is not None:
            return count >= asked
        if count < _LEAST_REPEATS:
            return False
        if count >= MOST_REPEATS or taken > _ENOUGH_SECONDS * len(self.results):
            return True
        return interval_of_median(result.totals).width(median(result.totals)) <= _NARROW

    def _run_printed(self) -> Iterator[News]:
        from visualizer.labs.shared_memory.printed import run_printed

        for key, result in self.results.items():
            script = method(key).script
            if script and result.error is None:
                repeats = self.settings.repeats or _LEAST_REPEATS
                yield from (
                    News("repeat", key)
                    for _ in run_printed(result, script, self._job(key), repeats, self._janitor)
                )
                yield News("done", key)

    def _sweep_sizes(self) -> Iterator[News]:
        beginning = f"{self._beginning}s-"
        for row in measure_sizes(self._janitor, beginning, str(self._folder)):
            self.sweep.append(row)
            yield News("size")

    def _write(self, output: Path, children: dict[str, Child]) -> Iterator[News]:
        """By one that streams, if one has come through."""
        path = output.absolute()
        for key in _best_to_write(children):
            begun = time.monotonic()
            try:
                told = children[key].ask({"write": str(path)}, self._patience)
            except ChildFailed as error:
                raise Failure(str(error)) from None
            seconds = time.monotonic() - begun
            self.output = {"method": key, "seconds": seconds, "streamed": told["streamed"]}
            yield News("file", key)
            return


def _is_managed(key: str) -> bool:
    return method(key).carrier_name == "ManagersSegments"


def _best_to_write(children: Iterable[str]) -> list[str]:
    """Those that stream first, and of them those through shared memory."""

    def place(key: str) -> tuple[bool, bool, int]:
        one: Method = method(key)
        return not one.can_stream, not key.startswith("shm"), METHODS.index(one)

    return sorted(children, key=place)
