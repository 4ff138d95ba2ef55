a, b, c = 2, 3, [1, 2]
print(a < b, a <= b, a == b, a != b, a > b, a >= b)
print(a in c, b in c, a not in c, c is c, a is not b, None is None)
print(a in [1, 2, 3], a in {1, 5}, a in (7, 8), "x" in "xyz")
if a < b: print("less")
if a in c: print("in")
if a is None: print("none")
if c is not None: print("some")
while a != b: a += 1
