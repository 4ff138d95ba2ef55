"""The session does not trust the spool: the program's process may have written anything to it."""

from collections.abc import Callable

import pytest

from tests.session.conftest import LONG_ENOUGH, Start
from tests.systems import as_printed, needs_signals, needs_times_of_others
from visualizer.model import DamagedRecording, EndReason
from visualizer.platform.killing import KILLED
from visualizer.recording import Writer
from visualizer.recording.follow.follower import WHOLE

type UseRecorder = Callable[[str], None]

GOES_ON = "print(int(input()) ** 2)\nraise SystemExit(7)\n"


def test_a_substitute_that_sends_the_right_records_is_believed(
    start: Start, recorder: UseRecorder
) -> None:
    recorder("greet()\nstep(1)\nstep(2)\n")
    run = start("raise SystemExit(5)\n")
    assert run.to_the_end().reason is EndReason.EXITED
    assert run.session.steps == 2


def test_a_recorder_that_gives_up_is_quoted_and_the_program_goes_on(
    start: Start, recorder: UseRecorder
) -> None:
    recorder("greet()\nstep(1)\ngive_up(b'oh no')\n")
    run = start(GOES_ON)
    run.until(lambda: run.session.failure is not None)
    run.session.send_input(b"6\n")
    end = run.to_the_end()
    assert (end.reason, end.detail, end.exit_code) == (EndReason.RECORDER_FAILED, "oh no", 7)
    assert run.output == [("stdout", b"36\n")]
    with run.recording() as recording:
        recording.check()
        assert (recording.steps, recording.end) == (1, end)
        assert as_printed(recording.output("stdout")) == b"36\n"


def test_a_recorder_that_gives_up_in_the_middle_of_a_record_leaves_the_steps_before(
    start: Start, recorder: UseRecorder
) -> None:
    recorder(
        "greet()\nstep(1)\nrecord = wire.pack([wire.STEP, 1, 1, 0, 2, 1, 0, 0], [])\n"
        "write(record[:-8])\ngive_up(b'oh no')\n"
    )
    run = start("print(6)\n")
    assert run.to_the_end().detail == "oh no"
    with run.recording() as recording:
        recording.check()
        assert recording.steps == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"time_limit": LONG_ENOUGH}, f"stopped at the limit of {LONG_ENOUGH:g} seconds"),
        pytest.param({}, "stopped by the user", marks=needs_times_of_others),
    ],
)
def test_limits_and_stop_hold_after_it_has_given_up(
    start: Start, recorder: UseRecorder, options: dict[str, float], told: str
) -> None:
    recorder("greet()\nstep(1)\ngive_up(b'oh no')\n")
    run = start("import time\ntime.sleep(1000)\n", **options)
    if not options:
        run.until(lambda: run.session.failure is not None)
        run.session.stop()
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.RECORDER_FAILED, KILLED)
    assert end.detail == f"oh no; then {told}"


def test_the_limit_of_steps_does_not_hold_for_unrecorded_code(
    start: Start, recorder: UseRecorder
) -> None:
    recorder("greet()\nstep(1)\nstep(2)\ngive_up(b'oh no')\n")
    run = start(GOES_ON, max_steps=2)
    run.until(lambda: run.session.failure is not None)
    run.session.send_input(b"6\n")
    assert run.to_the_end().exit_code == 7


@pytest.mark.parametrize(
    "garbage",
    [
        "write(b'\\xff' * 64)",
        "write(wire.pack([99, 1, 2], []))",
        "write(wire.pack([wire.STEP, 1], []))",
        "write(wire.pack([wire.STEP, 1, 1, 7, 1, 7, 0, 0], []))",
        "write(wire.pack([wire.FREED, 1, 5], []))",
        "numbers[wire.WRITTEN // 8] = 1 << 63",
        "numbers[wire.WRITTEN // 8] = 8",
    ],
)
def test_garbage_ends_the_recording_and_neither_the_steps_before_nor_the_program(
    start: Start, recorder: UseRecorder, garbage: str
) -> None:
    # The session needs time to take the good steps: garbage may overwrite them.
    recorder(
        "greet()\nstep(1)\nstep(2)\n"
        "wait(lambda: numbers[wire.CONSUMED // 8] == numbers[wire.WRITTEN // 8])\n"
        f"{garbage}\n"
    )
    run = start(GOES_ON)
    run.until(lambda: run.session.failure is not None)
    run.session.send_input(b"6\n")
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.RECORDER_FAILED, 7)
    assert end.detail.startswith("the recorder sent invalid data: ")
    assert run.output == [("stdout", b"36\n")]
    with run.recording() as recording:
        recording.check()
        assert (recording.steps, recording.end) == (2, end)


@pytest.mark.parametrize(("credit", "begins"), [(0, 20), (30, 20), (30, 29)])
def test_a_recorder_whose_records_are_refused_ends_and_never_waits(
    start: Start, monkeypatch: pytest.MonkeyPatch, credit: int, begins: int
) -> None:
    add = Writer.add

    def refuse(writer: Writer, records: bytes, most: int = WHOLE) -> int:
        used = add(writer, records, most)
        if writer.steps >= begins:
            raise DamagedRecording("no")
        return used

    monkeypatch.setattr(Writer, "add", refuse)
    run = start(
        """
        import sys
        kept = []
        for n in range(10_000):
            kept.append([n])
        print(len(kept), input(), sys.monitoring.get_events(4))
        """,
        credit=credit,
    )
    run.session.send_input(b"read\n")
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.RECORDER_FAILED, 0)
    assert run.output == [("stdout", b"10000 read 0\n")]


@needs_signals
def test_a_record_cut_short_by_a_kill_is_left_out(start: Start, recorder: UseRecorder) -> None:
    recorder(
        "greet()\nstep(1)\n"
        "record = wire.pack([wire.STEP, 1, 1, 0, 2, 1, 0, 0], [])\n"
        "write(record[:-8])\nos.kill(os.getpid(), 9)\n"
    )
    run = start(GOES_ON)
    assert run.to_the_end().reason is EndReason.KILLED
    with run.recording() as recording:
        recording.check()
        assert recording.steps == 1


def test_a_record_longer_than_the_ring_goes_through_in_pieces(
    start: Start, recorder: UseRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.session.spool.RING", 1 << 16)
    recorder(
        "greet()\nstep(1)\ntext = b'x' * 1_000_000\n"
        "write(wire.pack([wire.SOURCE, 0, len(text)], [text]))\nstep(2)\n"
    )
    run = start("x = 1\n")
    run.to_the_end()
    assert run.session.steps == 2
    with run.recording() as recording:
        assert recording.sources["program.py"] == "x" * 1_000_000


def test_steps_beyond_the_limit_are_not_kept_even_if_they_come(
    start: Start, recorder: UseRecorder
) -> None:
    recorder(
        "greet()\n"
        "for number in range(1, 21):\n"
        "    write(wire.pack([wire.STEP, 1, 1, 0, number, 1, 0, 0], []))\n"
    )
    run = start("x = 1\n", max_steps=7)
    assert run.to_the_end().reason is EndReason.STEP_LIMIT
    assert run.session.steps == 7


def test_the_program_waits_when_the_ring_is_full_and_loses_nothing(
    start: Start, recorder: UseRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.session.spool.RING", 1 << 12)
    recorder("greet()\nfor number in range(2000): step(number)\n")
    run = start("x = 1\n")
    run.to_the_end()
    assert run.session.steps == 2000
