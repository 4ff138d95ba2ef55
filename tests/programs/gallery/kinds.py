import math
from collections import deque
from functools import partial


class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def scaled(self, by=2):
        return self.sides * by


class Square(Shape):
    sides = 4
    __slots__ = ("edge",)

    def __init__(self, edge):
        super().__init__("square")
        self.edge = edge


def counter(start, step=1):
    count = start

    def up():
        nonlocal count
        count += step
        return count

    return up


square = Square(1.5)
method = square.scaled
up = counter(10)
up()
pair = (1, "둘")
primes = {3, 5}
frozen = frozenset([1, 2])
line = deque([1, 2, 3])
table = {"pair": pair, 3: None}
text = "once upon a time in Korea"
raw = b"\x00\xff"
number = 10**30
half = partial(divmod, 9)
span = range(3)
walk = iter([10, 20, 30])
next(walk)
try:
    1 / 0
except ZeroDivisionError as caught:
    error = caught
print(math.pi)
