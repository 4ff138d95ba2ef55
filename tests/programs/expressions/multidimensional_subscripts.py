class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        return self.cells.get(key, 0)

    def __setitem__(self, key, value):
        self.cells[key] = value

g = Grid()
x, y = 1, 2
g[x, y] = g[x, y] + 5
g[x + 1, y] = g[x, y] * 2
print(g[x, y], g[2, y], g[0, 0], g.cells)
