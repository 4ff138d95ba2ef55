from itertools import zip_longest


class Own(zip_longest):
    def __init__(self, *iterables):
        self.note = [len(iterables)]


fill = ["none"]
both = zip_longest([[1]], ([2], [3], [4]), fillvalue=fill)
own = Own("ab", [[5], [6], [7]])
for n in range(3):
    x = next(both)
    y = next(own)
    z = n
try:
    next(both)
except StopIteration:
    last = both
del both, own
rest = list(zip_longest([], (n for n in range(2))))
