SIZE = 3
ROUNDS = 1


def move(count, source, target, spare, pegs):
    if count == 0:
        return 0
    moves = move(count - 1, source, spare, target, pegs)
    disc = pegs[source].pop()
    pegs[target].append(disc)
    moves += 1
    moves += move(count - 1, spare, target, source, pegs)
    return moves


for again in range(ROUNDS):
    pegs = {"A": list(range(SIZE, 0, -1)), "B": [], "C": []}
    print(move(SIZE, "A", "C", "B", pegs), pegs["C"])
