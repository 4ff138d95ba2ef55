"""The recording shows an object's own attributes, even if its class redefines the names."""

from textwrap import dedent

import pytest

from tests.recorder.conftest import Record
from visualizer.model import ExceptionBody, Instance, Mapping, Sequence

PROGRAMS = {
    "a default of the class": """
        class A:
            n = 0
            def __init__(self, n, *more):
                self.n = n
                if more: self.m, = more
        a, b, c = A(1), A(0), A(2, 3)
        b.m = None
        c.n = 0
        del a.n
        """,
    "names in every order": """
        class A: pass
        a, b, c = A(), A(), A()
        a.x = b.y = c.z = None
        a.y = b.x = c.x = 1
        for one in (a, b, c, a, b, c):
            one.w = one
        """,
    "a class that answers for every name": """
        class A:
            def __init__(self): self.x, self.y = 1, 2
            def __getattr__(self, name): print("asked for", name)
            def __getattribute__(self, name): return object.__getattribute__(self, name)
        a, b, c = A(), A(), A()
        del a.x
        b.z = 4
        c.x = 5
        """,
    "a class that becomes one that answers": """
        class A:
            n = 0
            def __init__(self): self.n, self.k = 1, 2
        a, b, c = A(), A(), A()
        a.k = 3
        A.n = property(lambda self: print("asked"))
        b.k = 4
        """,
    "a namespace of the library, and a class that derives from it": """
        from types import SimpleNamespace
        class A(SimpleNamespace): pass
        a, b, c = SimpleNamespace(x=1), A(y=2), A()
        a.z = b
        b.x, c.w = [], a
        del a.x
        """,
    "names that no code spells": """
        class A:
            n = None
        a, b, c = A(), A(), A()
        setattr(a, "x" * 3, None)
        setattr(b, "n", None)
        vars(c)["m" + "m"] = 1
        setattr(a, "y" * 3, 5)
        """,
    "their own namespace among them": """
        class A:
            def __init__(self): self.x, self.y = 1, {}
        a, b, c = A(), A(), A()
        a.x = vars(a)
        b.y["y"] = b.y
        c.names = vars(c)
        """,
}

TELL = """
print(*(sorted(vars(one)) for one in (a, b, c)), sep="; ")
pass
"""


@pytest.mark.parametrize("name", PROGRAMS)
def test_they_are_those_in_its_dict(name: str, recorded: Record) -> None:
    done = recorded(dedent(PROGRAMS[name]) + TELL)
    moment = done.last
    found = [moment.content(one, Instance).attributes for one in "abc"]
    said = "; ".join(str(sorted(name for name, _ in attributes)) for attributes in found)
    assert done.stdout.splitlines() == [said]
    assert done.end.exit_code == 0


BESIDE_A_BASE = """
    import ast, io
    from collections import OrderedDict
    from types import SimpleNamespace
    class Cache(OrderedDict):
        def __init__(self, room):
            super().__init__()
            self.room = [room]
    class Spaced(SimpleNamespace):
        pass
    class File(io.RawIOBase):
        def __init__(self):
            self.position = [0]
    class Slotted(OrderedDict):
        __slots__ = ("slot",)
    a, b, c = Cache(1), Spaced(name=[1]), File()
    d = Cache.__new__(Cache)
    a["one"] = a["two"] = {"value": 1}
    a.move_to_end("one")
    a.room.append(2)
    a.room = a.more = [3]
    b.other = c.position = [4]
    del b.name
    d[Cache] = {"no": "attribute"}
    e = Slotted(one=1, two=2)
    e.slot = 5
    e.move_to_end("one")
    f = ast.parse("x + 1", mode="eval")
    f.body.op.mark = [6]
    g = f.body
    h = g.op
    pass
    """
"""Objects of classes whose C base has the ``__dict__`` itself, and no other references."""


