def twice(f):
    def run(*a):
        return f(*a) + f(*a)
    return run

def times(n):
    def wrap(f):
        return lambda *a: [f(*a) for _ in range(n)]
    return wrap

class Tools:
    wrap = staticmethod(times)

@twice
def one(x):
    return x + 1

@times(2)
@twice
def two(x):
    return x * 3

@Tools.wrap(1)
def three():
    return "t"

print(one(1), two(2), three())
