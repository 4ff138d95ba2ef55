"""The evaluation stacks of running frames, and the reason of each operand."""

import ast
import difflib
import inspect
import opcode
import sys
import textwrap
from collections.abc import Iterator
from types import CodeType, FrameType
from typing import Any

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import Moment, Recorded, program_version
from visualizer.explain.references.ledger import Ledger
from visualizer.model import Event, State
from visualizer.model import Iterator as Walking
from visualizer.recorder.frames.heights import StackHeights
from visualizer.recorder.frames.operands import Operands
from visualizer.recorder.locks.lock_sites import local_names

type Seen = list[tuple[str, int | None]]

HEAD = "items = [[1], [2], [3]]\ntable = {'k': [1], 'l': [2]}\n"
LOOPS: dict[str, tuple[str, Seen]] = {
    "a list": ("for x in items: pass\n", [("list_iterator", 1)]),
    "a tuple": ("for x in (*items,): pass\n", [("tuple_iterator", 1)]),
    "a string": ("for x in 'ab': pass\n", [("str_ascii_iterator", 1)]),
    "a set": ("for x in {1, 2}: pass\n", [("set_iterator", 1)]),
    "a dict": ("for x in table: pass\n", [("dict_keyiterator", 1)]),
    "its items": ("for x in table.items(): pass\n", [("dict_itemiterator", 1)]),
    "its values": ("for x in table.values(): pass\n", [("dict_valueiterator", 1)]),
    "enumerate": ("for x in enumerate(items): pass\n", [("enumerate", 1)]),
    "zip": ("for x in zip(items, items): pass\n", [("zip", 1)]),
    "map": ("for x in map(len, items): pass\n", [("map", 1)]),
    "reversed": ("for x in reversed(items): pass\n", [("list_reverseiterator", 1)]),
    "a generator": ("def g(): yield from (1, 2)\nfor x in g(): pass\n", [("generator", 1)]),
    "an iterator with a name": (
        "own = iter(items)\nfor x in own: pass\n",
        [("list_iterator", 2)],
    ),
    "a range": ("for x in range(300): pass\n", []),
    "an iterator of one's own": (
        """class Own:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
for x in Own(): pass
""",
        [("Own", 2)],
    ),
    "loops in one another": (
        "for x in items:\n    for y in x: pass\n",
        [("list_iterator", 1), ("list_iterator", 1)],
    ),
    "a comprehension": (
        "def one(x): return x\nfor z in '': pass\na = [one(x) is x for x in items]\n",
        [("list_iterator", 1)],
    ),
}
LENDING: dict[str, Seen] = {
    "a tuple": [("list_iterator", 1)],
    "an iterator of one's own": [("Own", 1)],
}
"""From 3.14 on: an argument is lent, and a tuple that is only iterated is a list."""
WITHOUT_ITERATORS: dict[str, Seen] = LENDING | {
    "a list": [("list", 2)],
    "a tuple": [("list", 1)],
    "a string": [],
    "loops in one another": [("list", 2), ("list", 3)],
    "a comprehension": [("list", 2)],
}
"""From 3.15 on: a loop over a list, a tuple or a text has no iterator."""
CHANGED = ((3, 15), WITHOUT_ITERATORS), ((3, 14), LENDING)


@pytest.mark.parametrize("name", LOOPS)
def test_the_iterator_of_a_loop_is_an_object_with_its_count(name: str, recorded: Record) -> None:
    program, expected = LOOPS[name]
    run = recorded(HEAD + program)
    since = (changed for version, changed in CHANGED if program_version() >= version)
    assert next(since, {}).get(name, expected) in seen(run)
    assert not remainders(run, "list", "dict", "set", "tuple", "generator")


def test_an_iterator_shows_its_position(recorded: Record) -> None:
    run = recorded("items = {5: 0, 6: 0, 7: 0}\nfor x in items:\n    here = x\n")
    places = [one.content for moment in run.all_at(3) for one in on_stack(moment)]
    assert places == [Walking(run.at(3).names["items"], n) for n in (1, 2, 3)]
    assert len({serial for moment in run.all_at(3) for serial in moment.frames[0].operands}) == 1


