class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

chain = Node(1, Node(2, Node(3)))
print(chain.value, chain.next.value, chain.next.next.value, chain.next.next.next)
chain.next.value = chain.value + chain.next.next.value
print(chain.next.value, chain.__class__, Node.__name__, (1).real, "a".__len__())
total, node = 0, chain
while node:
    total += node.value
    node = node.next
print(total)
