rows = [[0] * 6 for _ in range(6)]
for i in range(6):
    for j in range(3):
        rows[i][j + i % 3] = 10 * i + j
