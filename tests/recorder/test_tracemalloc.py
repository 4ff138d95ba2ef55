"""Programs that trace their memory: the C engine shares the tracer of objects with them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.recorder.matching import taken_apart
from tests.recorder.runs import record, record_unread, run_plainly, write_program
from tests.systems import needs_fork
from visualizer.model import EndReason, Frame, State
from visualizer.recording import Recording

pytestmark = pytest.mark.needs_core

PROGRAMS = {
    "from one line to the next": """
        import tracemalloc
        kept = [[n] for n in range(5)]
        tracemalloc.start()
        kept.append({"a": kept[0]})
        del kept[1]
        tracemalloc.stop()
        print(len(kept))
        """,
    "deep in calls, with generators that wait": """
        import tracemalloc
        def pairs(n):
            for one in range(n):
                yield one, [one]
        class Node:
            def __init__(self, below): self.below, self.items = below, [below]
        def build(depth):
            if depth == 0:
                tracemalloc.start(3)
                return next(waits)
            return Node(build(depth - 1))
        waits = pairs(4)
        first = next(waits)
        tree = build(4)
        rest = list(waits)
        print(len(rest))
        """,
    "an exception comes first": """
        import tracemalloc
        def fail(n):
            try:
                tracemalloc.start() or {}[n]
            except KeyError as error:
                kept = error
                return [kept.args]
        found = fail(3)
        print(found)
        """,
    "it is left with an exception": """
        import tracemalloc
        def fail(): tracemalloc.start() or {}[7]
        values = [1]
        fail()
        """,
    "the last line": """
        import tracemalloc
        values = [1, [2]]
        tracemalloc.start()
        """,
    "names that are new, and code": """
        import tracemalloc
        tracemalloc.start()
        def late(unheard_of):
            also_new = [unheard_of]
            return also_new
        exec(compile("def other(a): return [a]", __file__, "exec"))
        there = late(other(2))
        """,
}


@pytest.fixture(autouse=True)
def core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", "core")


@pytest.mark.parametrize("named", PROGRAMS)
def test_it_is_recorded_to_its_end_as_by_the_recorder_in_python(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = write_program(tmp_path, PROGRAMS[named])
    recorded = record_unread(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.end.reason in (EndReason.FINISHED, EndReason.UNCAUGHT)
    with closing(Recording.open(recorded.path)) as recording:
        recording.check()
        assert recording.header.recorder == "core"
        own = list(steps_of(recording))
    monkeypatch.setenv("VISUALIZER_RECORDER", "python")
    with closing(Recording.open(record_unread(program).path)) as recording:
        for ours, theirs in zip(own, steps_of(recording), strict=True):
            assert ours == theirs


def steps_of(recording: Recording) -> Iterator[tuple[object, ...]]:
    """Return the place of each step, and all names' objects."""
    cursor = recording.cursor()
    for number in range(1, recording.steps + 1):
        state = cursor.seek(number)
        step = state.step
        assert step is not None
        names = [
            (name, drawn(state, serial))
            for names in (*state.globals.values(), *(one.locals for one in frames_of(state)))
            for name, serial in names
        ]
        yield (step.event, step.line, step.function, step.thread), names


def frames_of(state: State) -> Iterator[Frame]:
    for frames in state.stacks.values():
        yield from frames


def drawn(state: State, serial: int, depth: int = 4) -> object:
    """Return an object's type, content and count."""
    thing = state.heap[serial]
    shape, serials = taken_apart(thing.content)
    within = [drawn(state, one, depth - 1) for one in serials if one] if depth else []
    return thing.type, thing.refcount, thing.size, shape, within


