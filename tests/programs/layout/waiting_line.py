from collections import deque

waiting = deque()
for name in ("ann", "bob", "cid"):
    waiting.append((name, len(waiting)))
first = waiting.popleft()
waiting.append(first)
