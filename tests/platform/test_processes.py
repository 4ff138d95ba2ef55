"""Processes: whether a process exists, and whether it is the expected one."""

import os
import subprocess
import sys

import pytest

from tests.polling import wait_until
from tests.systems import ON_WINDOWS, needs_proc
from visualizer.platform import processes, trees
from visualizer.platform.pipes import bytes_in, wait_readable
from visualizer.platform.trees import Tree

WAITS = [sys.executable, "-c", "print(flush=True); input()"]
STARTS_ANOTHER = f"""
import subprocess, sys
child = subprocess.Popen({WAITS!r}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdout.readline()
print(child.pid, flush=True)
input()
"""

DIES_AS_IT_STARTS_ONE = """
import os, subprocess, sys
from visualizer.platform.trees import Tree

class Dies(subprocess.Popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        print(self.pid, flush=True)
        os._exit(0)

subprocess.Popen = Dies
nothing = subprocess.DEVNULL
Tree([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, stdout=nothing, stderr=nothing)
"""
STARTS_ONE_THAT_STAYS = f"""
import os, subprocess, sys
from visualizer.platform.trees import Tree

tree = Tree([sys.executable, "-c", ""])
tree.process.wait()
print(subprocess.Popen({WAITS!r}, stdin=0, stdout=subprocess.DEVNULL).pid, flush=True)
os._exit(0)
"""


def test_a_number_that_was_given_out_again_is_another_process() -> None:
    with subprocess.Popen(WAITS, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        begun = processes.start_time(child.pid)
        assert begun is not None
        assert processes.is_still_running(child.pid, begun)
        assert processes.is_still_running(child.pid, None)
        assert not processes.is_still_running(child.pid, begun - 1)
        processes.kill(child.pid)
        wait_until(lambda: not processes.is_running(child.pid))
        assert not processes.is_still_running(child.pid, begun)
    assert processes.start_time(child.pid) is None
    assert processes.describe_exit(child.returncode).endswith(" 9")


@needs_proc
def test_the_members_of_a_tree_are_found_without_reading_about_other_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def noted(process: int) -> list[str]:
        asked.append(process)
        return processes.stat_fields(process)

    monkeypatch.setattr(trees, "stat_fields", noted)
    tree = Tree(WAITS, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with tree.process as leader:
        assert tree.members() == asked == [leader.pid]
        tree.kill()


def test_a_tree_ends_with_all_that_was_started_in_it() -> None:
    tree = Tree(
        [sys.executable, "-c", STARTS_ANOTHER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with tree.process as leader:
        assert leader.stdout is not None
        descriptor = leader.stdout.fileno()
        assert wait_readable(descriptor, 1e30)
        assert bytes_in(descriptor) > 0
        other = int(leader.stdout.readline())
        assert not wait_readable(descriptor, 0)
        assert {leader.pid, other} <= set(tree.members())
        tree.kill()
    tree.wait_until_gone()
    assert tree.members() == []
    assert not processes.is_running(other)


def test_a_process_just_started_ends_with_us_whenever_we_are_killed() -> None:
    command = [sys.executable, "-c", DIES_AS_IT_STARTS_ONE]
    done = subprocess.run(command, capture_output=True, check=True)
    wait_until(lambda: not processes.is_running(int(done.stdout)))


def test_a_process_started_beside_a_tree_outlives_us() -> None:
    command = [sys.executable, "-c", STARTS_ONE_THAT_STAYS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as starter:
        assert starter.stdout is not None
        assert starter.stdin is not None
        other = int(starter.stdout.readline())
        starter.wait()
        assert processes.is_running(other)
        starter.stdin.close()
        wait_until(lambda: not processes.is_running(other))


@pytest.mark.skipif(ON_WINDOWS, reason="needs POSIX signals to be blocked")
def test_signals_blocked_before_stay_blocked() -> None:
    import signal

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    try:
        processes.restore_mask(frozenset(before))
        assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def test_our_own_process_is_there() -> None:
    assert processes.is_running(os.getpid())
