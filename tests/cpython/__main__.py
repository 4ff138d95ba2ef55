"""Judge CPython's tests by hand: ``python -m tests.cpython FOLDER LIMIT MODULE[,TEST…]…``.

LIMIT are the seconds of the processor that a test may take. Prints what differs, and the slowest.
"""

import sys
import time
from pathlib import Path

from tests.cpython.judged import judge, named, report
from tests.cpython.modules import is_slow


def main(out: str, limit: str, *modules: str) -> None:
    """Judge whole modules but for the slow tests, or the tests named behind one."""
    for asked in modules:
        module, *tests = asked.split(",")
        folder = Path(out, module).resolve()
        begun = time.monotonic()
        ids = [f"{module}.{test}" for test in tests] or named(folder / "named", module)
        ids = [test for test in ids if tests or not is_slow(test)]
        verdict = judge(folder, module, float(limit), ids)
        text = report(module, verdict)
        slowest = sorted(verdict.recorded.seconds.items(), key=lambda entry: -entry[1])[:8]
        text += f"\n  all: {time.monotonic() - begun:.0f} s, slowest: "
        text += ", ".join(f"{t.removeprefix(module + '.')} {s:.1f}" for t, s in slowest)
        print(text, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
