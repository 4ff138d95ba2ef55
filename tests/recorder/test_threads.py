"""Every thread has its own stack, its own name, and an end."""

import subprocess
import sys
from textwrap import dedent

import pytest

from tests.recorder.conftest import Record
from visualizer.model import EndReason, Event


def test_threads_are_numbered_and_named_as_they_appear(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        def work(n): return n
        for n in range(3):
            t = threading.Thread(target=work, args=(n,), name=f"worker {n}")
            t.start()
            t.join()
        """
    )
    assert run.last.thread_names == {1: "MainThread", 2: "worker 0", 3: "worker 1", 4: "worker 2"}
    calls = [m for m in run.moments if m.step.event is Event.CALL]
    assert [(m.step.thread, m.step.function) for m in calls] == [(n, "work") for n in (2, 3, 4)]


def test_a_thread_that_has_ended_has_no_frames(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        def work():
            local = [1000]
            return local
        def fail():
            other = [2000]
            raise ValueError(other)
        threading.excepthook = lambda details: None
        for target in (work, fail):
            t = threading.Thread(target=target)
            t.start()
            t.join()
            done = 1
        """
    )
    for moment in run.all_at(13):
        assert set(moment.stacks) == {1}
    local, other = run.at(4).names["local"], run.at(7).names["other"]
    assert local not in run.all_at(13)[0].heap
    assert other not in run.last.heap


def test_the_stacks_of_waiting_threads_are_there_at_every_step(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        ready, go = threading.Event(), threading.Event()
        def wait(n):
            mine = [n]
            ready.set()
            go.wait()
            return mine
        t = threading.Thread(target=wait, args=(1000,), name="waiter")
        t.start()
        ready.wait()
        x = 1
        y = 2
        go.set()
        t.join()
        """
    )
    moment = run.at(11)
    (frame,) = moment.stacks[2]
    assert (frame.function, frame.file) == ("wait", "prog.py")
    assert frame.line in (5, 6)
    mine = moment.heap[dict(frame.locals)["mine"]]
    assert mine.refcount == 1
    assert mine.serial == dict(run.at(12).stacks[2][0].locals)["mine"]


def test_the_same_function_in_two_threads_has_two_frames(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        both = threading.Barrier(2)
        def work(n):
            mine = [n]
            both.wait()
            other = mine
            both.wait()
            return other
        threads = [threading.Thread(target=work, args=(n,)) for n in (1000, 2000)]
        for t in threads: t.start()
        for t in threads: t.join()
        """
    )
    together = [m for m in run.moments if {2, 3} <= m.stacks.keys() and m.step.line == 6]
    assert together
    for moment in together:
        frames = [moment.stacks[n][0] for n in (2, 3)]
        assert frames[0].serial != frames[1].serial
        lists = [dict(frame.locals)["mine"] for frame in frames if "mine" in dict(frame.locals)]
        assert len(set(lists)) == len(lists)


def test_many_short_threads_leave_the_counts_of_shared_objects_true(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        from sys import getrefcount
        shared = [1000]
        def work(things):
            again = things
            return len(again)
        for n in range(5):
            threads = [threading.Thread(target=work, args=(shared,)) for _ in range(3)]
            for t in threads: t.start()
            for t in threads: t.join()
            t = threads = None
            print(getrefcount((shared,)[0]) - 1)
        """
    )
    printed = run.all_at(12)
    assert [m.printed.strip() for m in printed] == ["1"] * 5
    assert [m.object("shared").refcount for m in printed] == [1] * 5


def test_a_thread_that_is_renamed_has_its_new_name_from_then_on(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        def work():
            threading.current_thread().name = "renamed"
            x = [1]
            y = [2]
        t = threading.Thread(target=work, name="worker")
        threading.current_thread().name = "main"
        t.start()
        t.join()
        """
    )
    assert run.at(3).thread_names == {1: "main", 2: "worker"}
    assert run.at(5).thread_names == run.last.thread_names == {1: "main", 2: "renamed"}


def test_a_name_that_is_a_property_of_the_program_is_not_asked_for(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        asked = 0
        class Worker(threading.Thread):
            @property
            def _name(self):
                global asked
                asked += 1
                return "secret"
            @_name.setter
            def _name(self, name): pass
            def run(self):
                x = [1]
                y = [asked]
        w = Worker()
        w.start()
        w.join()
        print(asked)
        """
    )
    before = run.at(12)
    assert before.value(before.names["asked"]) == run.at(13).value(run.at(13).names["asked"])
    assert "secret" not in run.last.thread_names.values()


def test_threads_that_the_library_starts_have_names_and_stacks(recorded: Record) -> None:
    run = recorded(
        """
        import _thread, threading, time
        from concurrent.futures import ThreadPoolExecutor
        done = _thread.allocate_lock()
        done.acquire()
        def work(n=0):
            kept = [n]
            return kept
        def last():
            x = [1]
            done.release()
        with ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
            pool.submit(work, 1).result()
        timer = threading.Timer(0.001, work)
        timer.name = "timer"
        timer.start()
        timer.join()
        _thread.start_new_thread(last, ())
        done.acquire()
        """
    )
    names = [run.last.thread_names[m.step.thread] for m in run.all_at(6)]
    assert names == ["pool_0", "timer"]
    (bare,) = run.all_at(9)
    assert bare.thread_names[bare.step.thread].startswith("Thread ")
    assert [frame.function for frame in bare.frames] == ["last"]


def test_no_frames_are_asked_for_where_there_may_be_other_interpreters() -> None:
    """Asking would create objects of frames that other interpreters run at the same time."""
    text = """
        import sys
        from visualizer.recorder.events.threads import innermost_frames
        alone = innermost_frames()
        import _interpreters
        beside = innermost_frames()
        del sys.modules["_interpreters"]
        print(len(alone), beside, innermost_frames())
    """
    command = [sys.executable, "-c", dedent(text)]
    assert subprocess.check_output(command, text=True) == "1 {} {}\n"


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_an_exception_that_another_thread_throws_reaches_the_program(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, recorder: str
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(
        """
        import ctypes, threading
        throw = ctypes.pythonapi.PyThreadState_SetAsyncExc
        def wait(kind):
            try:
                ready.set()
                while True: x = [1]
            except kind: print("caught", kind.__name__)
        for kind in (KeyError, ValueError, SystemExit):
            ready = threading.Event()
            thread = threading.Thread(target=wait, args=(kind,))
            thread.start()
            ready.wait()
            throw(ctypes.c_ulong(thread.ident), ctypes.py_object(kind))
            thread.join()
        """
    )
    assert run.stdout == "caught KeyError\ncaught ValueError\ncaught SystemExit\n"
    assert run.end.reason is EndReason.FINISHED
