class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
        return self

    def pop(self):
        return self.items.pop()

    def size(self):
        return len(self.items)

s = Stack().push(1).push(2 + 3)
print(s.pop() + s.size(), "a b".split(), "-".join(["x", "y"]).upper())
push = s.push
push(7)
print(s.items, s.items.count(7), Stack.size(s))
