"""The audit events (PEP 578) that the recorder causes in a program with a hook."""

import ast
from pathlib import Path

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import record, run_plainly, write_program
from visualizer.model import Instance, Other
from visualizer.recorder.events.audited import unaudited_id

# The hook is a builtin method: the recorder would read a function.
LISTEN = "import sys\nseen = {}\nsys.addaudithook(seen.setdefault)\n"
SILENT = {
    "values and names": "a = 1000; b = a * 1.5; c = f'{a}'; d = a, b; a = 1001",
    "lists": "a = [1]; a.append([a]); a += [2]; b = a[:]; a[0] = b",
    "dicts and sets": "a = {1: 2}; a[3] = {'k': a}; a.update(x=1); b = {1, 2}; b.add(1.5)",
    "instances": "class A: pass\na = A()\na.x = A()\na.x.y = [a]\na.z = 1\ndel a.z\na.x.v = 2",
    "derived from builtins": "class L(list): pass\na = L([1])\na.append(a)\na.more = 2",
    "frames": "(lambda n: [n, (lambda m: m + n)(2)])(1)\nclass B:\n    x = 1\n    y = x",
    "comprehensions": "a = [n * 2 for n in (1, 2, 3)]\nb = {n: [n] for n in a}",
    "loops": "t = 0\nfor i in range(5): t += i\nwhile t: t -= 1",
}
OF_CODE = {"object.__getattr__"}
OF_REST = {"gc.get_referents", "gc.get_objects"}
LEFT = {
    "what drops out of reach": ("a = [1]\na = 2\nb = 3", {"gc.get_objects"}),
    "functions": ("def f(n): return n\nf(1)", {*OF_CODE, *OF_REST}),
    "generators": ("g = (n for n in (1, 2))\nnext(g)\nnext(g)", {*OF_CODE, *OF_REST}),
    "slots": ("class A: __slots__ = ('p',)\na = A()\na.p = 1", {"gc.get_referents"}),
    "iterators": ("a = iter([1, 2])\nnext(a)\nb = 1", {"gc.get_referents"}),
    "exceptions": (
        "try: 1 / 0\nexcept ZeroDivisionError as e: a = [e.args]",
        {*OF_CODE, *OF_REST},
    ),
    "threads": (
        "from _thread import start_new_thread, allocate_lock\nlock = allocate_lock()\n"
        "lock.acquire()\nstart_new_thread(lock.release, ())\nlock.acquire()\na = 1",
        {"gc.get_referents", "sys._current_frames"},
    ),
}
"""All events that the recorder cannot avoid, by the object that it reads then."""


def heard(folder: Path, text: str) -> tuple[set[str], set[str]]:
    """Return the names of the audit events in a program, plain and recorded."""
    program = write_program(folder, LISTEN + text + "\nprint([*seen])\n")
    plain, recorded = run_plainly(program), record(program)
    assert plain.exit_code == recorded.exit_code == 0, (plain, recorded.plainly)
    return set(ast.literal_eval(plain.stdout)), set(ast.literal_eval(recorded.stdout))


@pytest.mark.parametrize("name", SILENT)
def test_frames_lists_dicts_and_instances_are_looked_at_in_silence(
    name: str, tmp_path: Path
) -> None:
    plain, recorded = heard(tmp_path, SILENT[name])
    assert recorded - {"gc.get_objects"} == plain
    if "del" not in SILENT[name] and "lambda" not in SILENT[name]:
        assert recorded == plain


@pytest.mark.parametrize("name", LEFT)
def test_nothing_else_is_heard_of_objects_that_cannot_be_read_in_silence(
    name: str, tmp_path: Path
) -> None:
    text, left = LEFT[name]
    plain, recorded = heard(tmp_path, text)
    assert recorded - plain <= left


def test_a_hook_that_foreign_code_installs_is_noticed_too(tmp_path: Path) -> None:
    text = "import sys, foreign\nseen = foreign.seen\na = {1: [2]}\nb = a\nprint([*seen])"
    program = write_program(tmp_path / "program", text)
    foreign = "import sys\nseen = {}\nsys.addaudithook(seen.setdefault)\n"
    write_program(program.parent / "site-packages", foreign, "foreign.py")
    program.write_text(f"import sys\nsys.path.append('site-packages')\n{text}\n")
    assert record(program).stdout == run_plainly(program).stdout


def test_objects_read_in_silence_are_seen_all_the_same(recorded: Record) -> None:
    done = recorded(
        LISTEN
        + """
class A:
    kind = "a"
    def __init__(self, n):
        self.n = n
        self.m = [n]
    @property
    def own(self): return 1 / 0
class B(A):
    __slots__ = ("p",)
def f(k):
    local = [k]
    if k: return f(k - 1)
    return local
a = A(1000)
b = B(2000)
b.p = a
b.kind = "b"
numbers = (n for n in (1, 2))
c = f(2), next(numbers)
print(id(a), id(b), id(c), sys.getrefcount((a,)[0]) - 1)
"""
    )
    assert done.stdout, done.stderr
    address_a, address_b, address_c, count = map(int, done.stdout.split())
    last = done.at(24)
    assert [last.object(name).address for name in "abc"] == [address_a, address_b, address_c]
    assert last.object("a").refcount == count
    assert {name for name, _ in last.content("a", Instance).attributes} == {"n", "m"}
    assert {name for name, _ in last.content("b", Instance).attributes} == {"n", "m", "p", "kind"}
    deepest = done.all_at(17)[0]
    assert [frame.function for frame in deepest.frames] == ["<module>", "f", "f", "f"]
    assert dict(deepest.frames[-1].locals).keys() == {"k", "local"}


def test_an_attribute_set_by_a_name_made_at_run_time_is_seen_in_silence(recorded: Record) -> None:
    done = recorded(LISTEN + "class A: pass\na = A()\nsetattr(a, 'x%d' % 1, 5)\nb = 1\n")
    assert [name for name, _ in done.at(7).content("a", Instance).attributes] == ["x1"]


def test_the_silent_way_to_an_address_gives_the_same_as_id() -> None:
    things: list[object] = [[], {}, 1.5, "text", len, int, type, object(), self_made(), None]
    assert [unaudited_id(thing) for thing in things] == [id(thing) for thing in things]


def test_a_traceback_is_read_without_the_code_of_its_frame(
    recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", "python")
    done = recorded(
        LISTEN + "try: 1 / 0\nexcept ZeroDivisionError as e: kept = e.__traceback__\na = 1\n"
    )
    assert done.last.content("kept", Other).facts == (("tb_lineno", "4"),)


def self_made() -> object:
    """Return an object whose class defines a hash."""

    class Hashed:
        def __hash__(self) -> int:
            raise AssertionError

    return Hashed()
