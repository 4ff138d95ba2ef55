def f(a, b):
    x = (c := a)
    y = (d := a and b)
    z = (e := a if b else c)
    if (g := b):
        return x, y, z, c, d, e, g
    return (h := (i := a)), h, i

print(f(1, 2), f(1, 0))
