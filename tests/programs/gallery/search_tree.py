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
root = None
for key in [50, 30, 70, 20, 40, 60, 80, 35, 45, 65]:
    root = insert(root, key)
