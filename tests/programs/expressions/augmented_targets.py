class Box:
    pass

box = Box()
box.n = 1
box.n += 2
items = [1, 2, 3]
items[0] += 5
i = 1
items[i] *= items[0] + 1
box.n -= items[2]
print(box.n, items)
