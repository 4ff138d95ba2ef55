class Vector:
    def __init__(self, *items):
        self.items = items

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.items, other.items))

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.items, other.items)))

    def __neg__(self):
        return Vector(*[-a for a in self.items])

    def __lt__(self, other):
        return self @ self < other @ other

v, w = Vector(1, 2), Vector(3, 4)
print(v @ w, (v + w).items, (-v).items, v < w, (v + -w).items)
