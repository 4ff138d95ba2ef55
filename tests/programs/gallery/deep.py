import copy

board = [[1, 2], [3, 4]]
again = copy.deepcopy(board)
board[0].append(9)
