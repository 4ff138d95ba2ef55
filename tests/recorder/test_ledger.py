"""The references to an object, kind by kind, in programs made for it."""

import io
import json
from contextlib import closing

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import Moment, program_version
from visualizer.explain.references.ledger import Ledger
from visualizer.export.jsonl import write_jsonl
from visualizer.model import State
from visualizer.recording import Recording

type Entries = list[tuple[str, str, int]]

CASES: dict[str, tuple[str, str, Entries]] = {
    "a name of a frame and what the caller has": (
        """
        def work(x):
            here = 1
        def run():
            mine = [1]
            work(mine)
        run()
        """,
        "x",
        [("name", "run mine", 1), ("name", "work x", 1)],
    ),
    "a variable of a comprehension in a module": (
        """
        def work(x):
            here = 1
        rows = [[1]]
        kept = [work(one) for one in rows]
        """,
        "x",
        [("item", "rows", 1), ("name", "<module> for one", 1), ("name", "work x", 1)],
    ),
    "global, item, key, value and a set's item": (
        """
        a = object()
        b = [a, a]
        c = {a: a}
        d = {a}
        here = 1
        """,
        "a",
        [
            ("global", "prog.py a", 1),
            ("item", "b", 2),
            ("item", "d", 1),
            ("key", "c", 1),
            ("value", "c", 1),
        ],
    ),
    "attributes in a dict, in slots, and of a class": (
        """
        class Plain: pass
        class Slots: __slots__ = ("one",)
        a = [1]
        p, s = Plain(), Slots()
        p.own = p.other = s.one = Plain.both = a
        here = 1
        """,
        "a",
        [
            ("attribute", "Plain", 1),
            ("attribute", "p", 2),
            ("attribute", "s", 1),
            ("global", "prog.py a", 1),
        ],
    ),
    "an attribute once, where its dict is looked at too": (
        """
        class Plain: pass
        a, p = [1], Plain()
        p.own = a
        d = p.__dict__
        here = 1
        """,
        "a",
        [("attribute", "p", 1), ("global", "prog.py a", 1)],
    ),
    "the dict of an instance": (
        """
        class Plain: pass
        p = Plain()
        p.own = 1
        a = p.__dict__
        here = 1
        """,
        "a",
        [("global", "prog.py a", 1), ("namespace", "p", 1)],
    ),
    "a class, its instances, and a class derived from it": (
        """
        class a: pass
        class d(a): pass
        x, y = a(), a()
        here = 1
        """,
        "a",
        [
            ("base", "d", 2),
            ("class internals", "a", 3),
            ("class internals", "d", 1),
            ("class", "x", 1),
            ("class", "y", 1),
            ("global", "prog.py a", 1),
        ],
    ),
    "a metaclass": (
        """
        class a(type): pass
        class c(metaclass=a): pass
        here = 1
        """,
        "a",
        [
            ("class internals", "a", 1),
            ("class", "c", 1),
            ("global", "prog.py a", 1),
        ],
    ),
    "defaults of both kinds, a bound method and a function it binds": (
        """
        class C:
            def m(self): pass
        a = C()
        def f(x=a, *, y=a): pass
        b = a.m
        here = 1
        """,
        "a",
        [("default", "f", 2), ("global", "prog.py a", 1), ("self", "b", 1)],
    ),
    "the function of a bound method, and a wrapped one": (
        """
        import functools
        def a(self): pass
        @functools.wraps(a)
        def w(): pass
        b = a.__get__(1)
        here = 1
        """,
        "a",
        [("attribute", "w", 1), ("function", "b", 1), ("global", "prog.py a", 1)],
    ),
    "a code object, its function, frame and the code around it": (
        """
        def f():
            here = 1
        a = f.__code__
        f()
        """,
        "a",
        [
            ("code", "f", 1),
            ("constant", "<module>", 1),
            ("global", "prog.py a", 1),
            ("running frame", "f", 1),
        ],
    ),
    "a variable in a cell, in the frames and in the function": (
        """
        def outer():
            a = [1]
            def inner():
                here = a
            inner()
        outer()
        """,
        "a",
        [("cell", "cell", 1)],
    ),
    "a variable in a cell that no function has": (
        """
        def outer():
            a = [1]
            here = 1
            return lambda: a
        outer()
        """,
        "a",
        [("name", "outer a", 1)],
    ),
    "the cell itself": (
        """
        def outer():
            n = 1
            def inner():
                return n
            return inner
        f = outer()
        a = f.__closure__[0]
        here = 1
        """,
        "a",
        [("global", "prog.py a", 1), ("closure", "f", 1)],
    ),
    "a generator's variable and what its frame runs": (
        """
        def g(x): yield x
        a = [1]
        b = g(a)
        next(b)
        here = 1
        """,
        "a",
        [("generator local", "b", 1), ("global", "prog.py a", 1)],
    ),
    "the function of a paused generator": (
        """
        def a(): yield 1
        b = a()
        here = 1
        """,
        "a",
        [("global", "prog.py a", 1), ("paused frame", "b", 1)],
    ),
    "the function of a generator that only a loop has": (
        """
        def a():
            yield 1
        for one in a():
            here = 1
        """,
        "a",
        [("global", "prog.py a", 1), ("paused frame", "generator", 1)],
    ),
    "the function of a running frame": (
        """
        def a():
            here = 1
        a()
        """,
        "a",
        [("global", "prog.py a", 1), ("running frame", "a", 1)],
    ),
    "what an iterator walks": (
        """
        a = [1]
        b = iter(a)
        here = 1
        """,
        "a",
        [("global", "prog.py a", 1), ("iterator", "b", 1)],
    ),
    "what waits on the stack of a paused generator": (
        """
        a = [1]
        def g():
            for one in a: yield one
        b = g()
        next(b)
        here = 1
        """,
        "a",
        [("global", "prog.py a", 1), ("iterator", "list_iterator", 1)],
    ),
    "an exception that is handled, with its arguments": (
        """
        try:
            raise ValueError(1)
        except ValueError as a:
            here = 1
        """,
        "a",
        [("exception", "<module>", 1), ("global", "prog.py a", 1)],
    ),
    "an exception's context": (
        """
        b = ValueError(1)
        a = KeyError(2)
        b.__context__ = b.own = a
        here = 1
        """,
        "a",
        [("attribute", "b", 1), ("exception", "b", 1), ("global", "prog.py a", 1)],
    ),
    "the variable of a frame that a traceback keeps": (
        """
        def f(x): raise ValueError
        a = [1]
        try: f(a)
        except ValueError as error: b = error
        here = 1
        """,
        "a",
        [("global", "prog.py a", 1), ("traceback", "frame", 1)],
    ),
    "a weak reference's callback": (
        """
        import weakref
        class C: pass
        def a(gone): pass
        c = C()
        w = weakref.ref(c, a)
        here = 1
        """,
        "a",
        [("global", "prog.py a", 1), ("weakref callback", "w", 1)],
    ),
    "constants, held by their code and by the syntax tree": (
        """
        a = 123456
        here = 1
        """,
        "a",
        [
            ("constant", "<module>", 1),
            ("constant", "syntax tree", 1),
            ("global", "prog.py a", 1),
        ],
    ),
    "a constant that two functions share": (
        """
        def f(): return 12345.5
        def g(): return 12345.5
        a = f()
        here = 1
        """,
        "a",
        [
            ("constant", "f", 1),
            ("constant", "syntax tree", 1),
            ("global", "prog.py a", 1),
        ],
    ),
    "the global names": (
        """
        a = globals()
        def f(): pass
        here = 1
        """,
        "a",
        [
            ("global", "prog.py a", 1),
            ("module", "prog.py", 1),
            ("namespace", "f", 1),
            ("running frame", "<module>", 2),
        ],
    ),
    "an object that is being made": (
        """
        class C:
            def __init__(a):
                here = 1
        C()
        """,
        "a",
        [("name", "__init__ a", 1), ("stack", "<module>", 1)],
    ),
}


