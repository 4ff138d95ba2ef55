SIZE = 4
ROUNDS = 1


def zeros(rows, columns):
    return [[0] * columns for _ in range(rows)]


def product(a, b):
    result = zeros(len(a), len(b[0]))
    for i in range(len(a)):
        for j in range(len(b[0])):
            total = 0
            for k in range(len(b)):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


def transpose(a):
    return [list(row) for row in zip(*a)]


for again in range(ROUNDS):
    a = [[i * j % 7 for j in range(SIZE)] for i in range(SIZE)]
    b = [[i + 2 * j for j in range(SIZE)] for i in range(SIZE)]
    c = product(a, transpose(b))
    print(c[0], sum(c[i][i] for i in range(SIZE)))
