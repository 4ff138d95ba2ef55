def f(xs):
    ys = [x for x in xs if x > 1]
    zs = {k: [v for v in range(k)] for k in ys}
    g = (a for a in zs)
    return list(g)


class A:
    items = [i for i in range(2)]
    def m(self):
        return [self for _ in range(2)]


r = f([1, 2])
s = A().m()
x = 5
y = [x for x in range(2)]
z = [lambda: i for i in range(2)]
w = [q() for q in z]


def outer():
    t = 1
    return [t + u for u in range(2)], (t for _ in range(1))


o, p = outer()
pp = list(p)
