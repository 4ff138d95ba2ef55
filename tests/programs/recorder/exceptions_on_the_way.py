# Exceptions through frames, handlers, finally, generators, context managers and foreign code.
import contextlib
class Own(Exception): pass
def deep(n):
    if n == 0:
        raise Own("here")
    try:
        deep(n - 1)
    finally:
        n = -1
def caught():
    try:
        deep(2)
    except (KeyError, Own) as error:
        return str(error)
print(caught())
def again():
    try:
        deep(0)
    except Own as error:
        raise ValueError("there") from error
try:
    again()
except ValueError as error:
    print(error, repr(error.__cause__))
def numbers():
    try:
        yield 1
        yield 2
    except Own:
        yield 3
    finally:
        print("closing")
n = numbers(); next(n); print(n.throw(Own())); n.close()
n = numbers(); next(n); del n
n = numbers()
try: n.throw(Own)
except Own: print("never began")
with contextlib.suppress(Own): deep(1)
class Manager:
    def __enter__(self): return self
    def __exit__(self, kind, value, traceback): return kind is Own
with Manager(): deep(1)
print(sorted([3, 1, 2], key=lambda v: -v))
try:
    sorted([1, 2], key=lambda v: deep(0))
except Own:
    print("through sort")
try:
    list(map(deep, [1]))
except Own:
    pass
class Walk:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
for w in Walk(): print(w)
print(list(Walk()))
def bad():
    yield 1
    raise StopIteration
try:
    list(bad())
except RuntimeError as error:
    print(error)
try:
    try: raise Own("first")
    finally: raise KeyError("second")
except KeyError as error: print(repr(error.__context__))
try:
    raise ExceptionGroup("many", [Own("a"), KeyError("b")])
except* Own as group: print(group.exceptions)
except* KeyError: print("key")
deep(1)
