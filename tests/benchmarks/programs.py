"""The programs that the recorders race on. Their heaps are made in C, so no step is spent there."""

from dataclasses import dataclass

LIVE = 1_000


@dataclass(frozen=True, slots=True)
class Workload:
    """A program; ``steps`` is what its loop alone comes to."""

    name: str
    text: str
    steps: int


LOOP = """\
total = 0
for i in range({rounds}):
    total += i
"""

LOOP_IN_FUNCTION = """\
def work():
    total = 0
    for i in range({rounds}):
        total += i


work()
"""

NODES = """\
from collections import deque


class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


Node(0, None)  # from now on a node keeps its attributes in itself, without a dict
nodes = list(map(object.__new__, [Node] * {live}))
deque(map(setattr, nodes, ["value"] * {live}, range({live})), 0)
deque(map(setattr, nodes, ["next"] * {live}, nodes[1:]), 0)
kept = nodes[0]
del nodes
"""

INTS = "kept = list(range({live}))\n"

LISTS = "kept = list(map(list, zip(range({live}), range({live}))))\n"


def loop(name: str, heap: str, steps: int) -> Workload:
    """A loop of two steps a round beside a heap that it does not touch."""
    text = (heap + LOOP).format(live=LIVE, rounds=steps // 2)
    return Workload(name, text, steps)


def workloads(tiny_steps: int, heap_steps: int) -> tuple[Workload, ...]:
    """The race card."""
    return (
        loop("tiny loop", "", tiny_steps),
        Workload(
            "the same in a function", LOOP_IN_FUNCTION.format(rounds=tiny_steps // 2), tiny_steps
        ),
        loop(f"{LIVE:,} linked nodes", NODES, heap_steps),
        loop(f"list of {LIVE:,} ints", INTS, heap_steps),
        loop(f"list of {LIVE:,} lists", LISTS, heap_steps),
    )


NOTHING = Workload("start-up", "pass\n", 1)
