class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


head = tail = Node(0)
for k in range(1, 42):
    tail.next = Node(k * k)
    tail = tail.next

points = [Point(i / 7, i * 0.5) for i in range(1000)]
index = {}
for p in points[::25]:
    index[p.x] = p
print(len(points), len(index))