@pytest.mark.parametrize(
    "text",
    [
        # Threads run and wait meanwhile.
        """
        import threading, tracemalloc
        lock, begin, results = threading.Lock(), threading.Event(), {}
        def work(name):
            begin.wait()
            for n in range(5):
                with lock: results[name] = [n]
        threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
        for thread in threads: thread.start()
        tracemalloc.start()
        begin.set()
        for thread in threads: thread.join()
        print(sorted(results.items()))
        """,
        # A listener must not hear of it.
        """
        import sys, tracemalloc
        heard = []
        sys.addaudithook(lambda event, given: heard.append(event))
        tracemalloc.start()
        x = [1]
        y = [x]
        print(sorted(set(heard)))
        """,
        # Importing has changed.
        """
        import sys, tracemalloc
        before = sys.path, sys.meta_path, sys.path_importer_cache, sorted(sys.modules)
        sys.path[:], sys.meta_path[:] = [], []
        import builtins
        builtins.__import__ = None
        tracemalloc.start()
        x = [1]
        print(before == (sys.path, sys.meta_path, sys.path_importer_cache, sorted(sys.modules)))
        """,
        # Memory is nearly full.
        """
        import sys, tracemalloc
        def down(n):
            if n: return down(n - 1)
            tracemalloc.start()
            return [n]
        sys.setrecursionlimit(40)
        x = down(30)
        print(x)
        """,
        # In a child process, which is not recorded.
        pytest.param(
            """
            import os, tracemalloc
            tracemalloc.start()
            x = [1]
            child = os.fork()
            if not child: x.append(2)
            else: os.waitpid(child, 0)
            print(x, flush=True)
            """,
            marks=needs_fork,
        ),
    ],
)
def test_the_program_does_not_notice(tmp_path: Path, text: str) -> None:
    assert_unnoticed(write_program(tmp_path, text))


def assert_unnoticed(program: Path) -> None:
    """The program's output and end are those of a plain run, and its recording is complete."""
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.end.reason is EndReason.FINISHED


def test_its_numbers_are_those_of_a_run_without_the_recorder(tmp_path: Path) -> None:
    program = write_program(
        tmp_path,
        """
        import textwrap, tracemalloc
        def pairs(n):
            found = []
            for one in range(n):
                found.append([one, str(one)])
            return found
        tracemalloc.start()
        kept = pairs(100)
        text = textwrap.dedent("  a\\n  b")
        more = pairs(9)
        snapshot = tracemalloc.take_snapshot()
        tracemalloc.stop()
        for one in snapshot.statistics("lineno"):
            frame = one.traceback[0]
            if frame.filename == __file__:
                print(frame.lineno, one.size, one.count)
        """,
    )
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.plainly.stdout.count("\n") > 1


@pytest.mark.parametrize("stops", [True, False])
def test_memory_may_be_traced_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: bool
) -> None:
    """``tracemalloc.stop()`` restores the previous allocators."""
    monkeypatch.setenv("PYTHONTRACEMALLOC", "3")
    program = write_program(
        tmp_path,
        f"""
        import tracemalloc
        class Node:
            def __init__(self, n): self.items = [n]
        kept = [Node(n) for n in range(50)]
        print(tracemalloc.get_traceback_limit())
        if {stops}: tracemalloc.stop()
        more = [Node(n) for n in range(50)]
        del kept, more
        print(tracemalloc.is_tracing())
        """,
    )
    assert_unnoticed(program)


def test_objects_keep_their_serials_and_new_ones_get_others(tmp_path: Path) -> None:
    program = write_program(
        tmp_path,
        """
        import tracemalloc
        kept = [1]
        tracemalloc.start()
        last = [2]
        places = [id(last)]
        last = None
        last = [3]
        places.append(id(last))
        tracemalloc.stop()
        last = None
        last = [4]
        places.append(id(last))
        """,
    )
    with closing(Recording.open(record_unread(program).path)) as recording:
        cursor, serials = recording.cursor(), dict[str, list[tuple[int, int]]]()
        for number in range(1, recording.steps + 1):
            state = cursor.seek(number)
            for name, serial in next(iter(state.globals.values())):
                one = state.heap[serial]
                if one.type == "list" and (serial, one.address) not in serials.get(name, []):
                    serials.setdefault(name, []).append((serial, one.address))
    assert len(serials["kept"]) == 1
    (first, here), (second, there), (third, again) = serials["last"]
    assert here == there == again
    assert first < second < third
