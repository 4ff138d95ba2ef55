class Node:
    def __init__(self, value):
        self.value = value
        self.prev = None
        self.next = None


class List:
    def __init__(self):
        self.head = None
        self.tail = None
        self.size = 0

    def append(self, value):
        node = Node(value)
        if self.tail is None:
            self.head = node
        else:
            self.tail.next = node
            node.prev = self.tail
        self.tail = node
        self.size += 1

    def remove(self, node):
        if node.prev:
            node.prev.next = node.next
        else:
            self.head = node.next
        if node.next:
            node.next.prev = node.prev
        else:
            self.tail = node.prev
        self.size -= 1


numbers = List()
for n in range(80):
    numbers.append(n * n)
node = numbers.head
for _ in range(40):
    node = node.next
numbers.remove(node)
node = numbers.tail
while node and node.value > 5000:
    node = node.prev
numbers.remove(numbers.head)
print(numbers.size)
