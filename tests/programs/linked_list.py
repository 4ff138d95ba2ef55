class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following


def reverse(head):
    done = None
    while head is not None:
        head.following, done, head = done, head, head.following
    return done


head = None
for value in (3, 2, 1):
    head = Node(value * 1000, head)
head = reverse(head)
node = head
while node:
    print(node.value)
    node = node.following
