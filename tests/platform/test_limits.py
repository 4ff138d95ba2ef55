"""A limit that a thread watches, on a system that refuses no memory."""

import threading

import pytest

from visualizer.platform.limits import TimeUp, limited_by_thread


def no_one(kind: str) -> None:
    raise AssertionError(kind)


def test_a_process_that_takes_too_much_memory_is_interrupted() -> None:
    def fill() -> None:
        kept: list[bytes] = []
        while True:
            kept.append(b"x" * 1_000_000)

    with pytest.raises(MemoryError), limited_by_thread(60, 50_000_000, no_one):
        fill()


def test_a_process_that_takes_too_long_is_interrupted_unless_the_clock_was_stopped() -> None:
    def go_on() -> None:
        while True:
            pass

    with pytest.raises(TimeUp), limited_by_thread(0.05, 1 << 40, no_one):
        go_on()
    with limited_by_thread(0, 1 << 40, no_one) as stop:
        stop()


def test_a_process_that_is_deaf_to_a_limit_is_given_up() -> None:
    told: list[str] = []
    deaf = threading.Event()

    def give_up(kind: str) -> None:
        told.append(kind)
        deaf.set()

    def wait_deafly() -> None:
        # The lock's wait is in C code, which returns only after a release.
        deaf.wait()
        while True:
            pass

    with pytest.raises(TimeUp), limited_by_thread(0.5, 1 << 40, give_up):
        wait_deafly()
    assert told == ["time"]
