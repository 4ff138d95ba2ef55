def f(x):
    return x

print(f(f(f(f(1) + f(2)) * f(3)) - f(f(4))), [[[f(1)]], (f(2), {f(3): [f(4)]})])
print(((f(1) and f(2)) or f(3)) if (f(0) or f(4)) else (f(5) if f(6) else f(7)))
print((f(1) or f(2)) and not (f(0) and f(3)), (f(0) if f(1) else f(2)) or (f(3) if f(0) else f(4)))
x = (f(1) if f(1) else f(2)) and (f(0) or (f(0) and f(1)) or f(5))
print(x, f(0) < f(1) < (f(2) or f(3)) < f(4), -f(3) ** 2, (y := f(1) or f(2)) + y)
