"""The crews that parse: processes, a pool of processes, or threads. A gate that the parent passes
with them keeps all in step: all ready, all parsed, hand over. A worker that fails reports the
reason and breaks the gate, so no other waits for ever; ``deaths`` notices one that dies.
"""

import multiprocessing
import queue
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Self

import numpy as np

from visualizer.labs.children import error_text
from visualizer.labs.shared_memory.methods.carriers import Carrier
from visualizer.labs.shared_memory.methods.deaths import bad_end, watch
from visualizer.labs.shared_memory.methods.job import Job, ReadTable
from visualizer.labs.shared_memory.tables.table import DTYPE, Failure, raw

_LAST_WORDS = 5.0
"""Seconds to wait for the report of a worker that has broken the gate."""
_JOIN, _JOIN_AFTER_FAILURE = 10.0, 1.0
_DONE = -1


class Crew(ABC):
    """The workers of a job, as a context. ``tables`` yields the tables as they come."""

    can_stream = True

    def __init__(self, job: Job, carrier: Carrier) -> None:
        self.job = job
        self.carrier = carrier

    @abstractmethod
    def __enter__(self) -> Self: ...

    @abstractmethod
    def __exit__(self, *error: object) -> None: ...

    @abstractmethod
    def tables(self) -> Iterator[ReadTable]:
        """Yield each table as it comes. Raises ``Failure``."""

    def pass_gate(self) -> None:
        """Wait until all workers reach the gate. Raises ``Failure`` if one never will."""
        try:
            self._gate.wait()
        except threading.BrokenBarrierError:
            for reply in self.tables():
                reply.check()
            raise Failure("a worker stopped without an error message; run it again") from None

    def release(self, reply: ReadTable) -> None:  # noqa: B027
        """Release a table."""

    _gate: Any


class Processes(Crew):
    """A ``Process`` for each worker, an out-queue for all, and an in-queue for each.

    One in-queue for all, as printed in the document, lets the wrong child take "done".
    """

    def __enter__(self) -> Self:
        context: Any = multiprocessing.get_context(self.job.start)
        count = self.job.workers
        self._gate = context.Barrier(count + 1)
        self._make_outbox(context)
        self._inboxes = [context.SimpleQueue() for _ in range(count)]
        self._workers: list[BaseProcess] = [
            context.Process(target=target, args=arguments, daemon=True)
            for target, arguments in map(self._target, range(count))
        ]
        for worker in self._workers:
            worker.start()
        self._watch = watch(self._workers)
        return self

    def _target(self, number: int) -> tuple[Callable[..., None], tuple[Any, ...]]:
        inbox, send = self._inboxes[number], self._send(number)
        return work, (number, self.carrier, self._gate, inbox, send)

    def _make_outbox(self, context: Any) -> None:
        self._outbox = context.Queue()

    def _send(self, number: int) -> Callable[[ReadTable], None]:
        put: Callable[[ReadTable], None] = self._outbox.put
        return put

    def tables(self) -> Iterator[ReadTable]:
        """Yield the tables from the out-queue."""
        for _ in self.job.paths:
            yield self._receive().check()

    def _receive(self) -> ReadTable:
        try:
            reply: ReadTable = self._outbox.get(timeout=_LAST_WORDS if self._gate.broken else None)
        except queue.Empty:
            raise Failure("a worker stopped without an error message; run it again") from None
        return reply

    def release(self, reply: ReadTable) -> None:
        """Return a table to its worker, which may reuse the memory."""
        self._inboxes[reply.worker].put(reply.index)

    def __exit__(self, *error: object) -> None:
        went_well = error[0] is None
        if not went_well:
            self._watch.set()
            self._gate.abort()
        for inbox in self._inboxes:
            inbox.put(_DONE)
        for worker in self._workers:
            worker.join(_JOIN if went_well else _JOIN_AFTER_FAILURE)
        self._watch.set()
        ends = [bad_end(worker) for worker in self._workers if went_well]
        for worker in self._workers:
            worker.kill()
            worker.join()
        for end in filter(None, ends):
            raise Failure(end)


_kept: list["KeptProcesses"] = []
"""This process's crew, kept for the next job."""


class KeptProcesses(Processes):
    """Workers that stay with their mappings until no more jobs come."""

    def __enter__(self) -> Self:
        if not _kept:
            super().__enter__()
            _kept.append(self)
        there = _kept[0]
        self._gate, self._outbox, self._inboxes = there._gate, there._outbox, there._inboxes
        for inbox in self._inboxes:
            inbox.put(self.carrier)
        return self

    def _target(self, number: int) -> tuple[Callable[..., None], tuple[Any, ...]]:
        return _work_on, (number, self._gate, self._inboxes[number], self._send(number))

    def __exit__(self, *error: object) -> None:
        if error[0] is None:
            for inbox in self._inboxes:
                inbox.put(_DONE)
        else:
            let_go_of_kept()

    def let_go(self) -> None:
        """End the workers."""
        super().__exit__(None, None, None)


def let_go_of_kept() -> None:
    """End the workers that are kept here, if there are any."""
    while _kept:
        _kept.pop().let_go()


def _work_on(number: int, gate: Any, inbox: Any, send: Callable[[ReadTable], None]) -> None:
    """Run one job after another; ``_DONE`` between two jobs ends the worker."""
    while (carrier := inbox.get()) != _DONE:
        work(number, carrier, gate, inbox, send)


