def total(items):
    if not items:
        return 0
    first = items[0]
    rest = items[1:]
    below = total(rest)
    return first + below


answer = total([1000 + n for n in range(12)])
