def squares(limit):
    n = 1
    while n * n <= limit:
        yield n * n
        n += 1


numbers = squares(20)
print(next(numbers))
print(next(numbers))
rest = list(numbers)
print(rest)
