"""Objects that are hostile to whoever looks at them."""

from tests.recorder.hostile import Hostile
from visualizer.model import EndReason

UNCAUGHT = EndReason.UNCAUGHT

PROGRAMS = (
    Hostile(
        "objects that raise whatever is asked of them",
        """
        def trap(self, *rest): raise SystemExit(99)
        names = ("repr str bytes format hash len bool iter next contains eq ne lt le gt ge call sizeof "
                 "getitem setitem getattribute getattr dir index int float length_hint reduce "
                 "reduce_ex getstate get instancecheck subclasscheck class_getitem buffer").split()
        Trap = type("Trap", (), {f"__{name}__": trap for name in names} | {"__slots__": ("a", "__dict__")})
        x = Trap()
        everywhere = [x, (x,), {1: x}]
        def f(x, y=x): z = x; return x
        y = f(x)
        for kind in (int, str, list, dict, tuple, set, frozenset, float, bytes, bytearray, complex):
            everywhere.append(type("Trap", (kind,), {f"__{name}__": trap for name in names})())
        print("safe")
        """,
    ),
    Hostile(
        "objects that never answer",
        """
        class Forever:
            def __repr__(self):
                while True: pass
            __str__ = __eq__ = __hash__ = __len__ = __bool__ = __sizeof__ = __iter__ = __repr__
            def __getattribute__(self, name):
                while True: pass
        x = Forever()
        y = [x, (x, x)]
        z = {1: x}
        print("over")
        """,
    ),
    Hostile(
        "a class that lies about itself",
        """
        class Liar:
            @property
            def __class__(self): print("class"); return int
            @property
            def __dict__(self): print("dict"); return {"a": 1}
            def __sizeof__(self): print("size"); return "big"
        x = Liar()
        print(isinstance(x, int), vars(x))
        x.b = [1]
        y = [x]
        """,
    ),
    Hostile(
        "a size that cannot be",
        """
        import sys
        class A:
            def __sizeof__(self): return -1
        class B(list):
            def __sizeof__(self): raise ValueError
        class C(dict):
            __sizeof__ = None
        x = [A(), B([1]), C(a=1)]
        try: sys.getsizeof(x[0])
        except ValueError as error: print(error)
        """,
    ),
    Hostile(
        "slots of every kind",
        """
        class A: __slots__ = "one"
        class B(A): __slots__ = ("two", "__dict__", "__weakref__")
        class C(B): __slots__ = {"three": "doc"}
        class D(C): __slots__ = ("__private", "two")
        class E(tuple): __slots__ = ()
        class F(int): __slots__ = ()
        class G(list): __slots__ = ("four",)
        class H: __slots__ = ["é", "가"]
        a, b, c, d = A(), B(), C(), D()
        a.one = [a]; b.two = [b]; b.other = a; c.three = b; d._D__private = [d]; d.two = 5
        e, f, g, h = E([1]), F(10 ** 20), G([2]), H()
        g.four = g; h.가 = [h]
        del A.one
        B.two = 7
        C.three = property(lambda self: print("never"))
        print(d.two)
        """,
    ),
    Hostile(
        "a metaclass with an order of its own",
        """
        class Meta(type):
            def mro(cls): return [cls, object]
            def __instancecheck__(cls, thing): print("instance"); return True
            def __getattribute__(cls, name): print("get", name); return type.__getattribute__(cls, name)
            def __eq__(cls, other): print("eq"); return False
            def __hash__(cls): print("hash"); return 5
            def __bool__(cls): print("bool"); return False
            def __len__(cls): print("len"); return 0
        class A(dict if False else object, metaclass=Meta): pass
        class B(A): x = [1]
        b = B(); b.y = b
        isinstance(1, B)
        l = [A, B, b]
        """,
    ),
    Hostile(
        "objects of classes with a talking metaclass",
        """
        import asyncio, functools, itertools
        class Trap(type):
            def __eq__(cls, other): print("eq"); return False
            def __hash__(cls): print("hash"); return 5
            def __bool__(cls): print("bool"); return False
            def __len__(cls): print("len"); return 0
        class A(metaclass=Trap): pass
        class B(A): pass
        class C(B, list): pass
        class E(A, Exception): pass
        def f(a=B()): yield B()
        f.__doc__ = B(); f.x = B()
        class Holder:
            __slots__ = ("own",)
            part = B()
            __doc__ = B()
        h = Holder(); h.own = B()
        k = [B(), C([1]), (B(),), {1: B()}]; k[0].x = B()
        g = f(); y = next(g)
        async def job(): return B()
        async def main():
            task = asyncio.create_task(job()); task.mine = B()
            task.cancel(B())
            try: await task
            except asyncio.CancelledError: print("cancelled")
            future = asyncio.get_running_loop().create_future()
            future.set_result(B())
            print(type(await future).__name__)
        asyncio.run(main())
        p = functools.partial(f, B()); c = itertools.chain([B()], (B(),)); next(c)
        s = slice(B(), B()); o = property(B()); u = list[B]
        try: raise E(B())
        except E as error: kept = error
        g.close()  # CPython 3.14 closes it after the last line
        print("end")
        """,
    ),
    Hostile(
        "classes that change",
        """
        class A: pass
        class B: pass
        a = A(); a.x = [1]
        a.__class__ = B
        y = [a]
        A.f = lambda self: 1
        del A.f
        try: B.__bases__ = (A,)
        except TypeError as error: print(error)
        class C(A): pass
        class D: pass
        try: C.__bases__ = (D,)
        except TypeError as error: print(error)
        A.__name__ = "Renamed"; A.__qualname__ = "x.y"; A.__module__ = 5
        B.__doc__ = "words"
        a.__dict__ = {"z": [2]}
        del a.__dict__
        a.w = 1
        print(type(a).__name__, type(a).__mro__[1].__name__)
        """,
    ),
    Hostile(
        "finalizers that raise, or bring back",
        """
        kept = []
        class Back:
            def __del__(self): kept.append(self)
        class Bad:
            def __del__(self): raise ValueError("in del")
        x = Back()
        del x
        print(len(kept))
        y = Bad()
        del y
        a, b = Back(), Back()
        a.b, b.a = b, a
        del a, b
        import gc
        print(gc.collect(), len(kept))
        kept.clear()
        class Maker:
            def __del__(self):
                global made
                made = [Maker]
                print("made", "made" in globals())  # the end
        z = Maker()
        del z
        z = Maker()
        """,
    ),
    Hostile(
        "finalizers that run a great deal",
        """
        class A:
            def __del__(self):
                for i in range(3): x = [i]
                try: raise KeyError(x)
                except KeyError: pass
        def f():
            a = A(); b = [A(), A()]
            return len(b)
        print(f(), f())
        import weakref
        class B: pass
        def gone(reference): print("gone"); f()
        b = B(); r = weakref.ref(b, gone)
        del b
        """,
    ),
    Hostile(
        "weak references of all kinds",
        """
        import weakref
        class A:
            def f(self): pass
        a = A()
        things = [weakref.ref(a), weakref.proxy(a), weakref.WeakSet([a]), weakref.WeakKeyDictionary({a: 1}),
                  weakref.WeakValueDictionary({1: a}), weakref.WeakMethod(a.f), weakref.finalize(a, print, "final")]
        proxy = things[1]
        del a
        try: proxy.x
        except ReferenceError as error: print(error)
        callable_proxy = weakref.proxy(len)
        things.append(callable_proxy)
        class R(weakref.ref):
            __slots__ = ("a", "b")
        b = A(); r = R(b); r.a = [r]
        del b
        print(r())
        """,
    ),
    Hostile(
        "buffers that are exported",
        """
        b = bytearray(b"abc" * 10)
        m = memoryview(b)
        try: b.append(1)
        except BufferError as error: print(error)
        n = m[3:9].cast("B").toreadonly()
        m.release(); n.release()
        b.append(1)
        b.extend(b"x" * 20_000)
        class Exporter:
            def __init__(self): self.b = bytearray(5)
            def __buffer__(self, flags): print("buffer"); return memoryview(self.b)
            def __release_buffer__(self, view): print("release"); view.release()
        x = Exporter()
        y = [x, memoryview(b)]
        z = bytes(x)
        w = memoryview(x); w.release()
        del y
        b.clear()
        print(len(b))
        """,
    ),
    Hostile(
        "bytearrays that other threads change",
        """
        import threading
        b = bytearray(100_000)
        done = threading.Event()
        exec("def change():\\n while not done.is_set(): b.append(1); b.pop(); b.extend(b'x' * 5000); del b[-5000:]")
        thread = threading.Thread(target=change); thread.start()
        for i in range(50): x = [i]
        done.set()
        thread.join()
        print(len(b))
        """,
    ),
    Hostile(
        "containers that other threads change",
        """
        import threading
        d, l, s = {n: n for n in range(3_000)}, list(range(3_000)), set(range(3_000))
        done = threading.Event()
        exec('''def change():
            n = 0
            while not done.is_set():
                n += 1
                d[f"k{n}"] = n; del d[f"k{n}"]; l.append([n]); l.pop(); s.add(-n); s.discard(-n)
                globals()[f"g{n % 7}"] = n; globals().pop(f"g{(n + 3) % 7}", None)''')
        thread = threading.Thread(target=change); thread.start()
        for i in range(100): x = [i]
        done.set()
        thread.join()
        print(len(d), len(l), len(s))
        """,
    ),
    Hostile(
        "structures of C",
        """
        import ctypes
        class P(ctypes.Structure): _fields_ = [("x", ctypes.c_int), ("next", ctypes.c_void_p)]
        class Q(ctypes.Structure): _fields_ = [("p", P), ("a", P * 3), ("o", ctypes.py_object)]
        p = P(1); q = Q(p); q.o = [q]
        r = ctypes.pointer(p); r.contents.x = 5
        s = (ctypes.c_char * 5)(*b"abcde"); t = ctypes.create_string_buffer(100)
        u = ctypes.cast(r, ctypes.c_void_p); f = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda n: n + 1)
        null = ctypes.POINTER(P)()
        o = ctypes.py_object()
        class U(ctypes.Union): _fields_ = [("i", ctypes.c_long), ("d", ctypes.c_double)]
        v = U(); v.d = 2.5
        print(f(4), q.p.x, p.x, bool(null))
        """,
    ),
    Hostile(
        "references counted by hand",
        """
        import ctypes, sys
        x = [1]
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(x))
        print(sys.getrefcount(x))
        y = [x]
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(x))
        print(sys.getrefcount(x))
        """,
    ),
    Hostile(
        "every iterator and view",
        """
        import itertools, operator, functools, re, struct, collections, types, array, string
        d = {1: [2]}; l = [1, 2, 3]
        things = [d.keys(), d.values(), d.items(), iter(d), reversed(d), iter(d.values()), iter(l), reversed(l),
                  itertools.count(5), itertools.cycle(l), itertools.tee(l), itertools.product(l, l),
                  itertools.groupby(l), itertools.accumulate(l), itertools.islice(l, 2), zip(l, d), map(str, l),
                  filter(None, l), enumerate(l), types.MappingProxyType(d), types.SimpleNamespace(a=l),
                  re.match("(a)", "a"), re.finditer("a", "aa"), struct.Struct("i"), array.array("i", l),
                  iter(array.array("i", l)), memoryview(b"a"), iter(memoryview(b"a")), operator.itemgetter(1),
                  functools.partial(len, l), functools.lru_cache(len), functools.cmp_to_key(len)(l),
                  collections.ChainMap(d), collections.namedtuple("N", "a b")(1, l), slice(l, d), range(10 ** 30),
                  super(type, type), property(len), classmethod(len), staticmethod(len), iter(len, 5), list[int],
                  int | str, NotImplemented, ..., object(), string.Template("x"), iter(range(10 ** 30)), (n for n in l)]
        for thing in things:
            try: next(thing)
            except TypeError: pass
        print(len(things))
        things = thing = None
        """,
    ),
    Hostile(
        "subclasses of every builtin",
        """
        kinds = [int, float, complex, str, bytes, bytearray, list, tuple, set, frozenset, dict, type, property,
                 classmethod, staticmethod, super, BaseException, OSError, StopIteration, enumerate, zip, map,
                 filter, reversed, object]
        made = {kind: type(f"My{kind.__name__}", (kind,), {}) for kind in kinds}
        things = [made[int](5), made[float]("nan"), made[complex](1j), made[str]("s"), made[bytes](b"b"),
                  made[bytearray](b"b"), made[list]([1]), made[tuple]([1]), made[set]([1]), made[frozenset]([1]),
                  made[dict](a=1), made[type]("T", (), {}), made[property](len), made[classmethod](len),
                  made[staticmethod](len), made[OSError](2, "no", "f"), made[StopIteration](5),
                  made[enumerate]([1]), made[zip]([1]), made[map](len, [1]), made[filter](None, [1]),
                  made[reversed]([1])]
        for thing in things:
            try: thing.extra = things
            except AttributeError: pass
        print(len(things))
        """,
    ),
    Hostile(
        "exceptions past the ordinary",
        """
        class Odd(Exception):
            def __init__(self): pass
            def __new__(cls, *a): return Exception.__new__(cls)
            def __str__(self): raise SystemExit(98)
            __repr__ = __str__
        e = Odd(); e.args = (e,); e.__cause__ = e; e.__context__ = e
        try: raise e
        except Odd as f: print(f is e)
        try: raise e from e
        except Odd: pass
        e.__traceback__ = None
        e.__dict__ = {1: 2} if False else {'a': e}
        g = ExceptionGroup("g", [e, ValueError(1)])
        try: raise g
        except* ValueError as h: print(len(h.exceptions))
        except* Odd: print("odd")
        class Loop(BaseException):
            @property
            def __traceback__(self): raise SystemExit(97)
            @property
            def __class__(self): raise SystemExit(96)
            with_traceback = __traceback__
        try: raise Loop()
        except BaseException: print("caught")
        """,
    ),
    Hostile(
        "frames looked at and written to",
        """
        import sys
        def f():
            x = [1]
            own = sys._getframe()
            own.f_locals["x"] = [2]
            own.f_locals["new"] = [3]
            print(x, sorted(own.f_locals), own.f_lineno)
            own.f_trace = None
            sys._getframe(1).f_locals["made"] = [x]
            return own
        kept = f()
        print(made, kept.f_locals["x"])
        kept.clear()
        def g(): yield sys._getframe()
        h = g(); frame = next(h)
        print(frame.f_back, h.gi_frame is frame)
        try: frame.clear()
        except RuntimeError as error: print(error)
        h.close()
        class A:
            y = [1]
            sys._getframe().f_locals["z"] = y
        print(A.z)
        """,
    ),
    Hostile(
        "a line jumped to by a debugger",
        """
        import sys
        def f():
            x = 1
            x = 2
            x = 3
            return x
        def trace(frame, event, argument):
            if event == "line" and frame.f_lineno == 4 and frame.f_code.co_name == "f": frame.f_lineno = 6
            return trace
        sys.settrace(trace)
        print(f())
        sys.settrace(None)
        """,
    ),
    Hostile(
        "code made by hand",
        """
        import types
        def f(a, b=[1]): c = a; return c, b
        code = f.__code__.replace(co_name="renamed", co_firstlineno=900, co_linetable=b"")
        g = types.FunctionType(code, globals(), "by hand", ([2],), None)
        print(g(5), code.co_firstlineno)
        f.__code__ = (lambda a, b: [a, b]).__code__
        print(f(1))
        k = types.FunctionType(f.__code__.replace(co_filename="elsewhere.py"), {"__builtins__": {}})
        print(k(1, 2))
        f.__defaults__ = None; f.__kwdefaults__ = {"z": [1]}; f.__annotations__ = {1: 2}; f.__dict__ = {5: 6}
        f.__name__ = "n"; f.__module__ = None; f.__doc__ = [1]
        cell = types.CellType()
        def outer():
            v = [1]
            def inner(): return v
            return inner
        m = types.FunctionType(outer().__code__, globals(), "m", None, (cell,))
        try: m()
        except NameError as error: print(error)
        cell.cell_contents = m
        print(m() is m)
        x = types.MethodType(f, [1]); y = types.MethodType(x, 2)
        print(x.__self__)
        w = types.ModuleType("w"); w.__dict__.clear(); w.a = w
        co = types.CoroutineType
        """,
    ),
    Hostile(
        "two functions of one code in odd namespaces",
        """
        class Names(dict):
            def __getitem__(self, key): print("item", key); return dict.__getitem__(self, key)
            def __missing__(self, key): print("missing", key); return print
            def keys(self): print("keys"); return []
            values = items = __iter__ = keys
        code = compile("x = [1]\\nprint(x)\\ny = x\\n", __file__, "exec")
        exec(code, {"__builtins__": __builtins__}, Names())
        exec(code, {})
        exec("a = b = [1]; print(a)", Names(__builtins__=__builtins__))
        """,
    ),
    Hostile(
        "generators, coroutines and their ends",
        """
        import sys
        def g():
            try:
                while True: x = yield [1]
            except ValueError as error: print("value", error); yield 5
            finally: print("finally")
        a = g(); next(a); print(a.throw(ValueError(2))); a.close()
        b = g(); next(b)
        del b
        async def c():
            await d()
            return [1]
        class D:
            def __await__(self): yield 1; return 2
        def d(): return D()
        e = c(); print(e.send(None))
        try: e.send(None)
        except StopIteration as stop: print(stop.value)
        async def h():
            yield 1
            yield 2
        i = h(); j = i.__anext__()
        try: j.send(None)
        except StopIteration as stop: print(stop.value)
        def k(): yield from k() if False else [1, 2]
        print(list(k()))
        def l():
            try: yield
            finally: yield  # the end
        m = l(); next(m)
        try: m.close()
        except RuntimeError as error: print(error)
        n = c()
        n.close()
        """,
    ),
    Hostile(
        "equal things that are not",
        """
        nan = float("nan")
        class Same:
            def __eq__(self, other): return True
            def __hash__(self): return 1
        class Never:
            def __eq__(self, other): return False
            def __hash__(self): return 1
        s = {Same(), Never(), Never(), nan, float("nan"), 1, 1.0, True}
        d = {nan: 1, Never(): 2, Never(): 3}
        l = [nan] * 3 + [0.0, -0.0, 1, 1.0, True, 2 ** 64, float(2 ** 64)]
        l[0] = -l[0]
        for i in range(len(l)): l[i] = l[-i]
        print(len(s), len(d), len(l))
        """,
    ),
    Hostile(
        "mapped memory and arrays",
        """
        import mmap, array
        m = mmap.mmap(-1, 1 << 20)
        m[0:5] = b"hello"
        v = memoryview(m)
        a = array.array("w", "text"); b = array.array("d", [1.5])
        class A(array.array):
            def __repr__(self): print("repr"); return ""
            def __len__(self): print("len"); return 0
        c = A("i", [1]); c.x = [c]
        v.release(); m.close()
        x = [m, a, b, c]
        print(m.closed)
        """,
    ),
    Hostile(
        "numpy's kinds",
        """
        import numpy as np
        class Mine(np.ndarray):
            def __array_finalize__(self, obj): self.note = ["n"]
            def __repr__(self): print("repr"); return ""
            def __getitem__(self, i): print("item"); return super().__getitem__(i)
            def __len__(self): print("len"); return 0
            @property
            def shape(self): print("shape"); return (1,)
            @property
            def dtype(self): print("dtype"); return None
        a = np.arange(6).view(Mine)
        class Loud:
            def __repr__(self): print("loud"); return ""
            def __eq__(self, other): print("eq"); return True
        o = np.empty(3, dtype=object); o[0] = Loud(); o[1] = o; o[2] = [o]
        r = np.zeros(2, dtype=[("a", "i4"), ("b", "O")]); r["b"][0] = [1]
        s = np.float64(1.5); t = np.array(5); u = np.array([], dtype="U5"); w = np.array(["x", "가"])
        v = o[1:]; x = np.ma.masked_array([1, 2], mask=[0, 1]); y = np.matrix([[1]]); z = np.recarray(1, dtype=[("q", "f")])
        d = np.array(["2020-01-01"], dtype="M8[D]"); n = np.nditer(t); f = np.frompyfunc(len, 1, 1)
        big = np.zeros(1_000_000); cut = big[::2]; cut[5] = 1
        m = np.lib.stride_tricks.as_strided(big, (1 << 40, 2), (0, 0))
        print(t, s, v.size, m.shape)
        """,
    ),
    Hostile(
        "names that are texts of a class of the program",
        r"""
        import builtins
        class Text(str):
            def __hash__(self): print("hash"); return str.__hash__(self)
            def __eq__(self, other): print("eq", other); return str.__eq__(self, other)
            def __getitem__(self, i): print("item"); return str.__getitem__(self, i)
            def isidentifier(self): print("ident"); return True
            def encode(self, *a): print("encode"); return b""
        def f(a, b): return a
        code = f.__code__
        g = f.__code__.replace(co_consts=(None, Text("const"), (Text("in"),)))
        import types
        h = types.FunctionType(g, globals(), Text("fname"))
        print("made")
        h(1, 2)
        class M:
            pass
        M.__module__ = Text("__main__")
        M.__qualname__ = Text("M")
        M.__doc__ = Text("doc")
        k = M()
        k.x = 1
        t = types.ModuleType(Text("mod"))
        t.__name__ = Text("__main__")
        z = [t, k]
        try: raise type(Text("Err"), (Exception,), {})(Text("e"))
        except Exception as e: kept = e
        import threading
        th = threading.Thread(target=lambda: h(1, 2), name=Text("T")); th.start(); th.join()
        print("end")
        """,
    ),
    Hostile(
        "containers and numbers whose own methods lie",
        r"""
        from collections import OrderedDict, deque, ChainMap, UserDict, Counter, defaultdict
        class D(dict):
            def __iter__(self): print("iter"); return iter(())
            def items(self): print("items"); return ()
            def keys(self): print("keys"); return ()
            def values(self): print("values"); return ()
            def __len__(self): print("len"); return 0
            def __missing__(self, k): print("missing"); return 1
        class A: pass
        a = A()
        a.__dict__ = D(x=1, y=[2])
        b = OrderedDict(); b["k"] = b
        class O(OrderedDict):
            def __iter__(self): print("oiter"); return iter(())
            def items(self): print("oitems"); return ()
            def __reversed__(self): print("rev"); return iter(())
            def __len__(self): print("olen"); return 0
        c = O(a=1); c["b"] = [c]
        class Q(deque):
            def __iter__(self): print("qiter"); return iter(())
            def __len__(self): print("qlen"); return 0
            def __getitem__(self, i): print("qitem")
        d = Q([1, [2]]); it = iter(deque.__iter__(d)); next(it)
        class I(int):
            def __add__(self, o): print("add"); return 1
            def __radd__(self, o): print("radd"); return 1
            def __rshift__(self, o): print("shift"); return 1
            def bit_length(self): print("bits"); return 1
            def __neg__(self): print("neg"); return 1
            def __index__(self): print("index"); return 1
        i = I(-1 << 100_000); j = range(I(3)); s = slice(I(1 << 100_000))
        class F(float):
            def __repr__(self): print("frepr"); return ""
            def __float__(self): print("float"); return 0.0
            def __eq__(self, o): print("feq"); return True
        f = F(2.5); g = complex(F(1), 2)
        class B(bytes):
            def __getitem__(self, i): print("bitem"); return 1
            def __len__(self): print("blen"); return 0
            def __contains__(self, x): print("bcont"); return True
            def __bytes__(self): print("bytes"); return b""
            def __add__(self, o): print("badd"); return b""
        h = B(b"'\"" * 20_000)
        class BA(bytearray):
            __getitem__ = B.__getitem__; __len__ = B.__len__; __contains__ = B.__contains__; __add__ = B.__add__
            def __hash__(self): print("bhash"); return 1
            def __buffer__(self, flags): print("buffer"); return memoryview(b"")
        k = BA(b"'\"" * 100_000); k[5] = 1; k.n = [k]
        x = [a, b, c, d, it, i, j, s, f, g, h, k]
        print("end")
        """,
    ),
    Hostile(
        "loops whose iterators say good-bye, however they are left",
        """
        class D:
            def __init__(self): self.n = 0
            def __iter__(self): return self
            def __next__(self):
                self.n += 1
                if self.n > 2: raise StopIteration
                return [self.n]
            def __del__(self):
                a = [1]
                b = [a, [2], (a,), {1: a}]
                c = [b for _ in a]
                print("bye")
        def to_the_end():
            for x in map(str, D()): print(x)
            for x in zip(D(), enumerate(D())): print(x)
            return [x for x in map(str, D())]
        def by_break():
            for x in map(str, D()):
                for y in [D(), D()]:
                    y = None
                    break
                try: raise ValueError
                except ValueError: break
        def by_return():
            for x in map(str, D()):
                for y in filter(None, D()):
                    for z in [D(), D()]: return x
        def by_an_exception(n):
            for x in map(str, D()):
                for y in [D(), D()]:
                    y = None
                    try:
                        for z in [D(), D()]:
                            z = None
                            int("q") if not n else by_an_exception(n - 1)
                    finally:
                        here = [n]
        def pauses():
            for x in map(str, D()):
                for y in [D(), D()]:
                    try: yield [1]
                    except KeyError: print("key")
        print(to_the_end(), by_break(), by_return())
        for again in (1, 2):
            try: by_an_exception(2)
            except ValueError as error: print(error)
        paused = pauses(); next(paused); paused.throw(KeyError)
        try: paused.throw(ValueError)
        except ValueError: print("value")
        paused = pauses(); next(paused); paused.close()
        print("end")
        """,
    ),
)
