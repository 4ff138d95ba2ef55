class Node:
    def __init__(self, value, after):
        self.value = value
        self.next = after


head = None
for word in ["sun", "moon", "star"]:
    head = Node(word, head)

node = head
while node is not None:
    print(node.value)
    node = node.next
