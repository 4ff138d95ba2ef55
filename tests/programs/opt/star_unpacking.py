first, *rest = [1, 2, 3]
*start, last = "abc"
head, (inner, *deep), tail = 1, (2, 3, 4), 5
joined = [*rest, *start]
merged = {**{"a": 1}, "b": 2}


def show(*args, **options):
    first, *others = args
    return first, others, options


got = show(*joined, **merged)
(a, b), c = got[1][:2], got[2]
for key, (low, high) in {"k": (1, 2)}.items():
    width = high - low
[x, y] = {"p", }, ()
