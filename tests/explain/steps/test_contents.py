"""Sentences about objects whose contents changed."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.words import translate, written_table


@pytest.mark.parametrize(
    ("line", "key", "slots", "moved"),
    [
        ("a.pop(0)", "slot-gone", ["[0]"], ("items-moved-up", 3)),
        ("del a[1:3]", "items-gone", ["[1:3]"], ("items-moved-up", 1)),
        ("a.clear()", "items-gone", ["[0:4]"], None),
        ("a.extend([5, 6])", "items-new", ["[4:6]"], None),
        ("a[1:1] = [5, 6]", "items-new", ["[1:3]"], ("items-moved-back", 3)),
        ("a[1:3] = [5]", "items-replaced", ["[1:3]"], ("items-moved-up", 1)),
        ("a[1:3] = [5, 6]", "items-replaced", ["[1:3]"], None),
        ("a[1:2] = [5]", "slot-now-refers", ["[1]"], None),
        ("a[::2] = [5, 6]", "slot-now-refers", ["[0]", "[2]"], None),
        ("a[0], a[1] = a[1], a[0]", "slot-now-refers", ["[0]", "[1]"], None),
        ("a.insert(2, 5)", "slot-new", ["[2]"], ("items-moved-back", 2)),
        ("a.append(5)", "slot-new", ["[4]"], None),
        ("a.pop()", "slot-gone", ["[3]"], None),
        ("b.popleft()", "slot-gone", ["[0]"], None),
        ("b.appendleft(9)", "slot-new", ["[0]"], None),
        ("b.remove(2)", "slot-gone", ["[1]"], ("items-moved-up", 2)),
    ],
)
def test_items_that_only_moved_are_counted(
    line: str, key: str, slots: list[str], moved: tuple[str, int] | None, tmp_path: Path
) -> None:
    text = f"from collections import deque\na = [1, 2, 3, 4]\nb = deque(a)\n{line}\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for one in last if one.level == 1 and one.key.startswith(("slot-", "items-"))]
    assert [dict(one.arguments)["slot"] for one in found if one.key == key] == slots
    rest = [(one.key, dict(one.arguments)["n"]) for one in found if one.key != key]
    assert rest == ([moved] if moved else [])


@pytest.mark.parametrize(
    ("line", "key", "slot"),
    [
        ("a[1500] = 1", "slot-now-refers", "[1500]"),
        ("a.append(1)", "slot-new", "[2500]"),
        ("d[1500] = 2", "slot-now-refers", "[1500]"),
        ("d['x'] = 2", "slot-new", "['x']"),
        ("del d[5]", "slot-gone", "[5]"),
        ("own[1500] = 1", "slot-now-refers", "[1500]"),
        ("del of[1500]", "slot-gone", "[1500]"),
    ],
)
def test_a_change_is_described_wherever_it_is_in_a_long_container(
    line: str, key: str, slot: str, tmp_path: Path
) -> None:
    text = f"""
        class Own(list): pass
        class Of(dict): pass
        a = [0] * 2500
        d = dict.fromkeys(range(2500), 1)
        own, of = Own(a), Of(d)
        {line}
    """
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for one in last if one.key.startswith(("slot-", "dict-"))]
    assert [(one.key, dict(one.arguments)["slot"]) for one in found] == [(key, slot)]


def test_changes_far_apart_in_a_long_list_are_described(tmp_path: Path) -> None:
    text = "a = [0] * 2500\na[5] = a[1200] = a[2300] = 1\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    places = [dict(one.arguments)["slot"] for one in last if one.key == "slot-now-refers"]
    assert places == ["[5]", "[1200]", "[2300]"]


@pytest.mark.parametrize(
    ("line", "slot", "moved"),
    [
        ("a.pop(0)", "[0]", ("items-moved-up", 3)),
        ("a.insert(0, 1)", "[0]", ("items-moved-back", 4)),
        ("b.popleft()", "[0]", None),
        ("b.appendleft(1)", "[0]", None),
        ("b.extendleft([1, 1])", "[0:2]", None),
        ("b.pop()", "[3]", None),
        ("a.append(1)", "[4]", None),
        ("a.append([1].pop(0))", "[4]", None),
    ],
)
def test_among_equal_items_the_call_decides_at_which_end_they_came_or_went(
    line: str, slot: str, moved: tuple[str, int] | None, tmp_path: Path
) -> None:
    text = f"from collections import deque\na = [1, 1, 1, 1]\nb = deque(a)\n{line}\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for one in last if one.level == 1 and one.key.startswith(("slot-", "items-"))]
    assert dict(found[0].arguments)["slot"] == slot
    assert [(one.key, dict(one.arguments)["n"]) for one in found[1:]] == ([moved] if moved else [])


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("rows[1] = 0", "list `rows`"),
        ("rows[0][1] = 0", "list `rows[0]`"),
        ("by_name['b'].append(0)", "list `by_name['b']`"),
        ("grouped['b'].append(0)", "list `grouped['b']`"),
        ("board.rows[1].append(0)", "list `board.rows[1]`"),
        ("board.size = 4", "Board 'b'"),
        ("board.name = 'c'", "Board `board`"),
        ("deep[0][0].append(0)", "list `deep[0][0]`"),
        ("deep[0][0][0].append(0)", "list [0]"),
        ("[rows[0]][0].append(0)", "list `rows[0]`"),
        ("board.rows.append(0)", "list `board.rows`"),
        ("inner.append(0)", "list `inner`"),
        ("board.made.append(0)", "list `Board.made`"),
    ],
)
def test_a_changed_container_is_named_as_the_program_reaches_it(
    line: str, holder: str, tmp_path: Path
) -> None:
    text = (
        "from collections import defaultdict\ngrouped = defaultdict(list, b=[])\n"
        "class Board:\n    made = []\n    def __init__(self, rows):\n"
        "        self.rows, self.name, self.size = rows, 'b', 3\n"
        "rows = [[1, 2], [1, 2]]\nby_name = {'b': []}\nboard = Board([[], []])\n"
        "inner = board.rows\n"
        f"deep = [[[[]]]]\n{line}\n"
    )
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    (changed,) = [one for one in last if one.level == 1 and one.key.startswith("slot-")]
    assert dict(changed.arguments)["holder"] == holder


def test_the_class_that_the_compiler_adds_to_a_method_is_no_name_of_the_program(
    tmp_path: Path,
) -> None:
    text = (
        "class A:\n    made = []\n    def add(self):\n        super().__init__()\n"
        "        self.made.append(0)\nA().add()\n"
    )
    said = [
        one
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    ]
    (changed,) = [one for one in said if one.key == "slot-new" and one.level == 1]
    assert dict(changed.arguments)["holder"] == "list `A.made`"


@pytest.mark.parametrize(
    ("line", "key", "rest"),
    [
        ("a.sort()", "list-sorted", {"now": "[1, 3, 5, 8]"}),
        (
            "a.sort(key=lambda one: -one)",
            "list-sorted-with",
            {"now": "[8, 5, 3, 1]", "code": "key=lambda one: -one"},
        ),
        (
            "a.sort(reverse=True)",
            "list-sorted-with",
            {"now": "[8, 5, 3, 1]", "code": "reverse=True"},
        ),
        ("a.reverse()", "list-reversed", {"now": "[1, 8, 3, 5]"}),
        ("random.seed(1); random.shuffle(a)", "list-shuffled", {"now": "[1, 5, 8, 3]"}),
        ("heapify(a)", "list-heapified", {"now": "[1, 3, 8, 5]"}),
        ("heappush(h, 0)", "heap-pushed", {"new": "int 0", "now": "[0, 1, 3, 2]"}),
        ("heapq.heappop(h)", "heap-popped", {"old": "int 1", "now": "[2, 3]"}),
        (
            "heapreplace(h, 9)",
            "heap-replaced",
            {"old": "int 1", "new": "int 9", "now": "[2, 9, 3]"},
        ),
    ],
)
def test_a_list_that_a_call_rearranges_is_described_as_a_whole(
    line: str, key: str, rest: dict[str, str], tmp_path: Path
) -> None:
    text = f"import heapq, random\nfrom heapq import *\na, h = [5, 3, 8, 1], [1, 2, 3]\n{line}\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    (changed,) = [
        one for one in last if one.level == 1 and one.serial is not None and one.sign == "change"
    ]
    holder = "list `h`" if "h," in line or "(h)" in line else "list `a`"
    assert (changed.key, dict(changed.arguments)) == (key, {"holder": holder, **rest})


def test_a_list_that_is_no_heap_is_not_called_one(tmp_path: Path) -> None:
    text = "import heapq\na = [9, 1, 2]\nheapq.heappush(a, 0)\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert {one.key for one in last if one.key.startswith(("heap", "slot"))} == {
        "slot-now-refers",
        "slot-new",
    }


def test_the_name_on_the_line_comes_before_others_of_the_object(tmp_path: Path) -> None:
    text = "a = []\nb = a\nb.append(1)\na.append(2)\nb += [3]\n"
    all_ = [
        one
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    ]
    holders = [dict(one.arguments)["holder"] for one in all_ if one.key == "slot-new"]
    assert holders == ["list `b`", "list `a`", "list `b`"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("a.add(1)", "set-has-it"),
        ("a.discard(3)", "set-has-it-not"),
        ("b[0].add(1)", "set-has-it"),
        ("a.add(3)", None),
        ("a.discard(1)", None),
        ("c.add(1)", None),
        ("a.update([1])", "holder-stays"),
        ("b.sort()", "holder-stays"),
        ("d.setdefault('e', 2)", "holder-stays"),
        ("d.setdefault('f', 2)", None),
        ("b.append(1)", None),
        ("e.upper()", "value-stays"),
        ("f.count(1)", "value-stays"),
        ("e = e.upper()", None),
        ("'e'.upper()", None),
        ("g.reverse()", "holder-stays"),
        ("h.reverse()", None),
    ],
)
def test_an_object_that_a_call_leaves_unchanged_is_named(
    line: str, key: str | None, tmp_path: Path
) -> None:
    text = "class Own:\n    def add(self, one): pass\n"
    text += "a, c = {1, 2}, Own()\nb, d, e, f = [a], {'e': 1}, 'e', (1, 2)\n"
    text += f"g, h = bytearray(9), bytearray(9000) + b'a' + bytearray(9001)\n{line}\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    stays = ("set-", "holder-stays", "value-stays")
    assert [one.key for one in last if one.key.startswith(stays)] == ([key] if key else [])


def test_a_value_that_a_call_leaves_unchanged_is_named_by_its_type(tmp_path: Path) -> None:
    *_, (_, last) = step_sentences(
        record_unread(write_program(tmp_path, "n = 5\nn.bit_length()\n")).path
    )
    (said,) = [translate(one, written_table("en")) for one in last if one.key == "value-stays"]
    assert said == "Objects of type int never change: `n` is still int 5."


def test_the_names_of_a_call_come_before_those_of_the_module(tmp_path: Path) -> None:
    text = "def fill(part):\n    part.append(1)\nwhole = []\nfill(whole)\n"
    said = [
        one
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    ]
    (changed,) = [one for one in said if one.key == "slot-new"]
    assert dict(changed.arguments)["holder"] == "list `part`"


def test_a_list_that_is_sorted_is_empty_meanwhile(tmp_path: Path) -> None:
    text = "a = [3, 1]\na.sort(key=lambda one: one)\nb = [2]\nb.clear()\n"
    text += "class Thing:\n    def __del__(self): pass\nc = [Thing()]\nc.clear()\n"
    all_ = [
        one
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    ]
    assert [one.arguments for one in all_ if one.key == "list-sorts"] == [(("n", 2),)]
    assert sum(one.key == "slot-gone" for one in all_) == 2


def test_a_variable_in_a_cell_appears_once_at_levels_without_cells(tmp_path: Path) -> None:
    text = "def outer():\n    n = 0\n    def inner():\n        nonlocal n\n        n += 1\n"
    text += "    inner()\nouter()\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    levels = {one.level for _, all_ in all_ for one in all_ if one.key.startswith("slot-")}
    assert levels == {2}


def test_library_data_in_an_object_of_the_program_is_no_news(tmp_path: Path) -> None:
    text = "from threading import Thread\nclass Worker(Thread):\n    _left = 2\n"
    text += "    def run(self):\n        self._left = 1\nw = Worker()\nw.start()\nw.join()\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, all_ in all_ for one in all_ if one.key.startswith("slot-")]
    assert [dict(one.arguments)["slot"] for one in found] == ["._left"]


def test_an_object_of_a_library_is_described_by_the_values_in_the_picture(tmp_path: Path) -> None:
    text = "from argparse import Namespace\na = Namespace(files=[], size=1)\nd = vars(a)\n"
    text += "for name in ('si' + 'ze', 'fi' + 'les', 'de' + 'pth'):\n    d[name] = [name]\n"
    text += "d['de' + 'pth'] = 2\na.files = 3\n"
    found = [
        str(dict(one.arguments)["slot"])
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
        if one.key == "slot-now-refers"
    ]
    assert [slot for slot in found if slot[0] == "."] == [".size", ".files", ".depth", ".files"]


@pytest.mark.parametrize(
    "text",
    [
        "from enum import Flag, auto\nclass P(Flag):\n    R = auto()\n    W = auto()\n"
        "p = P.R | P.W\np &= ~P.R\n",
        "class M(type):\n    @classmethod\n    def __prepare__(cls, *_): return {'a': 1}\n"
        "class A(metaclass=M):\n    b = 2\n    def f(self): pass\n",
    ],
)
def test_what_python_fills_behind_a_class_is_no_news(text: str, tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert not [one for _, said in all_ for one in said if one.key.startswith("slot-")]


def test_a_dict_of_a_class_derived_from_one_of_a_library_is_described(tmp_path: Path) -> None:
    text = "import enum\nclass E(enum.Enum):\n    A = 1\nE.seen = {}\nE.seen[1] = 2\n"
    text += "class T(enum.Enum):\n    def note(self): T.all[1] = self\nT.all = {}\nT.all[2] = 3\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    new = [dict(one.arguments) for _, said in all_ for one in said if one.key == "slot-new"]
    assert [one["slot"] for one in new] == [".seen", "[1]", ".all", "[2]"]


@pytest.mark.parametrize(
    ("use", "level"), [("g.close()", 1), ("next(g)\nnext(g, 0)", 2), ("next(g)\ng.close()", 2)]
)
def test_a_generator_that_ends_beside_its_frame_is_told_once(
    use: str, level: int, tmp_path: Path
) -> None:
    body = "    try: yield 1\n    finally: end = 1\n"
    text = f"def items():\n{body}g = items()\n{use}\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    ends = [one for _, said in all_ for one in said if one.key == "generator-now-closed"]
    assert [one.level for one in ends] == [level]


def test_a_library_s_own_values_are_described_at_the_second_level(tmp_path: Path) -> None:
    text = "import queue\nq = queue.Queue()\nq.put('a')\nq.limit = 3\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    slots = [one for _, said in all_ for one in said if one.key.startswith("slot-")]
    levels = {str(dict(one.arguments)["slot"]): one.level for one in slots}
    assert levels == {"[0]": 1, ".unfinished_tasks": 2, ".limit": 1}


def test_internal_data_of_a_file_is_no_news(tmp_path: Path) -> None:
    text = "file = open(__file__)\nfile.read()\nfile.close()\nown = {}\nown[1] = 2\n"
    # A text file collects the written text in a list of its own.
    text += "file = open('written.txt', 'w')\nfile.write('a')\nfile.write('b')\nfile.write('c')\n"
    run = record_unread(write_program(tmp_path, text))
    changed = [
        one.key for _, all_ in step_sentences(run.path) for one in all_ if one.key == "slot-new"
    ]
    assert len(changed) == 1


def test_a_semaphore_gives_its_free_places_and_a_thread_nothing_of_its_event(
    tmp_path: Path,
) -> None:
    text = "import threading\ngate = threading.Semaphore(2)\nready = threading.Event()\n"
    text += "gate.acquire()\nready.set()\n"
    text += "one = threading.Thread(target=print)\none.start()\none.join()\n"
    run = record_unread(write_program(tmp_path, text))
    changed = [
        dict(one.arguments)["slot"]
        for _, all_ in step_sentences(run.path)
        for one in all_
        if one.key == "slot-now-refers"
    ]
    assert changed == ["._value", "._flag"]


def test_an_item_of_an_array_of_ctypes_is_named_like_one_of_a_list(tmp_path: Path) -> None:
    text = "import ctypes\na = (2 * ctypes.py_object)()\na[1] = 'kim'\na[1] = 'lee'\nend = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, all_ in all_ for one in all_ if one.key.startswith("slot-")]
    assert [dict(one.arguments)["slot"] for one in found] == ["[1]", "[1]"]


def test_an_attribute_of_a_function_is_described_with_its_value(tmp_path: Path) -> None:
    text = "def f(a=1): pass\nf.calls = 300\nf.calls = [1]\ndel f.calls\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, all_ in all_ for one in all_ if one.key.startswith("slot-")]
    assert [one.key for one in found] == ["slot-new", "slot-now-refers", "slot-gone"]
    assert {dict(one.arguments)["slot"] for one in found} == {".calls"}
    assert dict(found[1].arguments)["old"] == "int 300"


def test_an_equal_item_that_is_another_object_is_no_news_of_a_set(tmp_path: Path) -> None:
    text = "n = 500\na = {n + 1, n + 2}\nb = {n + 1}\na &= b\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [(one.key, dict(one.arguments)["what"]) for one in last if "in-set" in one.key]
    assert found == [("item-not-in-set", "int 502")]


def test_items_that_a_set_gains_or_loses_are_described_together(tmp_path: Path) -> None:
    text = "a = {1, 2}\na.update(range(3, 9))\na -= {1, 2}\na.clear()\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [
        (one.key, dict(one.arguments)["what"])
        for _, all_ in all_
        for one in all_
        if "in-set" in one.key
    ]
    assert found == [
        ("item-in-set", "int 3, int 4, int 5, …"),
        ("item-not-in-set", "int 1, int 2"),
        ("item-not-in-set", "int 3, int 4, int 5, …"),
    ]


def test_an_object_of_a_class_derived_from_set_has_members_and_no_places(tmp_path: Path) -> None:
    text = "class Bag(set):\n    size = 0\nclass Sack(Bag): pass\n"
    text += "bag, sack = Sack([1]), Sack()\nbag.add(2)\nbag.size = 2\nbag.discard(1)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    said = [translate(one, written_table("en")) for _, all_ in all_ for one in all_]
    assert [one for one in said if one.startswith(("Sack `", "New name `sack", "`.size"))] == [
        "New name `sack` in the module refers to Sack().",
        "Sack `bag` now contains int 2.",
        "`.size` of Sack {1, 2} refers to int 2.",
        "Sack `bag` no longer contains int 1.",
    ]
    assert "New name `bag` in the module refers to Sack {1}." in said
    assert not any("`[" in one for one in said if "Sack" in one)


def test_an_item_that_only_looks_like_another_one_is_news_of_a_set(tmp_path: Path) -> None:
    text = "a = {float('nan')}\na.add(float('nan'))\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one.key for one in last if "in-set" in one.key] == ["item-in-set"]


@pytest.mark.parametrize(
    "text",
    [
        "from dataclasses import dataclass, field\n"
        "@dataclass\nclass P:\n    b: list = field(default_factory=list)\n",
        "import threading\ndef work(): pass\n"
        "t = threading.Thread(target=work)\nt.start()\nt.join()\n",
        "import asyncio\nasync def one(): return 1\nasync def main():\n"
        "    async with asyncio.TaskGroup() as tg:\n        tg.create_task(one())\n"
        "asyncio.run(main())\n",
        "import threading\nc = threading.Condition()\nready = threading.Lock()\n"
        "ready.acquire()\ndef work():\n    with c:\n        ready.release()\n        c.wait()\n"
        "t = threading.Thread(target=work)\nt.start()\nready.acquire()\n"
        "with c:\n    c.notify()\nt.join()\n",
        "import unittest\nr = unittest.TestResult()\nr.addSkip(None, 'no')\nend = 1\n",
    ],
)
def test_objects_that_only_the_library_reaches_are_left_out(text: str, tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    inside = ("Field", "Thread", "set", "deque", "list")
    changes = [one for _, said in all_ for one in said if one.key.startswith(("slot", "item-"))]
    assert not [one for one in changes if str(dict(one.arguments)["holder"]).startswith(inside)]


def test_a_list_of_an_object_of_a_library_is_described_if_the_program_names_it(
    tmp_path: Path,
) -> None:
    text = "import unittest\nr = unittest.TestResult()\nr.addSkip(None, 'no')\nn = len(r.skipped)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one.key for _, said in all_ for one in said if one.key.startswith("slot")] == [
        "slot-new"
    ]


def test_an_object_is_not_named_by_the_place_that_the_sentence_is_about(tmp_path: Path) -> None:
    table = written_table("en")
    text = "class A:\n    def __init__(self): self.all = {}\nb = {}\nb[1] = A()\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path, are_numbered=False)
    said = [translate(one, table) for _, all_ in all_ for one in all_ if one.key == "slot-new"]
    assert said[-1] == "`[1]` of dict `b` refers to A."


def test_an_object_of_a_library_that_replaces_none_is_described(tmp_path: Path) -> None:
    text = "import logging\na = logging.Handler()\nb = logging.Formatter()\na.setFormatter(b)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, all_ in all_ for one in all_ if one.key.startswith("slot-")]
    assert keys == ["slot-now-refers"]


def test_only_a_coroutine_of_the_program_is_said_to_have_finished(tmp_path: Path) -> None:
    text = """import asyncio
