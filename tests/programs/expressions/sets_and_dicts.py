a, b = 1, 2
s = {a, b, a}
d = {a: b, "k": [a], (a, b): {a}}
e = {}
c = {"x": 1, "y": 2}
print(s, d, e, c, {1, 2, 3}, {a: {b: {}}})
