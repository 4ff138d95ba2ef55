def count(n):
    while n:
        got = yield n
        if got:
            n = got
        n -= 1
    return "done"

g = count(3)
print(next(g), next(g))
try:
    print(g.send(2))
    print(next(g))
except StopIteration as stop:
    print(stop.value)
print(list(count(2)))
