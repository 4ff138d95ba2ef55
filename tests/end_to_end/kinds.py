"""Objects of every kind, and their contents as the program that makes them sees them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of object: code that makes some, and code that prints their contents.

    ``refers`` maps a name to an expression of the addresses that it refers to, in order.
    """

    name: str
    setup: str
    names: str
    refers: dict[str, str] | None = None
    values: str = ""


ITEMS = "map(id, {0})"
ENTRIES = "(id(x) for pair in {0}.items() for x in pair)"
ATTRIBUTES = "[id(type({0})), *map(id, {0}.__dict__.values())]"
MEMBERS = """[*map(id, {0}.__bases__), *(id(v) for k, v in {0}.__dict__.items() if k not in
    ("__module__", "__dict__", "__weakref__", "__firstlineno__", "__static_attributes__")
    and (k, v) != ("__doc__", None))]""".replace("\n    ", " ")
FUNCTION = "[id({0}.__code__), *map(id, {0}.__closure__ or ()), *map(id, {0}.__defaults__ or ())]"
ERROR = (
    "id(x) for x in (type({0}), {0}.args, {0}.__cause__, {0}.__context__, {0}.__traceback__)"
    " if x is not None and x is not ValueError"
)

SCALARS = (
    Kind("int", "a = 10 ** 30; b = 7; c = -1000; d = 12345", "a b c d", values="a b c d"),
    Kind("long int", "a = 10 ** 4000", "a", values="a"),
    Kind("float", "a = 2.5; b = float('nan'); c = -0.0; d = a / 3", "a b c d", values="a b c d"),
    Kind("complex", "a = 1 + 2j; b = a * a", "a b", values="a b"),
    Kind(
        "bool and None",
        "a = True; b = None; c = ...; d = NotImplemented",
        "a b c d",
        values="a b c",
    ),
    Kind(
        "str",
        "a = 'abc' * 3; b = 'k'; c = '한글' + a; d = ''; e = '\\ud800x' + a",
        "a b c d e",
        values="a b c d",
    ),
    Kind("grown str", "a = 'x' * 300\na += 'y' * 300\nb = a\na += 'z'", "a b", values="a b"),
    Kind(
        "bytes",
        "a = b'abc' * 3; b = b'x'; c = bytearray(b'ab'); c += b'c' * 50",
        "a b c",
        values="a b c",
    ),
    Kind("range", "a = range(5, 100_000); b = range(0, 10 ** 20, 7)", "a b", values="a b"),
    Kind("slice", "x = 1000; a = slice(1, x); b = slice(x, None, 'k')", "x a b", values="a b"),
)
CONTAINERS = (
    Kind(
        "list",
        "x = [1000, 'ab' * 2]; a = [x, x, None, 2.5]; b = []; b.append(b); b.append(x)",
        "x a b",
        {"a": ITEMS, "b": ITEMS},
    ),
    Kind(
        "tuple", "x = [1]; a = (x, 7); b = (); c = (x, a, a)", "x a b c", {"a": ITEMS, "c": ITEMS}
    ),
    Kind(
        "set",
        "x = (1, 2); a = {x, 1000, 'k'}; b = frozenset([3, x]); a.discard(1000)",
        "x a b",
        {"a": ITEMS, "b": ITEMS},
    ),
    Kind(
        "dict",
        "x = [1]; a = {'k': x, 1000: x, (1, 2): 'v'}; b = {}; b['self'] = b; del a['k']",
        "x a b",
        {"a": ENTRIES, "b": ENTRIES},
    ),
    Kind(
        "deque",
        "from collections import deque\nx = [1]; a = deque([x, x, 5000]); a.rotate(1)",
        "x a deque",
        {"a": ITEMS},
    ),
    Kind(
        "defaultdict",
        "from collections import defaultdict\nx = []\na = defaultdict(list)\n"
        "a['k'].append(x); a[1000] = x",
        "x a",
        {"a": "[id(type({0})), id({0}.default_factory), *" + ENTRIES + "]"},
    ),
    Kind(
        "OrderedDict",
        "from collections import OrderedDict\nx = []\na = OrderedDict(p=x, q=1)\n"
        "a.move_to_end('p')",
        "x a",
        {"a": ENTRIES},
    ),
    Kind(
        "Counter",
        "from collections import Counter\na = Counter('hello')",
        "a",
        {"a": "[id(type({0})), *" + ENTRIES + "]"},
    ),
    Kind(
        "views",
        "x = {1000: []}; a = x.keys(); b = x.items(); c = x.values()",
        "x a b c",
        {"a": "[id(x)]", "b": "[id(x)]"},
    ),
    Kind("long list", "x = [1000]; a = [x, 'k', 2.5] * 4_000; b = (*a,)", "x a b"),
    Kind("long dict", "a = dict.fromkeys(range(1000, 11_100), 2.5)", "a"),
)
CLASSES = (
    Kind(
        "instance",
        """
        class P:
            kind = "point"
            def __init__(self, x, y):
                self.x = x
                self.y = y
        x = [1]; a = P(x, 1 << 70); a.z = x; b = P(a, a); b.me = b; del b.x
        c = P(1, 2); c.__dict__["odd name"] = x; setattr(c, "made" + "up", x)
        d = P(3, 4); e = P.__new__(P)""",
        "x a b c d e P",
        {"a": ATTRIBUTES, "b": ATTRIBUTES, "c": ATTRIBUTES, "d": ATTRIBUTES, "P": MEMBERS},
    ),
    Kind(
        "slots",
        """
        class S:
            __slots__ = ("a", "b", "__weakref__")
        class T(S):
            __slots__ = "c"
        class U(S): pass
        x = [1]; a = S(); a.a = x; b = T(); b.b = x; b.c = a; c = U(); c.a = x; c.z = b""",
        "x a b c",
        {
            "a": "[id(S), id(a.a)]",
            "b": "[id(T), id(b.c), id(b.b)]",
            "c": "[id(U), id(c.a), id(c.z)]",
        },
    ),
    Kind(
        "subclasses of containers",
        """
        class L(list): pass
        class T(tuple): pass
        class S(set): pass
        class D(dict): pass
        x = [1]; a = L([x, x]); a.extra = x; b = T([x]); c = S([1000]); d = D(k=x); d.more = x""",
        "x a b c d",
        {
            "a": "[id(L), id(x), *map(id, a)]",
            "b": "[id(T), *map(id, b)]",
            "c": "[id(S), *map(id, c)]",
            "d": "[id(D), id(x), *" + ENTRIES + "]",
        },
    ),
    Kind(
        "subclasses of values",
        """
        class I(int): pass
        class F(float): pass
        class T(str): pass
        class B(bytes): __slots__ = ()
        x = [1]; a = I(5000); a.extra = x; b = F(2.5); c = T("text"); c.also = x; d = B(b"b")""",
        "x a b c d",
        {"a": ATTRIBUTES, "c": ATTRIBUTES},
        values="a b c d",
    ),
    Kind(
        "class",
        """
        class A:
            x = [1]
            def f(self): return self.x
        class B(A):
            "Documented."
            y = A.x
            @property
            def g(self): return 1
        class M(type): pass
        class C(B, metaclass=M): z = 5000
        C.added = A.x; x = A.x
        def local():
            class Inner: pass
            return Inner
        d = local(); e = type("Made", (A,), {"w": x})""",
        "A B C M d e x",
        {"A": MEMBERS, "B": MEMBERS, "C": MEMBERS},
    ),
    Kind(
        "named tuple and dataclass",
        """
        from collections import namedtuple
        from dataclasses import dataclass, field
        from enum import Enum
        N = namedtuple("N", "u v")
        @dataclass
        class D:
            p: int
            q: list = field(default_factory=list)
        class E(Enum):
            RED = 1
            BLUE = "b"
        x = [1]; a = N(x, 2); b = D(1000, x); c = D(1); d = E.RED""",
        "x a b c d N D E",
        {"a": "[id(N), *map(id, a)]", "b": ATTRIBUTES},
    ),
)
FUNCTIONS = (
    Kind(
        "function",
        """
        x = [1]
        def f(a, b=x, *, c=3.5): return a
        def outer():
            kept = [5]
            def inner(d=x): return kept, d
            return inner
        g = outer(); h = lambda: x; f.note = x; k = outer()""",
        "x f g h k outer",
        {
            "g": FUNCTION,
            "k": FUNCTION,
            "h": FUNCTION,
            "f": "[id(f.__code__), id(x), id(f.__kwdefaults__['c']), id(x)]",
        },
    ),
    Kind(
        "method",
        """
        class A:
            def m(self): return 1
            @classmethod
            def c(cls): return 2
            @staticmethod
            def s(): return 3
        x = A(); a = x.m; b = A.c; c = A.s; d = [].append; e = x.m""",
        "x a b c d e",
        {"a": "[id(x), id(A.m)]", "b": "[id(A), id(A.c.__func__)]"},
    ),
    Kind(
        "cell",
        """
        def outer(empty):
            x = [1]; y = 5000
            def inner(): return x, y, z
            def other(): return x
            if not empty: z = x
            return inner, other
        f, g = outer(False); h, _ = outer(True)
        a, b, c = f.__closure__; d = h.__closure__[2]; e = g.__closure__[0]; x = a.cell_contents""",
        "f g h a b c d e x",
        {"a": "[id(x)]", "c": "[id(x)]", "d": "[]"},
    ),
    Kind(
        "generator",
        """
        def numbers(n):
            kept = [n]
            for i in range(n):
                yield i * 1000
        a = numbers(3); b = numbers(2); first = next(b); c = numbers(1); list(c)
        x = [1]; d = (y for y in x); e = (y for y in x); next(e)
        def chain(): yield from b
        g = chain(); next(g)""",
        "a b c d e g x first",
        {"b": "map(id, b.gi_frame.f_locals.values())", "c": "[]"},
    ),
    Kind(
        "coroutine",
        """
        import types, warnings
        warnings.simplefilter("ignore")
        @types.coroutine
        def pause(): yield
        async def work(x):
            await pause()
            return x
        async def stream(x):
            yield x
        x = [1]; a = work(x); b = work(x); b.send(None); c = stream(x); d = c.asend(None)
        try: d.send(None)
        except StopIteration as stop: e = stop.value
        f = c.aclose()
        try: f.send(None)
        except StopIteration: pass""",
        "a b c d e f x",
        {"b": "[id(x), id(b.cr_await)]"},
    ),
)
REST = (
    Kind("iterator", """
        x = [1000, 2000]; t = (5, 6); s = "text" * 2; m = {"k": x}; n = {3000}
        a = iter(x); next(a); b = iter(t); c = iter(s); d = enumerate(x); next(d); e = reversed(x)
        f = iter(m); g = iter(m.items()); h = iter(n); i = iter(range(9)); j = iter([]); list(j)
        k = iter(x); list(k)""",
         "x t m n a b c d e f g h i j k",
         {"a": "[id(x)]", "b": "[id(t)]", "f": "[id(m)]", "g": "[id(m)]", "h": "[id(n)]",
          "j": "[]", "k": "[]"}),
    Kind("weak reference", """
        import weakref
        class A: pass
        x = A(); a = weakref.ref(x); b = weakref.ref(x, lambda r: None); c = weakref.proxy(x)
        d = weakref.WeakValueDictionary(k=x); e = weakref.WeakSet([x]); y = A(); f = weakref.ref(y)
        del y""",
         "x a b d e f", {"a": "[id(a())]", "f": "[]"}),
    Kind("exception", """
        class Own(Exception):
            def __init__(self, extra):
                super().__init__(extra, 1000)
                self.extra = extra
        x = [1]
        try:
            try: raise ValueError(x)
            except ValueError as inner:
                a = inner
                raise Own(x) from inner
        except Own as outer: b = outer
        c = Own(x); d = KeyError("k"); e = b.__traceback__
        try: [][1]
        except IndexError as error: f = error""",
         "x a b c d e f Own", {"a": ERROR, "c": "[id(Own), id(c.args), id(x)]"}),
    Kind("exception with fields in C", """
        class Own(OSError):
            __slots__ = ("more",)
        x = [1]
        try: x.missing
        except AttributeError as error: a = error
        try: open("no" + "where")
        except OSError as error: b = error
        c = Own(2, "gone", x); c.more = x; y = [2]; d = ExceptionGroup("g", [b, c])""",
         "x y a c d Own", {"c": "[id(Own), id(c.args), id(x), id(x)]"}),
    Kind("exception under way", """
        def fail(x): raise KeyError(x)
        x = [1]
        try: fail(x)
        except KeyError as error:
            a = error
            print("sample", "a", getrefcount((a,)[0]) - 1, id(a), getsizeof(a))
            print("sample", "error", getrefcount((error,)[0]) - 1, id(error), getsizeof(error))
            print("sample", "x", getrefcount((x,)[0]) - 1, id(x), getsizeof(x))""", "x a"),
    Kind("module", "import sys, json as a, collections.abc as b", "a b sys"),
    Kind("zip and kin", """
        import functools, itertools
        x = [1000, 2000]
        a = zip(x, x); b = map(str, x); c = filter(None, x); d = itertools.count(10 ** 6)
        next(a); next(b); e = functools.partial(print, x); f = itertools.chain(x, x)""",
         "x a b c d e f"),
    Kind("parts of the interpreter", """
        import sys, types
        def f(): return sys._getframe()
        x = [1]; a = f.__code__; b = property(f); c = staticmethod(f); d = classmethod(f)
        e = types.MappingProxyType({"k": x}); g = types.SimpleNamespace(x=x); h = list[int]
        i = int | str; j = memoryview(b"abc"); k = f(); l = types.MethodType(f, x); m = object()
        n = super(int, 5); o = f.__globals__; p = slice; q = len; r = type(f); s = int.__add__
        t = "".join; u = vars(type(x))["append"]""", "x a b c d e g h i j l m n p q r s t u"),
    Kind("library", """
        import array, datetime, decimal, fractions, pathlib, random, re, threading, queue, struct
        a = array.array("i", [1, 2]); b = datetime.date(2024, 1, 2); c = decimal.Decimal("1.5")
        d = fractions.Fraction(1, 3); e = pathlib.PurePosixPath("a/b"); f = random.Random(1)
        g = re.compile("a+"); h = threading.Lock(); i = g.match("aa"); j = threading.Thread()
        k = queue.Queue(); l = struct.Struct("<i"); m = datetime.timedelta(1)""",
         "a b c d e f g h i j k l m"),
    Kind("numpy array", """
        import numpy as np
        a = np.arange(6); b = a[1:]; c = a.reshape(2, 3); d = np.array([[1.5]]); x = [1]
        e = np.array([x, "s"], dtype=object); f = np.float64(2.5); g = a.dtype; h = np.zeros(1000)
        i = np.array(5); j = h.T; k = np.array(["ab", "c"]); l = a.astype(np.int8)""",
         "a b c d e f g h i j k l x", {"b": "[id(a)]", "c": "[id(c.base)]", "d": "[]"}),
)  # fmt: skip
KINDS = (*SCALARS, *CONTAINERS, *CLASSES, *FUNCTIONS, *REST)
