import numpy as np

grid = np.array([[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], [13, 14, 15, 16, 17, 18]])
window = grid[1:, ::2]
column = grid[:, 5]
turned = window.T
window[0, 0] = 700
names = np.array(["가", "나"])
cube = np.zeros((2, 3, 3))
many = np.arange(100.0)
