n = 3
while n: n -= 1
for i in range(3): n += i * i
x = [i + j for i in range(2) for j in range(2)]; y = len(x); z = x[y - 1] + y
print(n, x, y, z)
