"""A program and the processes that it starts end together."""

import os
import subprocess
import sys
from types import SimpleNamespace

import psutil
import pytest

from tests.systems import needs_fork, needs_sessions
from visualizer.platform import killing
from visualizer.platform.killing import KILLED, Killer

WAITS = "import time; print(flush=True); time.sleep(100)"
PARENT = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {WAITS!r}])"
FORGETS = """
import os, time
os.setsid()
if not os.fork():
    if not os.fork():
        print(flush=True)
        time.sleep(30)
        print("late")
    os._exit(0)
os.wait()
time.sleep(30)
"""
STARTS = """
import subprocess, sys
while True:
    subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(30); print('late')"])
    print(flush=True)
"""


def begun(text: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-S", "-c", text], stdout=subprocess.PIPE)


def wait_for_others(child: subprocess.Popen[bytes]) -> None:
    """Wait until the program has started another process."""
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b""


@pytest.mark.parametrize("text", [STARTS, pytest.param(FORGETS, marks=needs_fork)])
def test_no_process_is_left_of_a_program_that_starts_others(text: str) -> None:
    """Without end, or one whose parent has ended: it is in the session that the program leads."""
    with begun(text) as child:
        killer = Killer(child)
        wait_for_others(child)
        killer.kill()
        assert child.stdout is not None
        assert b"late" not in child.stdout.read()
    assert child.returncode == KILLED
    killer.close()


def test_a_program_that_has_ended_leaves_a_process_with_its_number_alone() -> None:
    ended = subprocess.Popen([sys.executable, "-S", "-c", "input()"], stdin=subprocess.PIPE)
    killer = Killer(ended)
    ended.communicate(b"\n")
    with begun(PARENT) as other:
        wait_for_others(other)
        ended.pid = other.pid
        killer.kill()
        (child,) = psutil.Process(other.pid).children()
        assert child.status() != psutil.STATUS_ZOMBIE
        child.kill()
    killer.close()


@needs_sessions
def test_a_process_that_cannot_be_looked_at_does_not_save_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with begun(PARENT) as child:
        killer = Killer(child)
        wait_for_others(child)
        process = psutil.Process
        (other,) = process(child.pid).children()
        monkeypatch.setattr(killing, "processes_of_session", lambda _: [child.pid, 1, other.pid])
        monkeypatch.setattr(process, "children", lambda *_, **__: [SimpleNamespace(pid=1), other])

        class Looked(psutil.Process):  # type: ignore[misc]
            def __init__(self, number: int) -> None:
                if number == 1:
                    raise psutil.AccessDenied(number)
                super().__init__(number)

        monkeypatch.setattr(psutil, "Process", Looked)
        killer.kill()
        other.wait(20)  # raises an error if it goes on
    killer.close()


@needs_sessions
def test_a_program_whose_session_is_unknown_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "getsid", refuse)
    with begun(WAITS) as child:
        killer = Killer(child)
        wait_for_others(child)
        killer.kill()
    assert child.returncode == KILLED
    killer.close()


OURS = """
import subprocess, sys
from visualizer.platform.killing import Killer
killer = Killer(subprocess.Popen(sys.argv[1:], start_new_session=True))
sys.stdin.read()
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux signals a group when another process ends"
)
def test_the_processes_of_a_program_end_with_ours_if_that_is_killed() -> None:
    program = [sys.executable, "-S", "-c", STARTS.replace("while True:", "for _ in range(2):")]
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", OURS, *program], stdin=pipe, stdout=pipe) as ours:
        wait_for_others(ours)
        ours.kill()
        assert ours.stdout is not None
        assert b"late" not in ours.stdout.read()


@needs_sessions
def test_a_process_that_an_ended_program_leaves_runs_on() -> None:
    text = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'print(input())'])"
    pipe = subprocess.PIPE
    command = [sys.executable, "-S", "-c", text]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, start_new_session=True) as child:
        killer = Killer(child)
        child.wait()
        killer.close()
        assert child.communicate(b"lives\n")[0].strip() == b"lives"
