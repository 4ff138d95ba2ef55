"""Measures how often recorded programs reuse other addresses than plain ones do.

    python -m tests.recorder.patterns [PROGRAMS [SEED]]

The programs make objects of all sizes and free them, at once or later, in loops, in
calls and in containers.
"""

import random
import sys
import tempfile
from pathlib import Path

from tests.recorder.test_addresses import EXPRESSIONS, patterns

SHAPES = (
    """
for n in range(300, LAST):
    a = FIRST
    note(id(a))
    b = SECOND
    note(id(b))
""",
    """
keep = []
for n in range(300, LAST):
    a = FIRST
    note(id(a))
    keep.append(a)
    if n % 3 == 0:
        b = keep.pop(0)
        del b
    c = SECOND
    note(id(c))
""",
    """
def g(n):
    a = FIRST
    note(id(a))
    b = [a, SECOND]
    note(id(b))
    return b
for n in range(300, LAST):
    g(n)
    r = g(n + 1)
""",
    """
d = {}
for n in range(300, LAST):
    d[n] = FIRST
    note(id(d[n]))
    d.pop(n - 2, None)
    note(id(SECOND))
""",
    """
kept = [FIRST for n in range(300, LAST)]
for one in kept: note(id(one))
del one
while kept:
    kept.pop()
    n = 5
    y = SECOND
    note(id(y))
    del y
""",
)


def program(seed: int) -> str:
    """Return a program of one of the shapes."""
    chosen = random.Random(seed)
    text = chosen.choice(SHAPES)
    for name in ("FIRST", "SECOND"):
        text = text.replace(name, chosen.choice(list(EXPRESSIONS.values())))
    return text.replace("LAST", str(chosen.randrange(306, 314)))


def main(programs: int = 150, seed: int = 1000) -> None:
    """Print how many of the programs differ."""
    differ = 0
    for n in range(programs):
        with tempfile.TemporaryDirectory() as folder:
            plain, recorded = patterns(Path(folder), program(seed + n))
        differ += plain != recorded
    print(f"{differ} of {programs} programs see another pattern of addresses")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