LATER: dict[str, Entries] = {
    "an attribute once, where its dict is looked at too": [
        ("global", "prog.py a", 1),
        ("value", "d", 1),
    ],
}
"""From 3.13.13 and from 3.14.4 on: a dict that was read has the attributes."""
LENDING: dict[str, Entries] = {
    "a name of a frame and what the caller has": [("name", "run mine", 1)],
    "a variable of a comprehension in a module": [
        ("item", "rows", 1),
        ("name", "<module> for one", 1),
    ],
}
"""From 3.14 on: an argument is lent."""
WITHOUT_ITERATORS: dict[str, Entries] = (
    LATER
    | LENDING
    | {
        "what waits on the stack of a paused generator": [
            ("global", "prog.py a", 1),
            ("stack", "b", 1),
        ],
        "a class, its instances, and a class derived from it": [
            ("base", "d", 2),
            ("class internals", "a", 1),
            ("class internals", "d", 1),
            ("class", "x", 1),
            ("class", "y", 1),
            ("global", "prog.py a", 1),
        ],
    }
)
"""From 3.15 on: a loop over a list has no iterator, a class no descriptors of its own for
``__dict__`` and ``__weakref__``."""


@pytest.mark.parametrize("name", CASES)
def test_the_ledger_has_every_kind_of_reference(name: str, recorded: Record) -> None:
    program, variable, expected = CASES[name]
    since = (
        ((3, 15), WITHOUT_ITERATORS),
        ((3, 14, 4), LATER | LENDING),
        ((3, 14), LENDING),
        ((3, 13, 13), LATER),
    )
    changed = (cases for version, cases in since if program_version() >= version)
    expected = next(changed, {}).get(name, expected)
    run = recorded(program)
    here = next(
        number
        for number, text in enumerate(run.path.with_suffix(".py").read_text().splitlines(), 1)
        if "here =" in text
    )
    moment = run.at(here)
    assert held(moment, variable) == sorted(expected)


