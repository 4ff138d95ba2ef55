def first(items):
    if (n := len(items)) > 2:
        return n
    while (last := items.pop() if items else None) is not None:
        print(last)
    y = (z := n) + (w := n * 2)
    return [q := n, q ** 2], y, z, w

print(first([1, 2, 3]), first([7, 8]))
print([half for n in range(6) if (half := n // 2) > 0])
total = 0
print([total := total + n for n in (1, 2, 3)], (k := 5), k)
