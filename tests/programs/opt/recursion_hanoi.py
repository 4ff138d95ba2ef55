pegs = {"A": [2, 1], "B": [], "C": []}


def move(n, source, target, spare):
    if n == 0:
        return
    move(n - 1, source, spare, target)
    pegs[target].append(pegs[source].pop())
    move(n - 1, spare, target, source)


move(2, "A", "C", "B")
done = pegs["C"] == [2, 1]


def flatten(tree):
    if not isinstance(tree, list):
        return [tree]
    flat = []
    for branch in tree:
        flat.extend(flatten(branch))
    return flat


leaves = flatten([1, [2, [3]]])
