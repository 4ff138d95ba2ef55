import sys


def inc(a):
    b = a + 1
    return b


def twice(a, b=3000):
    c = inc(a)
    c = inc(c) + inc(b)
    return c


def bad(a):
    b = a // 0
    return b


def safe(a):
    try:
        c = bad(a)
    except ZeroDivisionError as error:
        c = inc(a)
    finally:
        d = inc(a)
    return c + d


def keeps(a):
    f = sys._getframe()
    b = inc(a)
    return f


def many(*args, **kw):
    x = 1000
    x = inc(x)
    return x


def early(n):
    for i in range(n):
        if i == 3: return inc(i)
    return n


def const(a):
    """A doc."""
    b = 1234.5
    c = b
    b = a + 0.5
    c = "a long constant text, not a name"
    return b


def const2():
    return 98765


def const3():
    return "another long constant text"


def none(a):
    inc(a)


def swap(a, b):
    a, b = b, a
    return a


def opt(a):
    if a > 5000:
        z = a * 2
    else:
        y = a
    w = inc(a)
    return w


def gen(n):
    while n:
        n = n - 1; inc(n)
        yield n


def isbool(a):
    return a > 3


def one(a): return a * 1001


def cell(a):
    def inner(b):
        return inc(b) + a
    c = inner(a)
    return c


def unbound(a):
    if a > 10 ** 6:
        k = 1
    try:
        a = inc(a)
        return inc(k)
    except UnboundLocalError:
        return inc(a)


def long(n):
    if n < 3:
        return n
    m = long(n - 1)
    p = long(n - 2)
    return m + p


for r in range(4):
    a = inc(r * 1000); b = twice(a)
    c = twice(a, b)
    d = safe(c)
    e = keeps(d)
    e = e.f_lineno
    e = many(a, b, k=c)
    f = early(6)
    g = const(a)
    g = const2()
    h = const2()
    g = const3()
    none(a)
    n = none(b)
    i = swap(a, b)
    i = swap(i, i)
    i = swap(g, inc(2000))
    j = opt(a)
    j = opt(r * 4000)
    k = [x for x in gen(4)]
    l = isbool(r)
    m = one(r) if isbool(a) and isbool(b) else one(3)
    while isbool(a) and a < 20000: a = inc(a) * 2
    o = cell(a)
    p = unbound(a)
    q = long(7)
    s = inc(
        inc(a)
        + one(7)
    )
    t = inc(a), inc(b)
    u = {inc(a): inc(b)}
    v = inc(a) + (w := inc(b))
    inc(inc(inc(900)))
    if r == 1:
        def inc(a):
            b = a + 2
            c = b * 1000
            return b
    if r == 2:
        one.__code__ = (lambda a: a * 2002).__code__
    if r == 3:
        inc2 = inc
        del inc
        inc = inc2
x = [inc(y) for y in range(5)]
x.append(inc(1000))
for y in range(5):
    x.append(y * 1000)
    x.append(inc(y))
    if y == 3: x.clear()
    z = x.append(y + 500)
class L(list):
    def append(self, v):
        list.append(self, v)
        list.append(self, 7777)
x = L()
for y in range(4):
    x.append(y * 1000)
lam = lambda a: a + 1000
y = lam(5)
y = lam(y)
