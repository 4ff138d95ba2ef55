"""Sentences about the names that a step binds, and about the results of comprehensions."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.diagram.words import translate
from visualizer.model import Event

BINDINGS = """\
class Account:
    def __init__(self, rows):
        self.rows = rows
def same(value):
    return value
def made():
    return [1]
account = Account([2])
again = same(account)
rows = made()
numbers = [int(one) for one in "12"]
lines = [
    same(3),
    numbers,
]
numbers, lines = lines, numbers
last = [[4]].pop()
for item in [[5]]:
    end = same(item)
account = None
again = same(again)
"""


def test_an_object_that_the_statement_made_is_not_called_existing(tmp_path: Path) -> None:
    said = [one for _, all_ in step_sentences(record(BINDINGS, tmp_path)) for one in all_]
    found = [one for one in said if one.key.startswith("name-")]
    gaps = [dict(one.arguments) for one in found if one.key.endswith("-shared")]
    shared = {(one["scope"], one["name"]) for one in gaps}
    module = {name for scope, name in shared if scope == "<module>"}
    assert module == {"again", "numbers", "lines", "end"}
    assert ("same", "value") in shared
    assert not {("__init__", "self"), ("__init__", "rows")} & shared
    first = next(one.key for one in found if dict(one.arguments)["name"] == "numbers")
    assert first == "name-new"


@pytest.mark.parametrize(
    "decorator", ["@dataclass", "@same", ""], ids=["annotations", "call", "metaclass"]
)
def test_a_class_that_its_statement_made_is_not_called_existing(
    decorator: str, tmp_path: Path
) -> None:
    text = f"""
        from dataclasses import dataclass
        class Meta(type):
            def mro(cls): return super().mro()
        def same(cls): return cls
        {decorator}
        class Own(metaclass=Meta):
            x: int
        again = same(Own)
    """
    run = record_unread(write_program(tmp_path, text))
    said = [one for _, all_ in step_sentences(run.path) for one in all_]
    found = {dict(one.arguments)["name"]: one.key for one in said if one.key[:5] == "name-"}
    assert (found["Own"], found["again"]) == ("name-new", "name-new-shared")


NONLOCAL = """\
def solve(n):
    count = 0
    def inner(k):
        nonlocal count
        if k:
            inner(k - 1)
        count += 1
    inner(n)
    return inner
