"""Objects for each row of the contract's table of kinds, some of subclasses of builtins."""

from dataclasses import dataclass

SETUP = """
import functools, gc, itertools, threading, types, weakref
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
import numpy as np
class P:
    def __init__(self, n): self.n = n
    def m(self): return self.n
class Slotted:
    __slots__ = ("u", "__weakref__")
    def __init__(self, u): self.u = u
class Finite:
    def __init__(self, kept): self.kept = kept
    def __del__(self): finish(self.kept)
class MyInt(int): pass
class MyStr(str): pass
class MyList(list): pass
class MyTuple(tuple): pass
class MyDict(dict): pass
class MySet(set): pass
class MyError(Exception): pass
Pair = namedtuple("Pair", "u v")
def finish(kept): pass
def function(n):
    def inner(a=n): return n, a
    return inner
def numbers(n):
    kept = [n]
    yield kept
    yield n
def begun(n):
    made = numbers(n)
    next(made)
    return made
async def work(n): return n
async def stream(n): yield n
def caught(n):
    try: raise MyError(n)
    except MyError as error: return error
lasting = P(1)
gc.disable()
n = 1000
"""


@dataclass(frozen=True)
class Made:
    """Code that makes an object; ``row`` is the first key of its row in the contract's table."""

    make: str
    row: str


MADE = (
    Made("n * 10 ** 20", "value"),
    Made("n * 1.5", "value"),
    Made("n * 1j", "value"),
    Made("(n > 1)", "value"),
    Made("'ab' * n", "value"),
    Made("bytes(n)", "value"),
    Made("bytearray(n)", "value"),
    Made("range(n, 9 * n)", "value"),
    Made("slice(n, None)", "value"),
    Made("MyInt(n)", "value"),
    Made("MyStr('text')", "value"),
    Made("[n, 'k', []]", "items"),
    Made("(n, [n])", "items"),
    Made("{n, 'k'}", "items"),
    Made("frozenset((n, 'k'))", "items"),
    Made("deque([n, 'k'], 5)", "items"),
    Made("MyList([n])", "items"),
    Made("MyTuple((n,))", "items"),
    Made("MySet((n,))", "items"),
    Made("Pair(n, n)", "items"),
    Made("{'k': n, n: [n]}", "entries"),
    Made("OrderedDict(k=n)", "entries"),
    Made("defaultdict(list, k=n)", "entries"),
    Made("Counter('hello')", "entries"),
    Made("MyDict(k=n)", "entries"),
    Made("P(n)", "attributes"),
    Made("Slotted(n)", "attributes"),
    Made("type('Made', (P,), {'z': n})", "bases"),
    Made("function(n)", "closure"),
    Made("(lambda a=n: a)", "closure"),
    Made("P(n).m", "function"),
    Made("types.CellType(n)", "contents"),
    Made("numbers(n)", "state"),
    Made("begun(n)", "state"),
    Made("stream(n)", "state"),
    Made("(y for y in [n])", "state"),
    Made("iter([n, n])", "position"),
    Made("enumerate((n, n))", "position"),
    Made("weakref.ref(lasting)", "referent"),
    Made("MyError(n)", "args"),
    Made("caught(n)", "args"),
    Made("types.ModuleType('made')", "name"),
    Made("np.arange(n)", "shape"),
    Made("zip((n,), [n])", "referents"),
    Made("functools.partial(print, n)", "referents"),
    Made("property(function(n))", "referents"),
    Made("memoryview(b'abc')", "referents"),
)
