def f(items):
    a = [n * n for n in items]
    b = [n for n in items if n > 1 if n < 9]
    c = [(n, m) for n in items for m in range(n) if n != m]
    d = [[n + m for m in items] for n in items]
    return a, b, c, d

print(f([1, 2, 3]), f([]))
print([n + 1 for n in f([2])[0]], [x for x in [1, 2, 3]])
