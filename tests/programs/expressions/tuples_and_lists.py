a, b = 1, 2
t = (a, b)
u = a, (b, a), [a, [b]]
e = ()
l = [a, b, a + b, t]
n = []
print(t, u, e, l, n, [1, 2, 3], [[], [a]], (a,), ((a, b), (b, a)))
