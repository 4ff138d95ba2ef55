class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    node = Node(middle)
    node.left = build(low, middle)
    node.right = build(middle + 1, high)
    return node


root = build(0, 1000)
