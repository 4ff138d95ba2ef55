"""After any failure in the recorder the program continues to its own end; the reason is stored."""

from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.recorder.planted import Planted, plant
from tests.recorder.runs import Recorded, Run, record, record_unread, run_plainly, write_program
from tests.systems import needs_fork
from visualizer.model import EndReason
from visualizer.recorder import core
from visualizer.recorder.failure import TAKEN_AWAY
from visualizer.recording import Recording

PARTS = sorted(
    ".".join(path.relative_to(folder).with_suffix("").parts)
    for folder in [Path(core.__file__).parents[1]]
    for path in folder.rglob("*.py")
    if path.name != "__init__.py" and path.parent.name != "entry"
)
"""Every module of the recorder."""
# asyncio is last: from 3.14 on it imports the module of other interpreters, and if other
# interpreters may exist the Python recorder does not ask for frames of other threads.
PROGRAM = """
    import array, functools, gc, sys, threading, weakref
    from collections import OrderedDict, deque, defaultdict

    class Base:
        kind = "base"
        def __init__(self, n): self.n, self.items = n, [n]
        def __del__(self): print("gone", self.n)

    class Slots(Base):
        __slots__ = ("extra",)
        def __init__(self, n):
            super().__init__(n)
            self.extra = (n, {n: str(n)})

    def squares(n):
        for i in range(n):
            got = yield i * i
            if got: print("got", got)

    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)

    def outer(a):
        def inner(b=[1]):
            nonlocal a
            a += 1
            return a, b
        return inner

    lock = threading.RLock()
    def work(name):
        total = 0
        for n in range(20):
            with lock:
                total += n
        results[name] = total

    things = [Base(1), Slots(2)]
    things.pop(0)
    total = 0
    for n in range(30):
        total += n
        things.append(n)
    text, number, real = "a" * 50, 10**40, 1.5
    several = {1, 2}, b"ab", bytearray(3), deque([1]), array.array("i", [1]), OrderedDict(a=1)
    gen = squares(4)
    print(next(gen), gen.send("x"), sum(gen), fact(6), outer(1)()[0])
    partial, weak, table = functools.partial(fact, 3), weakref.ref(things[0]), defaultdict(list)
    table["k"].append(weak)
    print([x + 1 for x in range(4)], {k: v for k, v in zip("ab", range(2))}, partial())
    results = {}
    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    import asyncio
    async def wait(n):
        await asyncio.sleep(0)
        return n + 1

    async def both():
        return await asyncio.gather(wait(1), wait(2))

    print(asyncio.run(both()))
    print(sorted(results.items()), total, len(things))
    try:
        {}["missing"]
    except KeyError as error:
        print("caught", error, sys.exception() is error)
    loop = []; loop.append(loop); del loop
    print(gc.collect() > 0, gc.isenabled(), sys.getswitchinterval())
    del things
    sys.setrecursionlimit(60)
    try:
        fact(1_000)
    except RecursionError:
        print("deep")
    print("read", input() if len(sys.argv) > 1 else "", file=sys.stderr)
    raise SystemExit(3)
"""


ALWAYS = 1 << 60
SAID = ("the recorder failed", "the recorder could not be started: KeyError: 'planted'")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return write_program(tmp_path / "program", PROGRAM)


def test_without_a_failure_it_is_recorded_to_its_end(program: Path) -> None:
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.end.reason is EndReason.EXITED


@cache
def plain_run() -> Run:
    """The output and end of ``PROGRAM``, which are the same in any folder."""
    with TemporaryDirectory() as folder:
        return run_plainly(write_program(Path(folder), PROGRAM))


def fails(
    program: Path, planted: Planted, monkeypatch: pytest.MonkeyPatch, plain: Run | None = None
) -> Recorded:
    """Record with that failure: the run must equal a ``plain`` run, and the recording be valid."""
    plain = plain or run_plainly(program)
    plant(planted, program.parent.parent, monkeypatch)
    recorded = record_unread(program)
    assert recorded.plainly == plain
    with closing(Recording.open(recorded.path)) as recording:
        recording.check()
        assert recording.end == recorded.end
    return recorded


ITS_OWN_END = ("ending", "failure", "events.monitoring", "events.watch")
"""The modules with which the recorder shuts down; the tests let them fail once."""
NOT_ITS = (
    *("core.wire_header", "versions"),
    *("code.expressions", "objects.briefs"),
)
"""Modules without functions, or whose functions are not called in the program."""
RECORDERS = ("python", "core")


@pytest.mark.share(5)
@pytest.mark.parametrize("recorder", RECORDERS)
@pytest.mark.parametrize("part", PARTS)
def test_if_a_part_fails_at_once_the_program_goes_on_to_its_own_end(
    program: Path, monkeypatch: pytest.MonkeyPatch, part: str, recorder: str
) -> None:
    times = 1 if part in ITS_OWN_END else ALWAYS
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    recorded = fails(program, Planted(part, times=times), monkeypatch, plain_run())
    is_of_core = part.startswith(("bridge.", "core."))
    must_fail = not is_of_core if recorder == "python" else is_of_core
    if part not in (*NOT_ITS, "steps.waiting", "failure") and must_fail:
        assert recorded.end.reason is EndReason.RECORDER_FAILED
    if recorded.end.reason is EndReason.RECORDER_FAILED and part not in (
        "failure",
        "objects.classes",
    ):
        assert recorded.end.detail.startswith(SAID), recorded.end.detail


