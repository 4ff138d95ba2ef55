"""Runs the contestants round by round, each round in a new random order; yields events of it."""

import random
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.concurrency.contestants import BASELINE, DEFAULT, Contestant, contestant
from visualizer.labs.concurrency.results import Repeat, Result
from visualizer.labs.concurrency.turns import turns
from visualizer.labs.concurrency.workloads import calibrate
from visualizer.labs.janitor import Janitor
from visualizer.labs.report import Report, make_report
from visualizer.labs.statistics import is_precise

MOST_REPEATS = 12
NARROW = 0.02
"""An interval of this share of the median is narrow enough."""
_CHILD = "visualizer.labs.concurrency.child"
_START, _ANSWER = 30.0, 20.0
"""Seconds allowed for start-up, and for an answer in addition to the work itself."""
SERVER_SHARE = 0.2
"""Processor time of a request, as a share of the time that it waits."""
_PIECE = 0.0005
"""Seconds of counting between two readings of the clock in a watched run."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``scale`` 1 is the article's size, with waits of one second. With ``repeats`` None, a
    contestant repeats until its interval is narrow."""

    workload: str = "sleep"
    contestants: tuple[str, ...] = DEFAULT
    scale: float = 0.1
    repeats: int | None = None
    jobs: int = 2
    steps: int = 5


@dataclass(frozen=True, slots=True)
class News:
    """``what`` happened to a contestant: starting, ready, running, repeat, done,
    watched, failed."""

    what: str
    contestant: str


class Comparison:
    """``results`` has a row for each contestant, ``absent`` the reasons of the others.

    ``facts`` are the settings and measurements common to all; ``start_method`` is how Python
    starts processes if nothing else is asked for. Iterating over ``run`` does the work;
    ending the iteration ends every process at once.
    """

    def __init__(self, settings: Settings, asked_by_name: Sequence[str] = ()) -> None:
        self.settings = settings
        self.absent: dict[str, str] = {}
        self.results: dict[str, Result] = {}
        # Imported here, because the window imports this module to explain reports.
        from multiprocessing import get_all_start_methods

        # The first one is Python's own choice.
        self.facts: dict[str, Any] = {"start_method": get_all_start_methods()[0]}
        for key in settings.contestants:
            one = contestant(key)
            reason = one.absent()
            if reason and key not in asked_by_name:
                self.absent[key] = reason
                continue
            # The article gives figures for these settings only.
            shape = settings.workload, settings.jobs, settings.steps
            published = one.published if shape == ("sleep", 2, 5) else None
            self.results[key] = Result(key, published, error=reason or None)

    def run(self) -> Generator[News]:
        """Run the comparison and yield its news."""
        with ExitStack() as stack:
            janitor = stack.enter_context(closing(Janitor()))
            size, shortest = self._settle(stack, janitor)
            children = {}
            for key, result in self.results.items():
                if result.error is None:
                    yield News("starting", key)
                    child = self._start(contestant(key), size, shortest, janitor)
                    if child is not None:
                        children[key] = stack.enter_context(closing(child))
                yield News("failed" if result.error else "ready", key)
            yield from self._rounds(children)
            if self.settings.workload == "cpu":
                yield from self._watch(children)

    def _settle(self, stack: ExitStack, janitor: Janitor) -> tuple[float, float]:
        """Choose the size of the work, equal for all, and measure its least duration."""
        settings = self.settings
        if settings.workload == "cpu":
            iterations = calibrate(settings.scale)
            self.facts["iterations"] = iterations
            self.facts["two_process_speedup"] = _two_process_speedup(
                iterations, _patience(settings.scale), janitor
            )
            return iterations, 1
        if settings.workload == "io":
            delay = settings.scale * SERVER_SHARE
            server = Child("visualizer.labs.concurrency.server", delay, janitor, _START)
            stack.enter_context(closing(server))
            self.facts["server_seconds"] = delay
            return server.ready["port"], server.ready["port"]
        return settings.scale, 0.0

    def _start(
        self, one: Contestant, size: float, shortest: float, janitor: Janitor
    ) -> Child | None:
        asked, result = asdict(self.settings), self.results[one.key]
        asked |= {"contestant": one.key, "size": size, "shortest": shortest}
        try:
            child = Child(_CHILD, asked, janitor, _START, python=one.python)
        except ChildFailed as error:
            result.error = str(error)
            return None
        result.start_up, result.imports = child.start_up, child.ready["imports"]
        return child

    def _rounds(self, children: dict[str, Child]) -> Iterator[News]:
        dice = random.Random()
        settings = self.settings
        patience = _patience(settings.scale * settings.jobs * settings.steps)
        going = list(children)
        while going:
            dice.shuffle(going)
            for key in tuple(going):
                result = self.results[key]
                yield News("running", key)
                try:
                    reply = children[key].ask("go", patience)
                except ChildFailed as error:
                    result.error = str(error)
                    children[key].close()
                    going.remove(key)
                    yield News("failed", key)
                    continue
                result.repeats.append(Repeat(**reply))
                if self.is_enough(result):
                    going.remove(key)
                yield News("repeat" if key in going else "done", key)

    def _watch(self, children: dict[str, Child]) -> Iterator[News]:
        """Run once more, untimed, to see which worker runs when; a failure changes no figure."""
        size = max(1, int(self.facts["iterations"] / self.settings.scale * _PIECE))
        for key, child in children.items():
            result = self.results[key]
            if result.error is None:
                try:
                    reply = child.ask({"watch": size}, _ANSWER)
                except ChildFailed:
                    continue
                result.turns = turns([tuple(piece) for piece in reply["pieces"]])
                yield News("watched", key)

    def is_enough(self, result: Result) -> bool:
        """Whether this contestant needs no more repeats."""
        count, asked = len(result.repeats), self.settings.repeats
        if asked is not None:
            return count >= asked
        return is_precise(result.seconds, MOST_REPEATS, NARROW)


