a = [1, 2]
b = a
c = [a, b]
d = {"a": a, "c": c}
e = (a, c, d)
f = [e, [a, [b, c]]]
b.append(c)
g = {"f": f, "e": e, "a": a}
h = [g, f]
c.append(4000)
