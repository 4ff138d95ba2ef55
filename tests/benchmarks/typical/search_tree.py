SIZE = 8
ROUNDS = 1


class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        if self.root is None:
            self.root = Node(key)
            return True
        node = self.root
        while True:
            if key == node.key:
                return False
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return True
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    return True
                node = node.right

    def find(self, key):
        depth, node = 0, self.root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
            depth += 1
        return depth if node else -1


def height(node):
    if node is None:
        return 0
    return 1 + max(height(node.left), height(node.right))


def in_order(node, found):
    if node is not None:
        in_order(node.left, found)
        found.append(node.key)
        in_order(node.right, found)


for again in range(ROUNDS):
    tree = Tree()
    for i in range(SIZE):
        tree.insert(i * 7919 % 1009)
    keys = []
    in_order(tree.root, keys)
    print(len(keys), keys == sorted(keys), height(tree.root), tree.find(13))
