from collections import deque

recent = deque(maxlen=2)
for letter in "abc":
    recent.append(letter)
