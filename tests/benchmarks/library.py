"""Times a step of programs that use objects of C types, against a step of a plain loop.

    python -m tests.benchmarks.library [--repeat N] [--quick] [--json FILE]

Processor time of whole commands (program and session), minus that of the same program with a
twentieth of the rounds, per step, and as a multiple of the cost of a step of the plain loop in the
same run. The C engine alone.
"""

import sys
from typing import NamedTuple

from tests.benchmarks.report import options
from tests.benchmarks.rounds import measure_rounds

ROUNDS = 20_000

PROGRAM = """\
import collections, decimal, functools, os, re, tempfile, types
{before}
def work(rounds):
    for i in range(rounds):
        {body}
{after}
"""
ASYNCIO = """\
import asyncio
async def work(rounds):
    for i in range(rounds):
        {body}
async def main():
    await asyncio.gather(*[work({rounds} // 4) for _ in range(4)])
asyncio.run(main())
"""
QUEUE = """\
import asyncio
async def produce(queue, count):
    for i in range(count):
        await queue.put(i)
async def work(queue, count, got):
    for i in range(count):
        got.append(await queue.get())
async def main():
    queue = asyncio.Queue(maxsize=2)
    got = [n * 1000 for n in range(8000)]
    await asyncio.gather(produce(queue, {rounds}), work(queue, {rounds}, got))
asyncio.run(main())
"""
DEEP = """\
def deep(n):
    own = list(range(n * 1000, n * 1000 + 20))
    deep(n - 1) if n else 1 // 0
"""
FAIL = """\
for again in range({rounds} // 400):
    try:
        deep(400)
    except ZeroDivisionError:
        pass
"""
CALL = "work({rounds})"
OPEN = "path = os.path.join(tempfile.mkdtemp(), 'a.txt')\nfile = open(path, 'w')"
WRITTEN = "file.writelines(['a line' + chr(10)] * {rounds})\nfile.close()\nfile = open(path)"
CATCH = (
    "try:\n            raise ValueError(i)\n        except ValueError as error:\n            i = 0"
)


class Way(NamedTuple):
    """A round runs ``body`` in ``steps`` steps, after ``before``."""

    body: str
    steps: int
    before: str = ""
    after: str = CALL
    program: str = PROGRAM

    def text(self, rounds: int) -> str:
        """Return the program with that number of rounds."""
        before, after = (one.replace("{rounds}", str(rounds)) for one in (self.before, self.after))
        return self.program.format(
            body=self.body or "pass", rounds=rounds, before=before, after=after
        )


WAYS = {
    "a plain loop": Way("i + 1", 2),
    "a text file that is written": Way("file.write('a line' + chr(10))", 2, OPEN),
    "a text file that is read": Way("file.readline()", 2, f"{OPEN}\n{WRITTEN}"),
    "an exception that is caught": Way(CATCH, 6),
    "one in a module": Way("", 6, after=f"for i in range({{rounds}}):\n        {CATCH}"),
    "a match": Way("held = re.match(pattern, 'a12')", 2, "pattern = re.compile('a([0-9]+)')"),
    "an ordered dict of fifty": Way(
        "held[i % 50] = i\n        held.move_to_end(i % 50)",
        3,
        "held = collections.OrderedDict.fromkeys(range(50))",
    ),
    "a cached function": Way("square(i % 9)", 2, "square = functools.cache(lambda n: n * n)"),
    "a generator over a range": Way(
        "next(numbers)",
        6,
        "def count(n):\n    for one in range(n):\n        yield one\nnumbers = count({rounds})",
    ),
    "a namespace": Way("held.x = i", 2, "held = types.SimpleNamespace(x=0, y=[1])"),
    "a decimal": Way("held = one + i", 2, "one = decimal.Decimal('0.1')"),
    "a function that is made": Way("held = lambda: i", 2),
    "an array of ten": Way(
        "held[i % 10] = i", 2, "import array\nheld = array.array('i', range(10))"
    ),
    "an array of numpy": Way("held[i % 10] = i", 2, "import numpy\nheld = numpy.zeros(10)"),
    "numbers of ctypes": Way("held[i % 10] = i", 2, "import ctypes\nheld = (ctypes.c_int * 10)()"),
    "objects of ctypes": Way(
        "held[i % 10] = i", 2, "import ctypes\nheld = (ctypes.py_object * 10)()"
    ),
    "a text in memory": Way("held.write('text')", 2, "import io\nheld = io.StringIO()"),
    "an element of XML, 3,000 elements": Way(
        "tree.SubElement(root[i % 3000], 'b').text = 'x'",
        2,
        "import xml.etree.ElementTree as tree\nroot = tree.Element('root')\n"
        "for n in range(3000):\n    tree.SubElement(root, 'a')",
    ),
    "fifty thousand bytes": Way("held = data + b'a'", 2, "data = b'x' * 50_000"),
    "an amount of a derived class": Way(
        "held = Amount(i)", 2, "class Amount(decimal.Decimal):\n    pass"
    ),
    "four coroutines that sleep": Way("await asyncio.sleep(0)", 4, program=ASYNCIO),
    "two with a queue, 8,000 objects": Way("", 8, program=QUEUE),
    "an exception through 400 frames": Way("", 4, DEEP, FAIL),
}


def main() -> int:
    """Measure, and print a table."""
    return measure_rounds("library", options("library", __doc__), WAYS, ROUNDS)


if __name__ == "__main__":
    sys.exit(main())
