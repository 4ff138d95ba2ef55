"""A worker that is killed on purpose: what the parent says, and what stays behind."""

import time
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.janitor import remove_all
from visualizer.labs.shared_memory.comparison.course import roles
from visualizer.labs.shared_memory.comparison.watching import Watch
from visualizer.labs.shared_memory.methods.job import Job
from visualizer.labs.shared_memory.methods.segments import FOLDER, segments_of
from visualizer.platform.processes import kill

KILLED = "shm-process"
"""The method of which one is killed: its workers have made the segments."""
_PATIENCE = 30.0
_STAGE = "loaded"


def kill_a_worker(start: Callable[[], tuple[Child, Job]]) -> dict[str, Any]:
    """Run a job, kill a worker that holds a full segment, and describe the consequences.

    ``before`` is the number of segments before it, ``stayed`` after all processes had ended,
    ``left`` after the run had removed its own. ``seconds`` later the parent reported ``error``.
    """
    found: dict[str, Any] = {"method": KILLED, "stage": _STAGE, "error": None, "left": None}
    try:
        child, job = start()
    except ChildFailed as error:
        return {**found, "error": str(error)}
    with closing(child):
        watch = Watch(child.members, job.beginning)
        begun = time.monotonic()
        try:
            for reply in child.answers("watched", _PATIENCE):
                if reply.get("news") == _STAGE:
                    watch.take_sample()
                    found["before"] = len(segments_of(job.beginning))
                    begun = time.monotonic()
                    kill(_last_worker(watch, child.process))
                with suppress(ChildFailed):
                    child.send("go on")
        except ChildFailed as error:
            found |= {"error": str(error), "seconds": time.monotonic() - begun}
    child.wait_until_gone()
    found["stayed"] = len(segments_of(job.beginning))
    remove_all(str(FOLDER / job.beginning))
    found["left"] = len(segments_of(job.beginning))
    return found


def _last_worker(watch: Watch, parent: int) -> int:
    who = roles(watch.seen, parent)
    workers = [number for number, role in who.items() if role.startswith("worker")]
    return workers[-1]
