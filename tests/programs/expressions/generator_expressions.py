print(sum(n * n for n in range(4)), list(n for n in (1, 2, 3) if n % 2))

def f(items):
    g = (n + 1 for n in items if n)
    return next(g) + sum(g), max((len(w) for w in ["a", "bb"]), default=0)

print(f([1, 0, 2]), any(n > 2 for n in [1, 2, 3]), dict((n, -n) for n in range(2)))
