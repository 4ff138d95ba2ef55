"""The session's side of the ring; the test writes as the recorder would."""

import mmap
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.systems import needs_seals
from visualizer.recorder import wire
from visualizer.session.spool import Spool

RING = 4096


class Feeder:
    """The other side, without waiting: ``write`` returns how much of the data had room."""

    def __init__(self, spool: Spool) -> None:
        if sys.platform == "win32":
            name, _, size = spool.name.rpartition(":")
            self._map = mmap.mmap(-1, int(size), tagname=name)
        else:
            self._map = mmap.mmap(int(spool.name), 0)
        self.numbers = memoryview(self._map)[: wire.SPOOL_HEADER].cast("Q")
        self._ring = len(self._map) - wire.SPOOL_HEADER

    def write(self, data: bytes) -> int:
        written = self.numbers[wire.WRITTEN // 8]
        room = self._ring - (written - self.numbers[wire.CONSUMED // 8])
        for offset, byte in enumerate(data[:room]):
            self._map[wire.SPOOL_HEADER + (written + offset) % self._ring] = byte
        self.numbers[wire.WRITTEN // 8] = written + min(room, len(data))
        return min(room, len(data))

    def close(self) -> None:
        self.numbers.release()
        self._map.close()


@pytest.fixture
def spool() -> Iterator[Spool]:
    spool = Spool(RING)
    yield spool
    spool.close()


@pytest.fixture
def feeder(spool: Spool) -> Iterator[Feeder]:
    feeder = Feeder(spool)
    yield feeder
    feeder.close()


def everything(spool: Spool, most: int = 1 << 20) -> bytes:
    upto = spool.written
    return b"".join(iter(lambda: spool.read(upto, most), b""))


@given(
    st.lists(st.tuples(st.binary(max_size=3 * RING), st.integers(1, 2 * RING)), max_size=8),
)
def test_pieces_come_out_whole(pieces: list[tuple[bytes, int]]) -> None:
    spool = Spool(RING)
    feeder = Feeder(spool)
    try:
        came = b""
        for data, most in pieces:
            rest = data
            while rest:
                rest = rest[feeder.write(rest) :]
                came += everything(spool, most)
        assert came == b"".join(data for data, _ in pieces)
    finally:
        feeder.close()
        spool.close()


def test_nothing_that_comes_later_is_taken(spool: Spool, feeder: Feeder) -> None:
    feeder.write(b"abc")
    upto = spool.written
    feeder.write(b"def")
    assert spool.read(upto, 100) == b"abc"
    assert spool.read(upto, 100) == b""
    assert everything(spool) == b"def"


@pytest.mark.parametrize("written", [RING + 1, 1 << 63, 2])
def test_numbers_that_cannot_be_true_are_refused(
    spool: Spool, feeder: Feeder, written: int
) -> None:
    feeder.write(b"abcd")
    everything(spool)
    feeder.numbers[wire.WRITTEN // 8] = written + (4 if written > 4 else 0)
    with pytest.raises(ValueError, match="cannot be true"):
        everything(spool)


def test_credit_and_waiting_go_through_it(spool: Spool, feeder: Feeder) -> None:
    spool.allow(12)
    assert feeder.numbers[wire.CREDIT // 8] == 12
    assert not spool.waits_for_credit
    feeder.numbers[wire.WAITING // 8] = 1
    assert spool.waits_for_credit


def test_a_request_for_all_output_is_answered_once(spool: Spool, feeder: Feeder) -> None:
    assert spool.pending_sync() == 0
    feeder.numbers[wire.SYNC_ASKED // 8] = 3
    assert spool.pending_sync() == 3
    spool.answer_sync(3, 1234)
    assert feeder.numbers[wire.SYNC_DONE // 8] == 3
    assert feeder.numbers[wire.STDOUT_TAKEN // 8] == 1234
    assert spool.pending_sync() == 0


@needs_seals
def test_nobody_can_shorten_it_under_its_reader(spool: Spool) -> None:
    with pytest.raises(PermissionError):
        os.truncate(int(spool.name), 0)


def test_it_can_be_closed_twice(spool: Spool) -> None:
    spool.close()
    spool.close()
