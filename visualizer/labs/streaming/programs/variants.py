import itertools


def as_list(numbers):
    found = []
    for number in numbers:
        if number % 3:
            found.append(number * number)
    return found


def comprehension(numbers):
    return [number * number for number in numbers if number % 3]


def generator(numbers):
    for number in numbers:
        if number % 3:
            yield number * number


def generator_expression(numbers):
    return (number * number for number in numbers if number % 3)


class Squares:
    def __init__(self, numbers):
        self.numbers = iter(numbers)

    def __iter__(self):
        return self

    def __next__(self):
        for number in self.numbers:
            if number % 3:
                return number * number
        raise StopIteration


def with_itertools(numbers):
    chosen = itertools.filterfalse(lambda number: number % 3 == 0, numbers)
    return map(lambda number: number * number, chosen)


def numpy_whole(count):
    import numpy as np

    numbers = np.arange(count, dtype=np.uint64)
    chosen = numbers[numbers % 3 != 0]
    return [chosen * chosen]


def numpy_chunks(count, size=65_536):
    import numpy as np

    for start in range(0, count, size):
        numbers = np.arange(start, min(start + size, count), dtype=np.uint64)
        chosen = numbers[numbers % 3 != 0]
        yield chosen * chosen


def file_eager(path):
    with open(path) as file:
        numbers = [int(line) for line in file.read().splitlines()]
    return [number * number for number in numbers if number % 3]


def file_lazy(path):
    with open(path) as file:
        for line in file:
            number = int(line)
            if number % 3:
                yield number * number