def test_a_value_on_its_way_out_is_on_the_stack(recorded: Record) -> None:
    run = recorded(
        """
        def f():
            return [1]
        f()
        """
    )
    moment = next(one for one in run.moments if one.step.event == "return")
    assert moment.step.value is not None
    assert entries(moment, moment.step.value) == [("stack", "f", 1)]


def test_the_cell_of_a_kept_frame_is_not_that_of_a_running_one(recorded: Record) -> None:
    run = recorded(
        """
        class Shape:
            def check(self, fails):
                if fails: raise ValueError
                here = 1
                return lambda: self
        shape = Shape()
        try: shape.check(True)
        except ValueError as error: kept = error
        shape.check(False)
        """
    )
    moment = run.at(4)
    (cell,) = (serial for serial, one in moment.heap.items() if one.type == "cell")
    assert [(kind, n) for kind, _, n in entries(moment, cell)] == [("traceback", 1)]


def test_the_result_that_a_comprehension_is_filling_has_a_name(recorded: Record) -> None:
    run = recorded(
        """
        def work(n):
            here = 1
        kept = [work(n) for n in (1, 2)]
        """
    )
    moment = run.at(2)
    (result,) = (serial for name, serial in moment.frames[0].comprehension if name == "[…]")
    assert entries(moment, result) == [("name", "<module> […]", 1)]


def test_an_exception_that_is_raised_is_held_by_the_interpreter(recorded: Record) -> None:
    run = recorded(
        """
        try:
            raise ValueError(1)
        except ValueError: pass
        """
    )
    moment = next(one for one in run.moments if one.step.event == "exception")
    assert moment.step.exception is not None
    assert entries(moment, moment.step.exception) == [("exception", "<module>", 1)]


def test_a_container_that_is_used_up_on_its_way_claims_nothing(recorded: Record) -> None:
    run = recorded(
        """
        def pack(x): return {"k": x}
        def work(x):
            here = 1
        work(pack(3000).get("k"))
        """
    )
    found = held(run.at(3), "x")
    assert found == [
        ("constant", "<module>", 1),
        ("constant", "syntax tree", 1),
        ("name", "work x", 1),
    ]


def test_the_export_with_a_ledger_adds_up_for_every_object_that_has_a_count(
    recorded: Record,
) -> None:
    run = recorded(
        """
        class Node:
            def __init__(self, after): self.after = after
        def count(node):
            return 0 if node is None else 1 + count(node.after)
        print(count(Node(Node(None))), [name for name in "ab"], {1.5: (2.5, 3.5)})
        """
    )
    out = io.StringIO()
    with closing(Recording.open(run.path)) as recording:
        write_jsonl(recording, out, ledger=True)
    steps = [json.loads(line) for line in out.getvalue().splitlines()[1:]]
    assert len(steps) == len(run.moments)
    for step in steps:
        for one in step["heap"].values():
            if one["refcount"] is None:
                assert "held" not in one
            else:
                assert sum(n for _, _, n in one["held"]) == one["refcount"]
                assert all(n > 0 for _, _, n in one["held"])


def held(moment: Moment, variable: str) -> Entries:
    """Return the ledger's entries of a name's object, in order."""
    return entries(moment, moment.names[variable])


def entries(moment: Moment, serial: int) -> Entries:
    """Return the entries of an object; a holder is named by its name, else by its type."""
    state = State(
        moment.step, moment.stacks, moment.globals, moment.heap, moment.thread_names, moment.codes
    )
    names = {serial: name for name, serial in moment.names.items()}
    return sorted(
        (kind, names.get(where, moment.heap[where].type) if isinstance(where, int) else where, n)
        for kind, where, n in Ledger(state).entries(serial)
    )
