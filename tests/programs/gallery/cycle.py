import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


gc.collect()  # what the start of Python left behind
gc.disable()
a = Node("a")
b = Node("b")
a.other = b
b.other = a
watch = weakref.ref(a)
words = ["one", "two" * 2]
del a, words
del b
found = gc.collect()
