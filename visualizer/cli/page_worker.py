"""Makes levels of a page for another process (``visualizer.export.page.side_by_side``)."""

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from visualizer.export.page.levels import LevelPart, make_level
from visualizer.export.page.range import PageRange
from visualizer.layout.analysis.facts import Level
from visualizer.layout.placing import Size
from visualizer.recording import Recording
from visualizer.recording.collector import without_collector

_SHARES = 100
"""Number of progress reports for a level."""


def main() -> int:
    """Make a level for each job, a line of standard input, until the input ends."""
    jobs: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_read, args=(jobs,), daemon=True).start()
    while True:
        job = json.loads(jobs.get())
        try:
            with without_collector():
                part = _make(job)
        except Exception as error:
            _send({"fault": repr(error)})
        else:
            _send({"part": part})


def _read(jobs: SimpleQueue[bytes]) -> None:
    for line in sys.stdin.buffer:
        jobs.put(line)
    # The other process has all its levels, or has ended.
    os._exit(0)


def _make(job: dict[str, Any]) -> LevelPart:
    # Qt draws as in the process that sends the job: with a screen or without one.
    from visualizer.diagram.fonts import QtMeasure, choose_families
    from visualizer.diagram.picture import ensure_application

    ensure_application()
    choose_families(*job["fonts"])
    level, reported = Level(job["level"]), 0

    def report(share: float) -> None:
        nonlocal reported
        if share * _SHARES >= reported + 1:
            reported = int(share * _SHARES)
            _send({"share": share})

    with closing(Recording.open(Path(job["recording"]))) as recording:
        first, last = job["range"]
        return make_level(
            recording,
            PageRange(first, last, (level,)),
            level,
            QtMeasure(),
            canvas=Size(*job["canvas"]),
            report=report,
        )


def _send(message: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(message)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
