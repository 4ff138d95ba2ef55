"""Several threads run at once: each one's readings agree with the recording."""

from pathlib import Path

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import record, write_program
from tests.recorder.thread_samples import with_samples, wrong_samples
from tests.systems import needs_fork
from visualizer.model import EndReason

OWN_AND_SHARED = """
class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
lock = threading.Lock()
shared = []
def work(me, n):
    mine = [n * 1000 + 1]
    for i in range({rounds}):
        node = Node([i, n])
        mine.append(node)
        node.next = mine
        two = [mine, node]
        @sample mine
        @sample two
        with lock:
            shared.append(node)
            three = shared
            @sample shared
            @sample node
            shared.pop()
            del three
        node.next = None
        mine.pop()
        two = None
        @sample mine
        @sample node
threads = [threading.Thread(target=work, args=(f"w{{n}}", n), name=f"w{{n}}") for n in range({n})]
for t in threads: t.start()
for t in threads: t.join()
"""

EXCEPTIONS_AND_GENERATORS = """
threading.excepthook = lambda details: None
def count(n):
    kept = [n]
    for k in range(n):
        yield kept
def fail(thing):
    raise ValueError(thing)
def work(me, n):
    own = [n]
    for i in range({rounds}):
        thing = [i]
        try:
            fail(thing)
        except ValueError as error:
            @sample error
            @sample thing
        generator = count(3)
        for kept in generator:
            @sample kept
            @sample generator
        own.append({{"k": thing}})
        @sample own
    raise KeyError(own)
threads = [threading.Thread(target=work, args=(f"w{{n}}", n), name=f"w{{n}}") for n in range({n})]
for t in threads: t.start()
for t in threads: t.join()
"""

PROGRAMS = {"own and shared": OWN_AND_SHARED, "exceptions": EXCEPTIONS_AND_GENERATORS}


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_thread_reads_the_values_of_its_steps(recorded: Record, name: str) -> None:
    run = recorded(with_samples(PROGRAMS[name].format(n=4, rounds=6)))
    checked, wrong = wrong_samples(run)
    assert wrong == []
    assert checked > 4 * 6 * 5


@pytest.mark.full
@pytest.mark.parametrize("name", PROGRAMS)
def test_eight_threads_read_the_values_of_their_steps(recorded: Record, name: str) -> None:
    run = recorded(with_samples(PROGRAMS[name].format(n=8, rounds=40)))
    checked, wrong = wrong_samples(run)
    assert wrong == []
    assert checked > 8 * 40 * 5


def test_nothing_is_finalized_while_the_recorder_reads(recorded: Record) -> None:
    run = recorded(
        """
        import gc, sys, threading
        gc.set_threshold(20, 1, 1)
        where = []
        class Cycle:
            def __init__(self):
                self.me = self
            def __del__(self, frame=sys._getframe, where=where):
                caller = frame()
                while caller is not None:
                    where.append(caller.f_code.co_filename)
                    caller = caller.f_back
        def work():
            for n in range(60):
                a = Cycle()
                b = [a]
        threads = [threading.Thread(target=work) for _ in range(3)]
        for t in threads: t.start()
        for t in threads: t.join()
        print(len(where) > 20, [path for path in where if path.endswith("step.py")])
        """
    )
    assert run.stdout == "True []\n"


def test_a_daemon_thread_that_is_ended_in_a_step_does_not_hold_up_the_end(recorded: Record) -> None:
    run = recorded(
        """
        import atexit, threading
        class End:
            def __del__(self):
                last = 1
                print("end")
        def forever():
            while True:
                a = [1]
                b = a
        for n in range(3):
            threading.Thread(target=forever, daemon=True).start()
        atexit.register(End)
        x = [n for n in range(10)]
        """
    )
    assert (run.stdout, run.stderr, run.exit_code) == ("end\n", "", 0)
    assert run.end.reason == "finished"


def test_the_switch_interval_is_the_programs_own(recorded: Record) -> None:
    run = recorded(
        """
        import sys, threading
        seen = set()
        def work():
            for n in range(30):
                seen.add(sys.getswitchinterval())
        for interval in (0.005, 0.000007, 0.123457):
            sys.setswitchinterval(interval)
            threads = [threading.Thread(target=work) for _ in range(2)]
            for t in threads: t.start()
            for t in threads: t.join()
            seen.add(sys.getswitchinterval())
        print(sorted(seen))
        """
    )
    assert run.stdout == "[7e-06, 0.005, 0.123457]\n"


@needs_fork
def test_a_fork_while_another_thread_is_in_a_step_does_not_hang_the_child(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import os, threading, warnings
        def fork():
            for n in range(10):
                pid = os.fork()
                if pid == 0:
                    x = [1]
                    os._exit(threading.active_count())
                print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        warnings.simplefilter("ignore")
        thread = threading.Thread(target=fork)
        thread.start()
        while thread.is_alive():
            y = [1]
        """
    )
    assert run.stdout == "1\n" * 10


@pytest.mark.needs_core
def test_no_thread_runs_while_the_engine_looks_at_the_files_of_new_code(tmp_path: Path) -> None:
    for n in range(60):
        write_program(tmp_path, f"def call(x): return [x, {n}]", f"parts/part{n}.py")
    program = write_program(
        tmp_path,
        """
        import importlib, sys, threading
        sys.setswitchinterval(1e-6)
        def work():
            kept = []
            while not results:
                kept.append([len(kept)])
                del kept[5:]
        results = []
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads: thread.start()
        made = [importlib.import_module(f"parts.part{n}").call([n]) for n in range(60)]
        results.append(made)
        for thread in threads: thread.join()
        """,
    )
    recorded = record(program)
    assert recorded.end.reason is EndReason.FINISHED, recorded.end.detail


def test_a_daemon_thread_that_prints_to_the_end_does_not_end_the_interpreter(
    recorded: Record,
) -> None:
    """The thread prints slowly: with a stream that is often full, a plain run would end too."""
    for _ in range(5):
        run = recorded(
            """
            import threading, time
            def tick():
                while True:
                    print("tick", end=" ")
                    sum(range(20_000))
            def work():
                time.sleep(0.1)
                print("worked")
            threading.Thread(target=tick, daemon=True).start()
            threading.Thread(target=work).start()
            """
        )
        assert (run.stderr, run.exit_code) == ("", 0)
        assert "worked\n" in run.stdout
