def f(p, k):
    def g():
        return k
    if k == 0:
        return f(g, 1)
    return p() + g()


r = f(None, 0)


def make(n):
    return lambda x: lambda y: x + y + n


add = make(1)(2)
v = add(3)


def rec(n):
    def inner():
        return n
    if n == 0:
        return [inner]
    return rec(n - 1) + [inner]


fs = rec(2)
out = [q() for q in fs]


def same():
    x = 1
    def a():
        return x
    def b():
        return a() + x
    return b


z = same()()
