def make(n):
    return [n] * n

def f(a=make(2), b=len(make(3)), *, c=make(1)[0]):
    return a, b, c

g = lambda x=make(1) + [0]: x
print(f(), f(b=5), g())
