def inner(n):
    got = yield n
    return got or n * 10

def outer():
    a = yield from inner(1)
    b = (yield from inner(2)) + a
    yield from [b, b + 1]
    return a + b

g = outer()
print(next(g), g.send(5), next(g), next(g))
print(list(outer()))
