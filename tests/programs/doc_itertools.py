# after the documentation of itertools: recipes built from iterators
from itertools import chain, count, groupby, islice, tee


def pairs(iterable):
    one, other = tee(iterable)
    next(other, None)
    return zip(one, other)


print(list(pairs("ABCD")))
print(list(islice(count(10, 5), 3)))
print([(key, len(list(group))) for key, group in groupby("AAABBA")])
flat = list(chain.from_iterable([[1, 2], [3]]))
print(flat)
