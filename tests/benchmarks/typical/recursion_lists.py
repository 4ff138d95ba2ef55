SIZE = 3
ROUNDS = 1


def permutations(items):
    if len(items) <= 1:
        return [items]
    found = []
    for i in range(len(items)):
        first = items[i]
        rest = items[:i] + items[i + 1 :]
        for others in permutations(rest):
            found.append([first] + others)
    return found


def flatten(value):
    if not isinstance(value, list):
        return [value]
    flat = []
    for item in value:
        flat = flat + flatten(item)
    return flat


def merge_sort(values):
    if len(values) < 2:
        return values
    middle = len(values) // 2
    left, right = merge_sort(values[:middle]), merge_sort(values[middle:])
    merged = []
    while left and right:
        if left[0] <= right[0]:
            merged.append(left.pop(0))
        else:
            merged.append(right.pop(0))
    return merged + left + right


for again in range(ROUNDS):
    found = permutations(list(range(SIZE)))
    numbers = flatten(found[: SIZE * 2])
    print(len(found), len(numbers), merge_sort(numbers)[:4])
