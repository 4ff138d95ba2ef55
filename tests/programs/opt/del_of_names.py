a = [1]
b = a
c = "third"
del a
d = 4
a = "again"
del b, c


def forget(x, y):
    z = x + y
    del x
    x = z
    del y, z
    return x


r = forget(1, 2)
c = None
box = {"k": 1}
del box["k"]
del d
