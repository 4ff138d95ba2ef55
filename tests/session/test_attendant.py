"""A program whose reader is slow waits, as it would at a pipe."""

import os
import signal
from itertools import chain, repeat
from typing import cast

import pytest

from tests.systems import needs_poll
from visualizer.platform.interrupts import Interrupts, ReceivedSignal
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
        self.is_read = True
        self.read = 0
        self.steps = 0

    def poll(self) -> bool:
        if not self.steps:
            self._forwarder("stdout", self._data)
        elif self.is_read:
            self.read += len(os.read(self._reading, 1 << 20))
        self.steps += 1
        return self.read < len(self._data)

    def allow(self, step: int) -> None:
        self.allowed.append(step)

    def pause(self, *also: int) -> None:
        pass

    def close(self) -> None:
        pass

    def interrupt(self, _time_to_die: float | None) -> None:
        """Ctrl+C makes the program end."""
        self.read = len(self._data)


class Interrupted:
    """Nothing arrives at first, then the signals, again and again."""

    def __init__(self, *signals: ReceivedSignal) -> None:
        self._arrives = chain(((), ()), repeat(signals))

    def received(self) -> tuple[ReceivedSignal, ...]:
        return next(self._arrives)


def polled(
    monkeypatch: pytest.MonkeyPatch, size: int, *signals: ReceivedSignal, is_read: bool = True
) -> list[int]:
    """Run a program that writes ``size`` bytes; return what it was allowed."""
    monkeypatch.setattr("visualizer.session.streams.tee._ENOUGH", 1 << 20)
    reading, writing = os.pipe()
    forwarder = OutputForwarder(tee=False, progress=False)
    forwarder.tee = Tee(writing, writing)
    session = Written(forwarder, reading, b"x" * size)
    session.is_read = is_read
    interrupts = cast(Interrupts, Interrupted(*signals))
    runner = SessionRunner(cast(Session, session), cast(Writer, None), forwarder, interrupts, None)
    runner._poll_until_end()
    os.close(reading)
    os.close(writing)
    return session.allowed


@needs_poll
@pytest.mark.parametrize(("size", "allowed"), [(3 << 20, [1, 0]), (1 << 16, [])])
def test_a_program_waits_while_its_reader_is_far_behind(
    size: int, allowed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert polled(monkeypatch, size) == allowed


@needs_poll
def test_an_interrupted_program_waits_for_no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ReceivedSignal(signal.SIGINT, by_terminal=True)
    assert polled(monkeypatch, 3 << 20, asked, is_read=False) == [1, 0]
