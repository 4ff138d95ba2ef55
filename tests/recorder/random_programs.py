"""Programs made at random, which keep telling what a recording must show of them.

A program binds a handful of names over and over: to containers, instances, functions, generators,
numbers. After every statement it prints its own readings of each name (``samples``), and of each
instance of its class ``N`` the number that this very instance got at birth: ``born NAME NUMBER``.
``alive NUMBER…`` tells which of them live, by weak references.
"""

import random
from collections.abc import Iterator
from textwrap import indent

from tests.recorder.runs import Recorded
from tests.recorder.samples import PRELUDE, sample, wrong_samples

HEAD = """
import gc, weakref
from collections import deque
from itertools import count
counter = count(100_000)
known = {}
class N:
    def __init__(self, a=None):
        self.a = a
        self.b = [a]
        self.number = next(counter)
        known[self.number] = weakref.ref(self)
class M:
    __slots__ = ("p", "q")
    def __init__(self, a): self.p = a
class L(list): pass
class D(dict): pass
def f(x, y):
    z = [x, y]
    w = N(z)
    return w
def numbers(n):
    for q in range(n):
        yield [q * 1000]
def keep(x):
    def get(): return x
    return get
def deep(k, l):
    if k == 0: return l
    return deep(k - 1, [l])
def swap(x, y):
    x, y = y, x
    x = y
    return (x, y)
def fail(x):
    y = [x]
    raise KeyError(y)
def total(n):
    s = 0
    while n > 0:
        s = s + n
        n = n - 300
    return s
"""
OBJECTS = ("v0", "v1", "v2", "v3", "v4", "v5")
VALUES = ("i0", "i1", "i2", "t0", "t1")
STATEMENTS = (
    "{a} = [{b}, {c}]",
    "{a} = {{'k': {b}, {n}: {c}}}",
    "{a} = N({b})",
    "{a} = f({b}, {c})",
    "{a} = ({b}, {c}, {n})",
    "{a} = {b}",
    "{a} = M({b})",
    "{a} = M({b}); {a}.q = {c}; del {a}.p",
    "{a} = L([{b}]); {a}.more = {c}",
    "{a} = D(k={b}); {a}[{n}] = {c}",
    "{a} = deep(3, {b})",
    "{a} = deep(2, [{n}])",
    "{a} = deque([{b}, {n}], 3); {a}.append({c})",
    "if type({a}) is list: {a}.append({b})",
    "if type({a}) is list and {a}: {a}.pop()",
    "if type({a}) is list and {a}: {a}[0] = {n}",
    "if type({a}) is list: {a}.sort(key=id)",
    "if type({a}) is list: {a}[:] = {a} * 2 if len({a}) < 20 else []",
    "if type({a}) is list and {a}: {a}[-1] = N({n}); {a}[-1] = N({n})",
    "if type({a}) is list: {a}.extend(range({n}, {n} + 30)); del {a}[3:20]",
    "if type({a}) is N: {a}.a = {b}",
    "if type({a}) is N: {a}.c = {n} * 3",
    "if type({a}) is N: {a}.a = 0; del {a}.a; {a}.a = {n}",
    "if type({a}) is N: {a}.__dict__['more'] = {b}",
    "if type({a}) is N: setattr({a}, 'd%d' % {n}, {b})",
    "if type({a}) is N: {a}.b.append({c})",
    "if type({a}) is dict: {a}[{n}] = {b}",
    "if type({a}) is dict: {a}.clear()",
    "if type({a}) is dict and {a}: {a}.popitem()",
    "if type({a}) is tuple and type({a}[0]) is list: {a}[0].append({c})",
    "{a} = {n}",
    "{a} = {n}.5 * 2.0",
    "{a} = str({n}) + 'abc'",
    "{a} = 'x' * {n}\nif type({a}) is str: {a} += 'yy'",
    "{a} = next(numbers(3)); {b} = N({a})",
    "for {a} in range(1000, 1003): {b} = [{a}]",
    "for {a} in numbers(2):\n    {b} = N({a})",
    "{a} = [x * 1000 for x in range(3)]",
    "{a} = [N(x) for x in ({b}, {n})]",
    "{a} = {{1000, {n}, 's'}}",
    "{a} = 0; {a} = N(); {a} = 0; {a} = N()",
    "{a} = []; {a} = []; {a} = []",
    "{a} = keep({b})",
    "{a} = keep({b})()",
    "gc.collect()",
    "gc.collect(0)",
    "{a} = N({a}); {a}.me = {a}",
    "{a} = N(); {b} = N({a}); {a}.a = {b}; {a} = {b} = None",
    "try: {a} = 1 / 0\nexcept Exception as error: {a} = [error.args]",
    "try:\n    fail({b})\nexcept KeyError as error:\n    {a} = error",
    "{a}, {b} = {b}, {a}",
    "{a} = float({n}); {b} = {a} + 1.0",
    "{a} = f(f({b}, 1), f(2, {c}))",
    "{a} = iter([{b}, {n}]); {b} = next({a})",
    "{a} = numbers(2); {b} = next({a})",
    "def own({a}={b}): pass\n{c} = own",
    "{a} = N({b}); {b} = None; {a} = None; {b} = N(5)",
    "{a} = swap({b}, {c})",
    "{a} = weakref.ref(f)\n{b} = [{a}]",
    "{a} = (total({n}), total({n} + 1))",
    "{a} = [{i}, {j}, {s}]",
    "{a} = N({i}); {a}.t = {s}",
    "{i} = {j}",
    "{i} = {j} + {n}",
    "{i} = {j} * {n} % 1_000_003",
    "{i} = {n}\n{j} = {i}\n{i} = {j} + 1",
    "{i}, {j} = {j}, {i}",
    "{i} = {j} = {n} + {i}",
    "{i} -= 1",
    "while {i} > 1000: {i} = {i} // 2",
    "if {i} > {j}: {i} = {j}\nelse: {j} = {i} + 1",
    "for {i} in range(300, 303):\n    {j} = {i} * 7\n    {a} = {j}",
    "{s} = {s} + 'z'",
    "{s} = {u} + {s}[:40]",
    "{s} = {u}",
    "{s} += 'w'",
    "{s} = '%d' % {i}",
    "{s} = f'{{{i}}} and {{{j}}}'",
    "{a} = {i} + 0.5\n{b} = {a}\n{a} = {a} * 2",
    "{a} = {b} = {n} * 1.5\n{a} = None",
    "{i} = total({n})",
    "{a} = {n} > {i}",
    "del {a}\n{a} = {i}",
)
TELLS = (
    sample(*OBJECTS),
    sample(*VALUES),
    "; ".join(f"type({v}) is N and print('born', '{v}', {v}.number)" for v in OBJECTS),
    "print('alive', *[n for n, w in known.items() if w() is not None])",
)


