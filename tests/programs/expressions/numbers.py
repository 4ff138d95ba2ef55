big = 10 ** 30
f = 0.1 + 0.2
z = (1 + 2j) * (f + 1)
x = big // 7 % 1000
print(big * 2, f * 3, z.real, abs(z), x, -big + 1, round(f, 2), divmod(17, x), 7 // 2 * f)
print(True + x, int("12") + float("1.5"), bool(x) and x, x ** 0.5, 1e300 * 10 ** x if x < 5 else x)
