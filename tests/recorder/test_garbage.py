"""Cycles, the collector, weak references, suspended generators: unseen lives, and their ends."""

import pytest

from tests.recorder.conftest import Record
from tests.recorder.invariants import Linker, broken_counts
from visualizer.model import (
    Array,
    ClassBody,
    Event,
    Function,
    Generator,
    Instance,
    Mapping,
    Sequence,
    WeakReference,
)


def test_a_cycle_is_unreachable_from_the_step_at_which_it_becomes_so_until_collected(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import gc
        class Node: pass
        a = Node()
        a.me = a
        a.list = [a]
        b = a
        del a
        b = None
        x = 1
        y = 2
        gc.collect()
        z = 3
        """
    )
    node = run.at(6).names["a"]
    held = run.at(6).content("a", Instance)
    inner = dict(held.attributes)["list"]
    for line in (6, 7, 8):
        assert not run.at(line).heap[node].unreachable
    for line in (9, 10, 11):
        assert run.at(line).heap[node].unreachable
        assert run.at(line).heap[inner].unreachable
    assert run.at(11).step.collections == ()
    (collection,) = run.at(12).step.collections
    assert collection.generation == 2
    assert set(collection.freed) >= {node, inner}
    assert node in run.at(12).step.freed
    assert node not in run.at(12).heap


@pytest.mark.parametrize("length", [3, 40, 200])
def test_a_chain_is_unreachable_once_the_last_way_to_it_is_cut(
    recorded: Record, length: int
) -> None:
    run = recorded(
        f"""
        import gc
        gc.disable()
        class Node: pass
        nodes = [Node() for _ in range({length})]
        for one, other in zip(nodes, nodes[1:]): one.next, other.before = other, one
        first, last, holder = nodes[0], nodes[-1], [nodes[{length} // 2]]
        nodes = one = other = None
        first = None
        last = None
        holder = [holder]
        holder[0].clear()
        x = 1
        """
    )
    cut = run.at(12)
    nodes = [serial for serial, one in cut.heap.items() if one.type == "Node"]
    assert len(nodes) == length
    for line in (8, 9, 10, 11):
        assert not any(run.at(line).heap[node].unreachable for node in nodes)
    assert all(cut.heap[node].unreachable for node in nodes)


@pytest.mark.parametrize(
    ("recorder", "made"),
    [
        ("core", "Node()"),
        ("core", "ValueError(1)"),
        # CPython 3.13.0 shows a traversal no dict whose values are inside the object.
        ("python", "ValueError(1)"),
    ],
)
def test_a_dict_of_attributes_that_a_name_had_is_unreachable_with_its_object(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, recorder: str, made: str
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(
        f"""
        class Node: pass
        held = [1000]
        a = {made}
        a.me, a.held = a, held
        b = vars(a)
        c = 1
        b = None
        a = None
        d = 2
        """
    )
    names = run.at(6).names
    found = {name: [run.at(n).heap[names[name]].unreachable for n in (7, 8, 9)] for name in "ab"}
    assert found == {"a": [False, False, True], "b": [False, False, True]}
    assert not run.at(9).heap[names["held"]].unreachable


@pytest.mark.parametrize("recorder", ["core", "python"])
@pytest.mark.parametrize("made", ["memoryview(b'ab')", "numpy.arange(6)[2:]"])
def test_the_base_of_a_view_is_unreachable_with_it(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, recorder: str, made: str
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(
        f"""
        import gc, numpy
        gc.disable()
        class Node: pass
        a = Node()
        a.me, a.view = a, {made}
        b = 1
        a = None
        c = 2
        """
    )
    before, after = run.at(6), run.at(8)
    view = dict(before.content("a", Instance).attributes)["view"]
    content = before.heap[view].content
    assert isinstance(content, Array)
    assert content.base is not None
    assert [after.heap[one].unreachable for one in (view, content.base)] == [True, True]


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_a_class_that_no_name_refers_to_is_unreachable_unless_something_else_holds_it(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, recorder: str
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(
        """
        import gc
        gc.disable()
        def make(kind):
            class Meta(type):
                pass
            class Base(metaclass=Meta):
                __slots__ = ("held",)
                def method(self):
                    return super().method
            class Derived(Base):
                pass
            kept = {0: None, 1: Base(), 2: Derived.__mro__, 3: Base.__subclasses__}
            return kept[kind]
        make(0)
        a = make(1)
        b = make(2)
        c = make(3)
        d = 1
        a = b = c = None
        d = 2
        gc.collect()
        d = 3
        """
    )

    def unreachable(line: int) -> list[str]:
        heap = run.at(line).heap.values()
        classes = [one.content for one in heap if one.unreachable]
        return sorted(one.name for one in classes if isinstance(one, ClassBody))

    assert unreachable(14) == []
    assert unreachable(15) == ["Base", "Derived", "Meta"]
    # A base class does not hold a class that derives from it.
    assert unreachable(18) == ["Base", "Derived", "Derived", "Derived", "Meta"]
    every = sorted(4 * ["Base", "Derived", "Meta"])
    assert unreachable(20) == every
    (collection,) = run.at(22).step.collections
    freed = [run.at(20).heap[serial].content for serial in collection.freed]
    assert sorted(one.name for one in freed if isinstance(one, ClassBody)) == every


@pytest.mark.parametrize("recorder", ["core", "python"])
@pytest.mark.parametrize(
    "part",
    ["g.__dict__", "g.__defaults__", "g.__kwdefaults__", "g.__closure__", "g.__annotations__"],
)
def test_a_part_of_a_function_that_a_name_had_is_unreachable_with_the_function(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, recorder: str, part: str
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(
        f"""
        held = [1000]
        def make():
            def g(a: held = [2000], *, b=held):
                return g
            g.me, g.held = g, held
            part = {part}
            return 1
        make()
        a = 1
        """
    )
    names = run.at(7).names
    found = {name: run.at(9).heap[names[name]].unreachable for name in ("g", "part", "held")}
    assert found == {"g": True, "part": True, "held": False}


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_the_frame_object_of_a_suspended_generator_is_unreachable_with_it(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, recorder: str
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(
        """
        import gc, sys
        gc.disable()
        def generate():
            me = yield
            frame = sys._getframe()
            yield frame
        g = generate()
        next(g)
        f = g.send(g)
        a = 1
        f = None
        g = None
        a = 2
        """
    )
    names = run.at(10).names
    found = {name: [run.at(n).heap[names[name]].unreachable for n in (11, 12, 13)] for name in "fg"}
    assert found == {"f": [False, False, True], "g": [False, False, True]}


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("ValueError", "ValueError(1)"),
        ("Node", "Node(); [setattr(a, f'n{n}', n) for n in range(40)]"),
    ],
)
def test_attributes_whose_dict_became_known_late_are_unreachable_with_their_object(
    recorded: Record, kind: str, made: str
) -> None:
    # After so many cycles the recorder counts all references (islands.c).
    run = recorded(
        f"""
        import gc
        gc.disable()
        class Node: pass
        older = []
        for n in range(300):
            a = []
            a.append(a)
        a = {made}
        older.append(a)
        a.me = a
        b = vars(a)
        c = 1
        b = None
        older.clear()
        a = None
        c = 2
        """
    )
    found = [[o.unreachable for o in m.heap.values() if o.type == kind] for m in run.moments[-3:]]
    assert found == [[False], [True], [True]]


@pytest.mark.parametrize(
    "made", ["ValueError(1)", "Node(); [setattr(a, f'n{n}', n) for n in range(40)]"]
)
def test_a_cycle_is_unreachable_where_an_object_and_its_dict_of_attributes_end_together(
    recorded: Record, made: str
) -> None:
    # After so many cycles the recorder counts all references (islands.c).
    run = recorded(
        f"""
        import gc
        gc.disable()
        class Node: pass
        for n in range(300):
            a = []
            a.append(a)
        a = {made}
        b = vars(a)
        held = [1000]
        held.append(held)
        a.held = held
        held = None
        c = 1
        a = b = None
        c = 2
        """
    )
    held = run.at(12).names["held"]
    assert [run.at(n).heap[held].unreachable for n in (13, 14, 15)] == [False, False, True]


def test_objects_held_by_a_local_cycle_are_unreachable_after_the_return(recorded: Record) -> None:
    run = recorded(
        """
        def f():
            a, b = [1000], [2000]
            a.append(b)
            b.append(a)
            return 1
        f()
        x = 1
        """
    )
    inside = run.at(5).names
    for name in "ab":
        assert run.at(7).heap[inside[name]].unreachable
        assert run.at(7).heap[inside[name]].refcount == 1


def test_a_cycle_that_something_hidden_still_holds_is_not_unreachable(recorded: Record) -> None:
    run = recorded(
        """
        a = [1000]
        a.append(a)
        for item in (a, 5, 6):
            a = None
            item = None
        a = [1]
        """
    )
    serial = run.at(3).names["a"]
    seen = [m.heap[serial].unreachable for m in run.moments if serial in m.heap]
    inside = run.moments[3:-2]
    assert all(serial in m.heap and not m.heap[serial].unreachable for m in inside)
    assert seen[-1], "once the loop is over, only itself holds it"


def test_a_cycle_found_again_through_a_weak_reference_is_reachable_again(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import weakref
        class Node: pass
        a = Node(); a.me = a
        w = weakref.ref(a)
        a = None
        x = 1
        a = w()
        y = 2
        """
    )
    serial = run.at(5).names["a"]
    assert run.at(6).heap[serial].unreachable
    assert run.at(7).heap[serial].unreachable
    assert not run.at(8).heap[serial].unreachable
    assert run.at(8).names["a"] == serial


def test_a_weak_reference_does_not_count_and_is_empty_after_the_death(recorded: Record) -> None:
    run = recorded(
        """
        import weakref
        class A: pass
        a = A()
        plain = 1
        w = weakref.ref(a)
        d = weakref.WeakValueDictionary(k=a)
        b = [a]
        del b, a
        end = 1
        """
    )
    serial = run.at(5).names["a"]
    assert run.at(5).heap[serial].refcount == run.at(6).heap[serial].refcount == 1
    assert run.at(6).content("w", WeakReference).referent == serial
    assert run.at(8).heap[serial].refcount == 2
    assert run.at(9).content("w", WeakReference).referent is None
    assert serial in run.at(9).step.freed


def test_collections_are_recorded_with_their_generation(recorded: Record) -> None:
    run = recorded(
        """
        import gc
        gc.collect(0)
        gc.collect(1)
        gc.collect()
        x = 1
        y = 2
        """
    )
    told = [[c.generation for c in run.at(line).step.collections] for line in range(2, 7)]
    assert told == [[], [0], [1], [2], []]


def test_an_automatic_collection_is_recorded_and_frees_the_cycles(recorded: Record) -> None:
    run = recorded(
        """
        kept = []
        for n in range(40):
            a = []; a.append(a)
            kept.append(list(map(list, [()] * 100)))
        """
    )
    told = [m.step for m in run.moments if m.step.collections]
    assert told
    freed = [serial for step in told for c in step.collections for serial in c.freed]
    assert len(freed) >= 10
    assert set(freed) <= {serial for step in told for serial in step.freed}


def test_dead_objects_are_not_shown_alive_however_often_the_collector_ran(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import gc
        def f():
            a = [1000]
            gc.collect()
            b = [a]
            return 1
        for n in range(3):
            f()
        x = [5]
        gc.collect()
        x = [6]
        end = 1
        """
    )
    inside = {m.names["a"] for m in run.all_at(6)}
    assert len(inside) == 3
    assert inside.isdisjoint(run.last.heap)
    assert run.at(10).names["x"] in run.at(12).step.freed


def test_generators_go_through_their_states(recorded: Record) -> None:
    run = recorded(
        """
        def numbers(n):
            kept = [n]
            yield n
            yield n + 1
        g = numbers(1000)
        first = next(g)
        second = next(g)
        rest = list(g)
        end = 1
        """
    )
    states = {line: run.at(line).content("g", Generator) for line in (6, 7, 8, 9)}
    assert [states[n].state for n in (6, 7, 8, 9)] == [
        "created",
        "suspended",
        "suspended",
        "closed",
    ]
    assert [states[n].line for n in (6, 7, 8)] == [1, 3, 4]
    assert [name for name, _ in states[6].locals] == ["n"]
    assert [name for name, _ in states[7].locals] == ["n", "kept"]
    assert states[9].locals == ()
    inside = run.at(3)
    generator = inside.heap[inside.names["g"]].content
    assert isinstance(generator, Generator)
    assert generator.state == "running"


@pytest.mark.parametrize("recorder", ["python", "auto"])
def test_a_running_generator_holds_its_function(
    recorder: str, recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded("for n in (q for q in [1000]): pass\nx = 1\n")
    (inside, *_) = run.all_at(1, function="<genexpr>")
    (function,) = (serial for serial, one in inside.heap.items() if one.type == "function")
    assert function in run.at(2).step.freed


def test_objects_of_a_suspended_generator_live_until_it_is_dropped(recorded: Record) -> None:
    run = recorded(
        """
        def hold():
            kept = [1000]
            yield 1
        g = hold()
        next(g)
        x = 1
        g = None
        y = 2
        """
    )
    generator = run.at(6).content("g", Generator)
    kept = dict(generator.locals)["kept"]
    assert run.at(7).heap[kept].refcount == 1
    assert kept in run.at(8).step.freed


def test_an_exception_keeps_its_frames_until_it_goes(recorded: Record) -> None:
    run = recorded(
        """
        def fail():
            local = [1000]
            raise ValueError(local)
        try:
            fail()
        except ValueError as error:
            x = 1
            kept = error
        y = 2
        kept = None
        z = 3
        """
    )
    local = run.at(3).names["local"]
    for line in (7, 9, 10):
        assert local in run.at(line).heap
    assert not run.at(10).heap[local].unreachable
    assert local in run.at(11).step.freed


def test_the_frames_of_a_closed_over_dict_are_freed_with_it(recorded: Record) -> None:
    run = recorded(
        """
        def make():
            table = {"k": [1000]}
            def get(): return table["k"]
            return get
        get = make()
        x = get()
        get = None
        y = 1
        """
    )
    table = run.at(3, function="make").names["table"]
    item = run.at(8).names["x"]
    assert isinstance(run.at(7).heap[table].content, Mapping)
    assert table in run.at(8).step.freed
    assert run.at(7).heap[item].refcount == 2
    assert run.at(8).heap[item].refcount == 1


def test_an_object_in_the_collectors_hands_is_the_same_in_its_finalizer(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import gc, weakref
        class Node:
            def __del__(self):
                self.seen = True
                if keep:
                    kept.append(self)
        keep, kept = True, []
        a, b = Node(), Node()
        a.peer, b.peer = b, a
        called = []
        w = weakref.ref(a, lambda reference: called.append(1000))
        here = {"a": a, "b": b}
        here.clear(); del a, b
        x = 1
        gc.collect()
        y = 2
        kept.clear(); keep = False
        gc.collect()
        z = 3
        """
    )
    nodes = {run.at(13).names[name] for name in "ab"}
    called = run.all_at(11, Event.CALL) + run.all_at(4, function="__del__")
    assert len(called) == 1 + 2
    for moment in called:
        assert {s for s, thing in moment.heap.items() if thing.type == "Node"} == nodes
    first, second = run.all_at(4, function="__del__")[:2]
    assert {first.names["self"], second.names["self"]} == nodes
    # The frame's name, the running call's argument, and the other's attribute.
    assert first.object("self").refcount == 3
    # Both were resurrected: a list holds them, but no name.
    assert nodes <= run.at(16).heap.keys()
    assert not any(run.at(16).heap[node].unreachable for node in nodes)
    assert [c.freed for c in run.at(16).step.collections] == [()]
    (collection,) = run.at(19).step.collections
    assert nodes <= set(collection.freed)
    assert not nodes & run.at(19).heap.keys()


@pytest.mark.parametrize(
    ("finalizer", "is_freed"),
    [("print(len(self.peer.name))", True), ("kept.append(self)", False)],
    ids=["looks", "brings it back"],
)
@pytest.mark.parametrize("recorder", ["core", "python"])
def test_the_collector_frees_a_cycle_with_finalizers_unless_they_bring_it_back(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, finalizer: str, is_freed: bool, recorder: str
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(
        f"""
        import gc
        kept = []
        class Node:
            def __init__(self, name): self.name = name
            def __del__(self): {finalizer}
        a, b = Node("a"), Node("b")
        a.peer, b.peer = b, a
        nodes = a, b
        nodes = None
        del a, b
        gc.collect()
        x = 1
        """
    )
    nodes = {run.at(8).names[name] for name in "ab"}
    freed = {
        serial for moment in run.moments for one in moment.step.collections for serial in one.freed
    }
    assert nodes & freed == (nodes if is_freed else set())


def test_an_object_in_the_collectors_hands_keeps_its_code(recorded: Record) -> None:
    run = recorded(
        """
        import gc, string
        class Node:
            def __del__(self):
                called.append(1)
        called = []
        exec(compile('''
        def make():
            def again(): return again
            node = Node()
            node.own = node
            return again
        ''', __file__, "exec"))
        f = make()
        string.kept = make
        hidden = make
        f = make = hidden = None
        x = 1
        gc.collect()
        y = 2
        """
    )
    function, hidden = (run.at(16).names[name] for name in ("f", "hidden"))
    codes = {run.at(16).content(name, Function).code for name in ("f", "hidden")}
    assert run.at(18).heap[function].unreachable
    (called,) = run.all_at(4, function="__del__")
    # The finalizer's frame does not reach them; the collection moved survivors to the oldest.
    assert called.heap[function].unreachable
    assert not called.heap[hidden].unreachable
    assert codes <= called.heap.keys()
    assert function in run.at(19).step.freed
    assert hidden in run.at(19).heap


def test_a_cycle_through_the_iterator_of_a_paused_loop_is_unreachable_until_collected(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import gc
        def walk(box):
            for x in box.pop():
                yield x
        items = [1]
        g = walk([items])
        next(g)
        items.append(g)
        del items
        del g
        x = 1
        gc.collect()
        y = 1
        """
    )
    names = run.at(9).names
    both = {names["items"], names["g"]}
    for line in (9, 10):
        assert not any(run.at(line).heap[serial].unreachable for serial in both)
    for line in (11, 12):
        assert all(run.at(line).heap[serial].unreachable for serial in both)
    assert both <= set(run.at(13).step.freed)


def test_a_paused_coroutine_shows_its_awaited_object(recorded: Record) -> None:
    run = recorded(
        """
        import types
        @types.coroutine
        def pause(): yield
        async def inner(): await pause()
        async def outer(waited): await waited
        i = inner()
        o = outer(i)
        o.send(None)
        end = 1
        """
    )
    assert run.at(8).content("o", Generator).awaits is None
    outer, inner = run.at(9).content("o", Generator), run.at(9).content("i", Generator)
    assert outer.awaits == run.at(9).names["i"]
    assert inner.awaits is not None
    assert run.at(9).heap[inner.awaits].type == "generator"


def test_objects_held_by_defaults_of_a_lost_function_are_lost_with_it(recorded: Record) -> None:
    """Also if the tuple of defaults was seen on the stack: it is a separate object."""
    run = recorded(
        """
        def same(x): return x
        class Node:
            def __init__(self, a): self.a = a
        kept = [5000]
        def main():
            x = Node(lambda p=[1000], q=kept, *, r=same(3): p); x.me = x; x = None
            y = 1
        main()
        """
    )
    heap = run.at(7).heap
    (lost,) = (one for one in heap.values() if one.type == "function" and one.unreachable)
    assert isinstance(lost.content, Function)
    defaults = lost.content.defaults
    assert [heap[serial].unreachable for serial in defaults] == [True, False, False]
    (holder,) = (one for one in heap.values() if one.content == Sequence(defaults[:2], 2))
    assert holder.unreachable


def test_objects_held_by_a_constant_live_on_when_a_function_with_it_is_lost(
    recorded: Record,
) -> None:
    """A tuple of defaults that is a constant of living code belongs to that code, too."""
    run = recorded(
        """
        class Node: pass
        def main():
            x = Node()
            x.me = lambda p="a word", q="and more", *, own=x: p
            x = None
            y = 1
        main()
        """
    )
    heap = run.at(6).heap
    (lost,) = (one for one in heap.values() if one.type == "function" and one.unreachable)
    assert isinstance(lost.content, Function)
    assert [heap[serial].unreachable for serial in lost.content.defaults] == [False, False, True]


def test_a_cycle_is_unreachable_once_the_container_that_held_it_dies(recorded: Record) -> None:
    run = recorded(
        """
        a = [1000]
        a.append(a)
        box = [a]
        a = None
        x = 1
        box = None
        y = 2
        """
    )
    serial = run.at(3).names["a"]
    assert not run.at(6).heap[serial].unreachable
    assert run.at(7).heap[serial].unreachable


def test_all_that_an_exception_on_its_way_holds_is_reachable_until_it_is_gone(
    recorded: Record,
) -> None:
    run = recorded(
        """
        def deep(n):
            own = [n]
            own.append(own)
            if n:
                deep(n - 1)
            raise ValueError
        try:
            deep(40)
        except ValueError:
            caught = 1
        x = 1
        """
    )
    made = {moment.names["own"] for moment in run.moments if "own" in moment.names}
    assert len(made) == 41
    for moment in run.moments[:-2]:
        assert not any(moment.heap[one].unreachable for one in made & moment.heap.keys())
    assert all(run.at(11).heap[one].unreachable for one in made)


LINKED_AT_RANDOM = """
import gc
gc.disable()

class Node:
    pass

def closure(x):
    def inner():
        return x, inner
    return inner

def caught(x, depth):
    own = [x]
    if depth:
        return caught(own, depth - 1)
    try:
        raise ValueError(x)
    except ValueError as error:
        kept = error
    return kept

names = [None] * 6
chance = {seed}
for turn in range(160):
    chance = chance * 1103515245 + 12345 & 0x7FFFFFFF
    a, b, c, act = chance >> 8 & 7, chance >> 12 & 7, chance >> 16 & 7, chance >> 20 & 15
    if max(a, b, c) > 5:
        continue
    if act == 0:
        names[a] = Node()
    elif act == 1:
        names[a] = [names[b], names[c]]
    elif act == 2:
        names[a] = dict(one=names[b], two=names[c])
    elif act == 3:
        names[a] = closure(names[b])
    elif act == 4:
        names[a] = caught(names[b], 2)
    elif act == 5:
        names[a] = names[b], names[c]
    elif act == 6:
        names[a] = [names[b]] * 9
    elif act < 10 and isinstance(names[a], Node):
        names[a].next = names[b]
    elif act < 10 and isinstance(names[a], list):
        names[a].append(names[b])
    elif act == 10 and isinstance(names[a], list):
        names[a].pop(0)
    elif act > 10:
        names[a] = names[b] = None
"""


@pytest.mark.parametrize("seed", range(24))
def test_objects_are_unreachable_if_only_unreachable_objects_refer_to_them(
    recorded: Record, seed: int
) -> None:
    run, linker = recorded(LINKED_AT_RANDOM.format(seed=seed)), Linker()
    assert any(one.unreachable for one in run.moments[-1].heap.values())
    for moment in run.moments:
        assert [*broken_counts(moment, linker)] == []
