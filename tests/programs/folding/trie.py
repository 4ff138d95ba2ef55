class Node:
    def __init__(self):
        self.children = {}
        self.is_word = False


def insert(root, word):
    node = root
    for letter in word:
        if letter not in node.children:
            node.children[letter] = Node()
        node = node.children[letter]
    node.is_word = True


def contains(root, word):
    node = root
    for letter in word:
        if letter not in node.children:
            return False
        node = node.children[letter]
    return node.is_word


root = Node()
for word in ["car", "cart", "care", "cat", "dog", "dot", "door", "do", "top", "tip", "tin", "ten",
             "tea", "team", "meat", "meet", "moon", "mood"]:
    insert(root, word)
print(contains(root, "care"), contains(root, "cars"))