again = solve(2)
again(1)
"""


def test_a_variable_that_calls_share_appears_once(tmp_path: Path) -> None:
    found = [
        [
            dict(one.arguments)["scope"]
            for one in all_
            if one.key == "name-now-refers" and dict(one.arguments)["name"] == "count"
        ]
        for _, all_ in step_sentences(record(NONLOCAL, tmp_path))
    ]
    # It is the outer function's, also when only the inner function is left to have it.
    assert [one for one in found if one] == [["solve"]] * 5


@pytest.mark.parametrize("value", ["'a text'", "5000", "2.5", "[1]"])
def test_a_plain_value_exists_already_only_where_it_is_a_card_of_its_own(
    value: str, tmp_path: Path
) -> None:
    path = record(f"a = {value}\ndef f(b): pass\nf(a)\n", tmp_path)
    keys = [
        next(one.key for _, all_ in found for one in all_ if dict(one.arguments).get("name") == "b")
        for found in (step_sentences(path), step_sentences(path, are_numbered=False))
    ]
    assert keys == ["name-new-shared", "name-new-shared" if value == "[1]" else "name-new"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("class Two:\n    n = 2\n    def __iter__(self): return self\n    def __next__(self):\n"
         "        if not self.n: raise StopIteration\n        self.n -= 1\n        return self.n\n"
         "def f():\n    x = [n for n in Two()]\nf()\n", "is over; it has built list [1, 0]."),
        ("class Done(StopIteration): pass\nclass Empty:\n    def __iter__(self): return self\n"
         "    def __next__(self): raise Done\na = [n for n in Empty()]\n",
         "is over; it has built list []."),
        ("try:\n    a, b = [n for n in (5,)]\nexcept ValueError:\n    end = 1\n",
         "is over; it has built list [5]."),
    ],
)  # fmt: skip
def test_an_exception_after_the_last_item_does_not_end_a_comprehension(
    text: str, end: str, tmp_path: Path
) -> None:
    said = [one for _, all_ in step_sentences(record(text, tmp_path)) for one in all_]
    *_, last = [translate(one, "en") for one in said if one.key.startswith("result-")]
    assert last == f"The comprehension {end}"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("a = tuple(n for n in (1, 2))\n",
         "The generator expression is over; its items were collected in list [1, 2]."),
        ("a = tuple(1 // n for n in (1, 0))\n",
         "The exception ends the generator expression, whose items were collected in list [1]."),
        ("a = tuple([1 // n for n in (1, 2)])\n",
         "The comprehension is over; it has built list [1, 0]."),
        ("def half(n):\n    return 1 // n\na = [half(n) for n in (1, 0)]\n",
         "The exception ends the comprehension, which was building list [1]."),
    ],
)  # fmt: skip
def test_what_collects_items_has_its_name_and_its_end(text: str, ends: str, tmp_path: Path) -> None:
    found = [*step_sentences(record(text, tmp_path))]
    said = [one for _, all_ in found for one in all_]
    # Before Python 3.14 C code collects them.
    known = [translate(one, "en") for one in said if one.key.startswith(("result-", "items-"))]
    assert known[-1:] in ([ends], [])
    assert known or "generator" in ends
    # An uncaught exception does not complete the line that it left.
    last = [one.key for step, all_ in found for one in all_ if step.event is Event.UNCAUGHT]
    assert not any(one.startswith("ran-") for one in last)


def record(text: str, folder: Path) -> Path:
    """Return the recording of a program."""
    return record_unread(write_program(folder, text)).path


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_a_program_that_imports_itself_has_names_of_two_modules(
    recorder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    text = "import again\nx = 1\ny = 2\n"
    run = record_unread(write_program(tmp_path, text, "again.py"))
    all_ = [one for _, said in step_sentences(run.path) for one in said]
    names = [dict(one.arguments) for one in all_ if one.key.startswith("name-")]
    scopes = [(one["name"], str(one["scope"]).rpartition("/")[2]) for one in names]
    inner = [(name, "again.py") for name in ("again", "x", "y")]
    assert scopes == [*inner, ("x", "<module>"), ("y", "<module>")]
    imported = [one for one in all_ if one.key == "imported"]
    assert len(imported) == 2


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_a_function_of_a_module_with_hidden_names_is_described_without_them(
    recorder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    text = """
        import other
        seen = []
        def note(it): seen.append(it)
        if __name__ == "__main__":
            other.load().note(1000)
            note(2000)
    """
    write_program(tmp_path, "def load():\n    import again\n    return again\n", "other.py")
    run = record_unread(write_program(tmp_path, text, "again.py"))
    all_ = [one for _, said in step_sentences(run.path) for one in said]
    assert sum(one.key == "slot-new" for one in all_) == 2
    assert "holder-stays" not in {one.key for one in all_}


@pytest.mark.parametrize("made", ["def f[T](x: T) -> T: return x", "class f[T]: pass"])
def test_type_parameters_are_made_in_a_frame_of_their_own(made: str, tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, f"{made}\n")).path)
    level_1 = [one for _, said in all_ for one in said if one.level == 1]
    keys = [one.key for one in level_1]
    ways = ("begin", "next", "end")
    assert [one for one in keys if one.startswith("type-")] == [
        f"type-parameters-{one}" for one in ways
    ]
    assert "statement-goes-on" not in keys
    assert not {"called", "returned"} & {*keys}
    names = {str(dict(one.arguments)["name"]) for one in level_1 if one.key.startswith("name-new")}
    assert not any(name.startswith(".") for name in names)


def test_a_class_body_reads_the_names_of_the_function_around_it(tmp_path: Path) -> None:
    text = """
        x = "global"
        def outer():
            x = "outer"
            class C:
                class D:
                    nonlocal x
                    x = "class"
                    x = x
        outer()
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    said = [one for _, sentences in all_ for one in sentences if one.key == "assigned-same"]
    assert [translate(one, "en") for one in said] == ["`x` still refers to the same str 'class'."]


