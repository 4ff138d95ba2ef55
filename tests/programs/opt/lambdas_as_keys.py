pairs = [(1, "b"), (2, "a")]
pairs.sort(key=lambda p: p[1])
fs = {n: (lambda m: m * n) for n in range(2)}
vals = [fs[i](10) for i in fs]


def outer(xs):
    return sorted(xs, key=lambda v: -v)


o = outer([1, 3, 2])


def many(k):
    a = lambda: k
    b = lambda: a() + 1
    return b()


m = many(4)
compose = lambda f, g: lambda x: f(g(x))
inc = lambda x: x + 1
c = compose(inc, inc)(0)
t = (lambda *a, **k: (a, k))(1, z=2)
