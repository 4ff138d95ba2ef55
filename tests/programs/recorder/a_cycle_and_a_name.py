"""Values that a cycle and a name hold lose the name."""

import sys


def keeps(number):
    own = sys._getframe()
    other = [number]
    return own


first = 5000
number = first + 1
text = "long text " * 3
cycle = [number, text, [first]]
cycle.append(cycle)
del cycle
number = 3
text = ""
first = 0
for turn in range(3):
    held = turn + 7000
    frame = keeps(held)
    frame.f_locals["other"] = [turn]
    frame = frame.f_lineno
    held = 1
frame = keeps(8000)
frame.clear()
frame = 2
