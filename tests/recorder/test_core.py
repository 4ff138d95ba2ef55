"""The C engine makes the same steps as the Python recorder, and the recording names it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import visualizer
from tests.recorder.conftest import Record
from tests.recorder.differential import (
    Tally,
    judge,
    kept_programs,
    memory_that_never_comes_again,
)
from tests.recorder.library_samples import OF_LIBRARY
from tests.recorder.runs import (
    program_python,
    program_version,
    record,
    record_unread,
    write_program,
)
from tests.recorder.watched_samples import WATCHED
from visualizer.recording import Recording, Writer
from visualizer.session.engine.build_choice import has_installed_build
from visualizer.session.options import Options
from visualizer.session.session import Session

HAS_ENGINE = has_installed_build()

LINES = {
    "a generator that waits while it handles an exception": """
        def numbers():
            try: yield 1
            except ValueError as error: yield error
            yield 2
        g = numbers()
        a = next(g)
        a = g.throw(ValueError(7))
        a = None
        a = next(g)
    """,
    "attributes of a dict, set in another order than their names": """
        class Table(dict):
            def __init__(self, first, second):
                self.zeta = first
                self.alpha = second
        table = Table([1], [2])
        table["key"] = table.alpha
    """,
    "names that frames were given from elsewhere": """
        import sys
        def paused():
            y = [1]
            own = lambda: y
            frame = sys._getframe()
            frame.f_locals["given"] = y
            frame.f_locals[5] = own
            frame.f_locals[(1, 2)] = [3]
            class Text(str):
                def __hash__(self): return 7
                def __eq__(self, other): return str(self) == other
            frame.f_locals[Text("t")] = [4]
            yield y
            frame.f_locals["given"] = [5]
            del y, own
            yield [frame.f_locals["given"] for _ in [1]]
        def lists():
            y, z, d = [1], [2], [3]
            own = lambda: y
            frame = sys._getframe()
            frame.f_locals["a"] = y
            frame.f_locals["b"] = z
            frame.f_locals["c"] = d
            frame.f_locals["e"] = frame
            x = [z, d, (yield), y]
            yield
            for one in going: yield one
            yield
        p = lists()
        next(p)
        p.gi_frame.f_locals["it"] = going = iter([[1]])
        next(p)
        a = next(p)
        p = paused()
        y = next(p)
        p.gi_frame.f_locals["late"] = [6]
        a = 1
        p.gi_frame.f_locals["late"] = y = [7]
        a = 2
        y = next(p)
        a = next(p, 0)
        async def numbers():
            sys._getframe().f_locals["given"] = [8]
            yield [1]
        n = numbers()
        try: n.__anext__().send(None)
        except StopIteration as error: a = error.value
        n.ag_frame.f_locals["later"] = [9]
        def left():
            sys._getframe().f_locals["given"] = [2]
            raise KeyError(sys._getframe())
        try: left()
        except KeyError as error: frame = error.args[0]
        a = frame.f_locals["given"]
        frame.clear()
        left()
    """,
    "type parameters with attributes": """
        from typing import ParamSpec, TypeVar, TypeVarTuple
        T = TypeVar("T")
        T.more = [1]
        def f[X, **P, *Q](x: X) -> X: return x
        p, q, r = f.__type_params__
        q.x = r.x = [3]
        a = p.x = q.x
        P, V = ParamSpec("P"), TypeVarTuple("V")
        a = 3
    """,
    "an asynchronous comprehension that waits where it has waited before": """
        import types
        @types.coroutine
        def pause(): yield
        async def numbers(limit):
            for n in range(limit):
                await pause()
                yield n
        async def main(): return [[n] async for n in numbers(4) if n]
        waits = main()
        try:
            for _ in range(9): waits.send(None)
        except StopIteration as error: found = error.value
    """,
    "a frame that is kept, with variables in cells and names given later": """
        import sys
        def made(n):
            inner = [n]
            def replaced():
                nonlocal n, inner
                n = n + 1000
                inner = [n]
            return sys._getframe(), replaced
        frame, replaced = made(1000)
        replaced()
        x = 1
        replaced()
        def plain(): return sys._getframe()
        other = plain()
        other.f_locals["given"] = [1]
        x = 2
        other.f_locals["given"] = [2]
        x = 3
    """,
    "variables far down the stack that are written from above": """
        import sys
        def deep(n):
            own = [n]
            if n:
                deep(n - 1)
                return own
            sys._getframe(38).f_locals["own"] = [2000]
            sys._getframe(37).f_locals["more"] = [2001]
            a = 1
            b = 2
        deep(40)
    """,
    "one object in a variable and in a cell of a paused one": """
        def numbers(items, other):
            same = items
            get = lambda: other
            last = other
            for one in items: yield [one]
        things = [700]
        g = numbers(things, things)
        a = next(g)
        b = next(g, a)
    """,
    "a paused loop over what is in a cell": """
        def make():
            items = [700]
            def numbers():
                for one in items: yield [one]
            return numbers
        g = make()()
        a = next(g)
        b = next(g, a)
    """,
    "large sets and dicts among many objects, changed where they are read and beyond": """
        words = list(map("{}w".format, range(2_000)))
        seen = set(range(5_000, 16_000))
        held = dict.fromkeys(range(5_000, 16_000))
        text = dict.fromkeys(words)
        x = 1
        x = 2
        seen.add(3)
        seen.add(900_001)
        seen.discard(5_000)
        seen.discard(15_990)
        held[5_001] = [1]
        held[15_991] = [2]
        held[20_000] = [3]
        del held[5_002]
        del held[15_992]
        text["5w"] = [4]
        text["new"] = [5]
        del text["6w"]
        seen |= set(range(100_000, 130_000))
        held.update(dict.fromkeys(range(100_000, 130_000)))
        seen.discard(5_003)
        held[5_003] = [6]
        seen.clear()
        held.clear()
        x = 3
    """,
    "numbers": """
        total = 0
        for i in range(300, 340):
            total += i * 1000003
        """,
    "in a function": """
        def work(n):
            total = 0.5
            for i in range(n):
                total = total * 1.5 - i
                even = i % 2 == 0
            return total
        work(20)
        """,
    "several names": """
        a, b = 1000, 2000
        for i in range(20):
            a, b = b, a
            a, b = b, a + b
            c = d = a - 1
            c = d
            d = a
        """,
    "numbers that grow out of 64 bits": """
        n = 3
        while n < 10 ** 40:
            n = n * n
            n = -n * -1
        """,
    "text": """
        s = ""
        t = "x"
        while s < "xxxxxxxxxxxxxxx":
            s = s + t
            u = s + "'"
            v = s + "é"
        """,
    "constants": """
        for i in range(10):
            x = 1000000
            y = 2.5
            x = i
            y = "some text of a constant"
        """,
    "a jump within a line": """
        n = 1000
        while n < 1020: n += 1
        """,
    "an error in a line": """
        for i in range(6):
            try:
                x = 10 ** 6
                x = x // (i - 3)
            except ZeroDivisionError:
                x = 0
        """,
    "range is something else": """
        def numbers(n):
            return iter([[n], [n, n], [n, n, n]])
        def work(range):
            a = 1000
            for b in range(3):
                a = a + 1
        work(numbers)
        range = numbers
        for b in range(3):
            a = 1000
        """,
    "calls in between": """
        def add(a, b):
            c = a + b
            return c
        total = 1000
        for i in range(10):
            total = add(total, i)
            total = total + 1
            twice = total * 2
        """,
    "functions that begin": """
        class Point:
            def __init__(self, x, y=1000):
                total = x + y
                self.x = total
            def __del__(self):
                gone = 2000
                gone = gone + 1
        def outer(n, *more, **named):
            def inner():
                own = n * 3
                return own
            return inner
        def pairs(n):
            first = n * 1000
            yield first
        def fall(n):
            if n: return fall(n - 1) + n
            return [n]
        for i in range(4):
            p = Point(i)
            p = None
            outer(i, i, a=i)()
            list(pairs(i))
            sorted([3000, 1000 + i], key=lambda n:
                -n)
        try:
            fall(3)
        except TypeError:
            i = 0
        """,
    "a name that comes and goes": """
        def work():
            for i in range(8):
                if i % 2:
                    x = i * 1000
                    y = x
                else:
                    x = None
                    y = 5
                    del x
        work()
        """,
    "the collector runs": """
        import gc
        kept = []
        n = 1000
        while n < 1020:
            n += 1
            m = n
            kept = [[kept]]
            if n % 5 == 0:
                gc.collect(n % 3)
        """,
    "a closure and a global": """
        count = 1000
        def outer():
            own = 500
            def inner():
                global count
                nonlocal own
                for i in range(5):
                    own += i
                    count += own
                    both = own + count
                return both
            return inner()
        outer()
        """,
    "many objects": """
        class Node:
            def __init__(self, value):
                self.value = value
        numbers = list(range(300, 900))
        nodes = list(map(Node, range(1000, 1200)))
        pairs = [(n, [n]) for n in numbers[:20]]
        for i in range(6):
            numbers[i], numbers[-i] = numbers[-i], numbers[i]
            numbers.append(i * 1000)
            nodes[i].value = i * 2000
            nodes[-1].next = nodes[i]
            pairs[i] = nodes.pop(i)
            pairs.append({i: [i, 2.5, "a text of one"]})
        """,
    "attributes that have one value at first, of many objects": """
        class Node:
            def __init__(self):
                self.right = self.left = self.down = self.up = None
        numbers = list(range(300, 900))
        first = Node()
        second = Node()
        first.right, first.left, first.down, first.up = numbers[:4]
        third = Node()
        second.right, second.left, second.down, second.up = numbers[4:8]
        first.right = first.left = first.down = first.up = None
        third.right, third.left = 5000, 6000
        """,
    "far down": """
        def down(n):
            m = n * 1000
            m = m + 1
            if n:
                down(n - 1)
            m = m - 1
            m = m + 2
        down(130)
        """,
    "lists that grow": """
        def squares(n):
            found = []
            for i in range(n):
                found.append(i * 1000)
            return found


        def pick(n, some):
            out = []
            for i in range(n):
                a = i * 500
                if a > 1000: out.append(a)
                out.append("text of it")
                out.append(1.5 * i)
            some.append(n)
            return out


        kept = []
        for i in range(600):
            kept.append(i)
        kept.append(kept)
        more = kept
        more.append(5)
        for i in range(3):
            kept.append(None)
            kept.append(more)
        a = squares(10)
        b = pick(6, a)
        print(len(kept), sum(kept[:20]), a, b)
        kept.pop()
        for i in range(3):
            kept.append(i + 1000)
            x = i + 2000
            kept.append(x)
            kept.append(x)
            x = 7
            y = kept[-1]
        kept.clear()
        for i in range(3):
            kept.append(i + 1000)
        """,
    "a generator": """
        def numbers(n):
            a = 1000
            while n:
                a += n
                b = a
                n -= 1
                yield a
        for x in numbers(6):
            y = x
            y = y + 1
        """,
}


@pytest.fixture(autouse=True)
def _the_variable_is_put_back() -> Iterator[None]:
    before = dict(os.environ)
    os.environ["PYTHONHASHSEED"] = "0"
    yield
    os.environ.clear()
    os.environ.update(before)


def recorder_of(path: Path) -> str:
    with closing(Recording.open(path)) as recording:
        return recording.header.recorder


@pytest.mark.share(2)
@pytest.mark.needs_core
@pytest.mark.parametrize("name", LINES | OF_LIBRARY | WATCHED)
def test_both_recorders_agree_on_lines_of_every_kind(name: str, tmp_path: Path) -> None:
    program = write_program(tmp_path, (LINES | OF_LIBRARY | WATCHED)[name])
    tally = Tally()
    assert judge(program, tally) == []
    assert tally.steps > 5
    assert tally.checks > tally.steps
    assert not tally.unsteady


@pytest.mark.needs_core
@pytest.mark.skipif(sys.platform == "win32", reason="Windows preloads no library")
def test_there_is_memory_that_never_comes_again() -> None:
    assert memory_that_never_comes_again(str(program_python() or sys.executable))


def comparable() -> list[Path]:
    """Return the stored programs without those whose threads take turns by chance, and one more.

    Before 3.13.2 the Python recorder leaves out a variable of a comprehension that is a cell
    (GUARANTEES.md).
    """
    out = {"lambdas_as_keys.py"} if program_version() < (3, 13, 2) else set()
    return [
        path
        for path in kept_programs()
        if path.name not in out and b"threading" not in path.read_bytes()
    ]


@pytest.mark.needs_core
@pytest.mark.share(12)
@pytest.mark.parametrize("path", comparable(), ids=lambda path: path.name)
def test_both_recorders_agree_on_kept_programs(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(path.parent, tmp_path / "copy"), path.name)
    assert judge(copy, Tally()) == []


def test_a_recording_names_its_recorder(tmp_path: Path) -> None:
    program = write_program(tmp_path, "x = 1000\n")
    there = "core" if HAS_ENGINE else "python"
    for wanted, found in (("python", "python"), ("core", there), ("auto", there)):
        os.environ["VISUALIZER_RECORDER"] = wanted
        assert recorder_of(record_unread(program).path) == found


def test_without_the_part_in_c_and_a_compiler_python_records(tmp_path: Path) -> None:
    package = Path(visualizer.__file__).parent
    unbuilt = shutil.ignore_patterns("native.*.so", "native.*.pyd", "__pycache__")
    copy = shutil.copytree(package, tmp_path / "elsewhere" / "visualizer", ignore=unbuilt)
    program = write_program(tmp_path, "x = 1000\ny = x + 1\nprint(y)\n")
    ran = subprocess.run(
        [sys.executable, "-m", "visualizer", "record", program],
        env=os.environ | {"PYTHONPATH": str(copy.parent), "PATH": "/nowhere", "CC": ""},
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == (f"1001{os.linesep}".encode(), b"")
    assert recorder_of(tmp_path / "prog.memtrace") == "python"


def test_the_options_are_asked_before_the_environment(tmp_path: Path) -> None:
    os.environ["VISUALIZER_RECORDER"] = "core"
    program = write_program(tmp_path, "x = 1000\n")
    path = tmp_path / "prog.memtrace"
    session = Session(
        Options(program, directory=tmp_path, recorder="python"), Writer(path, program.name)
    )
    session.start()
    session.close_input()
    session.wait()
    assert recorder_of(path) == "python"


def test_a_program_is_paused_where_its_credit_ends(tmp_path: Path) -> None:
    text = "n = 1000\nwhile n < 2000:\n    n += 1\n"
    program = write_program(tmp_path, text)
    path = tmp_path / "prog.memtrace"
    options = Options(program, directory=tmp_path, max_steps=500)
    session = Session(options, Writer(path, program.name))
    session.start()
    session.close_input()
    assert session.wait().reason.value == "step-limit"
    with closing(Recording.open(path)) as recording:
        recording.check()
        assert recording.steps == 500


def test_a_ring_that_is_full_is_waited_for(tmp_path: Path) -> None:
    program = write_program(tmp_path, "n = 1000\nwhile n < 31000:\n    n += 1\n")
    recorded = record_unread(program)
    with closing(Recording.open(recorded.path)) as recording:
        state = recording.cursor().seek(recording.steps)
    assert recording.steps == 2 * 30_000 + 3
    assert state.step is not None
    assert state.step.event.value == "finish"


@pytest.mark.needs_core
def test_values_read_in_c_are_those_of_python(tmp_path: Path) -> None:
    program = write_program(tmp_path, LINES["several names"])
    by_core = record(program)
    a = [moment.value(moment.names["a"]) for moment in by_core.moments if "a" in moment.names]
    assert a[0] == "1000"
    assert len(set(a)) > 10


@pytest.mark.needs_core
def test_a_new_global_name_is_sent_without_those_before_it(
    recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = list[int]()
    add = Writer.add

    def noted(self: Writer, records: bytes, most: int) -> int:
        sent.append(add(self, records, most))
        return sent[-1]

    monkeypatch.setattr(Writer, "add", noted)
    run = recorded("\n".join(f"name{n} = {n}" for n in range(300)))
    assert [*run.last.names] == [f"name{n}" for n in range(300)]
    assert sum(sent) < 300 * 1_000
