"""Why steps need a scan, by kind: ``python -m tests.recorder.fallbacks [PROGRAM…]``.

Every program that is kept with the tests and the lessons, or those that are named, is recorded; for
each step it is told whether the code between it and the step before can be seen through
(visualizer/recorder/simple.py), and if not, what stands in the way: the event itself, or the first
instruction of the line. That is read off the code, not off what the recorder did: where a line is a
simple one, but what it loads is no number or text, a scan is made all the same.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from opcode import opname
from pathlib import Path
from shutil import copytree
from types import CodeType

from tests.recorder.differential import ROOT, kept_programs
from tests.recorder.runs import record_unread
from visualizer.model import Event, Step
from visualizer.recorder.simple import instructions, note_names, simple_lines, simple_loops
from visualizer.recording import Recording

SEEN_THROUGH = "seen through"
NO_WORDS = ("NOP", "CACHE", "RESUME", "EXTENDED_ARG", "PUSH_NULL", "COPY_FREE_VARS")
MOST_STEPS = 2000
"""Of a recording the first so many are looked at."""
NAMED = 12
"""So many kinds are told; the others together."""


def codes_within(code: CodeType) -> Iterator[CodeType]:
    """A code object and all among its constants."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from codes_within(constant)


@cache
def obstacles(text: str, function: str) -> dict[int, str]:
    """What each line of the functions of that name has that cannot be seen through, by line."""
    found: dict[int, str] = {}
    for code in codes_within(compile(text, "program", "exec", dont_inherit=True)):
        if code.co_name == function:
            simple = simple_lines(code, hash)
            loops = simple_loops(code, hash)
            for place, line, instruction, argument in instructions(code):
                name = opname[instruction]
                if line is None or line in simple or place in loops or name in NO_WORDS:
                    continue
                found.setdefault(line, "")
                if not found[line] and not note_names(code, instruction, argument, ({}, {}), hash):
                    found[line] = name
    return {line: name or "takes from the stack" for line, name in found.items()}


def kind_of_step(before: Step, now: Step, sources: dict[str, str]) -> str:
    """What stands in the way between two steps of a thread; ``SEEN_THROUGH`` where nothing does."""
    if now.event is not Event.LINE:
        return f"event: {now.event.value}"
    if before.event is Event.CALL:
        return SEEN_THROUGH
    if before.event is not Event.LINE:
        return f"line after: {before.event.value}"
    if before.function != now.function:
        return "line of another frame"
    name = obstacles(sources.get(before.file, ""), before.function).get(before.line)
    return SEEN_THROUGH if name is None else f"line with: {name}"


def kinds_of_steps(recording: Recording) -> Counter[str]:
    """How many steps of a recording there are of each kind."""
    found: Counter[str] = Counter()
    before: dict[int, Step] = {}
    cursor = recording.cursor()
    for number in range(1, min(recording.steps, MOST_STEPS) + 1):
        now = cursor.seek(number).step
        assert now is not None
        if now.thread in before:
            found[kind_of_step(before[now.thread], now, recording.sources)] += 1
        before[now.thread] = now
    return found


def told(found: Counter[str]) -> str:
    """In a line: how many steps, how many of them need no scan, and what the others have."""
    steps = found.total()
    others = [(kind, n) for kind, n in found.most_common() if kind != SEEN_THROUGH]
    most = [f"{kind} {100 * n / steps:.0f} %" for kind, n in others[:NAMED]]
    share = 100 * found[SEEN_THROUGH] / steps if steps else 0
    return f"{steps:7} steps, {share:3.0f} % {SEEN_THROUGH}; {', '.join(most)}"


def main(paths: list[Path]) -> None:
    """Tell of each program, and of all."""
    every: Counter[str] = Counter()
    for path in paths:
        with tempfile.TemporaryDirectory(prefix="visualizer-fallbacks-") as folder:
            copy = Path(copytree(path.parent, Path(folder, "copy")), path.name)
            run = record_unread(copy)
            with closing(Recording.open(run.path)) as recording:
                found = kinds_of_steps(recording)
        every += found
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        print(f"{name!s:56} {told(found)}", flush=True)
    print(f"{'all':56} {told(every)}")


if __name__ == "__main__":
    main([Path(one).absolute() for one in sys.argv[1:]] or kept_programs())
