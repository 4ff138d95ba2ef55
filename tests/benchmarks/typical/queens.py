SIZE = 4
ROUNDS = 1


def is_safe(queens, column):
    row = len(queens)
    for other_row, other in enumerate(queens):
        if other == column or abs(other - column) == row - other_row:
            return False
    return True


def place(size, queens, solutions):
    if len(queens) == size:
        solutions.append(list(queens))
        return
    for column in range(size):
        if is_safe(queens, column):
            queens.append(column)
            place(size, queens, solutions)
            queens.pop()


for again in range(ROUNDS):
    solutions = []
    place(SIZE, [], solutions)
    print(len(solutions), solutions[0])
