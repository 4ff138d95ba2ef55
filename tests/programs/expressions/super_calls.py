class A:
    def __init__(self, n):
        self.n = n + 1

    def name(self):
        return "A"

class B(A):
    def __init__(self, n):
        super().__init__(n * 2)
        self.m = self.n - 1

    def name(self):
        return super().name() + "B"

b = B(4)
print(b.n, b.m, b.name())
