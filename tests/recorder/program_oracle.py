"""The code inside generated programs: their own readings, and the classes and functions they use.

``exec`` runs ``ORACLE``, so that the recorder does not see into it: its functions make no steps.
They print the program's own readings, on the line that calls them: ``tell`` the counts,
addresses, sizes and plain values of names, ``census`` those of everything that the collector
tracks and that is new since the start, with its references. Their own data is in cells of
theirs, which the recorder treats as foreign and does not read. The collector runs only where
a program calls it: the tests do not judge the effect of the recorder's objects on its thresholds.
"""

import re

ORACLE = """
import functools, gc, weakref
from collections import deque
from json import dumps
from sys import getrefcount, getsizeof
from types import CellType, FunctionType, MethodType
def oracle():
    plain = (int, float, complex, str, bytes, bool, type(None), range, bytearray)
    listed = (list, tuple, set, frozenset, deque)
    def tell(names, *things):
        names = names.split()
        addresses = list(map(id, things))
        for n in range(len(names)):
            count = getrefcount(things[n]) - 1 - addresses.count(addresses[n])
            print("sample", names[n], count, id(things[n]), getsizeof(things[n]))
            if type(things[n]) in plain:
                print("value", names[n], repr(things[n]))
            found = contents(things[n])
            if found is not None:
                print("refers", names[n], found)
    def contents(thing):
        if type(thing) in listed:
            return list(map(id, thing))
        if type(thing) is dict:
            return [id(x) for pair in thing.items() for x in pair]
        if type(thing) is MethodType:
            return [id(thing.__self__), id(thing.__func__)]
        if type(thing) is CellType:
            try:
                return [id(thing.cell_contents)]
            except ValueError:
                return []
        return None
    def census():
        things = gc.get_objects()
        rows = []
        n = row = 0
        for n in range(len(things)):
            if things[n] is not rows and things[n] is not row:
                count = getrefcount(things[n]) - 2
                name = type(things[n]).__name__
                row = [id(things[n]), name, count, getsizeof(things[n])]
                rows.append([*row, contents(things[n])])
        print("census", dumps(rows))
        del things, rows, row
    gc.disable()
    gc.collect()
    gc.freeze()
    return tell, census
"""

PARTS = {
    "gc": "import gc",
    "weakref": "import weakref",
    "deque": "from collections import deque",
    "defaultdict": "from collections import defaultdict",
    "OrderedDict": "from collections import OrderedDict",
    "partial": "from functools import partial",
    "c": "from itertools import count; c = count(1_000_000)",
    "N": """class N:
    shared = None
    def __init__(self, a=None):
        self.a = a
        self.number = next(c)
    def get(self): return self.a
    def put(self, a): self.b = a; return self
    @property
    def prop(self): return [self.a]
    @classmethod
    def make(cls, a): return cls(a)""",
    "M": "class M(N): pass",
    "S": """class S:
    __slots__ = ("p", "q", "__weakref__")
    def __init__(self, p): self.p = p""",
    "L": "class L(list): pass",
    "T": "class T(tuple): pass",
    "D": "class D(dict): pass",
    "X": "class X(str): pass",
    "I": "class I(int): pass",
    "E": """class E(Exception):
    def __init__(self, *args): self.more = args""",
    "W": """class W:
    def __init__(self, a, quiet=False): self.a = a; self.quiet = quiet
    def __enter__(self): return self.a
    def __exit__(self, *error): return self.quiet""",
    "seq": "def seq(x): return x[:9] if type(x) in (list, tuple) else (x, 5000)",
    "tab": 'def tab(x): return x if type(x) is dict else {"k": x}',
    "f": """def f(x, y=None):
    z = [x, y]
    w = N(z)
    return w""",
    "g": "def g(*rest, k=None, **more): return rest, k, more",
    "same": "def same(x): return x",
    "keep": """def keep(x):
    def get(): return x
    return get""",
    "count_up": """def count_up(x):
    n = 1000
    def up():
        nonlocal n, x
        n += 1; x = [n]
        return x
    return up""",
    "numbers": """def numbers(x):
    for q in range(2):
        got = yield [next(c), x]
        x = got""",
    "wrapped": """def wrapped(x):
    try:
        yield x
        yield from numbers(x)
    finally: y = [x]""",
    "deep": """def deep(k, x):
    if k == 0: return x
    return deep(k - 1, [x])""",
    "halves": """def halves(k):
    if k == 0: return 0.5
    return 1.5 + halves(k - 1)""",
    "swap": """def swap(x, y):
    x, y = y, x
    return (x, y)""",
    "fail": """def fail(x):
    y = [x]
    raise KeyError(y)""",
    "catch": """def catch(x):
    try: fail(x)
    except KeyError as error: return error""",
    "chained": """def chained(x):
    try:
        try: fail(x)
        finally: x = [x]
    except KeyError as error:
        try: raise E(x) from error
        except E as other: return other""",
    "drive": """def drive(x, y=None):
    try: return x.send(y)
    except StopIteration as stop: return stop.value
    except TypeError: return next(x)""",
    "going": "def going(x): return type(x) is type(numbers(0)) and not x.gi_running",
    "work": """async def work(x):
    y = [x]
    return y""",
    "both": """async def both(x):
    y = await work(x)
    return (y, x)""",
    "run": """def run(x):
    try: x.send(None)
    except StopIteration as stop: return stop.value""",
    "late": """def late(x):
    return x if type(x) in (N, M, S, set, type(f)) else f""",
    "decorate": "def decorate(x): return lambda own: (own, x)",
}
"""Parts that programs use, by name; a part brings the parts that it uses."""


def head_for(body: str) -> str:
    """Return the oracle, and those of ``PARTS`` that a body uses."""
    used = _used(body, {})
    parts = "\n".join(text for name, text in PARTS.items() if name in used)
    return f"tell, census = (lambda own: exec({ORACLE!r}, own) or own['oracle']())({{}})\n{parts}\n"


def _used(text: str, found: dict[str, None]) -> dict[str, None]:
    for name in re.findall(r"\b[A-Za-z]\w*", text):
        if name in PARTS and name not in found:
            found[name] = None
            _used(PARTS[name], found)
    return found
