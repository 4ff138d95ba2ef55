a, t = 5, 2.5
print(-a, +a, ~a, -t, +t, - -a, -(a + 1), not a)
x = -a ** 2
y = (-a) ** 2
print(x, y, +(a - 1), ~(a << 1))
