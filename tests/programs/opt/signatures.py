def a(x, /, y=[1], *, z={"k": 2}, w=3): return x


def b(*, q): return q


def c(x: int = 3, *args: str, **kw) -> int: return x


async def d(): return 1


class K:
    def m(self, x=a): return x
    s = staticmethod(a)
    c = classmethod(lambda cls: cls)
    n = 1.5


k = K()
k.m()
r = k.s(3)
u = k.c()
f = k.m
g = K.m
h = [f, g, a]
l = [].append
l2 = "x".upper
i = iter([1])
e = enumerate([1])
zz = zip([1], [2])
mp = map(str, [1])
rv = reversed([1, 2])
sl = {1: 2}.items()
ky = {1: 2}.keys()
ob = object()
ty = K
nt = NotImplemented
fr = frozenset()
by = bytearray()