@pytest.mark.share(5)
@pytest.mark.parametrize("recorder", RECORDERS)
@pytest.mark.parametrize("part", PARTS)
def test_if_a_part_fails_in_the_middle_the_program_goes_on_too(
    program: Path, monkeypatch: pytest.MonkeyPatch, part: str, recorder: str
) -> None:
    times = 1 if part in ITS_OWN_END else ALWAYS
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    recorded = fails(program, Planted(part, 60, times), monkeypatch, plain_run())
    if recorded.end.reason is EndReason.RECORDER_FAILED:
        assert recorded.end.detail.startswith(SAID), recorded.end.detail
    else:
        assert recorded.end.reason is EndReason.EXITED


@pytest.mark.parametrize("recorder", RECORDERS)
@pytest.mark.parametrize("after", [0, 300, 1500])
def test_if_all_parts_fail_the_program_goes_on_too(
    program: Path, monkeypatch: pytest.MonkeyPatch, after: int, recorder: str
) -> None:
    """Every kind of step fails, and the handling of failures too, at once."""
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    if recorder == "core":
        after //= 10
    named = (
        *("_record_step", "step", "reason", "write", "report_end", "_on_failure"),
        *("enable_code", "describe", "_read_items"),
    )
    recorded = fails(program, Planted("", after, names=named), monkeypatch, plain_run())
    assert recorded.end.reason is EndReason.RECORDER_FAILED


@pytest.mark.parametrize(
    ("planted", "text"),
    [
        # In another thread, while the first one waits for it in the library.
        (
            Planted("events.threads", names=("thread_name",)),
            """
            import threading
            done = []
            thread = threading.Thread(target=lambda: done.append(threading.get_ident()))
            thread.start(); thread.join()
            print(len(done), threading.active_count())
            """,
        ),
        # While the interpreter ends, after the program's last line.
        (
            Planted("files", 1, names=("is_traced",)),
            """
            import atexit
            def late():
                print("late")
                exec(compile("print('foreign')", "/elsewhere.py", "exec"))
            atexit.register(late)
            """,
        ),
    ],
)
def test_in_a_thread_and_at_the_end_it_goes_on_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, planted: Planted, text: str
) -> None:
    if planted.module == "files":
        monkeypatch.setenv("VISUALIZER_RECORDER", "python")  # only this recorder asks for these
    program = write_program(tmp_path / "program", text)
    steps = count_of_steps(record_unread(program))
    recorded = fails(program, planted, monkeypatch)
    assert recorded.end.reason is EndReason.RECORDER_FAILED
    assert 0 <= count_of_steps(recorded) < steps


def count_of_steps(recorded: Recorded) -> int:
    with closing(Recording.open(recorded.path)) as recording:
        return recording.steps


