def f(a, b=2, *c, d=4, **e):
    return a, b, c, d, e

class T:
    def __init__(self, n=0):
        self.n = n

    def __call__(self, m):
        return self.n + m

print(f(1), f(1, 3), f(1, 3, 5, 6), f(1, d=7), f(a=1, b=2), f(1, x=9))
print(T(3)(4), T(n=5).n, T()(1), f(f(1), f(2, f(3))))
