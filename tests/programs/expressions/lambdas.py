double = lambda x: x * 2
add = lambda a, b=3, *c, k=4, **d: a + b + len(c) + k + len(d)
make = lambda n: (lambda m: n + m)
nothing = lambda: None
print(double(4), add(1), add(1, 2, 3, k=5, j=6), make(2)(3), nothing())
print(sorted([3, 1, 2], key=lambda n: -n), (lambda *a: a)(1, 2))
choose = lambda flag: 1 if flag else 2
print(choose(True), choose(0))
