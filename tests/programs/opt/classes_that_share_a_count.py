def factory():
    count = 0
    class C:
        def inc(self):
            nonlocal count
            count += 1
            return count
        def make(self):
            def inner():
                return self, count
            return inner
    return C


K = factory()
k = K()
k.inc()
i = k.make()
r = i()


def deco(cls):
    cls.tag = "t"
    return cls


def counter(fn):
    def wrap(*a, **k):
        wrap.calls += 1
        return fn(*a, **k)
    wrap.calls = 0
    return wrap


@counter
def hi(n):
    return n


hi(1)
hi(2)
