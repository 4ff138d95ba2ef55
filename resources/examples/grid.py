# Three times the same row.
shared = [[0] * 3] * 3
shared[1][1] = "x"
print(shared)

# Three rows.
rows = [[0] * 3 for _ in range(3)]
rows[1][1] = "x"
print(rows)
