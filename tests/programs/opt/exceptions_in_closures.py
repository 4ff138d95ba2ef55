def f(n):
    def g():
        if n > 1:
            raise ValueError(n)
        return n
    return g


def run(fs):
    out = []
    for h in fs:
        try:
            out.append(h())
        except ValueError as e:
            out.append(e.args)
    return out


r = run([f(i) for i in range(3)])


def safe(fn):
    def wrapper(*a):
        try:
            return fn(*a)
        except Exception as e:
            return repr(e)
        finally:
            log.append(fn.__name__)
    return wrapper


log = []


@safe
def div(a, b):
    return a / b


x = div(1, 2)
y = div(1, 0)


def outer():
    v = [1]
    def boom():
        v.append(2)
        raise KeyError("boom")
    try:
        boom()
    finally:
        v.append(3)


try:
    outer()
except KeyError:
    pass