def test_memory_that_is_short_for_a_moment_costs_a_step_and_for_longer_the_recording(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", "python")
    whole = count_of_steps(record_unread(program))
    planted = Planted("steps.changes", 100, 1, "MemoryError", ("step",))
    recorded = fails(program, planted, monkeypatch)
    assert recorded.end.reason is EndReason.EXITED
    assert count_of_steps(recorded) == whole - 1
    planted = Planted("steps.changes", 100, ALWAYS, "MemoryError", ("step",))
    recorded = fails(program, planted, monkeypatch)
    assert recorded.end.reason is EndReason.RECORDER_FAILED
    assert recorded.end.detail.startswith("the recorder failed: MemoryError (changes.py")


SHORT = """
    import sys
    try:
        from _testcapi import remove_mem_hooks, set_nomemory
    except ImportError:  # not every build has it
        sys.exit()
    class Kind: pass
    for start in range(1, 30):
        for more in (1, 2, 3):
            try:
                set_nomemory(start, start + more)
                made = [{"a": Kind()}]
            except MemoryError:
                pass
            finally:
                remove_mem_hooks()
    print("over")
"""
"""A few allocations fail anywhere: the recorder repeats an interrupted step from the start."""

SHORT_IN_THE_LIBRARY = """
    import copy, sys
    try:
        from _testcapi import remove_mem_hooks, set_nomemory
    except ImportError:  # not every build has it
        sys.exit()
    class Kind: pass
    kind = Kind()
    try:
        set_nomemory(0, 0)
        copy.copy(kind)
    except MemoryError:
        pass
    finally:
        remove_mem_hooks()
    def after(): pass
    after()
"""
"""An exception passes code that the recorder sees for the first time, and cannot describe."""


@pytest.mark.needs_core
@pytest.mark.parametrize("text", [SHORT, SHORT_IN_THE_LIBRARY], ids=["anywhere", "in the library"])
def test_a_program_that_runs_short_of_memory_is_recorded_to_its_end(
    tmp_path: Path, text: str
) -> None:
    run = record_unread(write_program(tmp_path, text))
    assert run.exit_code == 0
    with closing(Recording.open(run.path)) as recording:
        recording.check()
        assert recording.end is not None
        assert recording.end.reason in (EndReason.FINISHED, EndReason.EXITED)


THROUGH_C = """
    import functools, sys
    @functools.lru_cache
    def add(n):
        return 1.5 + add(n + 1)
    sys.setrecursionlimit(1_000_000)
    try:
        add(0)
    except RecursionError:
        print("over")
"""
"""Its calls use up the C stack; formatting a float needs more of it."""


@pytest.mark.needs_core
def test_a_recursion_through_functions_in_c_is_recorded_to_its_end(tmp_path: Path) -> None:
    run = record_unread(write_program(tmp_path, THROUGH_C))
    assert run.stdout == "over\n"
    assert run.end.reason is EndReason.FINISHED


@pytest.mark.parametrize(
    ("recorder", "planted"),
    [
        ("python", Planted("steps.changes", 5, names=("step",))),
        ("core", Planted("bridge.describing", names=("text",))),
    ],
)
def test_the_recording_ends_with_the_last_good_step(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    recorder: str,
    planted: Planted,
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    # Python code formats a range.
    lines = "".join(f"x{n} = [{n if n < 5 else range(3)}]\n" for n in range(1, 9)) + "x9 = [9]\n"
    program = write_program(tmp_path / "program", f"{lines}print(x9)\n")
    recorded = fails(program, planted, monkeypatch)
    assert count_of_steps(recorded) == 5
    assert recorded.stdout == "[9]\n"


@needs_fork
def test_a_forked_child_reports_nothing_for_its_parent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = write_program(
        tmp_path / "program",
        """
        import os, sys
        def f(): return [1]
        child = os.fork()
        if not child:
            for n in range(100): f()
            print("child", flush=True)
            sys.exit(4)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        x = f()
        """,
    )
    recorded = fails(program, Planted("events.monitoring", 0, names=("close",)), monkeypatch)
    assert recorded.end.reason is EndReason.FINISHED


TAKE_AWAY = {
    "all tools freed": "for n in range(6): m.free_tool_id(n)",
    "the events switched off": "m.set_events(4, 0)",
    "every callback replaced": """
for n in range(17): m.register_callback(4, 1 << n, lambda *given: print("mine"))
""",
    "the callback of lines replaced": "m.register_callback(4, m.events.LINE, None)",
    "everything switched off": """
m.set_events(4, 0)
for code in (f.__code__, sys._getframe().f_code): m.set_local_events(4, code, 0)
""",
}


@pytest.mark.parametrize("recorder", RECORDERS)
@pytest.mark.parametrize("how", TAKE_AWAY)
@pytest.mark.parametrize("end", ["", "1 / 0", "raise SystemExit(3)"])
def test_a_program_that_takes_the_events_away_goes_on_and_the_recording_reports_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recorder: str, how: str, end: str
) -> None:
    text = f"import sys\nm = sys.monitoring\ndef f(): return [1]\nx = f()\n{TAKE_AWAY[how]}\n"
    text += f"def g(n): return [f() for _ in range(n)]\nx = g(4)\nprint(x)\n{end}\n"
    if how == "every callback replaced":  # in a plain run no tool is registered
        text = text.replace("m.register", "m.get_tool(4) and m.register")
        text = text.replace('print("mine")', "None")
    elif "free" not in how:
        text = text.replace("m.set_", "m.get_tool(4) and m.set_")
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    program = write_program(tmp_path, text)
    plain, recorded = run_plainly(program), record_unread(program)
    assert recorded.plainly == plain
    assert recorded.end.reason is EndReason.RECORDER_FAILED
    assert recorded.end.detail == TAKEN_AWAY.decode()
    with closing(Recording.open(recorded.path)) as recording:
        recording.check()
        last = recording.cursor().seek(recording.steps).step
    assert last is not None
    lost = next(n for n, line in enumerate(text.splitlines(), 1) if "m." in line and n > 4)
    assert 4 <= last.line <= lost + 4


def test_callbacks_that_the_program_puts_in_place_of_ours_stay(tmp_path: Path) -> None:
    program = write_program(
        tmp_path,
        """
        import sys
        m = sys.monitoring
        seen = []
        def f(): return [1]
        m.free_tool_id(4)
        m.use_tool_id(4, "mine")
        m.register_callback(4, m.events.PY_START, lambda code, at: seen.append(code.co_name))
        m.set_events(4, m.events.PY_START)
        f()
        m.set_events(4, 0)
        print(seen, m.get_tool(4))
        """,
    )
    assert record_unread(program).plainly == run_plainly(program)
