"""How far a program may run ahead, and its input."""

import os
from pathlib import Path

import pytest

from tests.session.conftest import Start
from tests.systems import ON_WINDOWS, as_printed, needs_waits, wine_fails
from visualizer.model import EndReason

PIECES = "64 KB to a pipe that does not block are refused (EINVAL), not taken in part"
COUNTS = "while True:\n    pass\n"
ECHOES = """
    import sys
    for line in sys.stdin:
        print(line.upper(), end="", flush=True)
"""


def test_a_program_waits_where_its_credit_ends(start: Start) -> None:
    run = start(COUNTS, credit=10)
    run.until(lambda: run.session.waits_for_credit)
    run.until(lambda: run.session.steps == 10)
    for _ in range(20):
        run.session.poll()
    assert run.session.steps == 10


def test_more_credit_lets_it_go_on_just_so_far(start: Start) -> None:
    run = start(COUNTS, credit=10)
    run.until(lambda: run.session.steps == 10)
    run.session.allow(25)
    run.until(lambda: run.session.steps == 25)
    run.until(lambda: run.session.waits_for_credit)
    assert run.session.steps == 25


def test_credit_without_end_is_bounded_by_the_step_limit(start: Start) -> None:
    run = start(COUNTS, credit=10, max_steps=50)
    run.session.allow(0)
    assert run.to_the_end().reason is EndReason.STEP_LIMIT
    assert run.session.steps == 50


def test_steps_that_wait_for_credit_can_be_read_from_the_growing_recording(start: Start) -> None:
    run = start("print('hello')\n" + COUNTS, credit=10)
    run.until(lambda: run.session.waits_for_credit)
    with run.recording() as recording:

        def all_is_there() -> bool:
            recording.refresh()
            return recording.steps == 10 and as_printed(recording.output("stdout")) == b"hello\n"

        run.until(all_is_there)
        assert recording.end is None


def test_a_program_reads_the_sent_input(start: Start) -> None:
    # Without the option a program does not decode a pipe's bytes as UTF-8 on every system.
    run = start(ECHOES, environment=(("PYTHONUTF8", "1"),) if ON_WINDOWS else ())
    run.session.send_input("하나\n".encode())
    run.until(lambda: bool(run.output))
    run.session.send_input(b"two\n")
    run.session.close_input()
    assert run.to_the_end().reason is EndReason.FINISHED
    assert b"".join(data for _, data in run.output) == "하나\nTWO\n".encode()
    with run.recording() as recording:
        assert recording.output("stdin") == "하나\ntwo\n".encode()
        assert [text for *_, text in recording.typed] == ["하나", "two"]


@needs_waits
def test_it_is_seen_when_the_program_waits_for_input_and_only_then(start: Start) -> None:
    run = start(
        """
        import time
        first = input("first? ")
        print("got", first, flush=True)
        while not first.startswith("x"):
            first = input()
        time.sleep(1000)
        """
    )
    run.until(lambda: run.session.waits_for_input and bool(run.output))
    assert run.output == [("stdout", b"first? ")]
    run.session.send_input(b"a\nb\nxyz\n")
    run.until(lambda: any(b"got a" in data for _, data in run.output))
    run.until(lambda: run.session.steps >= 9)
    assert not run.session.waits_for_input


@wine_fails(PIECES)
def test_a_program_that_reads_nothing_does_not_block_the_sender(start: Start) -> None:
    run = start("import time\nprint('up', flush=True)\ntime.sleep(1000)\n")
    run.until(lambda: bool(run.output))
    run.session.send_input(b"x" * 1_000_000)
    assert run.session.poll()
    run.session.stop()
    assert run.to_the_end().reason is EndReason.STOPPED


@wine_fails(PIECES)
def test_a_long_input_arrives_whole(start: Start) -> None:
    run = start("import sys\nprint(len(sys.stdin.read()))\n")
    run.session.send_input(b"x" * 1_000_000)
    run.session.close_input()
    run.to_the_end()
    assert run.output == [("stdout", b"1000000\n")]


def test_input_for_a_program_that_has_closed_its_own_is_dropped(start: Start) -> None:
    run = start(
        """
        import os, time
        os.close(0)
        print("closed", flush=True)
        time.sleep(1000)
        """
    )
    run.until(lambda: bool(run.output))
    run.session.send_input(b"nobody reads this\n")
    assert run.session.poll()


def test_a_descriptor_is_handed_on_as_standard_input(start: Start, tmp_path: Path) -> None:
    source = tmp_path / "input.txt"
    source.write_bytes(b"one\ntwo\n")
    descriptor = os.open(source, os.O_RDONLY)
    try:
        run = start(ECHOES, stdin=descriptor)
        run.to_the_end()
    finally:
        os.close(descriptor)
    assert b"".join(data for _, data in run.output) == b"ONE\nTWO\n"


@pytest.mark.parametrize("method", ["close_input", "stop", "interrupt"])
def test_nothing_asked_of_an_ended_session_goes_wrong(start: Start, method: str) -> None:
    run = start("x = 1\n")
    end = run.to_the_end()
    getattr(run.session, method)()
    run.session.send_input(b"late")
    run.session.allow(5)
    assert not run.session.poll()
    assert run.session.wait() is end
    assert not run.session.waits_for_input
    assert not run.session.waits_for_credit
