"""The ends of a run, each with a real program under the real recorder."""

import signal
import time

import psutil
import pytest

from tests.polling import wait_until
from tests.session.conftest import LONG_ENOUGH, Start, process_is_gone
from tests.systems import ON_WINDOWS, as_printed, needs_fork, needs_signals
from visualizer.model import EndReason, Event
from visualizer.platform.killing import INTERRUPTED, KILLED

FOREVER = "while True:\n    pass\n"
OF_WINDOWS = (
    [("import os\nos._exit(-0x3FFFFFFB)\n", EndReason.KILLED, 0xC0000005, "0xC0000005")]
    if ON_WINDOWS
    else []
)
DEAF = """
    import signal, time
    for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGINT)):
        signal.signal(number, signal.SIG_IGN)
    print("deaf", flush=True)
    while True:
        try:
            time.sleep(1000)
        except BaseException:
            pass
"""


@pytest.mark.parametrize(
    ("text", "reason", "code", "detail"),
    [
        ("x = 1\n", EndReason.FINISHED, 0, "completion"),
        ("import atexit, os\natexit.register(os._exit, 7)\n", EndReason.FINISHED, 7, "completion"),
        ("raise ValueError\n", EndReason.UNCAUGHT, 1, "exception"),
        (
            "raise KeyboardInterrupt\n",
            EndReason.UNCAUGHT,
            INTERRUPTED,
            "exception",
        ),
        (
            "import sys\nsys.setrecursionlimit(150)\ndef f(): f()\nf()\n",
            EndReason.UNCAUGHT,
            1,
            "exc",
        ),
        ("import sys\nsys.exit()\n", EndReason.EXITED, 0, "code 0"),
        ("raise SystemExit(3)\n", EndReason.EXITED, 3, "code 3"),
        ("import os\nos._exit(4)\n", EndReason.EXITED, 4, "code 4"),
        *(
            pytest.param(*ended, marks=needs_signals)
            for ended in (
                ("import os\nos.kill(os.getpid(), 9)\n", EndReason.KILLED, -9, "SIGKILL"),
                ("import os\nos.abort()\n", EndReason.KILLED, -signal.SIGABRT, "SIGABRT"),
                ("import ctypes\nctypes.string_at(0)\n", EndReason.KILLED, -11, "SIGSEGV"),
            )
        ),
        *OF_WINDOWS,
    ],
)
def test_the_end_of_a_program_that_nobody_ends_is_its_own(
    start: Start, text: str, reason: EndReason, code: int, detail: str
) -> None:
    run = start(text)
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (reason, code)
    assert detail in end.detail
    with run.recording() as recording:
        recording.check()
        assert recording.end == end


def test_a_program_that_is_killed_is_recorded_up_to_the_very_line(start: Start) -> None:
    run = start(
        """
        import os
        print("before", flush=True)
        os.kill(os.getpid(), 9)
        print("after")
        """
    )
    run.to_the_end()
    with run.recording() as recording:
        step = recording.cursor().seek(recording.steps).step
        assert step is not None
        assert (step.event, step.line) == (Event.LINE, 4)
        assert as_printed(recording.output("stdout")) == b"before\n"


def test_a_step_limit_keeps_exactly_so_many_steps(start: Start) -> None:
    run = start(FOREVER, max_steps=100)
    assert run.to_the_end().reason is EndReason.STEP_LIMIT
    with run.recording() as recording:
        assert recording.steps == 100


def test_a_program_of_exactly_as_many_steps_as_allowed_runs_to_its_end(start: Start) -> None:
    run = start("x = 1\ny = 2\n", max_steps=3)
    assert run.to_the_end().reason is EndReason.FINISHED
    assert run.session.steps == 3


def test_nothing_beyond_the_last_step_allowed_is_done(start: Start) -> None:
    run = start("print('first', flush=True)\nprint('second', flush=True)\n", max_steps=2)
    run.to_the_end()
    assert run.output == [("stdout", b"first\n")]


@pytest.mark.parametrize(
    "text",
    [
        *(FOREVER, DEAF, "import time\ntime.sleep(1000)\n"),
        *("while True: print('x' * 1000)\n", "while True: print('x' * 100_000, end='')\n"),
    ],
)
def test_a_time_limit_ends_a_program_whatever_it_does(start: Start, text: str) -> None:
    begun = time.monotonic()
    run = start(text, time_limit=LONG_ENOUGH)
    pid = run.pid
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.TIME_LIMIT, KILLED)
    assert f"{LONG_ENOUGH:g} seconds" in end.detail
    assert time.monotonic() - begun >= 0.3
    assert process_is_gone(pid)
    with run.recording() as recording:
        recording.check()


def test_a_program_that_is_ended_while_it_starts_is_not_blamed_on_its_interpreter(
    start: Start,
) -> None:
    end = start(FOREVER, time_limit=0.0).to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.TIME_LIMIT, KILLED)
    run = start(FOREVER)
    run.session.stop()
    assert run.to_the_end().reason is EndReason.STOPPED


def test_a_memory_limit_ends_a_program_that_holds_more(start: Start) -> None:
    run = start("a = []\nwhile True: a.append(b'x' * 1_000_000)\n", memory_limit=150_000_000)
    assert run.to_the_end().reason is EndReason.MEMORY_LIMIT


