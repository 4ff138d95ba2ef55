"""Objects that shout when any of their own code is run."""

from tests.recorder.hostile import Hostile
from visualizer.model import EndReason

LOUD = """
        import sys
        def loud(name, answer=None):
            def method(self, *arguments):
                sys.stdout.write(f"{name}\\n")
                return answer(self, *arguments) if callable(answer) else answer
            return method
        NAMES = ("repr str bytes format hash len bool iter next contains eq ne lt le gt ge call sizeof "
                 "getitem setitem delitem missing dir index int float complex abs neg invert add radd "
                 "mul reduce reduce_ex getstate length_hint enter exit instancecheck subclasscheck "
                 "class_getitem mro_entries del get").split()
        LOUD = {f"__{name}__": loud(name, 1) for name in NAMES if name not in ("del", "get")}
        """
PROGRAMS = (
    Hostile(
        "an object that shouts",
        LOUD + """
        H = type("H", (), LOUD)
        h = H()
        h.a = [h]
        everywhere = [h, (h, h), {1: h}, h]
        def f(h, k=h): return h
        f(h)
        """,
    ),
    Hostile(
        "subclasses of builtin types that shout",
        LOUD + """
        kinds = {kind.__name__: type(kind.__name__.title(), (kind,), LOUD) for kind in
                 (int, float, complex, str, bytes, bytearray, list, tuple, set, frozenset, dict)}
        things = [kinds[name](start) for name, start in
                  dict(int=5000, float=2.5, complex=1j, str="abc", bytes=b"a", bytearray=b"b",
                       list=[1, [2]], tuple=(1, 2), set={3}, frozenset={4}, dict={"k": 1}).items()]
        for thing in things:
            if hasattr(thing, "__dict__"): thing.extra = things
        from collections import deque, OrderedDict, defaultdict, Counter
        d = type("Deque", (deque,), LOUD)([1, 2])
        o = type("Ordered", (OrderedDict,), {"__repr__": 1, "__len__": LOUD["__len__"]})(a=1)
        q = type("Default", (defaultdict,), LOUD)(list)
        """,
    ),
    Hostile(
        "attribute access",
        """
        class H:
            def __init__(self): object.__setattr__(self, "a", [1])
            def __getattribute__(self, name): print(name); return super().__getattribute__(name)
            def __getattr__(self, name): print("missing", name); return 7
            def __setattr__(self, name, value): print("set", name)
            @property
            def __class__(self): print("class"); return int
            @property
            def __dict__(self): print("dict"); return {}
            __doc__ = property(lambda self: print("doc"))
        h = H()
        h.b = 5
        l = [h, h]
        """,
    ),
    Hostile(
        "descriptors",
        """
        class Loud:
            def __get__(self, thing, owner=None): print("get"); return 3
            def __set__(self, thing, value): print("set")
            def __delete__(self, thing): print("delete")
            def __set_name__(self, owner, name): print("name", name)
        class Quiet:
            def __get__(self, thing, owner=None): print("get quietly"); return 4
        class H:
            a = Loud()
            b = Quiet()
            c = property(lambda self: print("property"))
            def __init__(self):
                self.__dict__["a"] = [1]
                self.__dict__["b"] = [2]
                self.__dict__["c"] = [3]
                self.d = 4
        h = H()
        class S(H):
            __slots__ = ("p", "q")
        s = S(); s.p = [1]; s.d = 5
        """,
    ),
    Hostile(
        "metaclasses",
        """
        class Meta(type):
            def __hash__(cls): print("hash"); return 1
            def __eq__(cls, other): print("eq"); return True
            def __getattribute__(cls, name): print("get", name); return super().__getattribute__(name)
            def __instancecheck__(cls, thing): print("instance"); return True
            def __subclasscheck__(cls, other): print("subclass"); return True
            def __call__(cls, *arguments): print("call"); return super().__call__(*arguments)
            def __prepare__(name, bases): print("prepare"); return {}
            def __repr__(cls): print("repr"); return "x"
            def __len__(cls): print("len"); return 0
            def mro(cls): print("mro"); return super().mro()
            @property
            def __name__(cls): print("name"); return 5
            @property
            def __module__(cls): print("module"); return 6
            @property
            def __dict__(cls): print("dict"); return {}
            @property
            def __bases__(cls): print("bases"); return ()
        class A(metaclass=Meta): pass
        a = A(); a.x = [a]
        class B(A): y = 1
        b = {1: A, 2: B}
        """,
    ),
    Hostile(
        "strange namespaces",
        """
        class Text(str):
            def __eq__(self, other): print("eq"); return str.__eq__(self, other)
            def __hash__(self): print("hash"); return str.__hash__(self)
            def __repr__(self): print("repr"); return "q"
            def encode(self, *a): print("encode"); return b""
            def isidentifier(self): print("identifier"); return True
        name = Text("odd")
        globals()[name] = [1]
        globals()[7] = "a number"
        class A: pass
        a = A()
        a.__dict__[Text("more")] = 2
        a.__dict__[5] = 3
        setattr(a, Text("set"), 4)
        def f(): pass
        f.__dict__[Text("note")] = 5
        f.__name__ = Text("renamed"); f.__defaults__ = (Text("default"),)
        class Names(dict):
            def __getitem__(self, key): print("item", key); return dict.__getitem__(self, key)
            def items(self): print("items"); return []
            def __iter__(self): print("iter"); return iter(())
        class M(type):
            def __prepare__(name, bases): return Names()
        class C(metaclass=M):
            z = 5
            w = z
        b = A(); b.__dict__ = Names(p=1)
        e = type(Text("Odd"), (), {Text("member"): 1})()
        """,
    ),
    Hostile(
        "exceptions",
        """
        class Bad(Exception):
            def __str__(self): print("str"); return ""
            def __repr__(self): print("repr"); return ""
            def __getattribute__(self, name): print("get", name); return super().__getattribute__(name)
            def __eq__(self, other): print("eq"); return True
            def __bool__(self): print("bool"); return False
            def with_traceback(self, t): print("with"); return self
            @property
            def args(self): print("args"); return ()
        def f(): raise Bad([1])
        try: f()
        except Bad as error: kept = error
        try:
            try: f()
            finally: print("finally")
        except Bad: pass
        class Stop(StopIteration):
            def __eq__(self, other): print("eq"); return True
        def g():
            try: yield 1
            except Bad: print("got it")
        h = g(); next(h)
        try: h.throw(Bad(2))
        except StopIteration: pass
        """,
    ),
    Hostile(
        "iterators and numbers",
        """
        class Index:
            def __index__(self): print("index"); return 3
            def __len__(self): print("len"); return 2
            def __getitem__(self, i): print("item", i); return [i][i:][0]
            def __length_hint__(self): print("hint"); return 5
            def __reduce__(self): print("reduce"); return (Index, ())
        class Number(int):
            def __repr__(self): print("repr"); return "n"
            def __index__(self): print("index"); return 1
            def bit_length(self): print("bits"); return 1
            def __add__(self, other): print("add"); return 1
            def __lt__(self, other): print("lt"); return True
        x = Index(); n = Number(10 ** 30)
        a = iter(x); b = reversed(x); c = enumerate(x); d = range(Number(2), Number(9))
        e = slice(x, n, x)
        f = zip(x, x); g = map(str, x); h = iter(x.__getitem__, 5); i = range(Index())
        j = memoryview(b"abc"); k = iter(d)
        """,
    ),
    Hostile(
        "names of the library replaced",
        """
        import builtins, gc, json, os, sys, time
        keep = print
        def trap(*arguments, **named): keep("trap"); raise ValueError
        for name in "id len type map list dict tuple isinstance getattr repr str int zip any".split():
            setattr(builtins, name, trap)
        gc.get_referents = gc.get_objects = gc.get_count = gc.disable = gc.enable = trap
        sys.getrefcount = sys.getsizeof = sys._getframe = sys.exception = trap
        os.write = os.lseek = os.getpid = os.getppid = os.fstat = time.sleep = time.perf_counter = trap
        x = [1]
        x.append(2)
        def f(): return {"a": x}
        y = f()
        sys.modules.pop("gc"); sys.modules.pop("os")
        for name in list(sys.modules) if False else (): pass
        z = (x, y)
        sys.stdout = None
        z = 1
        sys.stdout = sys.__stdout__
        del sys.__stdout__
        w = 2
        keep("end")
        """,
    ),
    Hostile(
        "modules cleared",
        """
        import sys, builtins
        out = sys.stdout
        class Module(type(sys)):
            def __getattribute__(self, name):
                out.write(f"get {name}\\n")
                return super().__getattribute__(name)
        sys.__class__ = Module
        x = [1]
        sys.modules["queue"] = Module("queue")
        sys.modules["__main__"].__class__ = Module
        y = 2
        m = Module("made"); m.a = x
        """,
    ),
    Hostile(
        "tool ids freed",
        """
        import sys
        for n in range(6):
            try: sys.monitoring.free_tool_id(n)  # the end
            except ValueError: pass
        x = [1]
        print(x)
        """,
        EndReason.RECORDER_FAILED,
    ),
    Hostile(
        "its own hooks",
        """
        import sys, builtins, gc
        sys.dont_write_bytecode = True
        class Finder:
            @staticmethod
            def find_spec(name, path=None, target=None): print("find", name)
        sys.meta_path.insert(0, Finder)
        real = builtins.__import__
        def importing(name, *rest): print("import", name); return real(name, *rest)
        builtins.__import__ = importing
        x = [1]
        import colorsys
        gc.callbacks.append(lambda phase, details: print(phase, details["generation"]))
        y = {1: x}
        gc.collect()
        z = [y]
        gc.callbacks.clear()
        """,
    ),
    Hostile(
        "the mapping of a class body that an exception has left",
        """
        class Names(dict):
            def keys(self): print("keys"); return []
            def values(self): print("values"); return []
            def items(self): print("items"); return []
        class Meta(type):
            @classmethod
            def __prepare__(cls, *details): return Names()
        try:
            class Left(metaclass=Meta):
                x = [1]
                def own(self): return __class__
                raise ValueError
        except ValueError as error:
            kept = error
        a = 1
        """,
    ),
    Hostile(
        "weak references",
        """
        import weakref
        class A:
            def __eq__(self, other): print("eq"); return True
            def __hash__(self): print("hash"); return 1
            def __del__(self): print("del")
        a = A()
        p = weakref.proxy(a)
        r = weakref.ref(a, lambda dead: print("callback"))
        class Ref(weakref.ref):
            def __call__(self): print("call"); return None
            def __eq__(self, other): print("ref eq"); return True
        s = Ref(a)
        things = [p, r, s]
        b = A(); q = weakref.proxy(b)
        del b
        del a
        """,
    ),
)
