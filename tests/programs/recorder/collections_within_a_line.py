"""Collections that run finalizers after a jump within a line, and as the program ends."""
import gc


class Node:
    def __init__(self):
        self.me = self


class Last:
    def __del__(self):
        self.me = None


def both():
    node = Node()
    last = Last()
    last.me = last


both()
for _ in range(2): gc.collect(); _ = 1
both()
while both(): pass
node = Last()
node.me = node
node = Node()
node = Last()
