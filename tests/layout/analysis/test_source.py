"""The information for the picture in a program's text."""

from contextvars import copy_context

import pytest

from visualizer.layout.analysis.source import read_source
from visualizer.layout.checkpoints import call_at_checkpoints
from visualizer.model import Frame, FrameKind

SORT = """
def sort(a):
    for i in range(len(a)):
        for j in range(len(a) - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
"""


def test_a_name_in_the_brackets_of_another_marks_its_cell() -> None:
    assert read_source({"p.py": "x = a[k + 1]\n"}).marks == {"<module>": {("a", "k")}}


def test_the_counter_of_the_loop_around_the_index_is_marked_too() -> None:
    assert read_source({"p.py": SORT}).marks["sort"] == {("a", "j"), ("a", "i")}


def test_the_counter_of_a_loop_that_does_not_bound_the_index_is_not() -> None:
    text = "for c in range(3):\n    for r in range(2):\n        print(m[r][c])\n"
    assert read_source({"p.py": text}).marks == {"<module>": {("m", "r")}}


def marks_at(text: str, line: int, function: str = "<module>") -> set[tuple[str, str]]:
    frame = Frame(1, function, "p.py", line, FrameKind.FUNCTION, ())
    source = read_source({"p.py": text})
    return {*source.marks_at(frame), *source.columns_at(frame)}


def test_a_counter_indexes_only_the_list_that_its_own_loop_indexes_by_it() -> None:
    text = "for i in a:\n    x[i]\nfor i in b:\n    y[i]\n    y[0]\nprint(i)\n"
    found = [marks_at(text, line) for line in range(1, 7)]
    assert found == [{("x", "i")}] * 2 + [{("y", "i")}] * 3 + [set()]


def test_an_index_that_is_used_outside_of_its_loops_has_no_limits() -> None:
    text = "for i in a:\n    x[i]\nx[i]\nprint(i)\n"
    assert [marks_at(text, line) for line in range(1, 5)] == [{("x", "i")}] * 4


def test_the_names_of_comprehensions_and_of_outer_loops_have_limits_too() -> None:
    text = (
        "def f(n):\n    for i in n:\n        for j in range(i):\n            x[j]\n"
        "    y = [z[k] for k in n]\n    for r in n:\n        for c in n:\n            m[r][c]\n"
    )
    found = [marks_at(text, line, "f") for line in range(2, 9)]
    outer, inner = {("x", "i")}, {("x", "i"), ("x", "j")}
    matrix = {("m", "r"), ("m", "c")}
    assert found == [outer, inner, inner, {("z", "k")}, {("m", "r")}, matrix, matrix]


def test_defaults_have_the_names_of_their_parameters() -> None:
    text = "def f(a, b, /, c=1, *, d=2): ...\ndef g(a): ...\n"
    source = read_source({"p.py": text})
    assert source.defaults == {"f": ("c",), "g": ()}
    assert source.parameters == {"f": {"a", "b", "c", "d"}, "g": {"a"}}


def test_names_that_come_from_the_library_are_known_and_those_of_own_modules_are_not() -> None:
    text = "import os\nfrom typing import List as L, Any\nfrom shop.cart import basket\n"
    found = read_source({"p.py": text, "shop/cart.py": "basket = []"})
    assert found.imported == {"p.py": {"L", "Any"}, "shop/cart.py": set()}


@pytest.mark.parametrize("text", ["def f(:", "x = \0", "(" * 5000])
def test_text_that_is_no_python_gives_nothing(text: str) -> None:
    assert read_source({"bad.py": text, "p.py": "a[i]"}).marks == {"<module>": {("a", "i")}}


def test_the_name_in_the_second_brackets_indexes_the_rows() -> None:
    found = read_source({"p.py": "x = m[r][c]\nself.m[i - 1][j] = 0\n"})
    assert found.marks == {"<module>": {("m", "r"), ("self.m", "i")}}
    assert found.columns == {"<module>": {("m", "c"), ("self.m", "j")}}


@pytest.mark.parametrize(
    "index", ["x + dx", "w - weights[i]", "len(a) - i", "0", "find(i)", "-i", "~i", "9 - i", "-i:"]
)
def test_an_index_that_is_the_place_of_no_name_marks_none(index: str) -> None:
    assert not read_source({"p.py": f"x = a[{index}]\n"}).marks.get("<module>", set()) - {
        ("weights", "i")
    }


def test_both_ends_of_a_slice_are_marked() -> None:
    assert read_source({"p.py": "x = a[low:high]\n"}).marks == {
        "<module>": {("a", "low"), ("a", "high")}
    }


def test_other_work_runs_while_a_long_text_is_read() -> None:
    text = "\n".join(f"def f{n}(a, i):\n    return a[i] + {n}" for n in range(300))
    pauses: list[object] = []

    def read() -> None:
        call_at_checkpoints(lambda: pauses.append(None))
        read_source({"p.py": text})

    copy_context().run(read)
    assert len(pauses) > 600
    assert read_source({"p.py": text}) is read_source({"p.py": text})


CLASSES = """
class Animal:
    def __init__(self): self.age = 1

    def speak(self):
        def __init__():
            return 1
        return __init__()

class Dog(Animal):
    @decorated
    def __init__(self):
        super().__init__()
"""


@pytest.mark.parametrize(
    ("function", "line", "owner"),
    [
        ("__init__", 3, "Animal"),
        ("__init__", 7, ""),
        ("__init__", 11, "Dog"),
        ("__init__", 13, "Dog"),
        ("speak", 8, ""),
        ("__init__", 99, ""),
    ],
)
def test_the_class_of_a_method_is_known_if_others_have_its_name(
    function: str, line: int, owner: str
) -> None:
    found = read_source({"p.py": CLASSES})
    assert found.owner(Frame(1, function, "p.py", line, FrameKind.FUNCTION, ())) == owner


def test_methods_of_several_files_may_have_one_name() -> None:
    found = read_source({f"{name}.py": f"class {name}:\n def f(self): 0\n" for name in "AB"})
    frames = (Frame(1, "f", f"{name}.py", 2, FrameKind.FUNCTION, ()) for name in "AB")
    assert [found.owner(frame) for frame in frames] == ["A", "B"]


def test_only_names_in_the_text_count_where_a_file_imports_all_names_of_a_module() -> None:
    text = (
        "from typing import *\nfrom math import *\nx: List[int] = [sqrt(4)]\ndef f(a): return a\n"
    )
    found = read_source({"p.py": text, "q.py": "from p import *\n"})
    assert found.imported["p.py"] >= {"List", "sqrt"}
    assert not found.imported["p.py"] & {"x", "f"}
    assert [one for one in ("List", "sqrt", "x", "f", "Dict") if found.is_unused("p.py", one)] == [
        "Dict"
    ]
    assert not found.is_unused("q.py", "List"), "a module of the program is read, too"


def test_names_that_a_pattern_or_a_call_binds_are_not_taken_for_imported_ones() -> None:
    text = "from math import *\nmatch {'a': 1}:\n    case {'a': one, **rest}: pass\n"
    found = read_source({"p.py": text, "q.py": "from math import *\nexec('rest = 1')\n"})
    assert [one for one in ("one", "rest", "sqrt") if found.is_unused("p.py", one)] == ["sqrt"]
    assert not found.is_unused("q.py", "rest")
