"""The recorder's end of the ring of shared memory, with a session's end on the other side."""

import mmap
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recorder.runs import PATIENCE
from tests.systems import ON_WINDOWS, needs_proc
from visualizer.platform.memory_files import memory_file
from visualizer.recorder import wire
from visualizer.recorder.spool import Spool

RING = 4096
PARENT = 0 if ON_WINDOWS else os.getppid()
"""On Windows the spool does not use it; Wine does not report it (no PssCaptureSnapshot)."""


class Other:
    """The session's end: takes data out of the ring."""

    def __init__(self, ring: int = RING) -> None:
        size = wire.SPOOL_HEADER + ring
        if sys.platform == "win32":
            name = f"visualizer-test-{os.getpid()}-{id(self)}"
            self.descriptor, self.where = -1, f"{name}:{size}"
            self.map = mmap.mmap(-1, size, tagname=name)
        else:
            self.descriptor = memory_file("spool", size)
            self.where = str(self.descriptor)
            self.map = mmap.mmap(self.descriptor, 0)
        self.map[: len(wire.SPOOL_MAGIC)] = wire.SPOOL_MAGIC
        self.numbers = memoryview(self.map)[: wire.SPOOL_HEADER].cast("Q")
        self.ring = ring
        self.taken = b""
        self.spool = Spool(self.passed_on(), PARENT)

    def passed_on(self) -> str:
        """Return the name or descriptor of the memory; the recorder closes the descriptor."""
        return self.where if self.descriptor < 0 else str(os.dup(self.descriptor))

    def take(self, most: int = 1 << 30) -> bytes:
        start = self.numbers[wire.CONSUMED // 8]
        length = min(self.numbers[wire.WRITTEN // 8] - start, most, self.ring - start % self.ring)
        at = wire.SPOOL_HEADER + start % self.ring
        self.taken += self.map[at : at + length]
        self.numbers[wire.CONSUMED // 8] = start + length
        return self.taken

    def close(self) -> None:
        self.numbers.release()
        self.map.close()
        if self.descriptor >= 0:
            os.close(self.descriptor)


@pytest.fixture
def other() -> Iterator[Other]:
    made = Other()
    yield made
    made.close()


def while_it_runs(work: Callable[[], None], meanwhile: Callable[[], object]) -> None:
    """Do one thing in a thread and the other here until the thread has ended."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    while thread.is_alive():
        meanwhile()
    thread.join()


def test_written_bytes_can_be_taken_at_once(other: Other) -> None:
    other.spool.write(b"first" * 8)
    assert other.take() == b"first" * 8
    other.spool.write(b"second" * 4)
    assert other.take() == b"first" * 8 + b"second" * 4


def test_the_ring_goes_round(other: Other) -> None:
    written = b""
    for number in range(500):
        record = bytes([number % 251]) * (8 * (number % 40))
        other.spool.write(record)
        written += record
        other.take()
        other.take()
    assert len(written) > 10 * RING
    assert other.taken == written


def test_a_record_longer_than_the_ring_goes_through_in_pieces(other: Other) -> None:
    record = os.urandom(10 * RING + 24)
    while_it_runs(lambda: other.spool.write(record), lambda: other.take(1000))
    other.take()
    other.take()
    assert other.taken == record


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 3 * RING), st.integers(1, 2 * RING)), max_size=12))
def test_nothing_is_lost_or_turned_round_whatever_the_lengths(
    pieces: list[tuple[int, int]],
) -> None:
    other = Other()
    written = b"".join(bytes([n % 256]) * length for n, (length, _) in enumerate(pieces))

    def work() -> None:
        for number, (length, _) in enumerate(pieces):
            other.spool.write(bytes([number % 256]) * length)

    most = iter([most for _, most in pieces])
    while_it_runs(work, lambda: other.take(next(most, RING)))
    while len(other.taken) < len(written):
        other.take()
    assert other.taken == written
    other.close()


def test_a_full_ring_makes_its_writer_wait_and_is_marked(other: Other) -> None:
    other.spool.write(bytes(RING))
    seen = set()

    def look() -> None:
        seen.add(other.numbers[wire.WAITING // 8])
        if 2 in seen:
            other.take(64)

    while_it_runs(lambda: other.spool.write(b"x" * 64), look)
    assert 2 in seen
    assert other.numbers[wire.WAITING // 8] == 0


def test_steps_are_counted(other: Other) -> None:
    for _ in range(3):
        other.spool.write(b"12345678")
        other.spool.count_step()
    assert other.numbers[wire.STEPS // 8] == 3


def test_it_waits_at_the_step_where_its_credit_ends(other: Other) -> None:
    other.numbers[wire.CREDIT // 8] = 2
    steps = []

    def work() -> None:
        for number in range(5):
            other.spool.write(b"12345678")
            other.spool.count_step()
            steps.append(number)

    def look() -> None:
        reached, credit = (other.numbers[place // 8] for place in (wire.STEPS, wire.CREDIT))
        if credit and reached == credit and other.numbers[wire.WAITING // 8] == 1:
            assert len(steps) == reached - 1, "the step at the limit is written, then waited at"
            other.numbers[wire.CREDIT // 8] = 4 if reached == 2 else 0

    while_it_runs(work, look)
    assert steps == [0, 1, 2, 3, 4]


def test_credit_without_end_is_never_waited_for(other: Other) -> None:
    for _ in range(300):
        other.spool.write(b"")
        other.spool.count_step()
    assert other.numbers[wire.STEPS // 8] == 300


def test_a_terminal_is_settled_when_the_session_has_answered(other: Other) -> None:
    found: list[int] = []

    def answer() -> None:
        asked = other.numbers[wire.SYNC_ASKED // 8]
        if asked > other.numbers[wire.SYNC_DONE // 8]:
            other.numbers[wire.STDOUT_TAKEN // 8] = 100 * asked
            other.numbers[wire.SYNC_DONE // 8] = asked

    for _ in range(3):
        while_it_runs(lambda: found.append(other.spool.sync_terminal()), answer)
    assert found == [100, 200, 300]


def test_a_file_that_is_no_spool_is_refused(other: Other) -> None:
    other.map[:4] = b"none"
    with pytest.raises(ValueError, match="spool"):
        Spool(other.passed_on(), PARENT)


@needs_proc
def test_its_descriptor_is_closed_and_the_memory_stays() -> None:
    before = set(os.listdir("/proc/self/fd"))
    other = Other()
    assert len(set(os.listdir("/proc/self/fd")) - before) == 2, "the session's own two"
    other.spool.write(b"x" * 8)
    assert other.take() == b"x" * 8
    other.close()


@pytest.mark.skipif(ON_WINDOWS, reason="on Windows a program ends by its session's job object")
def test_a_process_without_its_session_ends_while_it_waits(other: Other) -> None:
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[2])\n"
        "from visualizer.recorder.spool import Spool\n"
        "spool = Spool(sys.argv[1], os.getppid() + 1)\n"  # a process that is not its parent
        "spool.write(b'12345678'); spool.count_step()\nprint('went on')"
    )
    other.numbers[wire.CREDIT // 8] = 1
    root = os.path.dirname(os.path.dirname(os.path.dirname(wire.__file__)))
    done = subprocess.run(
        [sys.executable, "-c", code, str(other.descriptor), root],
        pass_fds=(other.descriptor,),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert other.take() == b"12345678"