async def answer():
    await asyncio.sleep(0)
    return 42
async def main():
    task = asyncio.create_task(answer())
    await task
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(5)
    except TimeoutError:
        end = 1
asyncio.run(main())
"""
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, said in all_ for one in said if one.key.startswith("generator-now-")]
    assert keys.count("generator-now-closed") == 1


def test_objects_that_a_program_reaches_beside_the_library_are_described(tmp_path: Path) -> None:
    text = (
        "import queue\nq = queue.Queue()\nq.put(1)\nclass A:\n    def __init__(self):\n"
        "        self._items = []\nrow = [A()]\nrow[0]._items.append(2)\n"
    )
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    new = [dict(one.arguments) for _, said in all_ for one in said if one.key == "slot-new"]
    assert [one["new"] for one in new if one["slot"] == "[0]"] == ["int 1", "int 2"]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("d.append(4)", ["slot-gone", "slot-new"]),
        ("d.appendleft(4)", ["slot-gone", "slot-new"]),
        ("d.extend([4, 5])", ["items-gone", "items-new"]),
        ("d.rotate(1)", ["deque-rotated"]),
        ("d[0] = d[1]", ["slot-now-refers"]),
        ("b[0] = 90", ["value-now"]),
        ("b.extend(b'de')", ["value-now"]),
        ("a.append(4)", ["value-now"]),
        ("a[0] = 90", ["value-now"]),
        ("a[0] = 1", []),
    ],
)
def test_a_full_deque_a_bytearray_and_an_array_are_described_as_a_whole(
    line: str, keys: list[str], tmp_path: Path
) -> None:
    text = (
        "from array import array\nfrom collections import deque\n"
        f"d, b = deque([1, 2, 3], 3), bytearray(b'abc')\na = array('i', [1, 2])\n{line}\n"
    )
    *_, (_, said) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    changed = ("slot", "items", "deque", "value-now")
    assert [one.key for one in said if one.key.startswith(changed)] == keys


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("x = y = []\nx.append(1)\n", "`y`"),
        ("x = {}\ny = z = x\ny['a'] = 1\n", "`x`, `z`"),
        ("m = [[0] * 2] * 2\nm[0][0] = 1\n", "`m[1]`"),
        ("m = [[0] * 2] * 2\nfor row in m:\n    row.append(1)\n", "`m[0]`, `m[1]`"),
        ("def f(p):\n    q = p\n    q.append(1)\nf([])\n", "`p`"),
        ("m = [[0], [1]]\nfor row in m:\n    row.append(1)\n", None),
        ("m = [[0], [1]]\nn = m[:]\nn[0].append(1)\n", "`m[0]`"),
        ("def f(p):\n    p.append(1)\nx = []\nf(x)\n", None),
        ("class A: pass\nx = y = A()\nx.a = 1\n", None),
    ],
)
def test_a_sentence_gives_the_other_names_of_a_changed_container(
    text: str, names: str | None, tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    given = [one for _, all_ in all_ for one in all_ if one.key == "change-shows-in"]
    assert {dict(one.arguments)["names"] for one in given} == ({names} if names else set())


def test_entries_of_a_long_dict_in_another_order_have_a_sentence(tmp_path: Path) -> None:
    text = """class D(dict): pass
