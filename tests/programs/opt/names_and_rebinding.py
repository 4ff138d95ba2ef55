"""Names are bound, bound again, swapped and taken away."""
a = 1
b = a
a = a + 1
a, b = b, a
c = d = "same"
d += "!"
n = None
yes = True
no = not yes
big = 2 ** 70
del c
c = "back again"
x = y = z = 0
del x, z
