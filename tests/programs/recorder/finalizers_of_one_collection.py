"""Finalizers of one collection keep their cycle, break it, or resurrect their object."""
import gc
class Node:
    def __init__(self): self.me = self
class Last(Node):
    def __del__(self): pass
class Breaks(Node):
    def __del__(self):
        self.me = None
class Keeps(Node):
    def __del__(self):
        kept.append(self)
kept = []
def many():
    for one in (Last, Breaks, Node, Last, Keeps, Breaks, Keeps, Breaks):
        x = one(); y = one(); x.other = y
many()
x = 1
gc.collect()
many()
x = kept.pop()
x = 2
gc.collect()
kept = None
x = 3
gc.collect()
