"""An object has one serial from birth to death, and the state shows when it dies."""

from itertools import pairwise

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import Moment
from visualizer.model import Cell, EndReason, Event, Function, Instance, Mapping, Scalar, Sequence


def serials(moments: list[Moment], name: str) -> list[int]:
    return [moment.names[name] for moment in moments]


def test_rebinding_a_name_frees_an_object_that_it_alone_referred_to(recorded: Record) -> None:
    run = recorded(
        """
        a = [1]
        a = [2]
        b = a
        a = None
        del b
        pass
        """
    )
    first, second = run.at(2).names["a"], run.at(3).names["a"]
    assert first != second
    assert run.at(3).step.freed == (first,)
    assert run.at(5).step.freed == ()
    assert run.at(6).step.freed == (second,)


def test_an_address_used_again_is_another_object(recorded: Record) -> None:
    run = recorded(
        """
        class A: pass
        for i in range(5):
            a = A(); print(id(a))
            a = None
        for n in range(1000, 1005):
            x = n * 1.5; print(id(x))
            y = [x]; print(id(y))
            x = y = None
        """
    )
    for name, line in (("a", 4), ("x", 7), ("y", 8)):
        moments = run.all_at(line)
        assert len(set(serials(moments, name))) == 5
        dead = [moment.names[name] for moment in moments]
        assert set(dead) <= {s for moment in run.moments for s in moment.step.freed}


def test_instances_made_one_after_the_other_in_one_line_are_distinguished(recorded: Record) -> None:
    run = recorded(
        """
        class A:
            def __init__(self): self.z = 1
        a = A()
        a.x = 1
        a = None; a = A()
        a.y = 1
        a = None
        """
    )
    before, between, after = run.at(5), run.at(6), run.at(7)
    assert before.names["a"] != between.names["a"]
    assert before.names["a"] not in between.heap
    content = after.content("a", Instance)
    assert [name for name, _ in content.attributes] == ["z", "y"]


def test_a_temporary_that_dies_with_its_frame_leaves_its_serial_to_nobody(
    recorded: Record,
) -> None:
    run = recorded(
        """
        def f(n):
            kept = [n, n]
            other = {n: kept}
            text = "n" * n
            return n
        for n in range(300, 308):
            f(n)
        """
    )
    moments = run.all_at(5)
    assert len(moments) == 8
    for name in ("kept", "other", "text"):
        assert len(set(serials(moments, name))) == 8
    for earlier, later in pairwise(moments):
        gone = {earlier.names[name] for name in ("kept", "other", "text")}
        assert gone.isdisjoint(later.heap)


def test_every_list_of_a_merge_sort_is_its_own(recorded: Record) -> None:
    run = recorded(
        """
        def sort(numbers):
            if len(numbers) < 2:
                return numbers
            left = sort(numbers[:len(numbers) // 2])
            right = sort(numbers[len(numbers) // 2:])
            merged = []
            while left and right:
                merged.append((left if left[0] < right[0] else right).pop(0))
            return merged + left + right
        print(sort([8000, 3000, 5000, 1000, 7000, 2000, 6000, 4000]))
        """
    )
    merged = run.all_at(7)
    first_sight = [moment.names["merged"] for moment in merged]
    assert len({*first_sight}) == 7
    returned = [moment for moment in run.moments if moment.step.event is Event.RETURN]
    values = [moment.step.value for moment in returned]
    assert len({*values}) == len(values) == 15
    assert run.stdout == "[1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000]\n"


