"""Times a step of programs with threads and locks, against a step of a loop in one thread.

    python -m tests.benchmarks.threads [--repeat N] [--quick] [--json FILE]

Processor time of whole commands (program and session), minus that of the same program with a
twentieth of the rounds, per step, and as a multiple of the cost of a step of the loop without
other threads in the same run. The C engine alone.
"""

import sys
from typing import NamedTuple

from tests.benchmarks.report import options
from tests.benchmarks.rounds import measure_rounds

ROUNDS = 100_000
"""The rounds of all threads together."""

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
    """A round runs ``body`` in ``steps`` steps; ``waiting`` more threads wait until the end."""

    body: str
    steps: int
    threads: int = 1
    waiting: int = 0

    def text(self, rounds: int) -> str:
        """Return the program with that number of rounds."""
        return PROGRAM.format(**self._asdict(), rounds=rounds)


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
    return measure_rounds("threads", options("threads", __doc__), WAYS, ROUNDS)


if __name__ == "__main__":
    sys.exit(main())
