"""A window that works all day keeps no data of earlier recordings."""

import gc
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from tests.shell.windows import Desk

MOST_GROWTH = 20 << 20
"""The most bytes by which 200 runs may let the window grow."""
PROGRAM = """\
class Node:
    def __init__(self, value, left=None):
        self.value, self.left = value, left
node = None
for value in range({n}, {n} + 8):
    node = Node(value, node)
print(node.value)
"""


def resident() -> int:
    """Return the process's resident memory in bytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmRSS"))


def run_and_look(desk: Desk, number: int) -> None:
    """Write a program, record it, look at some of its steps."""
    desk.put_in(PROGRAM.format(n=1000 + number))
    desk.record()
    for command in ("last", "back", "first", "forward", "over"):
        if desk.window.commands[command].isEnabled():  # the window may already show that step
            desk.press(command)


def test_no_object_of_qt_is_left_behind_by_a_run(desk: Desk) -> None:
    def count() -> int:
        gc.collect()
        return len(desk.window.findChildren(QObject))

    desk.until(lambda: desk.window.transport.timeline.is_complete)
    counts = []
    for first in range(0, 16, 4):
        for number in range(first, first + 4):
            run_and_look(desk, number)
        counts.append(count())
    # The window creates a sentence's row at its first use, and keeps it; a running movement
    # has its own rows. A leak would raise the count in every run.
    assert any(after <= before for before, after in pairwise(counts)), counts


@pytest.mark.full
def test_two_hundred_runs_let_the_window_grow_by_little(desk: Desk) -> None:
    for number in range(20):
        run_and_look(desk, number)
    gc.collect()
    before = resident()
    for number in range(200):
        run_and_look(desk, number)
    gc.collect()
    assert resident() - before < MOST_GROWTH