@pytest.mark.parametrize("make", ["10 ** n", "[n]", "'x' * n", "(n, [n])", "n / 7", "{n: n}"])
def test_a_value_on_its_way_to_the_caller_keeps_its_serial(recorded: Record, make: str) -> None:
    run = recorded(
        f"""
        def f(n):
            return {make}
        def g(n):
            return f(n)
        pair = (f(30), f(40))
        alone = g(50)
        alone = g(60)
        end = 1
        """
    )
    returned = [m.step.value for m in run.moments if m.step.event is Event.RETURN]
    assert len(set(returned)) == 4, "f and g hand out the same object"
    pair = run.at(6).content("pair", Sequence)
    assert list(pair.items) == [returned[0], returned[1]]
    assert run.at(7).names["alone"] == returned[2] == returned[3]
    assert run.at(8).names["alone"] == returned[4] == returned[5]
    for moment in run.moments:
        assert moment.step.value is None or moment.step.value in moment.heap


def test_a_value_waits_while_the_other_operands_are_gathered_on_lines_of_their_own(
    recorded: Record,
) -> None:
    run = recorded(
        """
        def f(n):
            return 10 ** n
        t = (
            f(30),
            f(40),
            len(str(f(50))),
            f(60),
        )
        end = 1
        """
    )
    returned = [m.step.value for m in run.moments if m.step.event is Event.RETURN]
    items = run.at(9).content("t", Sequence).items
    assert [items[0], items[1], items[3]] == [returned[0], returned[1], returned[3]]
    used_up = next(m for m in run.moments if returned[2] in m.step.freed)
    assert used_up.step.line == 7, "str and len have used it when the next line begins"


def test_a_value_in_flight_is_in_the_heap_until_it_arrives(recorded: Record) -> None:
    run = recorded(
        """
        def f(n):
            return 10 ** n
        def h():
            x = 1
            return x
        t = [f(30), h(), f(40), h()]
        """
    )
    first = run.at(2, Event.RETURN).step.value
    for moment in run.all_at(4) + run.all_at(5):
        assert first in moment.heap
    assert run.last.content("t", Sequence).items[0] == first


def test_a_value_in_flight_outlives_the_rounds_of_a_comprehension(recorded: Record) -> None:
    run = recorded(
        """
        def f(n):
            return 10 ** n
        t = [f(n) for n in range(30, 33)]
        end = 1
        """
    )
    returned = [m.step.value for m in run.moments if m.step.event is Event.RETURN]
    assert list(run.last.content("t", Sequence).items) == returned


def test_a_value_that_has_arrived_dies_like_any_other(recorded: Record) -> None:
    run = recorded(
        """
        def f(n):
            return 10 ** n
        def g():
            global x
            x = None
            y = 1
            return y
        x = f(30)
        g()
        """
    )
    serial = run.at(9).names["x"]
    assert serial in run.at(6).step.freed
    assert serial not in run.at(6).heap


def test_an_instance_is_the_same_through_init_and_methods(recorded: Record) -> None:
    run = recorded(
        """
        class A:
            def __init__(self, n):
                self.n = [n]
            def me(self):
                return self
        for n in range(3):
            a = A(n)
            a.me()
        """
    )
    for start, bound in zip(run.all_at(3), run.all_at(8), strict=True):
        assert start.names["self"] == bound.names["a"]
        assert start.content("self", Instance).attributes == ()
    assert len(set(serials(run.all_at(3), "self"))) == 3


def test_an_object_that_a_finalizer_revives_keeps_its_serial(recorded: Record) -> None:
    run = recorded(
        """
        kept = []
        class Phoenix:
            def __del__(self):
                kept.append(self)
        p = Phoenix()
        first = 1
        p = None
        last = 2
        def f():
            q = Phoenix()
            return 1
        f()
        end = 1
        """
    )
    serial = run.at(6).names["p"]
    assert list(run.at(8).content("kept", Sequence).items) == [serial]
    local = run.at(11).names["q"]
    assert list(run.at(13).content("kept", Sequence).items) == [serial, local]


