def f():
    x = yield
    y = (yield x) + (yield 1)
    print("got", y, (yield y))
    z = [(yield 5), 6]
    return z

g = f()
print(g.send(None), g.send(10), g.send(20), g.send(30), g.send(40))
try:
    g.send(50)
except StopIteration as stop:
    print(stop.value)
