"""Makes the levels of a page side by side, in as many processes as there are processors.

Each process is ``visualizer.cli.page_worker``. It reads a job a line (JSON) and answers with lines:
``share`` is how much of the level is made, ``part`` the level, and ``fault`` says that it could not
be made there. Then it is made in this process, so an error has the words that it always has. A
worker ends with its input, so none outlives this process.
"""

import json
import os
import subprocess
from collections import deque
from collections.abc import Iterable
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
from visualizer.model import CannotRun
from visualizer.platform.processes import describe_exit
from visualizer.platform.python import own_python, run_module
from visualizer.platform.trees import Tree
from visualizer.recording import Recording

_WORKER = "visualizer.cli.page_worker"
WORTH = 400
"""The number of pictures from which on the processes are worth their start."""
_POLL = 0.01
"""Seconds between two checkpoints while the processes work."""
_WITHOUT_ICON = {"QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM": "1"}
"""No icon in macOS' Dock (qcocoaintegration.mm)."""

type Message = dict[str, Any]


class SideBySide:
    """Makes the levels of a page; ``fonts`` are those chosen for words and for code, or empty.

    Few pictures, and all of them where no process can be started, are made in this process.
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
        """Return the levels; raises ``CannotRun`` if a process is killed."""
        count = min(len(found.levels), os.process_cpu_count() or 1)
        if count < 2 or len(found.levels) * len(found.steps) < self._worth:
            return one_by_one(recording, found, measure, canvas, report)
        job = {
            "recording": os.fspath(recording.path.absolute()),
            "range": [found.first, found.last],
            "canvas": canvas,
            "fonts": self._fonts,
        }
        # The last levels show most and take longest.
        crew = _Crew([{**job, "level": level} for level in reversed(found.levels)])
        try:
            crew.start(count)
        except OSError:
            crew.end()
            return one_by_one(recording, found, measure, canvas, report)
        parts: dict[str, LevelPart] = {}
        shares = dict.fromkeys(found.levels, 0.0)
        try:
            while len(parts) < len(found.levels):
                level, message = crew.next_message()
                if "ended" in message:
                    raise CannotRun(
                        "the page was not made: one of its processes was lost ({reason});"
                        " try again",
                        reason=message["ended"],
                    )
                if "part" in message:
                    parts[level] = LevelPart(*message["part"])
                if "fault" in message:
                    parts[level] = make_level(
                        recording,
                        found,
                        Level(level),
                        measure,
                        canvas=canvas,
                        report=lambda _: None,
                    )
                shares[Level(level)] = message.get("share", 1.0)
                report(sum(shares.values()) / len(shares))
        finally:
            crew.end()
        return [parts[level] for level in found.levels]


class _Crew:
    """Processes that take one job after another, each with a thread that talks with it."""

    def __init__(self, jobs: Iterable[Message]) -> None:
        self._jobs = deque(jobs)
        self._messages: SimpleQueue[tuple[str, Message]] = SimpleQueue()
        self._workers: list[Tree] = []

    def start(self, count: int) -> None:
        """Start ``count`` processes; raises ``OSError`` where that cannot be done."""
        command = [own_python(), *run_module(_WORKER)]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        environment = {**os.environ, **_WITHOUT_ICON}
        for _ in range(count):
            tree = Tree(command, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment)
            self._workers.append(tree)
        for tree in self._workers:
            Thread(target=self._talk, args=(tree.process,), daemon=True).start()

    def next_message(self) -> tuple[str, Message]:
        """Return the next message about a level; with checkpoints while there is none."""
        while True:
            checkpoint()
            with suppress(Empty):
                return self._messages.get(timeout=_POLL)

    def end(self) -> None:
        """End all processes, whatever they do."""
        self._jobs.clear()
        for tree in self._workers:
            tree.kill()
        for tree in self._workers:
            tree.process.wait()

    def _talk(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        # Closing the pipe to a killed process raises ``OSError`` if something is left in it.
        with suppress(IndexError, OSError), process.stdin, process.stdout:
            while True:
                job = self._jobs.popleft()
                with suppress(OSError):
                    process.stdin.write(f"{json.dumps(job)}\n".encode())
                    process.stdin.flush()
                if not self._receive(job["level"], process.stdout):
                    ended = {"ended": describe_exit(process.wait())}
                    self._messages.put((job["level"], ended))
                    return

    def _receive(self, level: str, lines: IO[bytes]) -> bool:
        """Pass the messages about a level on; return whether the last one came."""
        for line in lines:
            if not line.endswith(b"\n"):
                return False
            message = json.loads(line)
            self._messages.put((level, message))
            if "share" not in message:
                return True
        return False
