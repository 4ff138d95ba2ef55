"""Programs whose objects of C types change among many objects, where the engine compares only
written memory. Calls of C functions make the many objects: no step for each.
"""

WATCHED = {
    "caches among many objects": """
        import functools
        many = list(map(list, zip(range(700))))
        @functools.lru_cache(maxsize=3)
        def f(x):
            return [x]
        @functools.cache
        def g(x):
            return (x, object())
        bare = functools.lru_cache(int)
        idle = [functools.lru_cache(int) for n in range(20)]
        for n in (1, 2, 1, 3, 4, 4, 1, 5):
            f(n)
        f.cache_clear(); f(7); f(8)
        f.cache_clear(); f(8); f(7)
        f.cache_clear(); f(8); f(7); f(8); f(7)
        f(7).append(f)
        for n in range(3):
            f.cache_clear(); f(object())
            f.cache_clear(); f(float(n)); f(float(n + 1))
            g(n)
            g.cache_clear(); g((n,))
        x = g(object())
        bare("1"); bare("2"); bare("1")
        f.note = [1]
        f.note = [2]
        f.__wrapped__.note = [3]
        f.__wrapped__.note = [4]
        f.__dict__.clear()
        idle[3]("9")
        idle[3]("9")
        f.cache_clear(); f(1); f(2)
        f.cache_clear(); f(2); f(1)
        del f
        """,
    "large arrays among many objects": """
        import array
        import numpy as np
        many = list(map(list, zip(range(700))))
        a, b = array.array("d", [0.0] * 300), bytearray(900)
        others = [array.array("i", [n] * 300) for n in range(9)], [bytearray(700) for n in range(9)]
        long = bytearray(300_000)
        a[0], a[11], a[200] = 1.5, 2.5, 3.5
        b[0] = 7
        b[899] = 8
        b[500] = 9
        a.extend([1.0] * 5000)
        a[3] = 4.5
        b.extend(bytes(9000))
        b[3] = 5
        others[0][7][5] = others[1][6][6] = 77
        long[200_000] = 65
        long[-1] = 39
        with open("/dev/zero", "rb") as zeros:
            n = zeros.readinto(memoryview(b)[:4])
        zeros = None
        del a[1:]
        a[0] = 9.5
        b.clear()
        b += b"z" * 2000
        b[1] = 3
        a = np.zeros((40, 50))
        v, t, f = a[3:, 2:], a.T, np.asfortranarray(np.ones((30, 30)))
        i, e, z = np.arange(2000)[::-1], np.zeros((0, 5)), np.array(5.0)
        idle = [np.zeros(300) for n in range(9)]
        a[0, 0], a[7, 11], a[39, 49] = 1, 2, 3
        v[0, 0] = 4
        t[5, 4] = 5
        f[2, 3] = 6
        i[11] = 7
        z[()] = 8
        n = np.add(idle[4], 1, out=idle[4])
        a += 1
        a = a.reshape(50, 40)
        a[1, 1] = 99
        idle[3].resize(5, refcheck=False)
        idle[3][2] = 97
        idle[5].resize((100, 30), refcheck=False)
        idle[5][2, 2] = 96
        del v, t
        a[0, 1] = 94
        n = 0
        """,
    "arrays and views among many objects": """
        import array, ctypes, mmap
        many = list(map(list, zip(range(700))))
        class Own(array.array): pass
        idle = [array.array("i", [n]) for n in range(30)]
        for kind in (array.array, Own):
            a = kind("i", range(20))
            a[3] = 77
            a[15] = 78
            a[3] = 77
            v, w = memoryview(a), memoryview(a)[10:18]
            v[0] = 5
            w[5] = 6
            w[1] = 7
            v.release()
            w.release()
            v = w = None
            for n in range(8):
                a.append(n)
            a.extend(range(200))
            a[:] = a[::-1]
            del a[5:]
            a.byteswap()
            a.extend([1] * 500)
            a[0] = 9
            a = kind("d")
            a.append(1.5)
            a.pop()
            a = kind("d", [0.5] * 3)
            a[1] = a[2] = 1.5
        b = bytearray(b"abcdef" * 9)
        views = [memoryview(b), memoryview(b)[1:3], memoryview(b)[::-1], memoryview(b)[40:]]
        held = memoryview(bytes(20))
        nested = views[0][4:]
        b[0] = 1
        b[-1] = 2
        nested[0] = 3
        nested.cast("B")[1] = 4
        b[53] = 5
        views[1].release()
        for one in views:
            one.release()
        one = None
        nested.release()
        b.append(1)
        del b[:3]
        b[0] = 7
        b.extend(bytes(900))
        b[1] = 8
        del b[:]
        b += b"x"
        c = (ctypes.c_int * 4)(1, 2)
        v = memoryview(c)
        c[0] = 5
        v = memoryview(idle[4])
        idle[4][0] = 3
        idle[5][0] = 3
        idle[6].append(3)
        m = mmap.mmap(-1, 100)
        v = memoryview(m)
        m[3] = 9
        v[4] = 8
        v.release()
        m.close()
        shared = array.array("i", [1, 2, 3])
        c = (ctypes.c_int * 3).from_buffer(shared)
        c[0] = 5
        shared[1] = 6
        """,
    "iterators over what changes among many objects": """
        import itertools
        many = list(map(list, zip(range(700))))
        d, s, l = {n: [n] for n in range(9)}, {1, 2, 3}, [1, [2], 3]
        some = [iter(d), iter(d.values()), iter(d.items()), iter(s), iter(s)]
        others = [iter(l), reversed(l), enumerate(l), iter((1, [2])), iter(b"ab")]
        last = [iter(d.items()) for n in range(30)]
        for one in some + others + last[:2]:
            next(one)
        del d[3]
        s.add(9)
        d[3] = 1
        s.discard(9)
        for one in some:
            next(one, None)
        l.append(4)
        l.clear()
        for one in others:
            next(one, None)
        d.clear()
        s.clear()
        next(last[0], None) if d else None
        d = s = l = None
        some = [itertools.chain([1], [[2]]), itertools.cycle([1, [2]]), itertools.count(70000),
                itertools.count(2, 3), itertools.repeat([1], 70000),
                itertools.islice([[1], 2, 3], 2), itertools.groupby([1, 1, 2]), zip([1], [2]),
                map(abs, [1, 2]), filter(None, [[1]]), itertools.pairwise([[1], [2], [3]]),
                itertools.accumulate([1, 2, 3]), itertools.product([1, 2], [[3]]),
                itertools.permutations([1, [2]]), itertools.combinations([1, 2, 3], 2),
                itertools.batched([1, 2, 3], 2),
                itertools.compress([[1], 2], [1, 1]), itertools.starmap(max, [(1, 2)]),
                *itertools.tee([[1], 2, 3], 2)]
        held = [next(one) for one in some]
        for one in some:
            x = next(one, None)
        for one in some:
            x = next(one, None)
        """,
    "locks and events among many objects": """
        import threading, queue
        many = list(map(list, zip(range(700))))
        events = [threading.Event() for n in range(20)]
        locks = [threading.Lock() for n in range(20)]
        owned = [threading.RLock() for n in range(20)]
        events[3].set()
        events[3].clear()
        events[4].set()
        for lock in locks[:2] + owned[:2]:
            lock.acquire()
            lock.release()
            with lock:
                x = 1
        owned[5].acquire()
        owned[5].acquire()
        owned[5].release()
        owned[5].release()
        c = threading.Condition()
        with c:
            c.notify_all()
        b = threading.Semaphore(2)
        b.acquire()
        b.release()
        q = queue.SimpleQueue()
        q.put([1])
        q.put([2])
        x = q.get()
        for n in range(30):
            q.put([n])
        x = q.get()
        with locks[7]:
            events[9].set()
        """,
    "futures and tasks among many objects": """
        import asyncio, contextvars
        many = list(map(list, zip(range(700))))
        var = contextvars.ContextVar("var", default=[0])
        token = var.set([1])
        var.reset(token)
        context = contextvars.copy_context()
        context.run(var.set, [2])
        class Own(asyncio.Future): pass
        async def work(n):
            y = [n]
            await asyncio.sleep(0)
            y.append(n)
            return y
        async def main():
            loop = asyncio.get_running_loop()
            idle = [loop.create_future() for n in range(20)]
            tasks = [loop.create_task(work(n)) for n in range(3)]
            idle[2].set_result([1])
            idle[3].set_exception(ValueError("x"))
            idle[3].exception()
            idle[4].add_done_callback(print)
            idle[4].remove_done_callback(print)
            idle[5].note = [1]
            idle[5].note = [2]
            idle[6].cancel("why")
            own = Own()
            own.set_result([3])
            own.x = 1
            waits = loop.create_task(asyncio.wait_for(idle[7], 9))
            for task in tasks:
                x = await task
            tasks[0].set_name("other")
            waits.cancel()
            waits.cancel()
            waits.uncancel()
            idle[7].cancel()
            await asyncio.sleep(0)
        asyncio.run(main())
        """,
    "values in C that C code writes among many objects": """
        import functools, struct, weakref, operator, types, random, csv, re, gc, io
        import xml.parsers.expat as expat
        many = list(map(list, zip(range(700))))
        class A: pass
        class Part(functools.partial): pass
        class Slots(functools.partial):
            __slots__ = ("s",)
        a, b = A(), A()
        for kind in (functools.partial, Part, Slots):
            p = kind(max, [1], key=len)
            p.__setstate__((min, ([2],), {"key": abs}, None))
            p.keywords["key"] = [3]
            p.__setstate__((min, ([2], [3]), {}, {"note": [4]} if kind is not Slots else None))
            if kind is not Slots:
                p.note = [5]
                p.other = [6]
                del p.note
        p = Slots(max)
        p.s = [1]
        p.s = [2]
        held = [functools.partial(max, n) for n in range(20)]
        held[3].__setstate__((min, (), {}, None))
        refs = [weakref.ref(a), weakref.ref(a, print), weakref.ref(b), weakref.proxy(b)]
        a = None
        refs = [weakref.ref(b, len)]
        s = struct.Struct("ihh")
        s.__init__("iiiiii")
        p = property(len)
        p.__init__(abs, max, doc=[1])
        c = classmethod(len)
        c.__init__(abs)
        c.note = [1]
        c.note = [2]
        m = types.ModuleType("m")
        m.x = [1]
        m.__name__ = "other"
        m.__init__("third")
        r = random.Random(1)
        r.random()
        r.seed(2)
        lines = csv.reader(["a,b", "c,d"])
        next(lines)
        next(lines)
        scan = re.compile("a(b)").scanner("abab")
        scan.match()
        parser = expat.ParserCreate()
        parser.StartElementHandler = print
        parser.EndElementHandler = [1].append
        parser.StartElementHandler = None
        def f(x, *, y=[1]): pass
        f.note = [1]
        f.note = [2]
        f.__kwdefaults__["y"] = [3]
        f.__kwdefaults__ = None
        g = lambda: 1
        g.__dict__
        g.note = [1]
        f.__dict__ = g.__dict__
        g.note = [2]
        f.note = [3]
        g.more = [4]
        e = ValueError(1)
        e.note = [1]
        e.note = [2]
        e.add_note("x")
        e.__notes__.append("y")
        e.__dict__ = vars(g)
        e.note = [5]
        g.note = [6]
        one, two = A(), A()
        two.x = [1]
        one.__dict__ = two.__dict__
        two.x = [2]
        one.x = [3]
        two.y = [4]
        space = types.SimpleNamespace(x=[1])
        space.x = [2]
        shown = types.MappingProxyType({"a": [1]})
        text = io.StringIO("abc")
        text.write("x")
        class Small(int):
            __slots__ = ()
        small = [Small(n) for n in range(9)]
        gc.collect()
        """,
}
