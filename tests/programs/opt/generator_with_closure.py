def running(values):
    total = 0

    def add(v):
        nonlocal total
        total += v
        return total

    for v in values:
        yield add(v)


sums = []
for s in running([1, 2]):
    sums.append(s)
