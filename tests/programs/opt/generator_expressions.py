numbers = [1, 2, 3]
total = sum(n * n for n in numbers)
lazy = (n + 1 for n in numbers)
first = next(lazy)
rest = list(lazy)


def weighted(values, weight):
    return sum(v * weight for v in values if v > 1)


answer = weighted(numbers, 10)
found = any(n > 1 for n in numbers)
