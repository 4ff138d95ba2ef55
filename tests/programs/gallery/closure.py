def make(n):
    count = 0
    def add(k=1000):
        nonlocal count
        count += k * n
        return count
    return add
a = make(300)
b = make(400)
a()
a(5)
b()
