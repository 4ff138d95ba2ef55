"""The ways to run the jobs, one function each; the window shows the source that runs. Starting
workers and waiting for them is a part of each way, and so of the measurement.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue
    from typing import Any

    from visualizer.labs.concurrency.jobs import Job, Span

    type Jobs = list[Job]
    type Found = list[list[Span]]


def sequential(jobs: Jobs) -> Found:
    """Run one job after the other."""
    return [job() for job in jobs]


def threads(jobs: Jobs) -> Found:
    """Start a thread for each job."""
    from threading import Thread

    found: Found = []
    workers = [Thread(target=lambda job=job: found.append(job())) for job in jobs]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return found


def thread_pool(jobs: Jobs) -> Found:
    """Use a pool with as many threads as jobs."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]


def processes(jobs: Jobs, method: str | None = None) -> Found:
    """Start a process for each job, which sends its spans back."""
    import multiprocessing

    context: Any = multiprocessing.get_context(method)
    results = context.SimpleQueue()
    workers = [context.Process(target=_send, args=(job, results)) for job in jobs]
    for worker in workers:
        worker.start()
    found = [results.get() for _ in workers]
    for worker in workers:
        worker.join()
    return found


def _send(job: Job, results: SimpleQueue[list[Span]]) -> None:
    results.put(job())


def process_pool(jobs: Jobs, method: str | None = None) -> Found:
    """Use a pool with as many processes as jobs."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(len(jobs), mp_context=context) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]


def event_loop(jobs: Jobs) -> Found:
    """Run a task for each job in one event loop."""
    import asyncio

    async def main() -> Found:
        return await asyncio.gather(*(job.in_loop() for job in jobs))

    return asyncio.run(main())


def greenlets(jobs: Jobs) -> Found:
    """Start a greenlet for each job; they switch wherever gevent's own waiting is called."""
    import gevent

    running = [gevent.spawn(job) for job in jobs]
    gevent.joinall(running)
    return [one.get() for one in running]


def interpreters(jobs: Jobs) -> Found:
    """Run an interpreter for each job, in a thread of this process, each with its own GIL. See PEP
    684; PEP 734 builds on the module used here.
    """
    import _interpreters
    import os
    from ast import literal_eval
    from threading import Thread

    run_string: Any = _interpreters.run_string  # the stubs say that it returns nothing

    def run(job: Job, send: int) -> None:
        one = _interpreters.create()
        fault: Any = run_string(one, _INSIDE, shared={"job": repr(job), "send": send})
        _interpreters.destroy(one)
        os.close(send)
        if fault is not None:
            raise RuntimeError(fault.formatted)

    pipes = [os.pipe() for _ in jobs]
    workers = [
        Thread(target=run, args=(job, send)) for job, (_, send) in zip(jobs, pipes, strict=True)
    ]
    for worker in workers:
        worker.start()
    found = []
    for receive, _ in pipes:
        # Read before the workers end: a full pipe would block them.
        with open(receive) as pipe:
            found.append(pipe.read())
    for worker in workers:
        worker.join()
    return [literal_eval(text) for text in found]


_INSIDE = """
import os
from visualizer.labs.concurrency.jobs import Job, WatchedJob
from visualizer.labs.concurrency.workloads import Fetch, Sleep, Spin
data = repr(eval(job)()).encode()
while data:
    data = data[os.write(send, data):]
"""


def patch_all() -> None:
    """Make the standard library wait through gevent; call it before any other import."""
    from gevent import monkey

    monkey.patch_all()
