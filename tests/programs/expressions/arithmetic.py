a, b = 17, 5
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2)
print(a << 2, a >> 1, a & b, a | b, a ^ b)
print((a + b) * (a - b) - a // (b - 2))
x = a + b * 2 - a / b + a % b
print(x)
