grid = []
for i in range(3):
    row = []
    for j in range(4):
        row.append(i * j)
    grid.append(row)
total = 0
for row in grid:
    for cell in row:
        total += cell
