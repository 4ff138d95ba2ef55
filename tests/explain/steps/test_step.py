"""The sentences of a step."""

from dataclasses import replace
from itertools import takewhile
from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences as recorded
from tests.layout.film import FILE, Film, call_example
from tests.recorder.runs import program_version, record_unread, write_program
from visualizer.diagram.words import translate
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.steps.step import explain_step
from visualizer.explain.steps.streams import Context
from visualizer.model import Event, Instance, Module, Sequence, State
from visualizer.model.scopes import COMPREHENSION

SOURCE = {FILE: "\n".join(f"line {number}" for number in range(1, 20))}


def told(film: Film, step: int) -> tuple[Sentence, ...]:
    before = film.states[step - 2] if step > 1 else State()
    return explain_step(before, film.deltas[step - 1], SOURCE)


def keys(film: Film, step: int) -> list[str]:
    return [sentence.key for sentence in told(film, step)]


def the(film: Film, step: int, key: str) -> dict[str, str | int]:
    return dict(next(s.arguments for s in told(film, step) if s.key == key))


def test_the_first_step_names_the_beginning_of_the_program() -> None:
    assert the(call_example(), 1, "begins") == {"line": 1}


def test_the_line_that_ran_comes_first_with_its_code() -> None:
    first, *_ = told(call_example(), 2)
    assert first == Sentence("ran-code", (("code", "line 1"), ("line", 1)))


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (b"16\n", "16"),
        ("값 1\n".encode(), "값 1"),
        (b"one\r\ntwo\r\n", r"one\ntwo"),
        (b"x" * 200, "x" * 60 + "…"),
        (b"a`b\x1b[0m", r"a`b\x1b[0m"),
        (b"\x07", r"\x07"),
        (b"a\tb c\n", r"a\tb c"),
        (b"  *\n", "\u00a0\u00a0*"),
        (b"a  b \n", "a\u00a0\u00a0b\u00a0"),
        (b"\n \n", r"\n" + "\u00a0"),
    ],
)
def test_printed_text_is_quoted_unchanged_as_far_as_there_is_room(
    printed: bytes, said: str
) -> None:
    assert sentence("printed-text", text=said) in told_of_output(printed)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (b"\n", sentence("printed-lines", n=1)),
        (b"\n\n", sentence("printed-lines", n=2)),
        (b" \n", sentence("printed-spaces", n=1)),
        (b"   ", sentence("printed-spaces", n=3)),
    ],
)
def test_empty_lines_and_spaces_are_counted(printed: bytes, said: Sentence) -> None:
    assert said in told_of_output(printed)


def test_unknown_output_is_described_by_its_length() -> None:
    assert sentence("printed", n=3) in told_of_output(b"16\n", is_known=False)


def told_of_output(printed: bytes, *, is_known: bool = True) -> tuple[Sentence, ...]:
    film = call_example()
    delta = film.deltas[1]
    written = replace(delta, step=replace(delta.step, stdout_end=len(printed)))
    return explain_step(film.states[0], written, SOURCE, Context(printed if is_known else b""))


def test_a_line_without_source_is_described_by_its_number() -> None:
    film = call_example()
    assert explain_step(film.states[0], film.deltas[1])[0].key == "ran-line"


def test_a_new_name_comes_with_its_object() -> None:
    assert the(call_example(), 2, "name-new") == {
        "name": "f2",
        "scope": "<module>",
        "new": "function f2",
    }


def test_a_function_is_numbered_where_a_name_is_not_its_own(tmp_path: Path) -> None:
    text = "def make():\n    def step(): pass\n    return step\n"
    text += "step = make()\nb = make()\nb = step\n"
    told_of = all_sentences(write_program(tmp_path, text), tmp_path)
    said = [dict(one.arguments) for one in told_of if one.key.startswith("name-")]
    _, own, other, again = [one for one in said if one["scope"] == "<module>"]
    assert own["new"] == "function step"
    assert other["new"] == again["old"] != again["new"]
    assert all(str(one["new"]).startswith("function step #") for one in (other, again))


def test_objects_that_look_alike_are_numbered_where_names_are_bound_to_both(tmp_path: Path) -> None:
    text = """class Box:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
a = Box(1)
b = Box(1)
a == b
c = a
"""
    all_ = all_sentences(write_program(tmp_path, text), tmp_path)
    said = [dict(one.arguments) for one in all_ if one.key == "name-new-shared"]
    last = {one["name"]: str(one["new"]) for one in said}
    assert last["self"].startswith("Box(n=1) #")
    assert last["other"].startswith("Box(n=1) #")
    assert last["self"] != last["other"]
    assert last["c"] == "Box(n=1)"


