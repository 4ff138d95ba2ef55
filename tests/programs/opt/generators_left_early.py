def g():
    try:
        yield 1
        yield 2
    finally:
        print("fin")


for v in g():
    break
it = g()
next(it)
it.close()


def h():
    yield from g()
    return 5


def k():
    r = yield from h()
    print(r)


list(k())


def bad():
    yield 1
    raise ValueError("x")


try:
    for q in bad():
        pass
except ValueError as e:
    m = str(e)


def echo():
    while True:
        try:
            x = yield
        except GeneratorExit:
            print("bye")
            raise


e = echo()
next(e)
e.send(3)
del e
gen = (x for x in [1, 2])
a, b = gen
