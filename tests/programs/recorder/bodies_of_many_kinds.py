# Class bodies, decorators, lambdas, comprehensions, with blocks, finalizers that fail.
import contextlib
import functools
import sys
def note(text):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)
        wrapper.text = text
        return wrapper
    return decorate
@note("outer")
@note(
    "inner"
)
def decorated(a, b=len("default"), *, c=[n for n in range(2)]):
    return a, b, c
print(decorated(1), decorated.text)
@lambda cls: cls
class Body:
    """Documented."""
    x = 1
    ys = [x for x in range(3)]
    zs = {y: y * 2 for y in ys}
    if x:
        def method(self): return self.x
    else:
        method = None
    for i in range(2): pass
    @property
    def p(self): return [self.x for _ in range(2)]
    @staticmethod
    def s(): return lambda: 5
    @classmethod
    def c(cls): return cls.x
    class Inner:
        z = 3
        w = [z, z]
    try: raise KeyError
    except KeyError: pass
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases): return {"made": name}
    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, dict(namespace))
    def __init__(cls, *args): super().__init__(*args)
class Made(Body, metaclass=Meta):
    def __init_subclass__(cls, **kwargs): super().__init_subclass__(**kwargs)
    def __set_name__(self, owner, name): pass
class Sub(Made): a = 1; b = a
class Generic[T]:
    items: list[T] = []
    def first[U](self, other: U) -> T: return self.items[0]
type Alias[T] = list[T]
print(Alias.__value__, Body().p, Body.s()(), Body.c())
nested = [[x * y for x in range(2)] for y in range(2)]
several = [
    x
    for x in range(3)
    if x
]
pairs = {(a, b) for a in "ab" for b in "cd"}
keyed = {k: v for k, v in
         zip("ab", range(2))}
walrus = [last := n for n in range(3)]
def closes():
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(2)]
    return [f() for f in fs] + [g() for g in gs]
print(nested, several, sorted(pairs), keyed, last, closes())
def raising(): return [1 // n for n in (1, 0)]
try: raising()
except ZeroDivisionError: print("in a comprehension")
try: [next(iter([])) for _ in range(2)]
except StopIteration: print("stopped")
print(sorted([3, 1, 2], key=lambda n: -n), list(map(lambda n: n + 1, range(2))))
print((lambda *a, **k: (a, k))(1, b=2), (lambda: (yield))().__next__())
class Swallows:
    def __init__(self, answer): self.answer = answer
    def __enter__(self): return self
    def __exit__(self, *details): return self.answer
with Swallows(True):
    raise KeyError(1)
with Swallows(True) as a, Swallows(False) as b:
    raise KeyError(2)
with (
    Swallows(False) as a,
    Swallows(True) as b,
):
    pass
try:
    with Swallows(False):
        raise KeyError(3)
except KeyError as error:
    print(error.args)
def leaves():
    for n in range(3):
        with Swallows(False):
            if n == 0: continue
            if n == 1: break
    with Swallows(False):
        return n
print(leaves())
class FailsInExit:
    def __enter__(self): pass
    def __exit__(self, *details): raise ValueError("in exit")
try:
    with FailsInExit(): raise KeyError("in body")
except ValueError as error:
    print(error, repr(error.__context__))
class FailsInEnter(FailsInExit):
    def __enter__(self): raise KeyError("in enter")
try:
    with FailsInEnter(): pass
except KeyError as error: print(error)
@contextlib.contextmanager
def manager(swallow):
    try: yield 1
    except KeyError:
        if not swallow: raise
with manager(True): raise KeyError
try:
    with manager(False): raise KeyError(4)
except KeyError: pass
with contextlib.ExitStack() as stack:
    stack.enter_context(manager(True))
    stack.push(Swallows(True))
    raise KeyError
sys.unraisablehook = lambda details: print("unraisable", details.exc_type.__name__)
class Fails:
    def __del__(self):
        inner = [self]
        raise ValueError("in a finalizer")
f = Fails()
f = None
def local():
    f = Fails()
    return 1
local()
[Fails(), 1]
Fails().missing = Fails()
def deep():
    try:
        return 1
    finally:
        try:
            raise KeyError
        except KeyError:
            pass
deep()
def overrides():
    try: raise KeyError
    finally: return 2
print(overrides())
def chain():
    try:
        try: raise KeyError("a")
        except KeyError: raise ValueError("b")
        finally: x = 1
    except ValueError as error:
        try: raise TypeError("c") from error
        except TypeError as other: return other
kept = chain()
print(repr(kept.__cause__), repr(kept.__cause__.__context__))
try: raise ExceptionGroup("many", [KeyError(1), ValueError(2), TypeError(3)])
except* KeyError as group: print(group.exceptions)
except* (ValueError, TypeError): print("rest")
match [1, {"k": Body()}]:
    case [1, {"k": Body(x=1) as found}] if found.x: print("matched")
    case _: pass
print(f"{(lambda n: n)(3)!r:>{len('four')}}", *[n
    for n in range(2)])
assert (n := 5) > 4, "never"
del kept, n
