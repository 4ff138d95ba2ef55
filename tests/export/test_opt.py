"""The Python Tutor trace of a recording, in cases without a golden trace."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.export.opt_traces import exported
from visualizer.export.opt import write_opt
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session

type Export = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def trace_of(tmp_path: Path) -> Export:
    """Record a text as a program, and return the trace of its export."""

    def trace(text: str) -> list[dict[str, Any]]:
        program = tmp_path / "prog.py"
        program.write_text(text, encoding="utf-8")
        found: list[dict[str, Any]] = exported(program, tmp_path / "run.memtrace")["trace"]
        return found

    return trace


def test_the_program_stands_in_front_and_every_entry_has_a_line_of_its_own(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("x = 1\ny = 2\n", encoding="utf-8")
    found = exported(program, tmp_path / "run.memtrace")
    assert found["code"] == "x = 1\ny = 2\n"
    assert [entry["event"] for entry in found["trace"]] == ["step_line", "step_line", "return"]
    recording = Recording.open(tmp_path / "run.memtrace")
    out = io.StringIO()
    write_opt(recording, out)
    recording.close()
    lines = out.getvalue().splitlines()
    assert [json.loads(line.rstrip(","))["line"] for line in lines[1:-1]] == [1, 2, 2]


def test_a_cut_run_is_marked_at_its_end(tmp_path: Path) -> None:
    program = tmp_path / "prog.py"
    program.write_text("x = 0\nwhile True:\n    x += 1\n", encoding="utf-8")
    out = tmp_path / "run.memtrace"
    session = Session(Options(program, max_steps=20), Writer(out, program.name))
    session.start()
    session.wait()
    recording = Recording.open(out)
    written = io.StringIO()
    write_opt(recording, written)
    recording.close()
    trace = json.loads(written.getvalue())["trace"]
    assert trace[-1]["event"] == "instruction_limit_reached"
    assert trace[-1]["exception_msg"]
    assert set(trace[-1]) == {"event", "exception_msg"}
    assert trace[-2]["event"] == "step_line"


def test_code_of_the_program_is_not_run_for_a_text(trace_of: Export) -> None:
    trace = trace_of(
        "class Loud:\n"
        "    def __str__(self):\n"
        "        print('asked')\n"
        "        return 'text'\n"
        "class Refused(Exception):\n"
        "    __str__ = Loud.__str__\n"
        "a = Loud()\n"
        "b = Refused('no')\n"
    )
    heap = trace[-1]["heap"]
    assert heap[str(trace[-1]["globals"]["a"][1])] == ["INSTANCE", "Loud"]
    assert heap[str(trace[-1]["globals"]["b"][1])] == ["INSTANCE", "Refused"]
    assert trace[-1]["stdout"] == ""


def test_no_address_stands_in_a_trace(trace_of: Export) -> None:
    trace = trace_of(
        "from functools import partial\n"
        "def gen():\n"
        "    yield 1\n"
        "class Plain:\n"
        "    def m(self): pass\n"
        "    s = staticmethod(m)\n"
        "p = Plain()\n"
        "things = [gen(), p.m, partial(gen), iter([p]), {'p': p}, zip([p]), object()]\n"
        "class Rows(list): pass\n"
        "rows = Rows([p, gen, print, Plain, things[0]])\n"
        "error = ValueError(p)\n"
    )
    assert "0x" not in json.dumps(trace)


def test_an_object_keeps_its_number_and_a_new_one_at_its_address_gets_another(
    trace_of: Export,
) -> None:
    trace = trace_of("kept = []\nfor i in range(20):\n    fresh = [i]\n    fresh = None\n")
    numbers = [e["globals"]["fresh"][1] for e in trace if e["globals"].get("fresh")]
    assert len(set(numbers)) == 20
    assert {e["globals"]["kept"][1] for e in trace if "kept" in e["globals"]} == {1}


def test_a_long_chain_of_objects_is_no_trouble(trace_of: Export) -> None:
    trace = trace_of(
        "from functools import reduce\n"
        "from operator import add\n"
        "chain = None\n"
        "def link(n):\n"
        "    return [n, chain]\n"
        "for n in range(3):\n"
        "    chain = link(n)\n"
        "rows = []\n"
        "deep = reduce(lambda inner, _: (inner,), [0] * 2, rows)\n"
        "exec('for n in range(5000): chain = [n, chain]')\n"
        "end = 1\n"
    )
    assert sum(thing[0] == "LIST" for thing in trace[-1]["heap"].values()) > 5000


def test_other_threads_and_other_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("def helper(f):\n    return f(1)\n", encoding="utf-8")
    program = tmp_path / "prog.py"
    program.write_text(
        "import threading\n"
        "from beside import helper\n"
        "def job(n):\n"
        "    return n + 1\n"
        "thread = threading.Thread(target=job, args=(5,))\n"
        "thread.start()\n"
        "thread.join()\n"
        "two = helper(job)\n",
        encoding="utf-8",
    )
    trace = exported(program, tmp_path / "run.memtrace")["trace"]
    assert trace[-1]["globals"]["helper"] == ["IMPORTED_FAUX_PRIMITIVE", "imported object"]
    calls = [entry for entry in trace if entry["event"] == "call"]
    assert [entry["func_name"] for entry in calls] == ["job"]
    assert calls[0]["stack_to_render"][0]["encoded_locals"] == {"n": 1}
    assert {entry["func_name"] for entry in trace} == {"<module>", "job"}


def test_a_program_that_cleans_up_as_it_dies_returns_at_the_end(trace_of: Export) -> None:
    trace = trace_of("try:\n    raise KeyError('k')\nfinally:\n    last = 'line'\n")
    assert [entry["event"] for entry in trace] == [
        *("step_line", "step_line", "exception", "step_line", "return"),
    ]
    assert trace[-1]["globals"] == {"last": "line"}
    assert trace[2]["exception_msg"] == "KeyError: 'k'"


def test_a_program_that_exits_ends_with_the_exception(trace_of: Export) -> None:
    trace = trace_of("def leave():\n    raise SystemExit(3)\nleave()\n")
    assert [entry["event"] for entry in trace][-3:] == ["exception", "return", "exception"]
    assert trace[-1]["exception_msg"] == "SystemExit: 3"


def test_classes_of_the_interpreter_are_shown_with_their_contents(trace_of: Export) -> None:
    trace = trace_of("kinds = [KeyError, int]\n")
    heap = trace[-1]["heap"]
    classes = {thing[1]: thing for thing in heap.values() if thing[0] == "CLASS"}
    assert classes["KeyError"][2] == ["LookupError"]
    names = sorted(vars(KeyError).keys() - {"__doc__"})  # before 3.14 with its own __init__
    assert [pair[0] for pair in classes["KeyError"][3:]] == names
    number = dict(classes["KeyError"][3:])["__str__"][1]
    text = "<slot wrapper '__str__' of 'KeyError' objects>"
    assert heap[str(number)] == ["INSTANCE_PPRINT", "wrapper_descriptor", text]


def test_texts_that_json_has_no_letters_for_come_through(trace_of: Export) -> None:
    trace = trace_of("a = '\\ud800'\nb = 'it\\'s \"so\"\\\\ \\x00'\nc = -7\nd = 10 ** 60\n")
    assert trace[-1]["globals"] == {"a": "\ud800", "b": 'it\'s "so"\\ \x00', "c": -7, "d": 10**60}


SAME = "class Same(tuple):\n    __eq__, __hash__ = object.__eq__, object.__hash__\n"
RECURSIVE = "[([([...],)], ([(...)],), None), ([(...)],), [([...],)]]"
TEXTS = (
    ("ValueError('a')", "a"),
    ("KeyError('a')", "'a'"),
    ("Exception(1, 'two', None)", "(1, 'two', None)"),
    ("OSError(2, 'No such file')", "[Errno 2] No such file"),
    ("OSError(2, 'No such file', 'a')", "[Errno 2] No such file: 'a'"),
    ("OSError(2, 'No such file', 'a', None, 'b')", "[Errno 2] No such file: 'a' -> 'b'"),
    ("ExceptionGroup('eg', [ValueError(1), KeyError(2)])", "eg (2 sub-exceptions)"),
    ("StopIteration(5)", "5"),
    (
        "UnicodeDecodeError('utf-8', b'a', 0, 1, 'no')",
        "'utf-8' codec can't decode byte 0x61 in position 0: no",
    ),
    ("SyntaxError('no', ('f', 3, 1, 'x'))", "no (f, line 3)"),
    ("Exception([1, {'k': (2,)}])", "[1, {'k': (2,)}]"),
    ("Exception(ValueError('in'))", "in"),
    ("{'b': 1, 'a': 2}.keys()", "dict_keys(['b', 'a'])"),
    ("frozenset({3})", "frozenset({3})"),
    ("frozenset()", "frozenset()"),
    ("bytearray(b'x')", "bytearray(b'x')"),
    ("slice(1, None)", "slice(1, None, None)"),
    ("3 - 2j", "(3-2j)"),
    ("__import__('collections').Counter('abca')", "Counter({'a': 2, 'b': 1, 'c': 1})"),
    ("__import__('collections').OrderedDict(a=[1])", "OrderedDict({'a': [1]})"),
    ("type('S', (str,), {})('it\\'s')", "it's"),
    ("Exception(type('S', (str,), {})(''), 1)", "('', 1)"),
    ("KeyError(type('S', (str,), {})('a'))", "'a'"),
    ("type('B', (bytearray,), {})(b'x')", "B(b'x')"),
    ("type('E', (ValueError,), {'__repr__': lambda _: 'no'})('a')", "a"),
    ("type('SyntaxError', (Exception,), {})('no', 1)", "('no', 1)"),
    ("BlockingIOError(1, 'no', 5)", "[Errno 1] no"),
    ("Exception([-0j, complex('nan')])", "[(-0-0j), (nan+0j)]"),
    ("Exception([(rows := [], one := (rows,), rows.append(one)), one, rows])", RECURSIVE),
    ("Exception({Same((1, 2)): 3, Same((1, 2)): 4})", "{(1, 2): 3, (1, 2): 4}"),
    ("type('I', (int,), {})(7)", "7"),
    ("type('L', (list,), {})([1])", "[1]"),
    ("type('F', (frozenset,), {})([1])", "F({1})"),
    ("type('D', (dict,), {})(k=1)", "{'k': 1}"),
)


def test_texts_that_builtin_classes_print_are_composed(trace_of: Export) -> None:
    lines = (f"thing_{n} = {making}\n" for n, (making, _) in enumerate(TEXTS))
    entry = trace_of(SAME + "".join(lines))[-1]
    shown = [entry["heap"][str(entry["globals"][f"thing_{n}"][1])] for n in range(len(TEXTS))]
    assert [thing[0] for thing in shown] == ["INSTANCE_PPRINT"] * len(TEXTS)
    assert [thing[2] for thing in shown] == [text for _, text in TEXTS]


def test_a_number_that_python_refuses_to_print_has_its_recorded_text(trace_of: Export) -> None:
    trace = trace_of("a = Exception([16 ** 4000])\n")
    shown = trace[-1]["heap"][str(trace[-1]["globals"]["a"][1])]
    assert shown[2] == f"[0x1{'0' * 4000}]"


@pytest.mark.parametrize(
    "change", ["object = 5", "object = 'a' * 9000", "args = ('utf-8', b'', 10**30, 1, '')"]
)
def test_the_text_of_a_changed_codec_error_reads_no_memory_of_others(
    trace_of: Export, change: str
) -> None:
    start = -(10**15)
    trace = trace_of(
        f"a = UnicodeDecodeError('utf-8', b'a', {start}, {start + 1}, 'no')\n"
        f"b = UnicodeDecodeError('utf-8', b'a', 0, 1, 'no')\nb.{change}\n"
    )
    shown = [trace[-1]["heap"][str(trace[-1]["globals"][name][1])][2] for name in "ab"]
    assert shown[0] == f"('utf-8', b'a', {start}, {start + 1}, 'no')"
    assert shown[1].startswith("('utf-8', ")


def test_a_field_of_a_library_record_has_its_name(trace_of: Export) -> None:
    trace = trace_of("from urllib.parse import urlsplit\nparts = urlsplit('a:b')\n")
    shown = trace[-1]["heap"][str(trace[-1]["globals"]["parts"][1])]
    assert shown[:2] == ["INSTANCE_PPRINT", "SplitResult"]
    assert shown[2].startswith("SplitResult(scheme='a', netloc='', path='b'")


def test_a_date_is_given_by_its_value_in_another_form(trace_of: Export) -> None:
    trace = trace_of("""
from datetime import date
class Days(dict): pass
days = Days(day=date(2026, 11, 21))
day = days["day"]
print(day)
""")
    heap = json.dumps(trace[-1]["heap"])
    assert "2026-11-21" in heap
    assert "<date object>" in heap
