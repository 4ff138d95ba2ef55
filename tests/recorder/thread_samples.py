"""Threads' readings of their objects, against each thread's steps.

In a program's text the lines ``@sample NAME`` become lines that print a reading together with the
thread's name, which is in ``me``. The n-th such reading of a line by a thread belongs to the n-th
step of that line and thread.
"""

import re
from collections import defaultdict
from textwrap import dedent

from tests.recorder.runs import Recorded
from visualizer.model import Event

PRELUDE = "import threading, sys; from sys import getrefcount, getsizeof; out = sys.stdout.write\n"


def with_samples(text: str) -> str:
    """Return the program's text with its ``@sample`` lines replaced, and a line before it."""
    lines = [PRELUDE.rstrip()]
    for number, line in enumerate(dedent(text).strip("\n").splitlines(), 2):
        found = re.fullmatch(r"( *)@sample (\w+)", line)
        lines.append(_reading(found[1], number, found[2]) if found else line)
    return "\n".join(lines) + "\n"


def _reading(indent: str, line: int, name: str) -> str:
    values = f"{{getrefcount(({name},)[0]) - 1}} {{id({name})}} {{getsizeof({name})}}"
    return f'{indent}out(f"sample {{me}} {line} {name} {values}\\n")'


def wrong_samples(recorded: Recorded) -> tuple[int, list[str]]:
    """Return the number of compared readings, and those that the recording contradicts."""
    told: dict[tuple[str, int], list[tuple[str, list[int]]]] = defaultdict(list)
    for text in recorded.stdout.splitlines():
        if text.startswith("sample "):
            _, me, line, name, *values = text.split()
            told[me, int(line)].append((name, list(map(int, values))))
    checked, wrong = 0, []
    for moment in recorded.moments:
        key = (moment.thread_names[moment.step.thread], moment.step.line)
        if moment.step.event is Event.LINE and told.get(key):
            name, numbers = told[key].pop(0)
            entry = moment.object(name)
            checked += 1
            if [entry.refcount, entry.address, entry.size] != numbers:
                wrong.append(f"step {moment.step.number}: {name} {numbers}: recorded {entry}")
    wrong += [f"no step for {key}" for key, rest in told.items() if rest]
    return checked, wrong
