"""The cost of recording a program that spends its time in library code.

    python -m tests.benchmarks.foreign [--repeat N] [--json FILE]

Sorting, JSON, importing: a few lines are the program's, the rest the library's. Whole commands,
recorded and plain, in turn, each minus an empty program's time, recorded and plain.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.racers import ours
from tests.benchmarks.report import Figure, machine, options, tell

PROGRAMS = {
    "start-up": "pass\n",
    "sort": (
        "import random\nimport statistics\n"
        "middle = statistics.median(random.sample(range(1_000_000), 300_000))\n"
    ),
    "JSON there and back": (
        "import json\ntext = json.dumps([list(range(1_000))] * 1_000)\n"
        "size = len(json.dumps(json.loads(text)))\n"
    ),
    "imports": (
        "import asyncio, concurrent.futures, decimal, email.mime.text, http.client, sqlite3\n"
        "import unittest, xml.dom.minidom\n"
    ),
}


def main() -> int:
    """Measure, and print a table."""
    parser = options("foreign", __doc__)
    parser.add_argument("--repeat", type=int, default=5)
    found = parser.parse_args()
    facts = machine()
    plain: dict[str, list[float]] = {}
    recorded: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for _ in range(found.repeat):
            for number, (name, text) in enumerate(PROGRAMS.items()):
                program = Path(folder, f"program_{number}.py")
                program.write_text(text, encoding="utf-8")
                begin = time.perf_counter()
                subprocess.run([sys.executable, str(program)], check=True)
                plain.setdefault(name, []).append(time.perf_counter() - begin)
                seconds = ours("auto").run(program, program.with_suffix(".memtrace"))
                recorded.setdefault(name, []).append(seconds)
    start = list(zip(plain.pop("start-up"), recorded.pop("start-up"), strict=True))
    figures = [
        Figure("start-up, plain", "s", [one for one, _ in start]),
        Figure("start-up, recorded", "s", [other for _, other in start]),
    ]
    for name, alone in plain.items():
        ratios = [
            (one - begun) / max(other - begun_plain, 1e-3)
            for one, other, (begun_plain, begun) in zip(recorded[name], alone, start, strict=True)
        ]
        figures.append(Figure(f"{name}: plain", "s", alone))
        figures.append(Figure(f"{name}: recorded to plain", "", ratios))
    tell(figures, facts, found.json, "foreign code")
    return 0


if __name__ == "__main__":
    sys.exit(main())
