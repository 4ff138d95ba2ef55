def move(count, source, target, spare):
    if count == 0:
        return
    move(count - 1, source, spare, target)
    target.append(source.pop())
    move(count - 1, spare, target, source)


a, b, c = [3, 2, 1], [], []
move(len(a), a, c, b)
print(a, b, c)
