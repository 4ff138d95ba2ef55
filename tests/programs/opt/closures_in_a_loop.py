def build():
    found = []
    for i in range(3):
        def late():
            return i
        found.append(late)
    return found


def build_bound():
    return [lambda x, i=i: x * i for i in range(3)]


late_ones = build()
results = [f() for f in late_ones]
bound = build_bound()
products = [f(10) for f in bound]
