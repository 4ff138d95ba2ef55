"""A process's activity and memory, on systems without ``/proc``."""

import os
import subprocess
import sys

import pytest

from tests.systems import ON_WINDOWS
from visualizer.platform.activity import own_memory, psutil_activity, psutil_own_memory


def test_it_agrees_with_linux() -> None:
    there, here = psutil_own_memory(os.getpid()), own_memory(os.getpid())
    assert there is not None
    assert here is not None
    assert 0.5 < there / here < 2


@pytest.mark.skipif(ON_WINDOWS, reason="Windows does not say of a process that it sleeps")
def test_a_process_waiting_for_input_sleeps_and_an_ended_one_is_absent() -> None:
    command = [sys.executable, "-c", "print(flush=True); input()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        while not (told := psutil_activity(child.pid)) or not told[0]:
            pass
        assert told[1] >= 0
        child.kill()
    assert psutil_activity(child.pid) is None
    assert psutil_own_memory(child.pid) is None
