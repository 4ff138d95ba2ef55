"""Times a step of programs with threads and locks, against a step of a loop in one thread.

    python -m tests.benchmarks.threads [--repeat N] [--quick] [--json FILE]

Processor time of whole commands (program and session), less that of the same program with a
twentieth of the rounds, by step, and as a multiple of what a step of the loop without other threads
costs in the same run. The engine in C alone.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.report import Figure, machine, options, tell, with_ratios
from tests.benchmarks.scaling import microseconds_of_round

ROUNDS = 100_000
"""Of all threads together."""

PROGRAM = """\
import queue, threading
lock, owned, ready = threading.Lock(), threading.RLock(), threading.Event()
total, tasks = 0, queue.SimpleQueue()
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def work(rounds):
    global total
    for i in range(rounds):
        {body}
waiting = [threading.Thread(target=ready.wait) for _ in range({waiting})]
share = ({rounds} // max({threads}, 1),)
working = [threading.Thread(target=work, args=share) for _ in range({threads})]
for thread in waiting + working: thread.start()
if not working: work({rounds})
for thread in working: thread.join()
ready.set()
"""


class Way(NamedTuple):
    """A round runs ``body`` in ``steps``; ``waiting`` further threads wait until all rounds end."""

    body: str
    steps: int
    threads: int = 1
    waiting: int = 0


ADD = "total += i"
WAYS = {
    "one thread": Way(ADD, 2, 0),
    "a thread that is joined": Way(ADD, 2),
    "two threads": Way(ADD, 2, 2),
    "eight threads": Way(ADD, 2, 8),
    "eight that wait": Way(ADD, 2, 0, 8),
    "recursion in two": Way("fib(2)", 8, 2),
    "a lock": Way("with lock:\n            total += i", 4, 0),
    "a lock of two": Way("with lock:\n            total += i", 4, 2),
    "a lock with an owner, of two": Way("with owned:\n            total += i", 4, 2),
    "acquire and release": Way("lock.acquire()\n        total += i\n        lock.release()", 4, 0),
    "a queue of two": Way("tasks.put(i)\n        tasks.get()", 3, 2),
}


def main() -> int:
    """Measure, and print a table."""
    parser = options("threads", __doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    found = parser.parse_args()
    rounds = ROUNDS // 10 if found.quick else ROUNDS
    figures = list[Figure]()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        alone: list[float] = []
        for name, way in WAYS.items():
            times = [_a_step(way, rounds, Path(folder)) for _ in range(found.repeat)]
            alone = alone or times
            figures += with_ratios(name, times, alone, "one thread")
    tell(figures, machine(), found.json, "threads")
    return 0


def _a_step(way: Way, rounds: int, folder: Path) -> float:
    """Microseconds."""

    def text(count: int) -> str:
        return PROGRAM.format(**way._asdict(), rounds=count)

    return microseconds_of_round(text, rounds, folder) / way.steps


if __name__ == "__main__":
    sys.exit(main())