def test_a_size_limit_ends_a_program_whose_recording_grows_beyond_it(start: Start) -> None:
    run = start("import os\nwhile True: x = os.urandom(2000)\n", size_limit=300_000)
    assert run.to_the_end().reason is EndReason.SIZE_LIMIT
    assert run.path.stat().st_size < 3_000_000


def test_a_limit_that_is_not_reached_does_nothing(start: Start) -> None:
    limits = {"time_limit": 60.0, "memory_limit": 1 << 40, "size_limit": 1 << 40}
    assert start("x = 1\n", **limits).to_the_end().reason is EndReason.FINISHED


@pytest.mark.parametrize("text", [FOREVER, DEAF])
def test_stop_ends_a_program_at_once(start: Start, text: str) -> None:
    run = start(text)
    run.until(lambda: run.session.steps > 3)
    pid = run.pid
    run.session.stop()
    assert run.to_the_end().reason is EndReason.STOPPED
    assert process_is_gone(pid)
    with run.recording() as recording:
        recording.check()


def test_stop_ends_the_processes_that_a_program_started(start: Start) -> None:
    run = start(
        """
        import subprocess, sys
        waits = [sys.executable, "-c", "import time; time.sleep(100)"]
        starts = f"import subprocess; print(subprocess.Popen({waits}).pid, flush=True)\\n"
        starts += "input()"
        print(subprocess.Popen([sys.executable, "-c", starts], stdin=-1).pid, flush=True)
        while True:
            pass
        """
    )
    run.until(lambda: b"".join(data for _, data in run.output).count(b"\n") == 2)
    started = [int(line) for line in b"".join(data for _, data in run.output).split()]
    run.session.stop()
    assert run.to_the_end().reason is EndReason.STOPPED
    wait_until(lambda: all(map(process_is_gone, started)))


@needs_fork
@pytest.mark.parametrize("how", ["terminal", "as_on_console"])
def test_stop_ends_a_process_whose_parent_has_ended(start: Start, how: str) -> None:
    run = start(
        """
        import os, time
        if os.fork() == 0:
            if os.fork() == 0:
                print(os.getpid(), flush=True)
                time.sleep(100)
            os._exit(0)
        os.wait()
        print("orphaned", flush=True)
        while True:
            pass
        """,
        **{how: True},
    )
    run.until(lambda: b"".join(data for _, data in run.output).count(b"\n") == 2)
    printed = b"".join(data for _, data in run.output).split()
    (orphan,) = (int(word) for word in printed if word.isdigit())
    run.session.stop()
    assert run.to_the_end().reason is EndReason.STOPPED
    wait_until(lambda: process_is_gone(orphan))


@needs_signals
def test_a_process_that_a_program_detached_outlives_it(start: Start) -> None:
    run = start(
        """
        import subprocess, sys
        waits = [sys.executable, "-c", "import time; time.sleep(100)"]
        for is_detached in (True, False):
            print(subprocess.Popen(waits, start_new_session=is_detached).pid, flush=True)
        while True:
            pass
        """
    )
    run.until(lambda: b"".join(data for _, data in run.output).count(b"\n") == 2)
    detached, attached = map(int, b"".join(data for _, data in run.output).split())
    run.session.stop()
    assert run.to_the_end().reason is EndReason.STOPPED
    wait_until(lambda: process_is_gone(attached))
    assert not process_is_gone(detached)
    psutil.Process(detached).kill()


def test_stopping_a_program_that_has_ended_by_itself_changes_nothing(start: Start) -> None:
    run = start("x = 1\n")
    pid = run.pid
    while not process_is_gone(pid):
        run.session.pause()
    run.session.stop()
    assert run.to_the_end().reason is EndReason.FINISHED


@needs_signals
def test_an_interrupt_lets_the_program_end_in_its_own_way(start: Start) -> None:
    run = start(
        """
        import time
        try:
            print("ready", flush=True)
            time.sleep(1000)
        finally:
            print("tidied up")
        """
    )
    run.until(lambda: bool(run.output))
    run.session.interrupt()
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.STOPPED, -signal.SIGINT)
    with run.recording() as recording:
        assert as_printed(recording.output("stdout")) == b"ready\ntidied up\n"
        assert as_printed(recording.output("stderr")).endswith(b"KeyboardInterrupt\n")


@needs_signals
def test_a_second_interrupt_ends_a_program_that_ignores_the_first(start: Start) -> None:
    run = start(DEAF)
    run.until(lambda: bool(run.output))
    run.session.interrupt()
    run.session.interrupt()
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.STOPPED, KILLED)


def test_a_program_that_ignores_an_interrupt_has_a_moment(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.session.session._TIME_TO_END", 0.1)
    run = start(DEAF)
    run.until(lambda: bool(run.output))
    run.session.interrupt()
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.STOPPED, KILLED)


def test_closing_a_session_ends_its_program(start: Start) -> None:
    run = start(FOREVER)
    pid = run.pid
    run.session.close()
    assert process_is_gone(pid)
    assert run.session.end is not None


def test_a_deadlock_is_reported_with_the_end_by_a_limit(start: Start) -> None:
    text = "import threading\na = threading.Lock()\nwith a:\n    with a:\n        x = 1\n"
    end = start(text, time_limit=5 if ON_WINDOWS else 1).to_the_end()
    assert end.reason is EndReason.TIME_LIMIT
    limit = "5 seconds" if ON_WINDOWS else "1 second"
    assert end.detail == f"stopped at the limit of {limit}; deadlock: MainThread → MainThread"
