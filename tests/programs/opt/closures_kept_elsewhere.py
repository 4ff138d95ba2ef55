def make():
    made = []
    for i in range(2):
        def g(x, i=i):
            return x + i
        made.append(g)
        made.append(lambda: g(i))
    return made


a, b, c, d = make()
results = [a(1), b(), c(1), d()]


class Hub:
    def __init__(self):
        self.callbacks = {}

    def on(self, name):
        def register(function):
            self.callbacks[name] = function
            return function
        return register


hub = Hub()


@hub.on("x")
def handler(v):
    return v * 2


eight = hub.callbacks["x"](4)


def curry(f):
    return lambda a: lambda b: f(a, b)


nine = curry(lambda p, q: p + q)(4)(5)
