"""Makes the levels of a page in parallel, in as many processes as there are processors.

This process is one of them. The others are ``visualizer.cli.page_worker``, which reads a job a line
(JSON) and answers with lines: ``share`` is the finished share of the level, ``part`` the level, and
``fault`` reports that making it failed. Then, or if a worker is killed, this process makes the
level, so that an error has its usual message. A worker ends with its input, so none outlives this
process.
"""

import json
import os
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from visualizer.export.page.levels import LevelPart, Report, make_level, one_by_one
from visualizer.export.page.range import PageRange
from visualizer.layout.analysis.facts import Level
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.measure import TextMeasure
from visualizer.layout.placing import Size
from visualizer.platform.python import own_python, run_module
from visualizer.platform.trees import Tree
from visualizer.recording import Recording

_WORKER = "visualizer.cli.page_worker"
WORTH = 400
"""The minimum number of pictures for which starting processes is worthwhile."""
_POLL = 0.01
"""Seconds between two checkpoints while the processes work."""
_WITHOUT_ICON = {"QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM": "1"}
"""Prevents an icon in macOS' Dock (qcocoaintegration.mm)."""

type Message = dict[str, Any]


class SideBySide:
    """Makes the levels of a page; ``fonts`` are the chosen fonts for words and for code, or empty.

    This process makes all pictures if they are few, or if it cannot start another process.
    """

    def __init__(self, fonts: tuple[str, str], worth: int = WORTH) -> None:
        self._fonts, self._worth = fonts, worth

    def __call__(
        self,
        recording: Recording,
        found: PageRange,
        measure: TextMeasure,
        canvas: Size,
        report: Report,
    ) -> list[LevelPart]:
        """Return the levels."""
        others = min(len(found.levels), os.process_cpu_count() or 1) - 1
        if others < 1 or len(found.levels) * len(found.steps) < self._worth:
            return one_by_one(recording, found, measure, canvas, report)

        def make(level: Level, report_share: Report) -> LevelPart:
            return make_level(recording, found, level, measure, canvas=canvas, report=report_share)

        job = {
            "recording": os.fspath(recording.path.absolute()),
            "range": [found.first, found.last],
            "canvas": canvas,
            "fonts": self._fonts,
        }
        crew = _Crew([{**job, "level": level} for level in found.levels])
        try:
            crew.start(others)
            return _Levels(found.levels, crew, make, report).made()
        finally:
            crew.end()


class _Levels:
    """The levels of a page that this process and a crew are making."""

    def __init__(
        self,
        levels: Sequence[Level],
        crew: "_Crew",
        make: Callable[[Level, Report], LevelPart],
        report: Report,
    ) -> None:
        self._levels, self._crew, self._make, self._report = levels, crew, make, report
        self._parts: dict[Level, LevelPart] = {}
        self._shares = dict.fromkeys(levels, 0.0)

    def made(self) -> list[LevelPart]:
        """Make levels that no other process takes, wait for the rest, and return all in order."""
        while len(self._parts) < len(self._levels):
            level = self._crew.take()
            if level is not None:
                self._make_here(level)
            else:
                self._receive(*self._crew.next_message())
        return [self._parts[level] for level in self._levels]

    def _make_here(self, level: Level) -> None:
        def report_share(share: float) -> None:
            for message in self._crew.messages():
                self._receive(*message)
            self._note(level, share)

        self._parts[level] = self._make(level, report_share)

    def _receive(self, level: Level, message: Message) -> None:
        if "part" in message:
            self._parts[level] = LevelPart(*message["part"])
        if "fault" in message:
            self._crew.give_back(level)
        self._note(level, message.get("share", 1.0 if "part" in message else 0.0))

    def _note(self, level: Level, share: float) -> None:
        self._shares[level] = max(share, self._shares[level])
        self._report(sum(self._shares.values()) / len(self._shares))


class _Crew:
    """Processes that take one job after another; a thread communicates with each process."""

    def __init__(self, jobs: Iterable[Message]) -> None:
        self._jobs = deque(jobs)
        """The longest jobs are last: the crew takes from the end, this process from the start."""
        self._left: deque[Level] = deque()
        self._messages: SimpleQueue[tuple[Level, Message]] = SimpleQueue()
        self._workers: list[Tree] = []

    def start(self, count: int) -> None:
        """Start up to ``count`` processes: as many as can be started."""
        command = [own_python(), *run_module(_WORKER)]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        environment = {**os.environ, **_WITHOUT_ICON}
        with suppress(OSError):
            for _ in range(count):
                tree = Tree(command, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment)
                self._workers.append(tree)
        for tree in self._workers:
            Thread(target=self._talk, args=(tree.process,), daemon=True).start()

    def take(self) -> Level | None:
        """Return a level that no process makes yet, for this process; None if there is none."""
        with suppress(IndexError):
            return Level(self._left.popleft() if self._left else self._jobs.popleft()["level"])
        return None

    def give_back(self, level: Level) -> None:
        """Leave a level to this process."""
        self._left.append(level)

    def messages(self) -> Iterator[tuple[Level, Message]]:
        """Yield the messages about levels that have arrived."""
        with suppress(Empty):
            while True:
                yield self._messages.get_nowait()

    def next_message(self) -> tuple[Level, Message]:
        """Return the next message about a level; with checkpoints while there is none."""
        while True:
            checkpoint()
            with suppress(Empty):
                return self._messages.get(timeout=_POLL)

    def end(self) -> None:
        """Kill all processes."""
        self._jobs.clear()
        for tree in self._workers:
            tree.kill()
        for tree in self._workers:
            tree.process.wait()

    def _talk(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        # Closing the pipe to a killed process raises ``OSError`` if it still has data.
        with suppress(IndexError, OSError), process.stdin, process.stdout:
            while True:
                job = self._jobs.pop()
                with suppress(OSError):
                    process.stdin.write(f"{json.dumps(job)}\n".encode())
                    process.stdin.flush()
                level = Level(job["level"])
                if not self._receive(level, process.stdout):
                    self._messages.put((level, {"fault": "the process has ended"}))
                    return

    def _receive(self, level: Level, lines: IO[bytes]) -> bool:
        """Pass on the messages about a level; return whether the last one arrived."""
        for line in lines:
            if not line.endswith(b"\n"):
                return False
            message = json.loads(line)
            self._messages.put((level, message))
            if "share" not in message:
                return True
        return False
