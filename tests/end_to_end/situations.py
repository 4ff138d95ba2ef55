"""Places that an object may be in when a program reads its count: pieces of program.

The lines of ``SITUATIONS`` put the object of ``{make}`` into some place and read it
there: ``{x: NAMES}`` stands for a line that prints count, address and size of these names.
"""

import re
from collections.abc import Sequence

from tests.end_to_end.made import SETUP, Made
from tests.recorder.samples import sample

SITUATIONS = {
    "several names": """
x = {make}
{x: x}
y = z = x
{x: x y}
del y
{x: x z}
z = None""",
    "in containers that hold one another": """
x = {make}
inner = [x, x]
outer = {{"k": inner, "l": (x, inner)}}
inner.append(outer)
{x: x inner outer}
inner.clear()
{x: x inner outer}
del inner, outer""",
    "a local variable": """
def local(x):
    own = x
    {x: x own}
    del x
    {x: own}
    return own
x = local({make})
{x: x}""",
    "a default argument": """
def default(a, x={make}, *, y={make}):
    {x: x y}
    x = y
    {x: x y}
default(1)
default(1)
default(1, x=n, y={make})""",
    "star arguments": """
def taking(first, *rest, k=None, **more):
    {x: first rest k more}
    k = more = first
    {x: first rest k}
taking({make}, {make}, k={make}, z={make})
x = {make}
taking(*[x, x], **{{"k": x, "z": x}})
{x: x}""",
    "a closure's cell": """
def outside(x):
    def inside():
        nonlocal x
        {x: x}
        x = [x]
        {x: x}
    {x: x}
    inside()
    {x: x inside}
    return inside
inside = outside({make})
inside()
{x: inside}""",
    "a class attribute": """
class Holds:
    x = {make}
    {x: x}
    y = x; z = [y]; del z
    {x: x y}
    def m(self, z=x):
        {x: z}
x = Holds.x
{x: x Holds}
Holds().m()
del Holds
{x: x}""",
    "attributes and slots": """
a = P({make}); b = Slotted(a.n)
x = a.n
{x: x a b}
a.n = a.other = x
{x: x a}
del a.n; b.u = a
{x: x a b}
a = b = None
{x: x}""",
    "under way as an argument": """
def first(*given):
    {x: given}
    return given
x = {make}
x = first(
    x, [x],
    {x: x} or first({make}), x,
)
{x: x}""",
    "an exception": """
try:
    x = {make}
    raise MyError(x, [x])
except MyError as error:
    {x: x error}
    kept = error
    x = None
    {x: kept error}
{x: kept}
kept = None""",
    "a chain of exceptions": """
def fails(x):
    try:
        raise KeyError(x)
    except KeyError as error:
        {x: x error}
        raise MyError(x) from error
try: fails({make})
except MyError as error:
    x = error.__cause__
    {x: x error}
    error.__context__ = None
    {x: x error}
x = None""",
    "finally, and a value on its way out": """
def leaves(x):
    try:
        return [x]
    finally:
        {x: x}
        x = (x,)
        {x: x}
x = leaves({make})
{x: x}""",
    "a generator's frame": """
def going(x):
    got = yield x
    {x: x got}
    del x
    try: yield got
    except MyError as error:
        {x: got error}
        yield [error]
g = going({make})
x = next(g)
{x: x g}
x = g.send({make})
{x: x g}
x = g.throw(MyError({make}))
{x: x g}
g.close()
{x: x g}""",
    "a coroutine that awaits another": """
async def inner(x):
    {x: x}
    return [x]
async def outer(x):
    y = await inner(x)
    {x: x y}
    return y
c = outer({make})
try: c.send(None)
except StopIteration as stop: x = stop.value
{x: x}
c = None""",
    "another thread": """
def elsewhere(x, given):
    own = x
    {x: x own given}
    given.append(own)
given = []
thread = threading.Thread(target=elsewhere, args=({make}, given))
thread.start(); thread.join()
x = given[0]
{x: x given}
given = thread = None
{x: x}""",
    "a finalizer": """
def finish(kept):
    {x: kept}
    revived.append(kept)
revived = []
a = Finite({make})
a = None
x = revived.pop()
{x: x revived}
a = Finite(x); a.me = a; a = None
{x: x}
gc.collect()
{x: x revived}
revived.clear()
def finish(kept): pass""",
    "a comprehension in a function": """
def rounds(given):
    return [
        {x: x given} or [x]
        for x in given
    ] + list(
        {x: y} or y
        for y in given
    )
x = rounds([{make}, {make}])
{x: x}""",
    "a loop over one line": """
x = {make}; kept = [x]
while len(kept) < 4: {x: x kept}; x = kept[0]; kept.append(x)
{x: x kept}
kept = None""",
    "several statements on a line": """
x = {make}; y = x; z = [y]
{x: x y z}
del x; x = y; y = None; z.append(z); z.pop()
{x: x z}; x = [x]; x = None
z = None; x = {make}; x = {make}
{x: x}""",
    "a with block": """
class Context:
    def __init__(self, x): self.x = x
    def __enter__(self): return self.x
    def __exit__(self, *error):
        {x: self error}
        return True
with Context({make}) as x, Context(x) as y:
    {x: x y}
    raise MyError(x)
{x: x y}
y = None""",
    "a decorator": """
def decorate(x):
    {x: x}
    def wrap(function):
        {x: x function}
        function.x = x
        return function
    return wrap
@decorate({make})
def decorated(): pass
x = decorated.x
{x: x decorated}
decorated = None""",
    "match, walrus and unpacking": """
match [{make}, 1, 2]:
    case [x, *rest]:
        {x: x rest}
if (y := x) is x:
    {x: x y}
x, *rest = [x, x, y]
{x: x y rest}
(x, y), rest = (rest, [y])[0], y
{x: x y rest}
rest = y = None""",
    "a property and a method": """
class Has:
    def __init__(self, x): self._x = x
    @property
    def x(self):
        found = self._x
        {x: found self}
        return found
    @classmethod
    def make(cls, x):
        {x: x cls}
        return cls(x)
a = Has.make({make})
x = a.x
{x: x a}
bound = a.make
{x: bound a}
a = bound = None""",
    "global and augmented": """
def changes():
    global x, y
    y = x
    {x: x y}
    x = [x]; x += [y, y]
    {x: x y}
    x *= 2; y = "text"; y += "more" * n
    {x: x y}
x = y = {make}
changes()
{x: x y}
y = None""",
    "only a cycle": """
x = {make}
a = P(x); a.me = a; a.list = [a, x]
{x: x a}
w = weakref.ref(a); a = None
{x: x w}
gc.collect(0)
{x: x w}
gc.collect()
{x: x w}
w = None""",
    "calls back from C": """
def key(x):
    {x: x}
    return 1
x = {make}
kept = sorted([x, x], key=key)
{x: x kept}
kept = list(map(key, kept)); kept = max((x, x), key=key)
{x: x kept}
kept = functools.reduce(lambda a, b: a, [x, x, x])
{x: x kept}
kept = None""",
    "the end of the program": """
class AtEnd:
    def __init__(self, x): self.x = x
    def __del__(self):
        x = self.x
        {x: x}
last = AtEnd({make})
x = last.x
{x: x last}
last = AtEnd(x)
del x
{x: last}""",
}


def situation_program(name: str, made: Sequence[Made]) -> str:
    """Return the program that puts each of ``made`` into the situation of that name."""
    pieces = [piece(SITUATIONS[name], one) for one in made]
    return "\n".join(["from sys import getrefcount, getsizeof", SETUP, *pieces, ""])


def piece(text: str, made: Made) -> str:
    """Return the lines of a situation for an object."""
    text = text.replace("{make}", made.make).replace("{{", "{").replace("}}", "}")
    return re.sub(r"\{x: ([\w ]+)\}", lambda found: _reading(text, found), text)


def _reading(text: str, found: re.Match[str]) -> str:
    """Return a line that reads names, or before ``or`` a false expression that reads them."""
    names = found[1].split()
    is_expression = text[found.end() :].startswith(" or ")
    return f"({sample(*names).replace('; ', ' or ')})" if is_expression else sample(*names)
