"""With many objects, or deep stacks, the engine reads only what may have changed."""

import sys
from pathlib import Path

import pytest

from tests.recorder.runs import Recorded, record, record_unread, write_program
from visualizer.model.content import Function, Instance, Mapping, Other, Scalar, Sequence

pytestmark = pytest.mark.needs_core

MANY = """\
import os
many = list(map(list, zip(range(6000))))
large = [None] * 20_000
"""


def lengths(run: Recorded, name: str, lines: range) -> list[int]:
    """Return the length of a list before each of these lines."""
    return [run.at(line).content(name, Sequence).length for line in lines]


def test_a_change_is_recorded_among_many_objects(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nfew.append(1000)\nfew += large[:700]\nfew.clear()\nend = 1\n"
    run = record(write_program(tmp_path, text))
    assert lengths(run, "few", range(5, 9)) == [1, 2, 702, 0]


def test_every_place_of_a_list_of_several_pages_is_seen(tmp_path: Path) -> None:
    text = MANY + "for n in range(0, 10_000, 500):\n    large[n] = n + 1000\nend = 1\n"
    run = record(write_program(tmp_path, text))
    items = run.at(6).content("large", Sequence).items
    told = [run.at(6).value(items[n]) for n in range(0, 10_000, 500)]
    assert told == [str(n + 1000) for n in range(0, 10_000, 500)]


def test_a_list_that_moved_is_followed(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nfew[:] = [2]\nfew.extend(large)\n"
    text += "del few[1:]\nfew[0] = []\nfew[0] = 3\nend = 1\n"
    run = record(write_program(tmp_path, text))
    values = [run.at(line).content("few", Sequence).items[0] for line in (6, 8, 10)]
    assert run.at(6).value(values[0]) == "2"
    assert run.at(8).value(values[1]) == "2"
    assert run.at(10).value(values[2]) == "3"


CHANGES = """\
class Pair:
    def __init__(self):
        self.left = [1]
pairs = [Pair() for n in range(700)]
keyed = dict(enumerate(map(list, zip(range(3000)))))
members = set(range(3000))
pair = pairs[350]
pair.left = [2]; pair.right = 3
keyed[1500] = [4]
keyed["new"] = 5
members.add("new")
del keyed[1500]
end = 1
"""


def test_attributes_entries_and_members_are_recorded_among_many_objects(tmp_path: Path) -> None:
    run = record(write_program(tmp_path, CHANGES))
    pair = run.at(9).content("pair", Instance)
    assert [name for name, _ in pair.attributes] == ["left", "right"]
    keyed = [run.at(line).content("keyed", Mapping) for line in (10, 11, 13)]
    assert [one.length for one in keyed] == [3000, 3001, 3000]
    assert run.at(12).content("members", Sequence).length == 3001


ELEMENTS = """\
import xml.etree.ElementTree as tree
root = tree.Element("root")
many = list(map(tree.SubElement, [root] * 3000, ["one"] * 3000))
one = many[1500]
two = three = tree.Element("two")
one.text = "text"
one.append(two)
one.extend([tree.Element("more") for n in range(5)])
one[0] = root
del one[:]
one.tag = "last"
end = 1
"""


def test_elements_of_xml_with_and_without_children_are_recorded_among_many(tmp_path: Path) -> None:
    run = record(write_program(tmp_path, ELEMENTS))
    children = [
        [run.at(line).heap[one].type for one in run.at(line).content("one", Other).referents].count(
            "Element"
        )
        for line in range(6, 12)
    ]
    assert children == [0, 0, 1, 6, 6, 0]
    texts = dict(run.last.content("one", Other).named)
    assert [run.last.value(texts[name]) for name in ("tag", "text")] == ["'last'", "'text'"]
    assert run.last.object("two").refcount == 2


FUTURES = """\
import asyncio
loop = asyncio.new_event_loop()
many = [loop.create_future() for n in range(1500)]
one = many[700]
one.note = "own"
one.other = [1]
one.other = [2]
one.add_done_callback(print)
one.set_result(many)
end = 1
"""


def test_futures_and_their_attributes_are_recorded_among_many(tmp_path: Path) -> None:
    run = record(write_program(tmp_path, FUTURES))
    futures = [dict(run.at(line).content("one", Instance).attributes) for line in range(5, 11)]
    told = [one.keys() - {"_loop", "_callback_context"} for one in futures]
    assert [[*sorted(one)] for one in told] == [
        [],
        ["note"],
        ["note", "other"],
        ["note", "other"],
        ["_callback", "note", "other"],
        ["_result", "note", "other"],
    ]
    assert futures[2]["other"] != futures[3]["other"]


def test_an_object_made_where_another_died_is_another_among_many(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nfor n in range(5):\n    few[0] = None; few[0] = [n]\n"
    run = record(write_program(tmp_path, text))
    found = [step.content("few", Sequence).items[0] for step in run.all_at(6)]
    assert len(set(found)) == 5


@pytest.mark.parametrize("kind", ["BytesIO", "StringIO"])
def test_text_overwritten_in_its_place_is_recorded_among_many(tmp_path: Path, kind: str) -> None:
    mark = "b" * (kind == "BytesIO")
    text = f"import io\nmany = [io.{kind}({mark}'%d' % n * 9) for n in range(3000)]\n"
    text += "few = many[1500]\nfor n in range(9):\n"
    text += f"    few.seek(0); few.write({mark}'%d' % n); few.seek(0)\nend = 1\n"
    run = record(write_program(tmp_path, text))
    found = [dict(step.content("few", Other).facts)["text"] for step in run.all_at(4)]
    assert found == [f"{mark}'{n}{'1500' * 9}'".replace("1500", "500", 1) for n in [1, *range(9)]]


def test_memory_that_comes_and_goes_beside_many_objects(tmp_path: Path) -> None:
    text = "import mmap\n" + MANY + "few = many[3000]\nfor n in range(40):\n"
    text += "    few.append(n); own = [mmap.mmap(-1, 4096 * m) for m in range(1, 60, n + 1)]\n"
    text += "    own = bytes(n * 100_000)\nend = 1\n"
    run = record(write_program(tmp_path, text))
    assert [step.content("few", Sequence).length for step in run.all_at(8)] == [*range(2, 42)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_both_sides_of_a_fork_go_on(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nif os.fork() == 0:\n    few += large\n"
    text += "    os._exit(len(few) > 20_000)\n"
    text += "few.append(1)\nfew.append(os.wait()[1])\nend = 1\n"
    run = record(write_program(tmp_path, text))
    assert lengths(run, "few", range(8, 11)) == [1, 2, 3]
    assert run.at(10).value(run.at(10).content("few", Sequence).items[2]) == "256"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no descriptors")
def test_without_descriptors_all_is_looked_at(tmp_path: Path) -> None:
    text = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (60, 60))\n" + MANY
    text += "few = many[3000]\nfew.append(1)\nend = 1\n"
    run = record(write_program(tmp_path, text))
    assert lengths(run, "few", range(7, 9)) == [1, 2]
    assert run.exit_code == 0


def test_descriptors_that_the_program_closes_and_takes_are_left_alone(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nos.closerange(3, 1000)\n"
    text += "own = [os.open(__file__, 0) for n in range(3)]\n"
    text += "for n in range(690, 720): os.dup2(own[0], n)\n"
    text += "few.append(1)\nfew.append(2)\nprint(os.read(705, 8), len(few))\n"
    run = record(write_program(tmp_path, text))
    assert lengths(run, "few", range(8, 11)) == [1, 2, 3]
    assert run.exit_code == 0
    assert run.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_a_child_has_none_of_the_descriptors(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nif os.fork() == 0:\n"
    text += "    paths = [f'/proc/self/fd/{n}' for n in range(690, 720)]\n"
    text += "    found = str([os.readlink(one) for one in paths if os.path.exists(one)])\n"
    text += "    os._exit('userfaultfd' in found or 'pagemap' in found)\n"
    text += "print(os.wait()[1])\n"
    assert record(write_program(tmp_path, text)).stdout == "0\n"


DEEP = """\
import sys
sys.setrecursionlimit(10_000)
def outer():
    total = 0
    def down(n):
        nonlocal total
        if n == 0:
            total = 99
            total = [7]
            return 1
        return down(n - 1)
    return down(3000)
outer()
"""


def test_a_variable_shared_by_a_deep_frame_is_recorded(tmp_path: Path) -> None:
    run = record(write_program(tmp_path, DEEP))
    outer = [dict(run.at(line).frames[1].locals)["total"] for line in (8, 9, 10)]
    assert [run.at(8).value(outer[0]), run.at(9).value(outer[1])] == ["0", "99"]
    assert isinstance(run.at(10).heap[outer[2]].content, Sequence)


COST = """\
import asyncio, builtins, ctypes, functools, gc, hashlib, io, mmap, time
from array import array
from collections import OrderedDict, deque
def cost(made):
    x = 0
    least = 1.0
    for turn in range(40):
        start = time.process_time()
        for n in range(25):
            x += n
            x -= 1
        least = min(least, time.process_time() - start)
    return least
def generator(n):
    yield n
def with_keyword(n):
    def own(*, x=n): pass
    return own
class Noted:
    def __init__(self, n):
        self.__dict__.update(x=n)
lists = list(map(list, zip(range(3000))))
usual = cost(lists)
MORE
gc.collect()
print(round(cost(things) / usual, 1))
"""
BETWEEN_FILES = """\
things = []
with open("long", "wb") as file:
    file.truncate(1_500_000)
with open("long", "rb") as file:
    for n in range(4):
        things.append(list(map(list, zip(range(8000)))))
        things.append(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what was written")
@pytest.mark.parametrize(
    "more",
    [
        "things = [io.BytesIO(b'%d' % n) for n in range(3000)]",
        "things = [io.StringIO(str(n)) for n in range(3000)]",
        "things = [array('i', [n]) for n in range(9000)]",
        "things = list(map(deque, zip(range(3000))))",
        "things = [generator(n) for n in range(3000)]",
        "things = [[n].append for n in range(3000)]",
        "things = [with_keyword(n) for n in range(3000)]",
        "things = [ctypes.c_int(n) for n in range(3000)]",
        "things = [hashlib.md5() for n in range(3000)]",
        "things = [Noted(n).__init__ for n in range(3000)]",
        "things = [Noted(n) for n in range(3000)]",
        "things = [type('Kind', (), {'x': n}) for n in range(2000)]",
        "things = [compile('x', 'none', 'eval') for n in range(9000)]",
        "things = [OrderedDict(x=n) for n in range(5000)]",
        "things = [getattr(builtins, 'frozendict', dict)(x=n) for n in range(9000)]",
        "things = [functools.partial(pow, n) for n in range(3000)]",
        "loop = asyncio.new_event_loop(); things = [loop.create_future() for n in range(2000)]",
        BETWEEN_FILES,
    ],
    ids=[
        *(
            "files",
            "texts",
            "arrays",
            "deques",
            "generators",
            "functions",
            "keywords",
            "foreign",
            "hashes",
            "methods",
            "attributes",
            "classes",
            "code",
        ),
        *("ordered", "frozen", "partials", "futures", "between"),
    ],
)
def test_a_step_beside_idle_objects_costs_as_beside_lists(tmp_path: Path, more: str) -> None:
    run = record_unread(write_program(tmp_path, COST.replace("MORE", more)))
    assert float(run.stdout) < (20 if more is BETWEEN_FILES else 6)


LOST = """\
import gc, time
class Node:
    def __init__(self):
        self.own, self.shared = self, shared
shared = 10 ** 20
def lose(count):
    for n in range(count):
        node = Node()
def cost():
    least = 1.0
    for turn in range(20):
        start = time.perf_counter()
        lose(10)
        least = min(least, time.perf_counter() - start)
    return least
gc.disable()
many = list(map(list, zip(range(3000))))
usual = cost()
lose(3000)
print(round(cost() / usual, 1))
"""


def test_a_step_that_loses_a_cycle_costs_the_same_beside_lost_cycles(tmp_path: Path) -> None:
    run = record_unread(write_program(tmp_path, LOST))
    assert float(run.stdout) < 4


ELSEWHERE = (
    MANY
    + """import ctypes
def named(*, x=[1]): pass
number, row = ctypes.c_int(1), (ctypes.c_int * 300)()
number.value = 2
row[7] = 3
named.__kwdefaults__["x"] = [4]
end = 1
"""
)


def test_memory_of_ctypes_and_defaults_of_keywords_are_recorded_among_many(tmp_path: Path) -> None:
    run = record(write_program(tmp_path, ELSEWHERE))

    def text(line: int, name: str) -> str:
        base = run.at(line).content(name, Instance).base
        assert isinstance(base, Scalar)
        return base.text

    assert [text(line, "number") for line in (7, 8)] == ["1", "2"]
    assert [text(line, "row").count("3") for line in (8, 9)] == [0, 1]
    lists = [run.at(line).content("named", Function).defaults[0] for line in (9, 10)]
    items = [run.at(line).heap[one].content for line, one in zip((9, 10), lists, strict=True)]
    assert all(isinstance(one, Sequence) for one in items)
    assert lists[0] != lists[1]