def test_an_async_generator_that_its_finalizer_brings_back_keeps_its_serial(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import sys
        kept = []
        sys.set_asyncgen_hooks(finalizer=kept.append)
        async def numbers():
            yield 5
        g = numbers()
        try: g.asend(None).send(None)
        except StopIteration: pass
        g = None
        pass
        """
    )
    serial, after = run.at(9).names["g"], run.at(10)
    assert after.content("kept", Sequence).items == (serial,)
    assert serial not in after.step.freed


def test_a_mutated_object_stays_the_same(recorded: Record) -> None:
    run = recorded(
        """
        a = [1]
        b = {}
        c = bytearray(b"a")
        s = set()
        for n in range(200):
            a.append(n); b[n] = n; c += b"xyz"; s.add(n)
        a.sort(reverse=True); b.clear(); s.pop()
        end = 1
        """
    )
    moments = [m for m in run.moments if m.step.line >= 5]
    for name in "abcs":
        assert len(set(serials(moments, name))) == 1
        assert {entry for m in moments for entry in m.step.freed}.isdisjoint(
            set(serials(moments, name))
        )


def test_a_growing_string_is_one_of_its_values_at_a_time(recorded: Record) -> None:
    run = recorded(
        """
        s = ""
        for n in range(50):
            s += "more and more "
        end = s
        """
    )
    for moment in run.all_at(3):
        content = moment.content("s", Scalar)
        assert len(content.text) % 14 == 2
    known = [(m.names["s"], m.content("s", Scalar).text) for m in run.all_at(3)]
    assert len({serial for serial, _ in known}) == len({text for _, text in known})


def test_immortal_objects_have_no_count_and_are_never_freed(recorded: Record) -> None:
    run = recorded(
        "a = None\nb = True\nc = 7\nd = 'k'\ne = ()\nf = ...\na = b = c = d = e = f = 1000\n"
    )
    moment = run.at(7)
    assert [moment.object(name).refcount for name in "abcdef"] == [None] * 6
    assert run.last.step.freed == ()


def test_closed_over_variables_are_cells_that_live_as_long_as_their_functions(
    recorded: Record,
) -> None:
    run = recorded(
        """
        def counter():
            count = 1000
            def up():
                nonlocal count
                count += 1
                return count
            return up
        one, two = counter(), counter()
        one()
        two()
        one = None
        end = 1
        """
    )
    moment = run.at(11)
    cells = [
        dict(content.closure)["count"]
        for content in (moment.heap[moment.names[name]].content for name in ("one", "two"))
        if isinstance(content, Function)
    ]
    contents = [moment.heap[cell].content for cell in cells]
    texts = [
        moment.value(cell.contents) for cell in contents if isinstance(cell, Cell) and cell.contents
    ]
    assert texts == ["1001", "1001"]
    assert cells[0] in run.at(12).step.freed
    assert cells[1] in run.last.heap
    inner = run.at(6, function="up")
    assert inner.value(dict(inner.frames[-1].locals)["count"]) == "1001"


def test_variables_of_a_frame_that_an_exception_keeps_outlive_the_return(recorded: Record) -> None:
    run = recorded(
        """
        def fail(x):
            raise KeyError(x)
        def f():
            kept = [1000]
            try: fail(kept)
            except KeyError as error: again = error
            number = len(kept) * 10 ** 30
            return 1
        f()
        end = 1
        """
    )
    inside, after = run.at(8), run.at(10)
    for name in ("kept", "again", "number"):
        assert after.heap[inside.names[name]].unreachable
    assert not set(inside.names.values()) & {s for m in run.moments for s in m.step.freed}


@pytest.mark.parametrize("keeper", ["sys._getframe()", "(lambda: sys._getframe(1))()"])
def test_variables_of_a_frame_that_is_kept_outlive_the_return(
    recorded: Record, keeper: str
) -> None:
    run = recorded(
        f"""
        import sys
        def f():
            kept = [1000]
            number = len(kept) * 10 ** 30
            return {keeper}
        frame = f()
        end = 1
        """
    )
    inside = run.at(5).names
    for name in ("kept", "number"):
        assert inside[name] in run.at(7).heap
        assert not run.at(7).heap[inside[name]].unreachable


def test_a_loop_that_is_broken_off_in_a_line_of_numbers_lets_go_of_its_list(
    recorded: Record,
) -> None:
    run = recorded(
        """
        def search():
            numbers = [1, 2, 3]
            for one in numbers:
                if one == 2: break
            found = 1
            return found
        search()
        """
    )
    assert run.at(4).object("numbers").refcount == 2
    assert run.at(5).object("numbers").refcount == 1


@pytest.mark.parametrize("make", ["{}.append", "ref({})"])
def test_a_container_of_one_object_is_another_when_it_leads_elsewhere(
    recorded: Record, make: str
) -> None:
    run = recorded(
        f"""
        from weakref import ref
        class List(list): pass
        a, b = List(), List()
        held = [{make.format("a")}]
        held[0] = None; held[0] = {make.format("b")}
        pass
        """
    )
    first, second = (run.at(line).content("held", Sequence).items for line in (5, 6))
    assert first != second
    assert first[0] not in run.at(6).heap


def test_an_ordered_dict_is_recorded_in_its_own_order(recorded: Record) -> None:
    run = recorded(
        """
        from collections import OrderedDict
        a = OrderedDict(p=[1], q=[2], r=[3])
        b = OrderedDict({(1, 2): [4], "s": [5]})
        a.move_to_end("p"); b.move_to_end("s", False)
        pass
        """
    )
    moment = run.at(5)
    a, b = (moment.content(name, Mapping).entries for name in "ab")
    assert [moment.value(key) for key, _ in a] == ["'q'", "'r'", "'p'"]
    assert moment.value(b[0][0]) == "'s'"


def test_a_very_large_container_is_recorded_again_only_when_it_changes(recorded: Record) -> None:
    """Each step frees some objects; the recorder looks each address up among the freed ones."""
    run = recorded(
        """
        class Pair:
            def __init__(self, one, other): self.one, self.other = one, other
        words = [str(n) * 3 for n in range(300)]
        others = list(words)
        for i in range(40):
            pairs = [Pair([n], words[n]) for n in range(i, i + 3)]
        words.append("end")
        pass
        """
    )
    within = run.all_at(6)[2:]
    for name in ("words", "others", "Pair"):
        first, *later = [moment.object(name).content for moment in within]
        assert all(one is first for one in later), name
    assert len(run.at(8).content("words", Sequence).items) == 301


@pytest.mark.parametrize("bases", [("dict", "str"), ("object", "object")], ids=" then ".join)
def test_a_class_at_the_address_of_one_that_died_is_another(
    bases: tuple[str, str], recorded: Record
) -> None:
    first, second = bases
    run = recorded(
        f"""
        import gc
        def begin():
            class First({first}): pass
            x = First()
            return id(First)
        def go_on():
            class Second({second}): pass
            x = Second()
            return id(Second)
        one = begin()
        gc.collect()
        two = go_on()
        print(one == two)
        """
    )
    assert run.stdout == "True\n"
    assert run.end.reason is EndReason.FINISHED, run.end
    types = [run.at(line).object("x").type for line in (5, 9)]
    assert types == ["First", "Second"]


def test_a_name_at_the_address_of_one_that_died_is_another(recorded: Record) -> None:
    run = recorded(
        """
        def f(): pass
        f.__dict__["".join("pq")] = 1
        del f.__dict__["pq"]; f.__dict__["".join("rs")] = 1
        globals()["".join("pq")] = 1
        del globals()["pq"]; globals()["".join("rs")] = 1
        pass
        """
    )
    for moment, name in ((run.at(3), "pq"), (run.at(4), "rs")):
        assert [*dict(moment.content("f", Function).attributes)] == [name]
    for moment, name in ((run.at(5), "pq"), (run.at(6), "rs")):
        assert [*moment.names] == ["f", name]
