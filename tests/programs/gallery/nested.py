a = [1000, 2000]
b = [a, a]
c = [b, a, [b, [a, (b, 5)]]]
d = {"x": c, (1, 2): a, 3: b}
a.append(b)
s = {1, 2, 3}
e = []
e.append(e)
