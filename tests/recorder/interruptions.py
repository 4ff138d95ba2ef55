"""How often another thread runs during a reading: ``python -m tests.recorder.interruptions``.

The programs' threads increment counters for ever. Wrappers around ``GilWindow.begin`` and ``end``
compare the counters where the recorder begins and ends a reading. A counter that differs
changed in between: that reading may mix two moments.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from tests.recorder.runs import record_unread, write_program

WRAPPERS = dedent(
    """
    import gc
    def wrap():
        kinds = [one for one in gc.get_objects() if type(one) is type]
        (turns,) = [kind for kind in kinds if kind.__name__ == "Turns"]
        begin, end = turns.begin, turns.end
        before = []
        def begins(self):
            begin(self)
            before[:] = cells
        def ends(self):
            if before:
                readings[0] += 1
                readings[1] += before != cells
                before.clear()
            end(self)
        turns.begin, turns.end = begins, ends
        return turns
    """
)
SPIN = dedent(
    """
    def spin(n):
        while not over: cells[n] += 1
    """
)
PROGRAM = """
import sys, threading; exec({wrappers!r}); exec({spin!r})
cells, readings, over, things = [0] * 8, [0, 0], [], [[n] for n in range({objects})]
def work(n):
    for k in range({rounds}):
        cells[n] += 1
        x = [n, k]
turns = wrap()
threads = [threading.Thread(target=spin, args=(n,)) for n in range({foreign})]
threads += [threading.Thread(target=work, args=(7 - n,)) for n in range({traced})]
for thread in threads: thread.start()
for thread in threads[{foreign}:]: thread.join()
over.append(1)
for thread in threads: thread.join()
print(*readings)
"""
CASES = {
    "8 traced threads": (0, 8, 400),
    "a traced thread, 3 that compute in foreign code": (3, 1, 100),
}


def measure(folder: Path, case: tuple[int, int, int], objects: int) -> tuple[int, int]:
    """Return the number of readings while the threads ran, and how many a thread interrupted."""
    foreign, traced, rounds = case
    text = PROGRAM.format(
        wrappers=WRAPPERS,
        spin=SPIN,
        objects=objects,
        rounds=rounds if objects < 100 else rounds // 10,
        traced=traced,
        foreign=foreign,
    )
    recorded = record_unread(write_program(folder, text))
    readings, interrupted = map(int, recorded.stdout.split())
    return readings, interrupted


def main(times: int = 3) -> None:
    """Print how many readings were interrupted, in each case, with few and with many objects."""
    for name, case in CASES.items():
        for objects in (10, 1000):
            found = []
            for _ in range(times):
                with TemporaryDirectory() as folder:
                    found.append(measure(Path(folder), case, objects))
            load = os.getloadavg()[0]
            counts = ", ".join(f"{interrupted} of {readings}" for readings, interrupted in found)
            print(f"{name}, {objects} objects: {counts} (load {load:.1f})", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