def test_a_class_derived_from_one_with_its_own_dict_shows_the_contents(
    recorded: Record,
) -> None:
    run = recorded(BESIDE_A_BASE)
    last = run.last
    found = {name: last.content(name, Instance) for name in "abcdefgh"}
    attributes = {name: dict(one.attributes) for name, one in found.items()}
    assert {name: set(held) for name, held in attributes.items()} == {
        "a": {"room", "more"},
        "b": {"other"},
        "c": {"position"},
        "d": set(),
        "e": {"slot"},
        "f": {"body"},
        "g": {"left", "op", "right", "lineno", "col_offset", "end_lineno", "end_col_offset"},
        "h": {"mark"},
    }
    assert attributes["g"]["op"] == last.names["h"]
    assert attributes["a"]["room"] == attributes["a"]["more"]
    assert attributes["b"]["other"] == attributes["c"]["position"]
    assert [last.heap[attributes[name][one]].refcount for name, one in (("a", "room"),)] == [2]
    entries = {
        name: one.base.entries for name, one in found.items() if isinstance(one.base, Mapping)
    }
    assert [last.value(key) for key, _ in entries["a"]] == ["'two'", "'one'"]
    assert [last.value(key) for key, _ in entries["e"]] == ["'two'", "'one'"]
    assert entries["d"][0][0] == last.names["Cache"]
    # The recording shows the target of an attribute one step after the program bound it.
    (bound,) = (one for one in run.all_at(20) if one.step.event.value == "line")
    assert "more" not in dict(bound.content("a", Instance).attributes)


OF_FUTURES = """
    import asyncio
    class Named(asyncio.Future):
        def __init__(self, name):
            super().__init__()
            self.name, self.tags = name, {"a": 1}
    async def work(n):
        return n
    async def main():
        global a, b, c
        a, b, c = Named("x"), asyncio.gather(work(1), work(2)), Named("y")
        a.more = [1]
        a.set_result({"k": 2})
        del c.tags
        await b
        a.more.append(2)
    asyncio.run(main())
    pass
    """
"""Futures have a dict and no ``__dict__``, so neither has a class that derives from them."""


def test_a_class_derived_from_a_future_shows_the_attributes_of_the_program(
    recorded: Record,
) -> None:
    run = recorded(OF_FUTURES)
    *_, within = run.all_at(OF_FUTURES.splitlines().index("        return n"))
    (gathered,) = [one for one in within.heap.values() if one.type == "_GatheringFuture"]
    # From CPython 3.14 on it also refers to the task that awaits it.
    assert isinstance(gathered.content, Instance)
    assert "_children" in dict(gathered.content.attributes)
    last = run.last
    found = {name: dict(last.content(name, Instance).attributes) for name in "abc"}
    named = {"name", "tags", "more"}
    assert {name: held.keys() & named for name, held in found.items()} == {
        "a": named,
        "b": set(),
        "c": {"name"},
    }
    assert last.value(found["a"]["name"]) == "'x'"
    children = last.heap[found["b"]["_children"]].content
    assert isinstance(children, Sequence)
    assert [last.heap[one].type for one in children.items] == ["Task", "Task"]
    more = last.heap[found["a"]["more"]]
    assert isinstance(more.content, Sequence)
    assert (more.content.length, more.refcount) == (2, 1)


TWICE = """
    class A:
        __slots__ = ("v", "__dict__")
    a = A()
    one, two = [1], [2]
    a.v = one
    vars(a)["v"] = two
    b = OSError()
    b.filename = one
    vars(b).update((f"n{n}", n) for n in range(40))
    vars(b)["filename"] = two
    c = A()
    c.v = one
    vars(c).update((f"n{n}", n) for n in range(40))
    vars(c)["v"] = two
    pass
    """


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_a_value_behind_a_slot_of_its_name_has_a_name_of_its_own(
    recorder: str, recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    last = recorded(dedent(TWICE)).last
    own = {**dict.fromkeys("ac", Instance), "b": ExceptionBody}
    found = dict[str, dict[str, int]]()
    for name, kind in own.items():
        found[name] = dict(last.content(name, kind).attributes)
    assert {name: len(held) for name, held in found.items()} == {"a": 2, "b": 42, "c": 42}
    for held in found.values():
        slot = next(name for name in ("v", "filename") if name in held)
        shown = held[slot], held[f"__dict__[{slot!r}]"]
        assert shown == (last.names["one"], last.names["two"])


def test_attributes_are_in_the_order_in_which_the_program_set_them(
    recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", "core")
    text = """
        class A:
            def __init__(self): self.name, self.age = "Kim", 1000
        a, b, c = A(), object.__new__(A), A()
        b.more, b.age, b.name = 1, 2, 3
        del c.name
        c.name = 4
        pass
        """
    last = recorded(dedent(text)).last
    found = {name: [one for one, _ in last.content(name, Instance).attributes] for name in "abc"}
    assert found == {"a": ["name", "age"], "b": ["more", "age", "name"], "c": ["age", "name"]}
