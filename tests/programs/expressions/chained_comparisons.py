def between(low, x, high):
    inside = low < x < high
    at = low <= x <= high
    far = low < x < high < 100
    return inside, at, far, low == x != high

for x in (0, 1, 5, 9, 10):
    print(between(1, x, 9))
