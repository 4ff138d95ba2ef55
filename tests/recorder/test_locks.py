"""The holder of a lock and its waiting threads, at every step."""

from tests.recorder.conftest import Record
from tests.recorder.runs import Moment
from tests.recorder.standing import with_until
from tests.systems import needs_signals
from visualizer.explain.threads.deadlocks import deadlocked
from visualizer.model import Lock, LockUse, State, deadlock


def uses(moment: Moment) -> dict[str, LockUse]:
    """Return the known uses of the locks, by their global names."""
    names = {serial: name for name, serial in moment.globals["prog.py"]}
    return {names[serial]: use for serial, use in moment.locks.items() if serial in names}


def thread(moment: Moment, name: str) -> int:
    """Return the number of the thread of that name."""
    return next(number for number, own in moment.thread_names.items() if own == name)


def test_a_lock_shows_whether_it_is_locked_and_an_rlock_its_owner_and_depth(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import threading
        a, b = threading.Lock(), threading.RLock()
        a.acquire()
        with b, b:
            x = [1]
        a.release()
        x = [2]
        """
    )
    assert run.at(3).content("a", Lock) == Lock(False, None, None)
    assert run.at(5).content("a", Lock) == Lock(True, None, None)
    assert run.at(5).content("b", Lock) == Lock(True, 1, 2)
    assert run.at(7).content("a", Lock) == Lock(False, None, None)
    assert run.at(7).content("b", Lock) == Lock(False, None, 0)


def test_the_holder_is_known_inside_a_with_block_and_after_acquire(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        a, b = threading.Lock(), threading.RLock()
        class Account:
            def __init__(self):
                self.lock = a
            def pay(self):
                with self.lock:
                    try:
                        x = [1]
                        len(x)
                    finally:
                        y = [2]
                z = [3]
        def work():
            a.acquire()
            x = [1]
            a.release()
            with b:
                x = [2]
            x = [3]
        Account().pay()
        work()
        """
    )
    held = LockUse(1)
    for line in (8, 9, 10, 12, 16, 17):
        assert uses(run.at(line)) == {"a": held}, line
    for line in (7, 13, 15, 18, 20):
        assert uses(run.at(line)) == {}, line
    assert uses(run.at(19)) == {"b": held}


def test_a_lock_that_is_taken_in_a_hidden_way_has_no_owner(recorded: Record) -> None:
    run = recorded(
        """
        import contextlib, threading
        a = threading.Lock()
        take = a.acquire
        take()
        x = [1]
        a.release()
        got = a.acquire(False)
        x = [2]
        a.release()
        with contextlib.ExitStack() as stack:
            stack.enter_context(a)
            x = [3]
        """
    )
    for line in (5, 8, 12):
        assert run.at(line).content("a", Lock).locked
        assert uses(run.at(line)) == {}, line


def test_the_waiters_of_a_lock_are_known_while_another_holds_it(recorded: Record) -> None:
    run = recorded(
        with_until("""
        import threading
        a = threading.Lock()
        def work():
            with a:
                x = [1]
        a.acquire()
        t = threading.Thread(target=work, name="waiter")
        t.start()
        until(waiter=4)
        a.release()
        t.join()
        """)
    )
    moment = run.at(10)
    assert uses(moment) == {"a": LockUse(1, (thread(moment, "waiter"),))}
    assert uses(run.at(5)) == {"a": LockUse(thread(moment, "waiter"))} | {
        name: use for name, use in uses(run.at(5)).items() if name == "t"
    }


def test_waits_of_threads_inside_the_library_are_known(recorded: Record) -> None:
    run = recorded(
        with_until("""
        import queue, threading
        go, q = threading.Event(), queue.Queue()
        def wait():
            go.wait()
        def get():
            q.get()
        def join():
            one.join()
        one = threading.Thread(target=wait, name="wait")
        two = threading.Thread(target=get, name="get")
        three = threading.Thread(target=join, name="join")
        for t in (one, two, three): t.start()
        t = None
        until(wait="Condition.wait", get="Condition.wait", join="Thread.join")
        x = [1]
        go.set()
        q.put(1)
        for t in (one, two, three): t.join()
        """)
    )
    moment = run.at(15)
    wait, get, join = (thread(moment, name) for name in ("wait", "get", "join"))
    assert uses(moment) == {
        "go": LockUse(None, (wait,)),
        "q": LockUse(None, (get,)),
        "one": LockUse(wait, (join,)),
    }


def test_a_ring_of_threads_that_wait_for_each_other_is_a_deadlock(recorded: Record) -> None:
    run = recorded(
        with_until("""
        import threading
        a, b = threading.Lock(), threading.RLock()
        both = threading.Barrier(2)
        def one():
            with a:
                both.wait()
                with b:
                    x = 1
        def two():
            b.acquire()
            both.wait()
            a.acquire()
        names = ("one", "two")
        for name in names: threading.Thread(target=globals()[name], name=name, daemon=True).start()
        until(one=7, two=12)
        last = [1]
        """)
    )
    moment = run.at(16)
    one, two = thread(moment, "one"), thread(moment, "two")
    assert uses(moment) == {"a": LockUse(one, (two,)), "b": LockUse(two, (one,))}
    names = dict(moment.globals["prog.py"])
    assert deadlocked(State(locks=moment.locks, thread_names=moment.thread_names)) in (
        ("one", "two"),
        ("two", "one"),
    )
    assert set(deadlock(moment.locks)) == {(one, names["b"], two), (two, names["a"], one)}


@needs_signals
def test_a_lock_that_its_holder_wants_again_is_a_deadlock(recorded: Record) -> None:
    run = recorded(
        with_until("""
        import signal, threading
        a = threading.Lock()
        def stop(number, frame): signal.setitimer(signal.ITIMER_REAL, 0); raise SystemExit
        signal.signal(signal.SIGALRM, stop)  # again and again: one just before the wait is lost
        exec("def ring(): until(MainThread=8); signal.setitimer(signal.ITIMER_REAL, .01, .01)")
        threading.Thread(target=ring).start()
        with a:
            with a:
                x = 1
        """)
    )
    moment = run.at(8)
    assert uses(moment) == {"a": LockUse(1, next=(1,))}
    assert [wait[::2] for wait in deadlock(moment.locks)] == [(1, 1)]
    assert uses(run.at(7)) == {}


def test_a_function_that_is_called_on_the_line_of_a_lock_does_not_wait_for_it(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import threading
        lock = threading.Lock()
        def work():
            x = [1]
        with lock: work()
        lock.acquire(); work(); lock.release()
        """
    )
    known = [uses(one)["lock"] for one in run.moments if "lock" in uses(one)]
    assert any(one.held_by for one in known)
    assert not any(one.next or one.waiting for one in known)


def test_a_lock_is_known_behind_lines_that_only_bind_numbers(recorded: Record) -> None:
    run = recorded(
        """
        import threading
        a = threading.Lock()
        def work():
            x = 1
            y = x + 1
            a.acquire()
            z = x + y
            a.release()
        def first():
            with a:
                z = 1
        work()
        first()
        """
    )
    assert [uses(run.at(line)) for line in (7, 11)] == [{"a": LockUse(1)}] * 2