def test_an_object_is_not_named_by_the_slot_that_its_statement_has_bound(tmp_path: Path) -> None:
    text = """
        class Item: pass
        class Shelf:
            item = None
        Shelf.item = Item()
        other = [Shelf.item]
    """
    steps = step_sentences(record_unread(write_program(tmp_path, text)).path, are_numbered=False)
    said = [translate(one, "en") for _, all_ in steps for one in all_]
    assert "`.item` of class Shelf now refers to Item (was None)." in said
    assert "New name `other` in the module refers to list [Item]." in said


def test_a_variable_that_hides_a_name_belongs_to_its_comprehension(tmp_path: Path) -> None:
    text = """
        def f(n):
            a = [n for n in "ab"]
            for n in a: pass
        f(5)
    """
    steps = step_sentences(record_unread(write_program(tmp_path, text)).path, are_numbered=False)
    said = [dict(one.arguments) | {"key": one.key} for _, all_ in steps for one in all_]
    found = [(one["key"], one["scope"], one.get("new")) for one in said if one.get("name") == "n"]
    assert [one for one in found if str(one[0]).startswith("name-")] == [
        ("name-new", "f", "int 5"),
        ("name-new", "<comprehension>", "str 'a'"),
        ("name-now-refers", "<comprehension>", "str 'b'"),
        ("name-deleted", "<comprehension>", None),
        ("name-now-refers", "f", "str 'a'"),
        ("name-now-refers", "f", "str 'b'"),
    ]


def test_the_variable_of_a_loop_around_a_comprehension_is_not_its_own(tmp_path: Path) -> None:
    text = """
        def f(rows):
            for n in rows:
                a = [n for n in "a"]
        f([5])
    """
    steps = step_sentences(record_unread(write_program(tmp_path, text)).path, are_numbered=False)
    said = [dict(one.arguments) | {"key": one.key} for _, all_ in steps for one in all_]
    found = [(one["key"], one["scope"]) for one in said if one.get("name") == "n"]
    assert found == [
        ("name-new", "f"),
        ("name-new", "<comprehension>"),
        ("name-deleted", "<comprehension>"),
    ]


def test_an_object_that_a_call_made_and_kept_is_not_called_existing(tmp_path: Path) -> None:
    text = """
        kept = {}
        def fetch(key):
            if key not in kept:
                kept[key] = [key]
            return kept[key]
        first = fetch(1)
        again = fetch(1)
        both = fetch(2), [first]
        one, other = fetch(3), fetch(1)
        def nothing(): pass
        last = fetch(4); nothing()
    """
    said = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = {
        dict(one.arguments)["name"]: one.key
        for _, all_ in said
        for one in all_
        if "name-new" in one.key
    }
    kept = {name for name, key in found.items() if key == "name-new-shared"}
    assert kept == {"again", "other"}


def test_a_statement_that_hides_a_builtin_has_a_remark_once(tmp_path: Path) -> None:
    text = """
        list = [1]
        list = [2]
        class Stack:
            def len(self, id): return 0
        def f(max):
            sum = [sum for sum in "ab"]
            return sum
        def min(): pass
        f(3)
        def g(n):
            dict = n
            if n: g(n - 1)
        g(2)
        from math import pow
        from io import open
        open
        def h(): all = 1
        h()
        any = 1
    """
    steps = step_sentences(record_unread(write_program(tmp_path, text)).path)
    said = [(one.key, *one.arguments) for _, all_ in steps for one in all_]
    found = [one[1] for one in said if one[0] == "name-hides-builtin"]
    names = ["list", "min", "sum", "dict", "pow", "all", "any"]
    assert [name for _, name in found] == names
