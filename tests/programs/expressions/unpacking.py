def pair(n):
    return n, n + 1

a, b = pair(1)
(c, d), *e = [pair(2), pair(3), pair(4)]
f = g = pair(5)
a, b = b, a + b
[h, i] = {3: 4, 5: 6}.items()
*j, k = range(4)
print(a, b, c, d, e, f, g, h, i, j, k)
x = y = z = [a + b]
print(x is y, z)
