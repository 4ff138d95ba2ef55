SIZE = 12
ROUNDS = 1


def numbers(limit):
    n = 1
    while n <= limit:
        yield n
        n += 1


def odd(source):
    for n in source:
        if n % 2:
            yield n


def squares(source):
    for n in source:
        yield n * n


def pairs(source):
    first = None
    for n in source:
        if first is None:
            first = n
        else:
            yield first, n
            first = None


def running(source):
    total = 0
    for a, b in source:
        total += a * b
        yield total


for again in range(ROUNDS):
    last = 0
    for total in running(pairs(squares(odd(numbers(SIZE))))):
        last = total
    print(last, sum(n for n in odd(numbers(SIZE)) if n % 3 == 0))