def test_a_name_that_moved_comes_with_its_old_and_new_object() -> None:
    assert the(call_example(), 10, "name-now-refers") == {
        "name": "x",
        "scope": "f2",
        "new": "int 11",
        "old": "int 10",
    }


def test_an_immortal_value_is_not_called_new() -> None:
    found = keys(call_example(), 10)
    assert "immortal-seen" in found
    assert "object-new" not in found


def test_calls_returns_and_the_end_are_described() -> None:
    film = call_example()
    assert the(film, 8, "called") == {"function": "f2"}
    assert the(film, 11, "returned") == {"function": "f2", "value": "int 11"}
    assert the(film, 12, "frame-gone") == {"function": "f2"}
    assert "finished" in keys(film, 14)


def test_a_changed_count_comes_with_its_old_and_new_number() -> None:
    film = Film()
    film.bind("a", film.list())
    film.step()
    film.bind("b", film.names["a"])
    film.step()
    assert the(film, 2, "count-changed") == {"what": "list []", "old": 1, "new": 2}
    assert next(s.sign for s in told(film, 2) if s.key == "count-changed") == "up"


def test_a_deleted_name_and_the_object_it_frees_are_described() -> None:
    film = Film()
    film.bind("a", film.list())
    film.step()
    del film.names["a"]
    film.step()
    assert the(film, 2, "name-deleted") == {"name": "a", "scope": "<module>", "old": "list []"}
    told_of = {"what": "list []", "where": "a", "scope": "<module>"}
    assert the(film, 2, "freed-by-deleted") == told_of


def test_slots_are_written_as_in_source_code() -> None:
    film = Film()
    film.bind("Car", film.cls("Car"))
    film.bind("car", film.instance(film.names["Car"], wheels=film.number(3)))
    film.bind("items", film.list(film.number(1)))
    film.step()
    car = film.names["car"]
    film.put(car, Instance(film.names["Car"], (("wheels", film.number(4)),)))
    film.put(film.names["items"], Sequence((film.number(1), film.number(2)), 2))
    film.step()
    moved = the(film, 2, "slot-now-refers")
    assert (moved["slot"], moved["new"], moved["old"]) == (".wheels", "int 4", "int 3")
    assert the(film, 2, "slot-new")["slot"] == "[1]"


def test_many_changes_of_a_kind_are_counted_not_listed() -> None:
    film = Film()
    film.step()
    for number in range(20):
        film.bind(f"name{number}", film.number(number))
    film.step()
    found = keys(film, 2)
    assert found.count("name-new") == 8
    assert the(film, 2, "and-more") == {"n": 12}


def test_if_only_immortal_values_moved_no_count_changed() -> None:
    film = Film()
    film.bind("a", film.number(1))
    film.bind("b", film.number(2))
    film.step()
    film.bind("a", film.names["b"])
    film.step(2)
    assert keys(film, 2)[-1] == "no-count"


def test_a_generator_goes_on_with_the_names_that_it_had() -> None:
    film = Film()
    film.step()
    film.call("numbers", 2, limit=film.number(6))
    film.step(2, Event.RESUME)
    told = keys(film, 2)
    assert "resumed" in told
    assert not any(key.startswith("name-new") for key in told)


def test_an_exception_that_passes_through_frames_is_raised_once() -> None:
    film = Film()
    film.bind("error", film.list())
    film.step()
    error = film.names["error"]
    first = film.step(3, Event.EXCEPTION)
    assert first.step is not None
    from dataclasses import replace

    raised = replace(film.deltas[1], step=replace(first.step, exception=error))
    again = replace(raised, before=raised.step)
    assert "raised-exception" in [s.key for s in explain_step(film.states[0], raised)]
    assert "passing-exception" in [s.key for s in explain_step(film.states[1], again)]


def test_a_module_is_seen_not_made_as_python_may_have_had_it_before() -> None:
    film = Film()
    film.step(1)
    film.bind("sys", film.new("module", Module("sys")))
    film.step(2)
    assert "object-seen" in keys(film, 2)
    assert "object-new" not in keys(film, 2)


def test_a_class_whose_object_or_subclass_comes_with_it_is_seen_not_made() -> None:
    film = Film()
    film.step(1)
    node = film.library_class("Node")
    film.bind("visitor", film.cls("Visitor", film.library_class("NodeVisitor")))
    film.bind("tree", film.instance(node))
    film.step(2)
    said = {
        str(dict(one.arguments)["what"]): one.key
        for one in told(film, 2)
        if one.key in ("object-new", "object-seen")
    }
    assert said["class Visitor"] == "object-new"
    assert said["class NodeVisitor"] == said["class Node"] == "object-seen"


