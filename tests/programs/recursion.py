def hanoi(n, source, target, spare):
    if n == 0:
        return 0
    moves = hanoi(n - 1, source, spare, target)
    target.append(source.pop())
    return moves + 1 + hanoi(n - 1, spare, target, source)


a, b, c = [3, 2, 1], [], []
print(hanoi(3, a, c, b), a, b, c)
