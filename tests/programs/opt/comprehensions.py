squares = [n * n for n in range(3)]
evens = {n for n in squares if n % 2 == 0}
lengths = {w: len(w) for w in ("a", "bc")}
grid = [[r * c for c in range(2)] for r in range(2)]


def inside(values):
    kept = [v for v in values if v]
    pairs = [(a, b) for a in kept for b in kept]
    index = {v: i for i, v in enumerate(kept)}
    return pairs, index


answer = inside([0, 3])
flat = [cell for row in grid for cell in row]
spread = [
    n
    for n in flat
    if n
]
