"""The last collection runs a finalizer and frees a cycle, then a name's finalizer runs."""


class Node:
    def __init__(self):
        self.me = self


class Last:
    def __del__(self):
        self.me = None


node = Node()
node = Last()
node.me = node
node = Last()
