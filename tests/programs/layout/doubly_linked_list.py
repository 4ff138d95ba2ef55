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

    def insert_after(self, node, value):
        new = Node(value)
        new.prev = node
        new.next = node.next
        if node.next is not None:
            node.next.prev = new
        node.next = new

    def delete(self, node):
        if node.prev is None:
            self.first = node.next
        else:
            node.prev.next = node.next
        if node.next is None:
            self.last = node.prev
        else:
            node.next.prev = node.prev


chain = Chain()
for word in ("ann", "bob", "cid", "dee", "eve", "fay"):
    chain.append(word)
chain.insert_after(chain.first, "new")
chain.delete(chain.first.next.next)
chain.insert_after(chain.first.next, "newer")
chain.delete(chain.first)
