def multiply(a, b):
    size = len(a)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            total = 0
            for k in range(size):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


a = [[(i * j) % 7 for j in range(10)] for i in range(10)]
b = [[(i + j) % 5 for j in range(10)] for i in range(10)]
c = multiply(a, b)
print(c[9][9])
