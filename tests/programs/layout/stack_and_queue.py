class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()


stack = Stack()
for number in (300, 400, 500):
    stack.push(number)
top = stack.pop()
