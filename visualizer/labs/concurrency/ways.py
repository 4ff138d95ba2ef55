"""The ways to run the jobs, each a function; the source shown is what runs.

Making workers and waiting for them is a part of each, and so of the measurement.
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
    """One after the other."""
    return [job() for job in jobs]


def threads(jobs: Jobs) -> Found:
    """A thread for each."""
    from threading import Thread

    found: Found = []
    workers = [Thread(target=lambda job=job: found.append(job())) for job in jobs]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return found


def thread_pool(jobs: Jobs) -> Found:
    """A pool with as many threads."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]


def processes(jobs: Jobs, method: str | None = None) -> Found:
    """A process for each, which sends back when its steps ran."""
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
    """A pool with as many processes."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(len(jobs), mp_context=context) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]


def event_loop(jobs: Jobs) -> Found:
    """A task for each in one event loop."""
    import asyncio

    async def main() -> Found:
        return await asyncio.gather(*(job.in_loop() for job in jobs))

    return asyncio.run(main())


def greenlets(jobs: Jobs) -> Found:
    """A greenlet for each; they change places where gevent's own waiting is called."""
    import gevent

    running = [gevent.spawn(job) for job in jobs]
    gevent.joinall(running)
    return [one.get() for one in running]


def interpreters(jobs: Jobs) -> Found:
    """An interpreter for each in this process, each in a thread, each with a lock of its own.

    PEP 684; the module is the one that PEP 734 rests on.
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
        # Read before the workers end: a pipe may have no room for all of it.
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
    """Have the standard library wait by gevent; before anything else is imported."""
    from gevent import monkey

    monkey.patch_all()
