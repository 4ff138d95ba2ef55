"""A program that learns of each death by weak references, against its recording.

It prints ``died ADDRESS`` when an object dies and ``alive ADDRESS…`` for the living objects.
"""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.recorder.runs import Moment, record, run_plainly, write_program
from visualizer.model import Event

# Text given to exec runs unobserved, so its output belongs to the running line.
WATCH = """
import gc, weakref
watched = {}
def watch(thing):
    address = id(thing)
    def gone(reference):
        del watched[address]
        print("died", address)
    watched[address] = weakref.ref(thing, gone)
def living():
    print("alive", *sorted(watched))
"""
PROGRAMS = {
    "names and containers": """
        class A: pass
        def f(n):
            a = A(); watch(a)
            b = [A(), a]; watch(b[0])
            living()
            return b if n else n
        held = []
        for n in range(3):
            held.append(f(n)); living()
        held[1] = None
        living()
        held = {"k": held, "l": A()}; watch(held["l"])
        held.popitem()
        living()
        held.clear()
        living()
        x = A(); watch(x); y = x; x = y = None; living()
        [watch(a) for a in [A(), A()]]
        living()
    """,
    "cycles and every generation": """
        class Node:
            def __init__(self): self.me = [self]
        def lose(n):
            for _ in range(n):
                a = Node(); watch(a)
            living()
        lose(3)
        living()
        gc.collect(0)
        living()
        lose(2)
        gc.collect(1)
        living()
        a = Node(); watch(a); a.next = Node(); watch(a.next); gc.collect()
        b = a.next; a = None
        living()
        gc.collect()
        living()
        b = None
        living()
        gc.collect()
        living()
        kept = []
        for n in range(40):
            kept.append(list(map(list, [()] * 60)))
            if n % 8 == 0: lose(1)
        living()
    """,
    "finalizers": """
        class Loud:
            def __init__(self, how): self.how = how
            def __del__(self):
                mine = [self.how]
                if self.how == "again": kept.append(self)
                if self.how == "fails": raise ValueError(self.how)
        import sys
        sys.unraisablehook = lambda details: None
        kept = []
        for how in ("plain", "again", "fails"):
            x = Loud(how); watch(x)
            x = None
            living()
        living()
        kept.clear()
        living()
        for how in ("plain", "fails"):
            x = [Loud(how)]; x.append(x); watch(x[0]); x = None
        living()
    """,
    "generators and exceptions": """
        class A: pass
        def g():
            a = A(); watch(a)
            try: yield a
            finally: living()
            yield 5
        x = g(); next(x); living()
        x.close(); living()
        x = g(); next(x); x = None; living()
        x = g(); next(x); next(x); living()
        list(x); living()
        def fail():
            a = A(); watch(a)
            raise ValueError(a)
        try: fail()
        except ValueError as error: living()
        living()
        def keeps():
            try: fail()
            except ValueError as error: kept.append(error)
            living()
        kept = []; keeps(); living()
        tb = kept[0].__traceback__; kept.clear(); living()
        frame = tb.tb_next.tb_frame; tb = None; living()
        frame = None; living()
        async def waits():
            a = A(); watch(a)
            return a
        c = waits(); c.close(); living()
        c = waits()
        try: c.send(None)
        except StopIteration as stop: kept.append(stop); living()
        kept.clear(); living()
    """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_dead_objects_are_gone_at_the_next_step_and_living_ones_are_there(
    tmp_path: Path, name: str
) -> None:
    text = f"exec({WATCH!r})\n{dedent(PROGRAMS[name])}"
    program = write_program(tmp_path, text)
    recorded = record(program)
    assert (recorded.stderr, recorded.exit_code) == ("", 0)
    kinds = [line.split()[0] for line in recorded.stdout.splitlines()]
    assert kinds == [line.split()[0] for line in run_plainly(program).stdout.splitlines()]
    assert kinds.count("died") > 3
    after = (*recorded.moments[1:], None)
    wrong = [
        fault
        for moment, following in zip(recorded.moments, after, strict=True)
        for fault in faults(moment, following)
    ]
    assert wrong == []


def faults(moment: Moment, after: Moment | None) -> list[str]:
    """Return the printed facts between a moment and the next that the next contradicts."""
    found: list[str] = []
    if after is None or moment.step.event is Event.FINISH:
        return found  # at exit finalizers run after the reports of the weak references
    before = {entry.address: entry.serial for entry in moment.heap.values()}
    lives = {entry.address: entry.serial for entry in after.heap.values()}
    where = f"step {moment.step.number}, line {moment.step.line}"
    for line in moment.printed.splitlines():
        kind, *rest = line.split()
        addresses = [int(text) for text in rest]
        if kind == "died" and before.get(addresses[0], 0) == lives.get(addresses[0], -1):
            found.append(f"{where}: {line}, and is there")
        if kind == "alive":
            # A frame may have ended after the line that printed.
            known = lives.keys() | before.keys()
            found += [f"{where}: {one} is not there" for one in addresses if one not in known]
    return found