def random_program(seed: int, statements: int = 40) -> str:
    """The program of that seed; those of odd seeds run in a function."""
    choose = random.Random(seed)
    lines = [f"{name} = {1000 * n}" for n, name in enumerate(OBJECTS + VALUES[:3])]
    lines += ["t0 = 't' * 30", "t1 = str(12_345)"]
    for _ in range(statements):
        a, b, c = (choose.choice(OBJECTS) for _ in range(3))
        i, j = (choose.choice(VALUES[:3]) for _ in range(2))
        s, u = (choose.choice(VALUES[3:]) for _ in range(2))
        n = choose.randrange(300, 2000)
        statement = choose.choice(STATEMENTS)
        lines += [statement.format(a=a, b=b, c=c, i=i, j=j, s=s, u=u, n=n), *TELLS]
    body = "\n".join(lines)
    if seed % 2:
        body = "def main():\n" + indent(body, "    ") + "\nmain()"
    return f"{PRELUDE}{HEAD}{body}\n"


def faults(recorded: Recorded) -> tuple[int, list[str]]:
    """How much was compared, and what does not agree."""
    checked, found = wrong_samples(recorded)
    for agrees, words in [*_identities(recorded), *_lives(recorded)]:
        checked += 1
        if not agrees:
            found.append(words)
    return checked, found


def _told(recorded: Recorded, kind: str) -> Iterator[tuple[int, list[str]]]:
    """The index of the step whose line told it, and the words."""
    for index, moment in enumerate(recorded.moments):
        for line in moment.printed.splitlines():
            first, *words = line.split()
            if first == kind:
                yield index, words


def _identities(recorded: Recorded) -> Iterator[tuple[bool, str]]:
    numbers: dict[int, str] = {}
    serials: dict[str, int] = {}
    for index, (name, number) in _told(recorded, "born"):
        moment = recorded.moments[index]
        serial = moment.names[name]
        same = numbers.setdefault(serial, number) == number
        same = serials.setdefault(number, serial) == serial and same
        yield same, f"step {moment.step.number}: {name} is instance {number} and serial {serial}"


def _lives(recorded: Recorded) -> Iterator[tuple[bool, str]]:
    serials: dict[str, int] = {}
    told = {(index, words[1]): words[0] for index, words in _told(recorded, "born")}
    born = sorted((index, number, name) for (index, number), name in told.items())
    for index, alive in _told(recorded, "alive"):
        while born and born[0][0] < index:
            at, number, name = born.pop(0)
            serials[number] = recorded.moments[at].names[name]
        # A line in which the collector ran itself says more than the step before it.
        if any(_collections(recorded, index)):
            continue
        moment = recorded.moments[index]
        for number, serial in serials.items():
            lives = serial in moment.heap
            words = f"step {moment.step.number}: instance {number}, serial {serial}, lives: {lives}"
            yield (number in alive) == lives, words


def _collections(recorded: Recorded, index: int) -> Iterator[bool]:
    """Whether the collector ran in the line of that step, round by round."""
    line = recorded.moments[index].step.line
    for moment in recorded.moments[index + 1 :]:
        yield bool(moment.step.collections)
        if moment.step.line != line:
            return
    for moment in reversed(recorded.moments[:index]):
        if moment.step.line != line:
            return
        yield bool(moment.step.collections)