a, b = dict.fromkeys(range(2000)), D(x=1, y=2)
a[0] = a.pop(0)
a[1900] = a.pop(1900)
a[1900] = a.pop(1900)
a[-1] = a.pop(1)
b["x"] = b.pop("x")
"""
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    lines = [step.line for step, said in all_ if any(one.key == "dict-reordered" for one in said)]
    assert lines == [4, 5, 7]


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("a.move_to_end('x')", "{'y': 2, 'x': 1}"),
        ("b['x'] = b.pop('x')", "{'y': 2, 'x': 1}"),
        ("b['x'] = 3", None),
        ("b['z'] = b.pop('x')", None),
        ("b['x'] = b.pop('x'); b['z'] = 3", "{'y': 2, 'x': 1, 'z': 3}"),
        ("b['x'] = b.pop('x') + 1", "{'y': 2, 'x': 2}"),
    ],
)
def test_entries_in_another_order_have_a_sentence(
    line: str, now: str | None, tmp_path: Path
) -> None:
    text = f"from collections import OrderedDict\na = OrderedDict(x=1, y=2)\nb = {{**a}}\n{line}\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [dict(one.arguments)["now"] for one in last if one.key == "dict-reordered"]
    assert found == ([now] if now else [])


def test_changed_objects_with_one_value_are_named_by_their_names(tmp_path: Path) -> None:
    text = """
        shared = {"name": "one"}
        class Borg:
            def __init__(self): self.__dict__ = shared
        a = Borg()
        b = Borg()
        a.size = 3
    """
    *_, (_, last) = step_sentences(
        record_unread(write_program(tmp_path, text)).path, are_numbered=False
    )
    holders = [dict(one.arguments)["holder"] for one in last if one.key == "slot-new"]
    assert holders == ["dict `shared`", "Borg `a`", "Borg `b`"]


def test_of_the_attributes_that_python_sets_in_a_class_only_those_of_the_program_are_described(
    tmp_path: Path,
) -> None:
    text = "import copy\nclass P: pass\ncopy.copy(P())\nP.__doc__ = 'a text'\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    said = [one for _, sentences in all_ for one in sentences if one.key.startswith("slot-")]
    assert [dict(one.arguments)["slot"] for one in said] == [".__doc__"]


def test_an_object_has_its_path_beside_a_like_object_that_it_refers_to(tmp_path: Path) -> None:
    text = "class Node:\n    def __init__(self, key):\n        self.key, self.other = key, None\n"
    text += "head, tail, third = Node(0), Node(0), Node(3)\n"
    text += "tail.other = third\ntail.other = head\ntail.other = third\n"
    found = [
        dict(one.arguments)["holder"]
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
        if one.key == "slot-now-refers"
    ]
    assert found == ["Node 0", "Node `tail`", "Node `tail`"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            """
            from enum import Enum
            class Planet(Enum):
                EARTH = (5.97, 6.37)
                def __init__(self, mass, radius):
                    self.mass = mass
                    self.radius = radius
            """,
            {".EARTH"},
        ),
        (
            """
            import threading
            class Worker(threading.Thread):
                pass
            Worker.limit = 3
            setattr(Worker, "_" + "cache", 3)
            """,
            {".limit"},
        ),
    ],
)
def test_what_a_library_keeps_in_a_class_of_the_program_is_left_out(
    text: str, said: set[str], tmp_path: Path
) -> None:
    path = record_unread(write_program(tmp_path, dedent(text))).path
    all_ = [one for _, each in step_sentences(path) for one in each if one.level == 1]
    slots = (dict(one.arguments) for one in all_ if one.key.startswith("slot-"))
    of_classes = {one["slot"] for one in slots if str(one["holder"]).startswith("class ")}
    assert of_classes == said


def test_an_object_of_a_class_derived_from_the_library_s_is_told_by_the_program_s_attributes(
    tmp_path: Path,
) -> None:
    text = "import cmd\nclass Shell(cmd.Cmd): pass\nshell = Shell()\nshell.total = 3\nend = 1\n"
    path = record_unread(write_program(tmp_path, text)).path
    all_ = [dict(one.arguments) for _, each in step_sentences(path) for one in each]
    said = [one[gap] for one in all_ for gap in ("new", "holder") if gap in one]
    assert [one for one in said if str(one).startswith("Shell")][-1] == "Shell `shell`"
    assert not [one for one in said if "'tab'" in str(one)]


@pytest.mark.parametrize(("line", "n"), [("d.update(zip('abcd', a))", 0), ("d |= c", 3)])
def test_many_new_entries_of_one_dict_are_counted_after_the_first(
    line: str, n: int, tmp_path: Path
) -> None:
    text = f"from collections import Counter\na, c, d = range(4), Counter('abcdef'), {{}}\n{line}\n"
    *_, (_, said) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for one in said if one.key in ("slot-new", "and-more")]
    assert [one.key for one in found] == ["slot-new"] * (3 if n else 4) + ["and-more"] * bool(n)
    assert dict(found[-1].arguments).get("n", 0) == n


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("for at, n in enumerate(a): a.remove(n)", [("[1]", "str 'b'"), ("[2]", "str 'd'")]),
        ("for at, n in enumerate(a):\n    del a[:2]\n    break", [("[1]", "str 'c'")]),
        ("for at, n in enumerate(a):\n    if at == 2: del a[:2]", [("[3]", "str 'd'")]),
        ("for at, n in enumerate(a):\n    if at == 0: a.pop()", []),
        ("for at, n in enumerate(a):\n    if at == 0: a.pop(1)", []),
        ("for at, n in enumerate(a[:]): a.remove(n)", []),
        ("a.pop(0)", []),
        ("a[1:] = 'bb'\nfor n in a:\n    if n == 'b': a.remove(n)", [("[2]", "str 'b'")]),
    ],
)
def test_a_loop_over_a_list_skips_items_that_move_up(
    text: str, said: list[tuple[str, str]], tmp_path: Path
) -> None:
    program = write_program(tmp_path, f"a = ['a', 'b', 'c', 'd']\n{text}\n")
    all_ = step_sentences(record_unread(program).path)
    found = [dict(one.arguments) for _, all_ in all_ for one in all_ if one.key == "loop-skips"]
    assert [(one["slot"], one["what"]) for one in found] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = [[0]] * 3", [("items-are-same", "list `a`", "list", 3)]),
        ("a = [[0] * 2] * 2", [("items-are-same", "list `a`", "list", 2)]),
        ("a = dict.fromkeys('xy', [])", [("values-are-same", "dict `a`", "list", 2)]),
        ("class P: pass\na = [P()] * 2", [("items-are-same", "list `a`", "P", 2)]),
        ("a = [[0] for _ in range(2)]", []),
        ("a = [None] * 3", []),
        ("a = [[0]]", []),
    ],
)
def test_a_list_or_dict_with_one_object_in_every_place_says_so(
    text: str, said: list[tuple[str, str, str, int]], tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, f"{text}\nend = 1\n")).path)
    known = [one for _, all_ in all_ for one in all_ if one.key.endswith("-are-same")]
    assert [(one.key, *(value for _, value in one.arguments)) for one in known] == said
