def countdown(n):
    while n > 0:
        got = yield n
        if got:
            n = got
        n = n - 1
    return "done"


numbers = countdown(3)
first = next(numbers)
second = numbers.send(5)
rest = list(numbers)
squares = (n * n for n in rest)
total = sum(squares)
unused = countdown(2)
unused.close()
print(first, second, rest, total)
