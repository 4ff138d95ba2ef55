"""Fields in C of exceptions are set, change and keep objects alive."""

import os


class Own(OSError):
    __slots__ = ("code",)
    def __init__(self, *args):
        super().__init__(*args)
        self.code = None
        self.note = "n" * 3
class Box:
    pass
try:
    open("data.txt")
except FileNotFoundError as e:
    kept = e
    name = e.filename
try:
    os.rename("a-none.txt", "b-none.txt")
except OSError as e:
    two = e
box = Box()
try:
    box.missing
except AttributeError as e:
    attr = e
box = None
try:
    prnt("x")
except NameError as e:
    named = e
try:
    import nowhere_at_all
except ImportError as e:
    imp = e
try:
    compile("x = (1\ny", "made.py", "exec")
except SyntaxError as e:
    syn = e
try:
    b"\xff".decode("utf-8")
except UnicodeDecodeError as e:
    uni = e
try:
    True.foo
except AttributeError as e:
    tru = e
try:
    (5).foo
except AttributeError as e:
    five = e
inner = ValueError("v" * 2)
group = ExceptionGroup("g" * 2, [inner, KeyError("k")])
members = group.exceptions
pair = ExceptionGroup("g" * 2, (inner,))
own = Own(2, "w" * 2, "f" * 2)
own.filename = "x" * 2
own.filename2 = "y" * 2
own.filename = None
own.code = 3
own.args = (1, 2)
kept.filename = ["data", 1]
kept.filename = None
kept.errno = 77777
attr.args = ("a",)
attr.name = "z" * 3
attr.obj = None
stop = SystemExit(1, 2)
stop.code = "q" * 2
def gen():
    yield 1
    return "r" * 3
g = gen()
next(g)
try:
    next(g)
except StopIteration as e:
    end = e
end.value = "s" * 3
kept.__dict__["filename"] = "twice" * 2
kept.filename = "b" * 3
u = UnicodeEncodeError("utf" * 2, "é" * 3, 300, 301, "no" * 2)
u.reason = "other" * 2
print("done")
