class A:
    size = 3
    items = [n * 2 for n in range(size)]
    table = {n: size for n, size in enumerate(items)}

def f(n):
    return [lambda m: n + m + k for k in range(2)]

print(A.items, A.table, [g(10) for g in f(1)])
x = [i for i in range(2)]
y = [x for x in x]
print(x, y, [[j for j in range(i)] for i in range(3)])
