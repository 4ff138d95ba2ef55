"""The state of suspended, pending and stored objects agrees with the program's own readings."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.recorder.runs import program_version, record, write_program
from tests.recorder.samples import wrong_samples
from tests.recorder.suspended_samples import with_facts, wrong_facts

PROGRAMS = {
    "generators": """
        def numbers(n):
            kept = [n]
            for i in range(n):
                got = yield i
                LOOK g kept
            LOOK g
        g = numbers(2)
        LOOK g
        next(g)
        LOOK g
        g.send([7])
        LOOK g
        try: g.throw(ValueError("thrown"))
        except ValueError as error:
            LOOK g error
            kept = error
            LOOK kept
        LOOK g kept
        g = numbers(3); next(g); next(g)
        LOOK g
        g.close()
        LOOK g
        h = (x for x in [1000, 2000] if x)
        LOOK h
        next(h)
        LOOK h
        list(h)
        LOOK h
    """,
    "delegation": """
        def inner(n):
            mine = [n]
            while True:
                mine.append((yield mine))
                if len(mine) > 3: return mine
        def middle(n):
            LOOK g
            result = yield from i
            LOOK g i
            yield result
            yield from iter([1, 2])
        def outer():
            yield from m
            yield "last"
        g = i = m = None
        i = inner(1000); m = middle(5); g = outer()
        LOOK g m i
        next(g)
        LOOK g m i
        g.send(5000)
        LOOK g m i
        g.send(6000); g.send(7000)
        LOOK g m i
        next(g)
        LOOK g m
        next(g); next(g)
        LOOK g m
        list(g)
        LOOK g m i
    """,
    "coroutines": """
        @types.coroutine
        def pause():
            got = yield [5]
            return got
        class Waits:
            def __await__(self):
                LOOK self
                return (yield from pause())
        async def inner(x):
            own = [x]
            await pause()
            LOOK c
            await Waits()
            return own
        async def outer():
            w = Waits()
            LOOK w
            found = await d
            LOOK c d
            return found
        d = inner(1000); c = outer()
        LOOK c d
        c.send(None)
        LOOK c d
        first = c.cr_await
        LOOK first
        c.send(None)
        LOOK c d
        again = d.cr_await
        LOOK again first
        try: c.send(5)
        except StopIteration as stop: result = stop.value
        LOOK c d result
        c = inner(1); c.send(None)
        try: c.throw(KeyError("thrown"))
        except KeyError as error: kept = error
        LOOK c kept
        tb = kept.__traceback__; last = tb.tb_next
        LOOK tb last
        c = inner(2); c.send(None); c.close()
        LOOK c
        c = inner(3); c.close()
        LOOK c
    """,
    "async generators": """
        @types.coroutine
        def pause(): return (yield)
        async def numbers(n):
            own = [n]
            try:
                for i in range(n):
                    await pause()
                    LOOK g
                    yield i
            finally:
                LOOK g
        def run(awaitable):
            try: awaitable.send(None)
            except StopIteration as stop: return stop.value
        g = numbers(1000)
        LOOK g
        a = g.asend(None)
        LOOK g a
        run(a)
        LOOK g a
        run(a)
        LOOK g a
        a = g.asend(None); run(a)
        LOOK g
        a.close()
        LOOK g
        g = numbers(5); a = g.asend(None); run(a); run(a); b = g.aclose()
        LOOK g
        run(b)
        LOOK g
        g = numbers(5); a = g.asend(None); run(a); run(a); b = g.athrow(KeyError(5))
        try: run(b)
        except KeyError as error: kept = error
        LOOK g kept
    """,
    "tasks": """
        async def inner(x):
            own = [x]
            await asyncio.sleep(0)
            LOOK own
            await future
            return own
        async def outer(x):
            other = [x]
            await asyncio.gather(inner(x), inner(x))
            return other
        async def main():
            global future
            future = asyncio.get_running_loop().create_future()
            t = asyncio.create_task(inner(1000), name="first"); u = asyncio.create_task(outer(2000))
            c = t.get_coro(); d = u.get_coro()
            LOOK t u c d future
            await asyncio.sleep(0)
            LOOK t u c d future
            await asyncio.sleep(0)
            LOOK t u c d future
            await asyncio.sleep(0)
            LOOK t u c d future
            future.set_result([3000])
            LOOK t u future
            await t
            LOOK t u c
            await u
            LOOK t u d
            v = asyncio.create_task(inner(3)); w = asyncio.create_task(failing())
            await asyncio.sleep(0)
            v.cancel()
            LOOK v w
            done = await asyncio.gather(v, w, return_exceptions=True)
            LOOK v w done
            v = w = done = None
            async with asyncio.TaskGroup() as group:
                x = group.create_task(inner(4))
                LOOK x
                await asyncio.sleep(0)
                LOOK x
            LOOK x
            return t
        async def failing(): raise ValueError([1])
        future = None
        t = asyncio.run(main())
        LOOK t
    """,
    "iterators": """
        x = [1000, 2000, 3000]; t = (5, 6); s = "text" * 2; m = {"k": x, 2: t}; n = {3000, 4000}
        a = iter(x); b = iter(t); c = iter(s); d = enumerate(x); e = reversed(x)
        f = iter(m); g = iter(m.values()); h = iter(n); i = iter(b"bytes")
        j = iter(bytearray(b"x"))
        LOOK a b c e f g h i j
        for one in (a, b, c, d, e, f, g, h, i, j): next(one)
        LOOK a b c e f g h i j
        for one in (a, b, c, d, e, f, g, h, i, j): list(one)
        LOOK a b c e f g h i j
        a = iter(x)
        for one in a:
            LOOK a one
        LOOK a
        x.append(5)
        LOOK a x
        from collections import deque
        q = deque([1000, 2000]); k = iter(q); next(k)
        LOOK k q
    """,
    "exceptions": """
        def fail(x):
            local = [x]
            raise ValueError(x)
        def again(x):
            mine = (x, x)
            try: fail(x)
            except ValueError as inner:
                LOOK inner mine
                raise KeyError(x) from inner
        def chain(x):
            try: again(x)
            except KeyError as outer:
                LOOK outer
                try: raise TypeError
                except TypeError as last:
                    LOOK last outer
                    return last
        kept = chain([1000])
        context = kept.__context__; cause = context.__cause__
        LOOK kept context cause
        tb = context.__traceback__; next_ = tb.tb_next; frame = next_.tb_frame
        LOOK tb next_ frame
        tb = cause.__traceback__; next_ = tb.tb_next; frame = next_.tb_frame
        LOOK tb next_ frame
        kept = context = cause = None
        LOOK tb next_ frame
        tb = next_ = None
        LOOK frame
        frame.clear()
        LOOK frame
        def stays():
            a = [1000]; b = {"k": a}
            def inner(): return a
            return sys._getframe()
        frame = stays(); back = frame.f_back
        LOOK frame
        try:
            try: raise KeyError(1)
            finally: 1 / 0
        except ZeroDivisionError as error:
            context = error.__context__
            LOOK error context
        try: raise OSError(2, "none") from None
        except OSError as error: kept = error
        LOOK kept
    """,
    "frames of dead generators": """
        frames = []
        def g(how):
            a = [how]; b = (a, a)
            frames.append(sys._getframe())
            try: raise KeyError(a)
            except KeyError as error: frames.append(error.__traceback__)
            yield 1
            yield 2
        def use(how):
            one = g(how)
            next(one)
            if how == 1: one.close()
            if how == 2: list(one)
            if how == 3:
                try: one.throw(ValueError(1))
                except ValueError: pass
            return how
        for how in range(4):
            use(how)
        a, b, c, d, e, f, h, i = frames
        gc.collect()
        x = [list(range(5)) for _ in range(50)]
        print("sample", "x", getrefcount((x,)[0]) - 1, id(x), getsizeof(x))
        LOOK e f
    """,
    "blocks": """
        class Manager:
            def __init__(self, swallows): self.swallows = swallows
            def __enter__(self):
                LOOK self
                return [self]
            def __exit__(self, kind, value, tb):
                if value is not None:
                    LOOK value tb kind
                return self.swallows
        m = Manager(True)
        with m as found:
            LOOK m found
            raise ValueError([1])
        LOOK m found
        def leaves(x):
            for n in [x, x]:
                with Manager(False) as mine:
                    LOOK mine n x
                    return mine
        result = leaves([1])
        LOOK result
        class Body:
            x = [1000]
            LOOK x
            y = [(x, n) for n in (5000, 6000)] if 0 else [x]
            z = lambda self: self.x
            LOOK y z
            def method(self, other=x):
                LOOK self other
                return [self for _ in other]
        b = Body()
        b.method()
        LOOK b Body
        def decorate(function):
            LOOK function
            function.mark = [1]
            return function
        @decorate
        @decorate
        def decorated(a, *, k=[2]):
            return lambda: a
        f = decorated([3])
        LOOK decorated f
        nested = [[(i, j) for j in (1000, 2000)] for i in ([1], [2])]
        pairs = {n: [n] for n in (3000, 4000)}
        last = [last := [n] for n in range(2)]
        LOOK nested pairs last
        def stack(x):
            with Manager(False) as a, Manager(True) as c:
                raise KeyError(x)
            LOOK a c x
            try: [1 / n for n in (x,)]
            except ZeroDivisionError as error: kept = error
            LOOK kept
            return kept.__traceback__
        tb = stack(0)
        LOOK tb
    """,
    "weak references": """
        class Thing: pass
        gone = []
        a = Thing(); w = weakref.ref(a); x = weakref.ref(a, gone.append); p = [weakref.ref(a)]
        LOOK a w x
        d = weakref.WeakValueDictionary(k=a); s = weakref.WeakSet([a])
        f = weakref.finalize(a, gone.append, 1000)
        LOOK a w x
        b = a
        del a
        LOOK b w x
        a = Thing(); a.me = a; y = weakref.ref(a); del a
        LOOK y
        b = None
        LOOK w x gone
        gc.collect()
        LOOK y
        class Phoenix:
            def __del__(self):
                gone.append(self)
        a = Phoenix(); w = weakref.ref(a); v = weakref.ref(a)
        LOOK a w v
        a = None
        LOOK w v gone
    """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_programs_own_readings_are_those_of_the_recording(tmp_path: Path, name: str) -> None:
    text = with_facts(dedent(PROGRAMS[name]))
    recorded = record(write_program(tmp_path, text))
    assert (recorded.stderr, recorded.exit_code) == ("", 0)
    told, wrong = wrong_facts(recorded.moments)
    checked, wrong_counts = wrong_samples(recorded)
    assert wrong + wrong_counts == []
    printed = [line.partition(" ")[0] for line in recorded.stdout.splitlines()]
    assert told == printed.count("tells")
    assert checked == printed.count("sample") >= 3


def test_the_frame_of_a_closed_generator_is_not_asked_for_lost_values(tmp_path: Path) -> None:
    text = """
        def g(n):
            a = [n]; b = (a, a)
            try: raise KeyError(n)
            except KeyError as error: kept.append(error)
            yield 1
            yield 2
        def use(n):
            one = g(n)
            next(one)
            one.close()
        kept = []
        for n in range(5): use(n)
        junk = [list(range(n)) for n in range(100)]
        error = kept[3]
        kept = None
        raise error
    """
    recorded = record(write_program(tmp_path, text))
    assert [frame.function for frame in recorded.last.frames] == ["<module>", "g"]
    # Python's own answer: before 3.13.2 it is wrong.
    names = ("n", "a", "b") if program_version() >= (3, 13, 2) else ()
    assert tuple(name for name, _ in recorded.last.frames[-1].locals) == names
