# Generators that are thrown into, closed, collected while they wait, or never started.
import gc
import sys
def waits(log):
    try:
        got = yield 1
        while True:
            got = yield got
    except ValueError as error:
        log.append(error.args)
        yield "caught"
    finally:
        log.append("finally")
def plain():
    yield 1
    yield 2
def refuses():
    try:
        yield 1
    except GeneratorExit:
        yield 2
def delegates(inner):
    result = yield from inner
    return result
log = []
g = waits(log)
print(next(g), g.send(5), g.throw(ValueError(7)))
print(list(g), log)
g = waits(log)
next(g)
g.close()
g = waits(log)
g.close()
g = plain()
next(g)
g.close()
g = plain()
try:
    g.throw(KeyError("never started"))
except KeyError as error:
    print(error)
g = plain(); next(g)
try:
    g.throw(KeyError("thrown"))
except KeyError as error:
    print(error)
g = refuses()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
g = delegates(waits(log))
next(g)
print(g.send(3))
print(g.throw(ValueError(8)))
g.close()
g = delegates(delegates(plain()))
next(g)
g.close()
g = delegates(plain()); next(g)
try:
    g.throw(KeyError("through both"))
except KeyError as error:
    print(error)
g = delegates(iter([1, 2]))
next(g)
try:
    g.throw(KeyError("an iterator has no throw"))
except KeyError as error:
    print(error)
g = waits(log); next(g)
g = None
def collected():
    me = [None]
    def inner():
        try:
            yield me
        finally:
            log.append("collected")
    me[0] = inner()
    next(me[0])
collected()
gc.collect()
def returns_early():
    yield 1
    return 5
def tries():
    try:
        value = yield from returns_early()
        yield value
    finally:
        yield "last"
print(list(tries()))
def stops():
    yield next(iter(()))
try:
    list(stops())
except RuntimeError as error:
    print(repr(error.__cause__))
print(sum(x for x in (y * 2 for y in range(3)) if x), [*plain()], max(plain()))
first, *rest = plain()
a, b = plain()
for value in plain():
    break
else:
    print("never")
def recursive(n):
    yield n
    if n: yield from recursive(n - 1)
print(list(recursive(3)))
lazy = (print(n) or n for n in range(3)); next(lazy); lazy.close(); del lazy
def closes_in_loop():
    for n in plain():
        with_it = yield n
        if with_it: return
c = closes_in_loop(); next(c)
try: c.send(1)
except StopIteration: pass
print(log, file=sys.stdout)
