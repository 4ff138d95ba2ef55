rows = [[0] * 4 for _ in range(3)]
shared = [[0] * 4] * 3
for i in range(3):
    rows[i][i] = 1
shared[0][0] = 1
