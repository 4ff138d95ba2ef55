import numpy as np

grid = np.arange(24).reshape(4, 6)
base = grid.base
window = grid[1:3, ::2]
window[0, 0] = 100
names = np.array(["가", "나"])
cube = np.zeros((2, 3, 3))
