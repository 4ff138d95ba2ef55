"""A program whose reader is slow waits, as it would at a pipe."""

import os
from typing import cast

import pytest

from tests.systems import needs_poll
from visualizer.platform.interrupts import Interrupts
from visualizer.recording import Writer
from visualizer.session.attendant import OutputForwarder, SessionRunner
from visualizer.session.session import Session
from visualizer.session.streams.tee import Tee


class Written:
    """A session whose program writes once, and whose reader then reads."""

    def __init__(self, forwarder: OutputForwarder, reading: int, data: bytes) -> None:
        self._forwarder = forwarder
        self._reading = reading
        self._data = data
        self.allowed: list[int] = []
        self.read = 0
        self.steps = 0

    def poll(self) -> bool:
        if not self.steps:
            self._forwarder("stdout", self._data)
        else:
            self.read += len(os.read(self._reading, 1 << 20))
        self.steps += 1
        return self.read < len(self._data)

    def allow(self, step: int) -> None:
        self.allowed.append(step)

    def pause(self, *also: int) -> None:
        pass

    def close(self) -> None:
        pass


class NoInterrupts:
    def received(self) -> tuple[()]:
        return ()


@needs_poll
@pytest.mark.parametrize(("size", "allowed"), [(3 << 20, [1, 0]), (1 << 16, [])])
def test_a_program_waits_while_its_reader_is_far_behind(
    size: int, allowed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.session.streams.tee._ENOUGH", 1 << 20)
    reading, writing = os.pipe()
    forwarder = OutputForwarder(tee=False, progress=False)
    forwarder.tee = Tee(writing, writing)
    session = Written(forwarder, reading, b"x" * size)
    runner = SessionRunner(
        cast(Session, session),
        cast(Writer, None),
        forwarder,
        cast(Interrupts, NoInterrupts()),
        None,
    )
    runner._poll_until_end()
    assert session.allowed == allowed
    os.close(reading)
    os.close(writing)
