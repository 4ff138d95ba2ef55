from collections import deque

stack = []
queue = deque()

for name in ["Ana", "Ben", "Choi"]:
    stack.append(name)
    queue.append(name)

while stack:
    last = stack.pop()
    first = queue.popleft()
    print(last, first)
