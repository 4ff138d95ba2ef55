"""Dask distributed: the same parsing as tasks of a scheduler, here or on other machines."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from inspect import getmodule
from typing import Any

from visualizer.labs.shared_memory.methods.job import Job
from visualizer.labs.shared_memory.methods.running import Measurement
from visualizer.labs.shared_memory.tables import reading, table
from visualizer.labs.shared_memory.tables.table import Failure, Table, checksum, read_through
from visualizer.labs.shared_memory.tables.writing import TableFile

_CONNECT = 5.0
_PATIENCE = 600.0
_LOOK, _ANSWER = 3.0, 10.0
"""Seconds between two checks of the scheduler, and seconds in which it must answer."""
_CONFIGURATION = {
    # Do not wait for processes that have ended.
    "distributed.comm.timeouts.connect": "3s",
    "distributed.comm.retry.count": 0,
    "distributed.admin.tick.interval": "1h",
    "logging.distributed": "error",
}


class Cluster:
    """Workers that outlive a job. ``close`` ends those that this cluster has started; with the
    address of a scheduler it starts none. Raises ``Failure`` if no scheduler answers there.
    """

    def __init__(self, job: Job) -> None:
        import cloudpickle
        import dask
        from distributed import Client, LocalCluster

        self._stack = ExitStack()
        dask.config.set(_CONFIGURATION)
        # Schedulers and workers elsewhere need numpy, and Arrow for the fast reader, but nothing of
        # ours: the functions go along with the tasks. Their annotations are text for that, as the
        # types that we name are sent by name.
        parse = reading.reader(job.reader).parser()
        for module in (reading, table, *([getmodule(parse)] if parse is not None else ())):
            cloudpickle.register_pickle_by_value(module)
        self._read = _as_task(reading.read_whole, parse)
        if job.scheduler:
            address = job.scheduler
            _knock(address)
        else:
            cluster = LocalCluster(
                n_workers=job.workers,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address=None,
                worker_dashboard_address=None,
                memory_limit=0,
                local_directory=job.folder,
                silence_logs=50,
            )
            address = self._stack.enter_context(cluster).scheduler_address
        try:
            client = Client(address, timeout=_CONNECT)
        except (OSError, ValueError) as error:
            self._stack.close()
            raise _nobody_at(address, error) from None
        self.client = self._stack.enter_context(client)
        try:
            self.client.wait_for_workers(1, timeout=_CONNECT)
        except TimeoutError:
            self._stack.close()
            raise Failure(
                "the scheduler at {address} has no workers; start some with: dask worker {address}",
                address=address,
            ) from None

    def run(self, job: Job, file: TableFile, measurement: Measurement) -> None:
        """Run stage by stage. Raises ``Failure``."""
        from distributed import CancelledError
        from distributed.client import ClosedClientError
        from distributed.comm.core import CommClosedError
        from distributed.scheduler import KilledWorker

        try:
            self._run(job, file, measurement)
        except KilledWorker:
            raise Failure(
                "a worker of the scheduler was killed; unless you killed it, memory ran out:"
                " use fewer rows or more workers"
            ) from None
        # A client that has noticed the loss itself is closed.
        except (CommClosedError, ClosedClientError, CancelledError, TimeoutError) as error:
            raise Failure(
                "the scheduler stopped responding: {reason}; start it and its workers again",
                reason=_short(error),
            ) from None

    def _run(self, job: Job, file: TableFile, measurement: Measurement) -> None:
        measurement.reach("started")
        tasks = [self.client.submit(self._read, path, pure=False, retries=0) for path in job.paths]
        self._wait_for(tasks)
        measurement.reach("loaded")
        found: list[Table] = self.client.gather(tasks)
        for one in found:
            read_through(one)
        measurement.reach("transferred")
        with file:
            for index, one in enumerate(found):
                file.add(index, one, measurement.digest(one))
        measurement.reach("written")
        measurement.rows = sum(map(len, found))
        measurement.checksum = measurement.leave_out(partial(checksum, found))
        tasks.clear()
        found.clear()
        measurement.reach("ended")

    def _wait_for(self, tasks: Sequence[Any]) -> None:
        """Wait until all are done. Raises Dask's error if the scheduler has gone.

        A machine that is switched off, or asleep, closes no connection: the client would wait on.
        """
        from distributed import wait

        end = time.monotonic() + _PATIENCE
        # `wait` uses the current client, and a client that is closing is not current.
        with self.client.as_current():
            while True:
                try:
                    wait(tasks, timeout=_LOOK)
                except TimeoutError:
                    if time.monotonic() > end:
                        raise
                    self._ask_scheduler()
                else:
                    return

    def _ask_scheduler(self) -> None:
        """Raise ``TimeoutError`` if the scheduler does not answer."""
        scheduler = self.client.scheduler
        if scheduler is None or self.client.status == "closing":
            # No code ends a task that came while the client was closing.
            raise TimeoutError("its connection was closed")
        try:
            self.client.sync(scheduler.identity, n_workers=0, callback_timeout=_ANSWER)
        except OSError as error:
            raise TimeoutError(_short(error)) from None

    def close(self) -> None:
        """Release the cluster; processes started here end."""
        self._stack.close()


def _as_task(read: Callable[..., Table], parse: reading.Parse | None) -> Callable[[str], Table]:
    """Return a function that Dask sends by value: it asks pickle first, which takes no lambda."""
    return lambda path: read(path, parse)


def _knock(address: str) -> None:
    """Check the address first: a client would try for long without a scheduler. Raises
    ``Failure``."""
    from distributed.comm.addressing import parse_address, parse_host_port

    try:
        protocol, place = parse_address(address)
        if protocol in ("tcp", "tls"):
            socket.create_connection(parse_host_port(place), _CONNECT).close()
    except (OSError, ValueError) as error:
        raise _nobody_at(address, error) from None


def _nobody_at(address: str, error: BaseException) -> Failure:
    return Failure(
        "there is no scheduler at {address} ({reason}); start one with: dask scheduler",
        address=address,
        reason=_short(error),
    )


def _short(error: BaseException) -> str:
    text = getattr(error, "strerror", None) or str(error)
    return text.splitlines()[0][:200].rstrip(".: ") if text else type(error).__name__
