# Calls and expressions over several lines, statements that share one, branches never taken.
def f(a, b, c=3):
    return (
        a
        + b
        + c
    )
x = f(
    1,
    f(
        2,
        3,
    ),
    c=4,
); y = 5; z = 6
if x: pass
if not x:
    y = 1
elif y:
    y = 2
else:
    y = 3
t = "a" if x else \
    "b"
assert x, (
    "never"
)
del t
a = b = c = []
(p, q), *r = (1, 2), 3, 4
if (n := len(r)) > 1: r.append(n)
match r:
    case [3, *_] if n > 5: pass
    case [3, 4, k]: r = k
    case _: r = 0
g = lambda v: v + \
    1
print(x, y, z, p, q, r, g(
    1))
def empty(): ...
def documented():
    """Nothing but words."""
empty(); documented()
global_then = 1
def uses():
    global global_then
    global_then += 1
    def inner(): return global_then
    return inner()
print(uses())
try: 1 / 0
except ZeroDivisionError: pass
else: x = 0
finally: x = 1
with open(__file__) as file: first = file.readline()
print(first, end="")
