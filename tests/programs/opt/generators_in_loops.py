def count_to(limit):
    n = 0
    while n < limit:
        n += 1
        yield n


def doubled(source):
    for value in source:
        yield value * 2


total = 0
for n in count_to(2):
    total += n
both = list(doubled(count_to(2)))
waiting = count_to(5)
one = next(waiting)
first, second = doubled([1, 2])
