class Countdown:
    def __init__(self, start):
        self.now = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.now <= 0:
            raise StopIteration
        self.now -= 1
        return self.now


seen = []
for n in Countdown(2):
    seen.append(n)
listed = list(Countdown(1))
it = iter(Countdown(1))
first = next(it)
second = next(it, "none")
walker = iter([10, 20])
ten = next(walker)
