def f(n):
    try:
        x = [n, *range(n)]
        if n == 2:
            return x
        return 10 / n
    except ZeroDivisionError:
        return {"zero": n}
    finally:
        y = [n + 1, *[n]]
        print({**{"n": n}, "y": y})

for n in (0, 1, 2):
    print(f(n))
