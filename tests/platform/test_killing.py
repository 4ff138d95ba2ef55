"""A program and the processes that it starts end together."""

import subprocess
import sys

import psutil

from visualizer.platform.killing import KILLED, Killer

WAITS = "import time; print(flush=True); time.sleep(100)"
PARENT = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {WAITS!r}])"
STARTS = """
import subprocess, sys
while True:
    subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(30); print('late')"])
    print(flush=True)
"""


def started(text: str) -> subprocess.Popen[bytes]:
    child = subprocess.Popen([sys.executable, "-S", "-c", text], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b""
    return child


def test_no_process_is_left_of_a_program_that_starts_others_without_end() -> None:
    with started(STARTS) as child:
        killer = Killer(child)
        killer.kill()
        assert child.stdout is not None
        assert b"late" not in child.stdout.read()
    assert child.returncode == KILLED
    killer.close()


def test_a_program_that_has_ended_leaves_a_process_with_its_number_alone() -> None:
    ended = subprocess.Popen([sys.executable, "-S", "-c", "input()"], stdin=subprocess.PIPE)
    killer = Killer(ended)
    ended.communicate(b"\n")
    with started(PARENT) as other:
        ended.pid = other.pid
        killer.kill()
        (child,) = psutil.Process(other.pid).children()
        assert child.status() != psutil.STATUS_ZOMBIE
        child.kill()
    killer.close()
