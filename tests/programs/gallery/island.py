import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


a = Node("A")
b = Node("B")
a.other = b
b.other = a
pair = [a, b]
label = a.name + b.name
watch = weakref.ref(a)
print(watch().name)
del a, b, pair, label
print(watch().name)
gc.collect()
print(watch())