LEFT = {
    "by its end": "for x in items:\n    y = x\n",
    "by break": "for x in items:\n    if x == [2]:\n        break\n",
    "by return": "def f():\n    for x in items:\n        if x == [2]:\n            return x\nf()\n",
    "by an exception": "try:\n    for x in items:\n        x / 0\nexcept TypeError: pass\n",
    "by an exception in a call": (
        "def f(x): raise KeyError\ntry:\n    for x in items: f(x)\nexcept KeyError: pass\n"
    ),
    "and begun again": "for n in (1, 2):\n    for x in items:\n        continue\n",
    "whose list has another name's place": "for x in items:\n    items = x\n",
    "whose list has lost its name": "for x in items:\n    if x == [1]: del items\n",
}


@pytest.mark.parametrize("name", LEFT)
def test_the_container_of_a_loop_is_accounted_for_until_the_loop_ends(
    name: str, recorded: Record
) -> None:
    run = recorded(HEAD + LEFT[name] + "end = 1\n")
    assert not remainders(run, "list", "list_iterator")
    last = run.moments[-1]
    assert "list_iterator" not in {one.type for one in last.heap.values()}
    born = {s for moment in run.moments for s in moment.heap} - last.heap.keys()
    assert born == {serial for moment in run.moments for serial in moment.step.freed}


def test_each_loop_has_one_iterator_from_its_beginning_to_its_end(recorded: Record) -> None:
    run = recorded(
        """
        def work(x):
            try:
                return 1 / x
            except ZeroDivisionError:
                return sorted([2, 1], key=lambda p: p)
        def walk(n):
            for a in (n, n):
                for b in map(work, [0, a]):
                    try:
                        b.nothing
                    except AttributeError:
                        yield b
        for c in walk(1): pass
        for c in zip("ab", walk(0)): pass
        """
    )
    walkers = {
        serial
        for moment in run.moments
        for serial, one in moment.heap.items()
        if one.type in ("tuple_iterator", "map", "zip")
    }
    assert len(walkers) == 3 + 1 + 2 * (program_version() < (3, 15))


WAITING = {
    "the left operand": ("x = [1]\ndef f():\n    here = 1\n    return [2]\ny = x + f()\n", "x"),
    "an argument before": ("x = [1]\ndef f():\n    here = 1\nprint(x, f())\n", "x"),
    "an item before": ("x = [1]\ndef f():\n    here = 1\ny = [x, f()]\n", "x"),
    "the receiver of a method": ("x = [1]\ndef f():\n    here = 1\nx.append(f())\n", "x"),
    "what is assigned into": ("x = [1]\ndef f():\n    here = 1\n    return 0\nx[f()] = 2\n", "x"),
    "the object of a with": (
        """class W:
    def __enter__(self): return 1
    def __exit__(self, *about): pass
x = W()
with x:
    here = 1
""",
        "x",
    ),
    "the exception that a with exits by": (
        """class W:
    def __enter__(self): return 1
    def __exit__(self, *about):
        del about
        here = 1
        return True
x = ValueError()
with W(): raise x
""",
        "x",
    ),
    "an argument of a class in C": ("x = [1]\ndef f():\n    here = 1\nzip(x, f() or ())\n", "x"),
}


@pytest.mark.parametrize("name", WAITING)
def test_waiting_values_are_on_the_stack_of_their_frame(name: str, recorded: Record) -> None:
    program, variable = WAITING[name]
    run = recorded(program)
    here = 1 + program.splitlines().index(next(s for s in program.splitlines() if "here =" in s))
    moment = run.at(here)
    assert moment.globals
    ledger = Ledger(state_of(moment))
    serial = dict(next(iter(moment.globals.values())))[variable]
    assert ledger.remainder(serial) == 0
    held = {kind for kind, _, _ in ledger.entries(serial)}
    assert held & {"stack", "self"}


