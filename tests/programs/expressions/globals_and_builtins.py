n = 1

def bump():
    global n
    n += 1
    return n

values = [bump() + n, n + bump(), bump() * bump() + n]
print(values, abs(-n), min(values) + max(values), isinstance(n, int) and n, (n,) * 2)
import math, os.path as path
print(math.floor(math.pi * n), path.basename("a/b"), math.sqrt(n + 18))
