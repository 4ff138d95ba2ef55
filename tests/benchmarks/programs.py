"""The programs of the recorders' race. C code makes their heaps, so that no step is spent there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Workload:
    """A program; ``steps`` counts the steps of its loop alone."""

    name: str
    text: str
    steps: int

    @property
    def file(self) -> str:
        """The program's name as a file name."""
        return "".join(one if one.isalnum() else "-" for one in self.name)


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
deque(map(setattr, nodes, ["next"] * {live}, [*nodes[1:], None]), 0)
kept = nodes[0]
del nodes
"""

CALLS = """\
def f2(x):
    x = x + 1
    return x


def f1(x):
    x = x * 2
    y = f2(x)
    return y


for n in range({rounds}):
    z = f1(n)
"""

GROWTH = """\
kept = []
for i in range({rounds}):
    kept.append(i)
"""

MUTATED = """\
at = kept
for i in range({rounds}):
    at.value = i
    at = at.next or kept
"""

DEEP = """\
def down(n):
    if n:
        return down(n - 1) + 1
    return 0


for again in range({again}):
    down({depth})
"""

TEXT = """\
text = ""
for i in range({rounds}):
    text = text + "ab"
    if len(text) > 200:
        text = ""
"""

A_CALL, A_ROUND_OF_TEXT, A_LEVEL = 8, 3, 3
"""Steps of a call of f1 with its loop, of a round that makes text, of a recursion level."""
DEPTH = 100
HEAPS = (300, 3_000, 10_000)


def beside(live: int, steps: int, *, mutated: bool = False) -> Workload:
    """Return a loop next to so many linked objects; if ``mutated``, each step changes one."""
    body = MUTATED if mutated else LOOP
    name = f"{live:,} live objects, {'mutated' if mutated else 'idle'}"
    a_round = 3 if mutated else 2
    text = (NODES + body).format(live=live, rounds=steps // a_round)
    return Workload(name, text, steps // a_round * a_round)


def workloads(tiny_steps: int, heap_steps: int) -> tuple[Workload, ...]:
    """Return the race card."""
    half, calls = tiny_steps // 2, tiny_steps // A_CALL
    again = max(1, tiny_steps // (DEPTH * A_LEVEL * 10))
    return (
        Workload("tiny loop", LOOP.format(rounds=half), tiny_steps),
        Workload("the same in a function", LOOP_IN_FUNCTION.format(rounds=half), tiny_steps),
        Workload("calls f1 and f2", CALLS.format(rounds=calls), calls * A_CALL),
        Workload("list that grows", GROWTH.format(rounds=heap_steps // 2), heap_steps),
        *(beside(live, heap_steps, mutated=mutated) for live in HEAPS for mutated in (False, True)),
        Workload(
            f"recursion, {DEPTH} deep",
            DEEP.format(again=again, depth=DEPTH),
            again * DEPTH * A_LEVEL,
        ),
        Workload(
            "text that grows",
            TEXT.format(rounds=tiny_steps // A_ROUND_OF_TEXT),
            tiny_steps // A_ROUND_OF_TEXT * A_ROUND_OF_TEXT,
        ),
    )


def million(steps: int) -> Workload:
    """Return a long version of the tiny loop."""
    return Workload(f"{steps:,} steps", LOOP.format(rounds=steps // 2), steps)


NOTHING = Workload("start-up", "pass\n", 1)
