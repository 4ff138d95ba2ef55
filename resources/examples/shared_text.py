a = "memory"
b = "memory"
print(a is b)

c = "".join(["mem", "ory"])
print(a == c, a is c)

small, also_small = 7, 3 + 4
print(small is also_small)
nothing, also_nothing = None, None
print(nothing is also_nothing)
