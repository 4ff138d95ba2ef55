SIZE = 8
ROUNDS = 1


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self):
        self.head = None
        self.length = 0

    def push(self, value):
        self.head = Node(value, self.head)
        self.length += 1

    def reverse(self):
        before = None
        node = self.head
        while node:
            after = node.next
            node.next = before
            before = node
            node = after
        self.head = before

    def remove(self, value):
        before, node = None, self.head
        while node and node.value != value:
            before, node = node, node.next
        if node is None:
            return False
        if before is None:
            self.head = node.next
        else:
            before.next = node.next
        self.length -= 1
        return True

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next


for again in range(ROUNDS):
    numbers = LinkedList()
    for i in range(SIZE):
        numbers.push(i * i)
    numbers.reverse()
    numbers.reverse()
    numbers.remove(49)
    numbers.reverse()
    print(numbers.length, sum(numbers))
