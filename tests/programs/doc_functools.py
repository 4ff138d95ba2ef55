# after the documentation of functools: a cache, a reduction, a partial call
from functools import lru_cache, partial, reduce


@lru_cache(maxsize=None)
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print([fib(n) for n in range(8)])
from_base_two = partial(int, base=2)
print(from_base_two("10010"), reduce(lambda a, b: a * b, [1, 2, 3, 4]))
