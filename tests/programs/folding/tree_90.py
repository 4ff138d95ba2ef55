import random


class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


def insert(node, key):
    if node is None:
        return Node(key)
    if key < node.key:
        node.left = insert(node.left, key)
    else:
        node.right = insert(node.right, key)
    return node


def height(node):
    if node is None:
        return 0
    return 1 + max(height(node.left), height(node.right))


random.seed(4)
keys = random.sample(range(1000), 90)
root = None
for key in keys:
    root = insert(root, key)
node = root
path = []
while node is not None:
    path.append(node.key)
    node = node.left
smallest = path[-1]
print(height(root), smallest)
