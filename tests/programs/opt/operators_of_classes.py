class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.parts, other.parts)])

    def __eq__(self, other):
        return self.parts == other.parts

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        return self.parts[index]

    def __call__(self, k):
        return k * self[0]

    def __bool__(self):
        return False


v = Vector(1, 2)
w = v + Vector(3, 4)
same = v == w
size = len(w)
six = w[1]
called = v(5)
truth = "yes" if v else "no"
total = sum(w)