def test_the_stack_holds_the_exit_method_of_a_with(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        lock = threading.Lock()
        with lock:
            here = 1
        """
    )
    moment = run.at(4)
    ledger = Ledger(state_of(moment))
    kinds = {kind: n for kind, _, n in ledger.entries(moment.names["lock"])}
    # A bound method, or from 3.14 on the function and the lock.
    assert kinds == {"global": 1, "self" if program_version() < (3, 14) else "stack": 1}


def test_a_long_list_that_only_a_loop_has_is_not_looked_at(recorded: Record) -> None:
    run = recorded("for x in [0] * 2000:\n    if x == 0: break\nfor y in [0] * 200:\n    break\n")
    assert not any(moment.frames[0].operands for moment in run.all_at(2))
    assert all(moment.frames[0].operands for moment in run.all_at(4))


def test_the_height_of_the_stack_follows_from_the_code() -> None:
    heights = StackHeights(of_many_kinds.__code__)
    kinds = dict(instructions_of_many_kinds())
    assert heights.at[0] == 0
    assert all(heights.at[at] == 1 for at, name in kinds.items() if name == "RETURN_VALUE")
    assert all(heights.guaranteed(at) == 0 for at, name in kinds.items() if name == "RETURN_VALUE")
    call = next(at for at, name in kinds.items() if name == "CALL")
    assert heights.guaranteed(call) == heights.at[call] - 3


def of_many_kinds(items: list[int]) -> object:
    for one in items:
        try:
            return [other for other in items if other > abs(one)]
        except ValueError:
            continue
    return None


def instructions_of_many_kinds() -> Iterator[tuple[int, str]]:
    code = of_many_kinds.__code__.co_code
    for at in range(0, len(code), 2):
        yield at, opcode.opname[code[at]]


def seen(run: Recorded) -> list[Seen]:
    """Return the fullest stack of the program's own frame."""
    every = [[(one.type, one.refcount) for one in on_stack(moment)] for moment in run.moments]
    most = max(map(len, every))
    return [one for one in every if len(one) == most]


def on_stack(moment: Moment) -> list:  # type: ignore[type-arg]
    own = moment.stacks.get(1, ())
    return [moment.heap[serial] for serial in own[0].operands] if own else []


def state_of(moment: Moment) -> State:
    return State(
        moment.step, moment.stacks, moment.globals, moment.heap, moment.thread_names, moment.codes
    )


def remainders(run: Recorded, *types: str) -> list[str]:
    """Return objects of these types with an unexplained count, at any line."""
    found = []
    for moment in run.moments:
        if moment.step.event != "line":
            continue
        ledger = Ledger(state_of(moment))
        for serial, one in moment.heap.items():
            if one.type in types and one.refcount is not None and ledger.remainder(serial):
                found.append(f"step {moment.step.number}: {one}")
    return found


def test_the_height_is_the_interpreters_own_at_every_line() -> None:
    operands = Operands()
    assert len(operands.words(id(operands), 1)) == 1
    known: dict[CodeType, StackHeights] = {}
    wrong: list[str] = []
    most = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal most
        code = frame.f_code
        if event == "line":
            heights = known.get(code) or known.setdefault(code, StackHeights(code))
            noted = operands.height(frame, len(local_names(code)))
            most = max(most, noted or 0)
            if heights.at[frame.f_lasti] != noted:
                wrong.append(f"{code.co_name}, line {frame.f_lineno}: {noted}")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        textwrap.wrap("a few words to be wrapped, in many lines " * 9, 20)
        list(difflib.unified_diff(["one", "two", "three"], ["one", "too", "tree"]))
        ast.unparse(ast.parse(inspect.getsource(of_many_kinds)))
    finally:
        sys.settrace(before)
    assert len(known) > 50
    assert most >= 3
    assert not wrong


def test_the_iterator_is_seen_whenever_an_exception_passes_its_loop(recorded: Record) -> None:
    run = recorded(
        """
        def fail(x):
            raise KeyError(x)
        def main():
            for n in list((300, 400, 500)):
                try:
                    fail(n)
                except KeyError:
                    pass
        main()
        """
    )
    raised = run.all_at(6, Event.EXCEPTION)
    assert [len(moment.frames[-1].operands) for moment in raised] == [1, 1, 1]


@pytest.mark.parametrize("made", ["tuple([7000, 'k'])", "frozenset((7000, 'k'))", "dict(k=7000)"])
def test_containers_of_plain_values_wait_on_the_stack_too(recorded: Record, made: str) -> None:
    """The collector does not track these, from a version on that depends on the type."""
    run = recorded(f"def f(): return 1\ndef main():\n    a, b = {made}, f()\n    pass\nmain()\n")
    called = run.at(1, Event.CALL)
    (waiting,) = called.frames[-2].operands
    assert waiting == run.at(4).names["a"]
