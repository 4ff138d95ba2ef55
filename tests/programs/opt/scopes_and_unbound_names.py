x = 1


def f():
    global x, y
    x = 2
    y = 3
    del x
    x = 4


def g():
    a = 1
    def h():
        nonlocal a
        a = 2
        del a
        a = 3
    h()
    return a


f()
g()


def rec(n):
    if n == 0:
        raise RuntimeError("deep")
    rec(n - 1)


try:
    rec(2)
except RuntimeError:
    pass


def unbound():
    try:
        return q
    except NameError as e:
        q = 1
    return q


unbound()
