class Node:
    def __init__(self, value):
        self.value = value
        self.prev = None
        self.next = None
class Chain:
    def __init__(self):
        self.first = None
        self.last = None
    def append(self, value):
        node = Node(value)
        if self.last is None:
            self.first = node
        else:
            node.prev = self.last
            self.last.next = node
        self.last = node
chain = Chain()
for word in ["a b", "c d", "e f", "g h"]:
    chain.append(word)