def _patience(seconds: float) -> float:
    """Return the seconds allowed for the answer to work of so many seconds."""
    return _ANSWER + 3 * seconds


def _two_process_speedup(iterations: int, patience: float, janitor: Janitor) -> float:
    """Return how many times the work of one process two do in the same time, on this machine now.
    It is 2 with two free processors, and falls towards 1 as they share.
    """
    asked = {"contestant": BASELINE, "workload": "cpu", "size": iterations, "shortest": 1}
    with ExitStack() as stack, ThreadPoolExecutor(2) as together:
        children = [
            stack.enter_context(
                closing(Child(_CHILD, {**asked, "jobs": 1, "steps": 1}, janitor, _START))
            )
            for _ in range(2)
        ]

        def seconds(going: Sequence[Child]) -> float:
            start = time.perf_counter()
            list(together.map(lambda child: child.ask("go", patience), going))
            return time.perf_counter() - start

        return 2 * seconds(children[:1]) / seconds(children)


def lab_events(settings: Mapping[str, Any]) -> Generator[dict[str, Any]]:
    """Run the comparison. Each event has the ``row`` of its contestant if there is one, the
    finished ``share`` of the work, and the seconds ``left``."""
    asked = Settings(**{**settings, "contestants": tuple(settings["contestants"])})
    comparison = Comparison(asked, asked_by_name=asked.contestants)
    yield {"event": "begun", "report": concurrency_report(comparison)}
    with closing(comparison.run()) as happening:
        for news in happening:
            share, left = _outlook(comparison)
            yield {
                "event": news.what,
                "key": news.contestant,
                "row": comparison.results[news.contestant].as_json(),
                "share": share,
                "left": left,
            }
    yield {"event": "report", "report": concurrency_report(comparison)}


def concurrency_report(comparison: Comparison) -> Report:
    """Return the results so far, as the command line prints them."""
    rows = [result.as_json() for result in comparison.results.values()]
    settings = {**asdict(comparison.settings), **comparison.facts}
    return make_report("concurrency", settings, rows, comparison.absent)


def _outlook(comparison: Comparison) -> tuple[float, float]:
    """Return the finished share and the seconds left, an upper bound if repeats have no fixed
    number. The estimate rests on each contestant's times so far, or on the size of its work before
    its first run.
    """
    spent = sum(sum(result.seconds) for result in comparison.results.values())
    left = sum(_left(comparison, result) for result in comparison.results.values())
    return spent / (spent + left) if left else 1.0, left


def _left(comparison: Comparison, result: Result) -> float:
    if result.error is not None or (result.repeats and comparison.is_enough(result)):
        return 0.0
    settings = comparison.settings
    wanted = MOST_REPEATS if settings.repeats is None else settings.repeats
    # Nothing takes longer than one job after the other.
    share = SERVER_SHARE if settings.workload == "io" else 1.0
    longest = settings.jobs * settings.steps * settings.scale * share
    each = result.median if result.median is not None else longest
    return max(0, wanted - len(result.repeats)) * each
