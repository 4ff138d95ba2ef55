def sign(n):
    return "minus" if n < 0 else "zero" if n == 0 else "plus"

def twice(n):
    x = n * 2 if n else None
    y = (n if n > 1 else -n) + (1 if n else 2)
    z = [n] if n else [n, n]
    return x, y, z

print([sign(n) for n in (-1, 0, 1)])
print(twice(0), twice(1), twice(5))
v = (1 if sign(1) == "plus" else 2) if sign(0) else 3
if (sign(1) if v else sign(0)) == "plus":
    print(v)
