def f(xs):
    try:
        return xs[5]
    finally:
        xs.append("f")


def g():
    a = lambda: f([1])
    return a()


g()
