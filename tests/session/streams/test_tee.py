"""Output passed on to our reader, however slow it is."""

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.systems import needs_devices, needs_poll
from visualizer.session.streams.tee import Tee


class Pipe:
    def __init__(self) -> None:
        self.reading, self.writing = os.pipe()

    def read(self, count: int = 1 << 20) -> bytes:
        return os.read(self.reading, count)

    def close(self) -> None:
        for descriptor in (self.reading, self.writing):
            with suppress(OSError):
                os.close(descriptor)


@pytest.fixture
def pipes() -> Iterator[tuple[Pipe, Pipe]]:
    both = (Pipe(), Pipe())
    yield both
    for one in both:
        one.close()


def test_each_stream_goes_its_own_way(pipes: tuple[Pipe, Pipe]) -> None:
    out, err = pipes
    tee = Tee(out.writing, err.writing)
    tee("stdout", b"one")
    tee("stderr", b"two")
    tee("stdout", b"three")
    assert tee.done
    assert out.read() == b"onethree"
    assert err.read() == b"two"


@needs_poll
def test_a_reader_that_does_not_read_is_not_waited_for_and_misses_nothing(
    pipes: tuple[Pipe, Pipe],
) -> None:
    out, err = pipes
    tee = Tee(out.writing, err.writing)
    data = bytes(range(256)) * 4000
    tee("stdout", data)
    assert not tee.done
    came = b""
    while len(came) < len(data):
        came += out.read()
        tee.pump()
    assert came == data
    assert tee.done


@needs_poll
def test_two_streams_that_are_one_keep_their_order(pipes: tuple[Pipe, Pipe]) -> None:
    out, _ = pipes
    tee = Tee(out.writing, out.writing)
    data = b"x" * 100_000
    tee("stdout", data)
    tee("stderr", b"after")
    came = b""
    while not came.endswith(b"after"):
        came += out.read()
        tee.pump()
    assert came == data + b"after"


def test_a_reader_that_has_gone_is_noticed_and_the_other_stream_goes_on(
    pipes: tuple[Pipe, Pipe],
) -> None:
    out, err = pipes
    tee = Tee(out.writing, err.writing)
    os.close(out.reading)
    tee("stdout", b"x" * 100_000)
    tee("stderr", b"still here")
    assert tee.broken
    assert tee.done
    assert err.read() == b"still here"


@needs_devices
def test_an_error_of_a_device_is_kept_and_reported_once(pipes: tuple[Pipe, Pipe]) -> None:
    _, err = pipes
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        tee = Tee(full, err.writing)
        tee("stdout", b"one")
        tee("stdout", b"two")
    finally:
        os.close(full)
    assert tee.done
    assert not tee.broken
    assert tee.errors == ["standard output: No space left on device"]


def test_a_stream_that_our_caller_closed_is_no_error(pipes: tuple[Pipe, Pipe]) -> None:
    out, err = pipes
    os.close(err.writing)
    tee = Tee(out.writing, err.writing)
    tee("stderr", b"nobody")
    assert tee.done
    assert tee.errors == []


@needs_poll
def test_a_reader_far_behind_has_enough_until_it_has_read(
    pipes: tuple[Pipe, Pipe], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err = pipes
    monkeypatch.setattr("visualizer.session.streams.tee._ENOUGH", 1 << 20)
    tee = Tee(out.writing, err.writing)
    whole = b"x" * (3 << 20)
    had_enough, read = list[bool](), 0
    for part in (whole[: 1 << 19], whole[1 << 19 :]):
        tee("stdout", part)
        had_enough.append(tee.has_enough)
    while not tee.done:
        read += len(out.read())
        tee.pump()
        had_enough.append(tee.has_enough)
    assert had_enough[:2] == [False, True]
    assert had_enough[-2:] == [False, False]  # before the last of it is read
    assert read + len(out.read()) == len(whole)
