"""Programs from CPython's own tests that the recorder once recorded wrongly."""

from pathlib import Path

import pytest

from tests.recorder.runs import record, run_plainly, write_program
from visualizer.model import EndReason

PROGRAMS = {
    "a class that goes leaves nothing for the collector": """
        import gc
        def f():
            class A:
                def __init__(self): self.a = 1
            return A()
        for number in range(3):
            a = f()
            del a
            l = []
            l.append(l)
            gc.collect()
            del l
            print(gc.collect())
        """,
    "a table of lines longer than its code": """
        def f(): 1 / 0
        f.__code__ = f.__code__.replace(co_linetable=b"\\xf8\\xf8\\xf8\\xf9" * 3)
        try:
            f()
        except ZeroDivisionError as error:
            print(error.__traceback__.tb_next.tb_lineno)
        """,
    "a class whose names change when it has objects": """
        import sys
        class A:
            n = 0
        class B(A):
            def __init__(self):
                self.x = [1]
                self.y = 2
        class E(Exception):
            pass
        class Meta(type):
            pass
        class C(metaclass=Meta):
            pass
        b = B()
        e = E()
        A.n += 1
        Meta.__sizeof__ = E.__sizeof__ = A.__sizeof__ = lambda self: print("size") or 50
        A.x = property(lambda self: print("property"))
        del b.y
        A.__getattribute__ = lambda self, name: print("attribute", name)
        pass
        """,
    "a class that makes way for another of the same kind": """
        import gc
        def make(extra):
            class A:
                def __init__(self): self.x, self.y = 1, 2
            if extra:
                A.x = property(lambda self: print("property"), lambda self, value: None)
            return A()
        a = make(False)
        for extra in (True, False, True):
            del a; gc.collect(); a = make(extra)
        """,
    "a class that makes way for another of another kind": """
        import gc
        again = '''if 1:
            old, tries = id(A), []
            a = b = c = A = None
            gc.collect()
            while id(A) != old and len(tries) < 1000: A = type("A", (base,), {}); tries.append(A)
            a, b, c, tries = A(), A(), A(), None
            '''
        A = type("A", (Exception,), {})
        a, b, c = A(), A(), A()
        for base in (object, Exception, list, Exception, object):
            exec(again)
            x = [a, b, c]
        """,
    "a tuple that is only being made where another was": """
        def g():
            for n in range(10): yield [n]
        for k in range(3):
            t = tuple([n] for n in range(10))
            x = [k]
            t = None; t = tuple(g())
            print(len(t))
        """,
    "an iterator in C that empties a tuple of its own": """
        import itertools
        it = itertools.zip_longest("ab", [[1], [2], [3], [4]], ([n] for n in range(3)))
        for n in range(6):
            print(next(it, "end"))
        """,
    "an iterator derived from one that empties a tuple of its own": """
        from itertools import zip_longest
        class Own(zip_longest):
            def __init__(self, *iterables):
                self.note = iterables
        own = Own("a", [[5], [6], [7]])
        for pair in own:
            print(pair)
        """,
    "futures whose own __init__ never runs": """
        import asyncio
        class Future(asyncio.Future):
            def __init__(self, **named): self.named = named
        class Task(asyncio.Task):
            def __init__(self): pass
        a = Future(x=[1])
        b = Task()
        c = asyncio.Future.__new__(asyncio.Future)
        try:
            a.add_done_callback(print)
        except RuntimeError as error:
            print(error)
        """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_runs_as_it_does_plainly(name: str, tmp_path: Path) -> None:
    program = write_program(tmp_path, PROGRAMS[name])
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.end.reason is EndReason.FINISHED, recorded.end