class PipedProcesses(Processes):
    """A pipe for each worker instead of the queue: the rows as they are, without pickle."""

    def _make_outbox(self, context: Any) -> None:
        self._pipes: list[tuple[Connection, Connection]] = [
            context.Pipe(duplex=False) for _ in range(self.job.workers)
        ]

    def _send(self, number: int) -> Callable[[ReadTable], None]:
        return _PipeEnd(self._pipes[number][1])

    def _receive(self) -> ReadTable:
        readers = [reader for reader, _ in self._pipes]
        there = wait(readers, _LAST_WORDS if self._gate.broken else None)
        if not there:
            raise Failure("a worker stopped without an error message; run it again")
        one = next(reader for reader in readers if reader in there)
        reply: ReadTable = one.recv()
        if not reply.failure:
            reply.table = np.empty(reply.rows, DTYPE)
            if reply.rows:
                one.recv_bytes_into(raw(reply.table))
        return reply

    def __exit__(self, *error: object) -> None:
        super().__exit__(*error)
        for ends in self._pipes:
            for end in ends:
                end.close()


class _PipeEnd:
    """Sends the reply, then the rows."""

    def __init__(self, end: Connection) -> None:
        self._end = end

    def __call__(self, reply: ReadTable) -> None:
        table, reply.table = reply.table, None
        self._end.send(reply)
        if table is not None and len(table):
            self._end.send_bytes(raw(table))


def work(
    number: int, carrier: Carrier, gate: Any, inbox: Any, send: Callable[[ReadTable], None]
) -> None:
    """Do a worker's share: parse, hand over, wait for "done", release."""
    try:
        gate.wait()
        if carrier.job.streamed:
            for index in carrier.job.share(number):
                send(carrier.parse(number, index))
                done = inbox.get()
                if done == _DONE:  # the parent has failed
                    return
                carrier.close(done)
        else:
            parsed = [carrier.parse(number, index) for index in carrier.job.share(number)]
            gate.wait()
            gate.wait()
            for reply in parsed:
                send(reply)
            del parsed
        while (index := inbox.get()) != _DONE:
            carrier.close(index)
    except threading.BrokenBarrierError:
        pass  # another worker has failed, and reports it
    except Exception as error:
        send(ReadTable(number, failure=_why(error)))
        gate.abort()
    finally:
        carrier.close()


class Threads(Crew):
    """Threads of the parent: it has their tables already."""

    def __enter__(self) -> Self:
        count = self.job.workers
        self._gate = threading.Barrier(count + 1)
        self._outbox: queue.SimpleQueue[ReadTable] = queue.SimpleQueue()
        self._inboxes: list[queue.SimpleQueue[int]] = [queue.SimpleQueue() for _ in range(count)]
        self._pool = ThreadPoolExecutor(count)
        for number in range(count):
            self._pool.submit(
                work, number, self.carrier, self._gate, self._inboxes[number], self._outbox.put
            )
        return self

    def tables(self) -> Iterator[ReadTable]:
        """Yield the tables as they come, without any transfer."""
        for _ in self.job.paths:
            yield self._outbox.get().check()

    def release(self, reply: ReadTable) -> None:
        """Return a table to its worker, which may reuse the memory."""
        reply.table = None
        self._inboxes[reply.worker].put(reply.index)

    def __exit__(self, *error: object) -> None:
        if error[0] is not None:
            self._gate.abort()
        for inbox in self._inboxes:
            inbox.put(_DONE)
        self._pool.shutdown(cancel_futures=True)


_in_pool: tuple[Carrier, Any] | None = None


def _enter_pool(carrier: Carrier, gate: Any) -> None:
    global _in_pool  # noqa: PLW0603 - a pool's worker has no other place
    _in_pool = carrier, gate


def _work_in_pool(number: int) -> list[ReadTable]:
    """Do one share: as each waits at the gate, no worker gets a second one."""
    assert _in_pool is not None
    carrier, gate = _in_pool
    try:
        gate.wait()
        parsed = [carrier.parse(number, index) for index in carrier.job.share(number)]
        gate.wait()
        gate.wait()
        return parsed
    except threading.BrokenBarrierError:
        return []
    except Exception as error:
        gate.abort()
        return [ReadTable(number, failure=_why(error))]


class Pool(Crew):
    """``Pool.map``: results return by pickle, or as announcements of their places."""

    can_stream = False

    def __enter__(self) -> Self:
        context = multiprocessing.get_context(self.job.start)
        self._gate = context.Barrier(self.job.workers + 1)
        before = set(multiprocessing.active_children())
        self._pool = context.Pool(self.job.workers, _enter_pool, (self.carrier, self._gate))
        self._watch = watch(sorted(set(multiprocessing.active_children()) - before, key=str))
        self._result = self._pool.map_async(_work_in_pool, range(self.job.workers), chunksize=1)
        return self

    def tables(self) -> Iterator[ReadTable]:
        """Return all tables at once, after the last share."""
        shares = self._result.get()
        for reply in (one for share in shares for one in share if one.failure):
            reply.check()
        for share in shares:
            yield from share

    def __exit__(self, *error: object) -> None:
        self._watch.set()
        if error[0] is None:
            self._pool.close()
        else:
            self._pool.terminate()
        self._pool.join()


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, Failure) else error_text(error)
