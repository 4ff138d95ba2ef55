# Class bodies, metaclasses, descriptors, decorators; objects that do something when they die.
import functools, sys, weakref
sys.unraisablehook = lambda details: print("hook", details.exc_value)
def noted(function):
    @functools.wraps(function)
    def inner(*arguments, **named):
        return function(*arguments, **named)
    return inner
class Meta(type):
    def __new__(meta, name, bases, namespace):
        made = super().__new__(meta, name, bases, namespace)
        made.tag = name.lower()
        return made
    def __call__(cls, *arguments):
        return super().__call__(*arguments)
class Field:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, thing, owner=None): return self if thing is None else getattr(thing, self.name)
    def __set__(self, thing, value): setattr(thing, self.name, value)
class Base(metaclass=Meta):
    sizes = [n * n for n in range(3)]
    names = {n: str(n) for n in range(2)}
    field = Field()
    def __init__(self, value): self.field = value
    def __init_subclass__(cls, **named): super().__init_subclass__(**named)
    @property
    def twice(self): return self.field * 2
    @staticmethod
    def plain(n): return n
    @classmethod
    def make(cls): return cls(1)
    @noted
    def method(self, n=2): return self.field + n
    def __del__(self): print("gone", self.tag, self.field)
class Derived(Base):
    def method(self, n=3): return super().method(n)
    def __lt__(self, other): return self.field < other.field
    def __getattr__(self, name): return name
d = Derived.make()
print(d.twice, Derived.plain(4), d.method(), d.absent, sorted([Derived(3), Derived(2)])[0].field)
w = weakref.ref(d, lambda reference: print("callback"))
d = Base(5)
d.me = d
del d
import gc
gc.collect()
class Phoenix:
    kept = []
    def __del__(self): Phoenix.kept.append(self)
p = Phoenix()
p = None
print(len(Phoenix.kept))
Phoenix.kept.clear()
def local():
    b = Base(7)
    return b.field
print(local())
class Loud:
    def __del__(self): raise ValueError("in a finalizer")
Loud()
last = Base(9)
exec("x = 1\nfor i in range(2): x += i")
print(eval("x + 1"))
