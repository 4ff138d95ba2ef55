def fail(n):
    raise ValueError(n)

def f(a):
    try:
        x = [a + 1, a * 2, fail(a - 1), a ** 2]
    except ValueError as error:
        x = error.args
    try:
        y = a + len(a)
    except TypeError:
        y = -a
    try:
        z = {a: a[0] or fail(0)}
    except TypeError:
        z = a and -a
    return x, y, z

print(f(3))
print(f(4))
