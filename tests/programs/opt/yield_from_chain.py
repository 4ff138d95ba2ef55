def inner(label):
    got = yield label + "1"
    yield label + "2"
    return label.upper()


def outer():
    result = yield from inner("a")
    yield result
    yield from [1, 2]


seen = []
for item in outer():
    seen.append(item)


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


walk = list(tree((None, 1, (None, 2, None))))
