SIZE = 5
ROUNDS = 1


def neighbours(board, row, column):
    count = 0
    for y in (-1, 0, 1):
        for x in (-1, 0, 1):
            if x or y:
                count += board[(row + y) % len(board)][(column + x) % len(board[0])]
    return count


def step(board):
    new = []
    for row in range(len(board)):
        line = []
        for column in range(len(board[0])):
            around = neighbours(board, row, column)
            alive = around == 3 or (around == 2 and board[row][column])
            line.append(int(alive))
        new.append(line)
    return new


for again in range(ROUNDS):
    board = [[0] * SIZE for _ in range(SIZE)]
    for y, x in [(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)]:
        board[y][x] = 1
    for generation in range(2):
        board = step(board)
    for row in board:
        print("".join("#" if cell else "." for cell in row))