def test_the_names_of_the_frames_a_traceback_brings_back_are_not_called_new() -> None:
    film = Film()
    film.call("boom", 2, x=film.list())
    film.step(2)
    film.bind("kept", film.list(*dict(film.calls[-1].locals).values()))
    calls, film.calls = film.calls, []
    film.names["hidden"] = dict(calls[-1].locals)["kept"]
    film.step(1)
    film.calls = calls
    film.step(2, Event.UNCAUGHT)
    assert "name-new" not in keys(film, 3)


def test_a_frame_that_is_paused_is_put_aside_with_its_names(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text(
        "def count(n):\n    yield n\n    yield n + 1\ng = count(5)\nnext(g)\nnext(g)\nx = list(g)\n"
    )
    said = [
        (sentence.key, dict(sentence.arguments).get("function"))
        for _, sentences in recorded(record_unread(program).path)
        for sentence in sentences
        if sentence.key.startswith("frame-")
    ]
    assert said == [("frame-paused", "count"), ("frame-paused", "count"), ("frame-gone", "count")]


def test_a_generator_that_nobody_keeps_is_gone_with_its_frame(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("def count(n):\n    yield n\nnext(count(500))\nend = 1\n")
    keys = {one.key for _, told in recorded(record_unread(program).path) for one in told}
    assert "frame-gone" in keys
    assert "frame-paused" not in keys


def test_the_variables_of_a_comprehension_in_a_module_are_its_own(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("n = 0\nfound = [n for n in (5, 6)]\n")
    told = [one for _, said in recorded(record_unread(program).path) for one in said]
    own = [one for one in told if dict(one.arguments).get("scope") == COMPREHENSION]
    assert [(one.key, dict(one.arguments)["name"]) for one in own] == [
        ("name-new", "n"),
        ("name-now-refers", "n"),
        ("name-deleted", "n"),
    ]
    assert (
        translate(own[-1], "en") == "Name `n` in the comprehension is gone; it referred to int 6."
    )


def test_so_are_those_in_a_function_unless_it_binds_them_itself(tmp_path: Path) -> None:
    text = """def quick(data):
    small = [n for n in data]
    k = 1
    return [{k: v for k, v in data} for data, w in []] or {m: small for m in data}
quick([1, 2])
"""
    all_ = all_sentences(write_program(tmp_path, text), tmp_path)
    said = [dict(one.arguments) for one in all_ if one.key.startswith(("name-new", "name-now"))]
    scopes = {one["name"]: one["scope"] for one in said if one["scope"] != "<module>"}
    inner = dict.fromkeys(("n", "m"), COMPREHENSION)
    assert scopes == dict.fromkeys(("data", "small", "k"), "quick") | inner


def all_sentences(program: Path, folder: Path) -> list[Sentence]:
    """Return the sentences of all steps of a program."""
    return [one for _, said in recorded(record_unread(program).path) for one in said]


def results_said(found: list[Sentence]) -> list[str]:
    """Return the sentences on the results of comprehensions."""
    return [translate(one, "en") for one in found if one.key.startswith("result-")]


def test_a_comprehension_builds_its_result_until_it_is_over(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("def f():\n    return sum([n for n in (5, 600)])\nf()\n")
    found = all_sentences(program, tmp_path)
    assert results_said(found) == [
        "The comprehension is building list [5].",
        "The comprehension is over; it has built list [5, 600].",
    ]
    freed = [translate(one, "en") for one in found if one.key.startswith("freed") and one.serial]
    assert "list [5, 600] is freed: nothing refers to it any more." in freed


def test_an_exception_ends_a_comprehension_before_it_is_over(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text(
        "try:\n    [1 // n for n in (1, 0)]\nexcept ZeroDivisionError:\n    end = 1\n"
    )
    found = all_sentences(program, tmp_path)
    assert results_said(found) == [
        "The comprehension is building list [1].",
        "The exception ends the comprehension, which was building list [1].",
    ]


def test_a_line_with_a_failed_comprehension_does_not_count_as_run(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text(
        "def f():\n    x = [1 // n for n in (1, 0)]\ntry:\n    f()\nexcept ZeroDivisionError:\n"
        "    z = 0\ntry:\n    y = [1 // n for n in (1, 0)]\nfinally:\n    end = 1\n"
    )
    found = all_sentences(program, tmp_path)
    own = [dict(one.arguments) for one in found if one.key in ("ran-code", "unfinished-code")]
    failed = [one["line"] for one in own if "//" in str(one["code"])]
    assert failed == [2, 8]
    assert [one.key for one in found if "unfinished" in one.key] == ["unfinished-code"] * 2
    assigned = [dict(one.arguments)["name"] for one in found if one.key == "assigned"]
    assert not {"x", "y"} & set(assigned)


def test_a_coroutine_that_waits_in_a_comprehension_goes_on_with_it(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text(
        "import asyncio\nfrom asyncio import sleep\nasync def main():\n"
        "    return [await sleep(0, n) for n in (1, 2)]\nasyncio.run(main())\n"
    )
    found = all_sentences(program, tmp_path)
    assert results_said(found) == [
        "The comprehension is building list [].",
        "The comprehension is over; it has built list [1, 2].",
    ]


def test_the_tuple_that_zip_fills_again_does_not_change(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("for a, b in zip([1, 2, 3], [4, 5, 6]):\n    end = a\n")
    found = [one for _, said in recorded(record_unread(program).path) for one in said]
    holders = [str(dict(one.arguments).get("holder")) for one in found if one.level == 1]
    assert not any("tuple" in holder for holder in holders)


def test_a_generator_that_a_function_of_c_keeps_is_not_gone(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("def count(n):\n    yield n\n\nlist(zip(count(500), count(600)))\n")
    steps = recorded(record_unread(program).path)
    until_one_ends = takewhile(lambda found: found[0].event is not Event.RETURN, steps)
    said = [one.key for _, told in until_one_ends for one in told if one.key.startswith("frame-")]
    # From 3.14 on the arguments of a function of C are in view.
    assert said == ["frame-paused" if program_version() >= (3, 14) else "frame-leaves"] * 2


def test_a_lazy_import_runs_no_module_yet() -> None:
    film = Film()
    film.step(line=1)
    film.bind("json", film.number(1))
    film.step(line=2)
    text = {FILE: "lazy import json\nend = 1\n"}
    found = explain_step(film.states[0], film.deltas[1], text)
    assert [dict(one.arguments) for one in found if one.key == "imported-lazily"] == [
        {"name": "json"}
    ]


def test_a_method_of_a_class_in_c_or_a_function_of_a_library_is_not_called_new(
    tmp_path: Path,
) -> None:
    program = tmp_path / "prog.py"
    program.write_text(
        "def of(use): pass\nof([str.title, 1])\nimport functools\nwraps = functools.wraps(of)\n"
    )
    said = [translate(one, "en") for one in all_sentences(program, tmp_path)]
    assert "method str.title appears here for the first time." in said
    assert "function update_wrapper appears here for the first time." in said


def test_a_constant_without_a_name_is_not_called_new(tmp_path: Path) -> None:
    """Compiling the code created it; a text that the line itself puts together is new."""
    program = tmp_path / "prog.py"
    program.write_text("def f(text):\n    return text + 'what is written'\nmade = f('some ')\n")
    said = [translate(one, "en") for one in all_sentences(program, tmp_path)]
    assert "str 'some ' is a constant: it was created when the code was compiled." in said
    assert "str 'some what is written' is new on the heap." in said
    assert not any("tuple" in one and "new" in one for one in said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("'words'\nx = 1\n", ["docstring-set"]),
        ("class C:\n    'words'\n", ["docstring-set"]),
        ("x = 1\n'words'\n", ["value-alone"]),
        ("if True:\n    'words'\n", ["value-alone"]),
        ("...\nx = 1\n", ["value-alone"]),
    ],
)
def test_a_text_is_a_docstring_where_a_module_or_a_class_begins_with_it(
    tmp_path: Path, text: str, said: list[str]
) -> None:
    program = tmp_path / "prog.py"
    program.write_text(text)
    keys = [one.key for one in all_sentences(program, tmp_path)]
    assert [key for key in keys if key in ("docstring-set", "value-alone")] == said


def test_a_raise_over_several_lines_raises_once_and_at_its_end(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("def f(n):\n    raise ValueError(\n        f'{n}'\n    )\nf(1)\n")
    keys = [one.key for one in all_sentences(program, tmp_path)]
    assert keys.count("statement-goes-to") == keys.count("statement-goes-on") == 1
    assert "raise-ran" not in keys
    assert "exception-goes-to" not in keys
    assert keys.index("statement-goes-on") < keys.index("raised-exception")


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n"])
def test_a_program_without_a_statement_is_described_as_such(tmp_path: Path, text: str) -> None:
    program = tmp_path / "prog.py"
    program.write_text(text)
    assert [one.key for one in all_sentences(program, tmp_path)] == ["program-empty", "finished"]


def test_the_main_thread_may_finish_before_others(tmp_path: Path) -> None:
    program = (
        "import threading\ngoes = threading.Event()\ndef wait():\n    goes.wait()\n    x = 1\n"
        "thread = threading.Thread(target=wait)\nthread.start()\n"
        "threading.Timer(0.1, goes.set).start()\n"
    )
    keys = [one.key for one in all_sentences(write_program(tmp_path, program), tmp_path)]
    assert "finished-alone" in keys
    assert "finished" not in keys


def test_a_module_without_a_statement_is_described_as_such(tmp_path: Path) -> None:
    (tmp_path / "nothing.py").write_text("")
    program = tmp_path / "prog.py"
    program.write_text("import nothing\n")
    said = [translate(one, "en") for one in all_sentences(program, tmp_path)]
    at = said.index("`nothing.py` starts running in its own frame.")
    assert said[at + 1 : at + 3] == [
        "`nothing.py` has no statements.",
        "`nothing.py` has run to its end.",
    ]


def test_names_of_the_functions_around_a_call_are_not_new_in_it(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text(
        "def around(n):\n    def add(m):\n        nonlocal n\n        n += m\n    return add\n"
        "around(500)(1)\nsum(one for one in [1])\n"
    )
    told = [one for one in all_sentences(program, tmp_path) if one.key.startswith("name-new")]
    names = [(dict(one.arguments)["scope"], dict(one.arguments)["name"]) for one in told]
    assert ("around", "n") in names
    assert ("add", "m") in names
    assert ("<genexpr>", "one") in names
    assert not {("add", "n"), ("<genexpr>", ".0")} & {*names}


STACK = """\
class Stack:
    def __init__(self):
        self.size = None
    def push(self, item):
        self.size = item
stacks = {}
s = Stack()
s.push(None)
stacks["own"] = s
s = Stack()
s = stacks["own"]
"""


def test_without_numbers_a_name_that_the_step_leaves_identifies_an_object(tmp_path: Path) -> None:
    program = record_unread(write_program(tmp_path, STACK)).path
    found = [one for _, said in recorded(program, are_numbered=False) for one in said]
    words = [translate(one, "en") for one in found if one.level < 3]
    assert not [one for one in words if "#" in one]
    for expected in (
        "New name `self` in __init__ refers to Stack.",
        "`.size` of Stack `self` refers to None.",
        "New name `self` in push refers to Stack `s`, an existing object.",
        "Name `s` in the module now refers to Stack (was Stack `stacks['own']`).",
        "`['own']` of dict `stacks` refers to Stack `s`.",
    ):
        assert expected in words


KEYS = """\
s = {(1, 2)}
s.add((3, 4))
s.remove((1, 2))
d = {(0, 1): 0, (1, 2): 0}
d[(0, 1)] = 5
del d[(1, 2)]
"""


def test_without_numbers_similar_keys_and_members_are_distinguished(tmp_path: Path) -> None:
    path = record_unread(write_program(tmp_path, KEYS)).path
    found = [one for _, said in recorded(path, are_numbered=False) for one in said]
    of_slots = [one.key for one in found if one.key.startswith(("slot-", "item"))]
    assert of_slots == ["item-in-set", "item-not-in-set", "slot-now-refers", "slot-gone"]
    keys = [slot for one in found if (slot := dict(one.arguments).get("slot"))]
    assert keys == ["[(0, 1)]", "[(1, 2)]"]
    assert not [one for one in found if one.level < 3 and "#" in translate(one, "en")]


@pytest.mark.parametrize("line", ["a = {}", "if {}: a = 2", "a = 1 if n and {} else 2"])
def test_a_sum_of_many_terms_has_sentences(line: str, tmp_path: Path) -> None:
    text = "n = 1\n" + line.format(" + ".join(["n"] * 1500)) + "\n"
    assert "finished" in {one.key for one in all_sentences(write_program(tmp_path, text), tmp_path)}


@pytest.mark.parametrize(
    ("gives", "key"), [("yield inner()", "yielded"), ("return inner()", "returned")]
)
def test_a_generator_is_made_before_it_is_given(gives: str, key: str, tmp_path: Path) -> None:
    text = f"def inner():\n    yield 1\ndef outer():\n    {gives}\n[*outer()]\n"
    all_ = recorded(record_unread(write_program(tmp_path, text)).path)
    found = next(found for _, said in all_ if key in (found := [one.key for one in said]))
    assert found.index("generator-made") < found.index(key)
