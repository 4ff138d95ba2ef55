"""A tree whose nodes refer to records, which are folded to lines while there is little room."""


class Record:
    def __init__(self, facts):
        self.description = facts["description"]
        self.number = facts["number"]
        self.above = facts["above"]


class Node:
    def __init__(self, facts):
        self.record = Record(facts)
        self.children = []

    def insert(self, node):
        if node.record.above == self.record.number:
            self.children.append(node)
        for child in self.children:
            child.insert(node)


root_facts = {"description": "the whole company", "number": 1, "above": 0}
sales_facts = {"description": "sales and service", "number": 2, "above": 1}
works_facts = {"description": "works and stores", "number": 3, "above": 1}
north_facts = {"description": "sales in the north", "number": 4, "above": 2}
south_facts = {"description": "sales in the south", "number": 5, "above": 3}
first_facts = {"description": "first shop in town", "number": 6, "above": 4}
other_facts = {"description": "other shop in town", "number": 7, "above": 4}

root = Node(root_facts)
root.insert(Node(sales_facts))
root.insert(Node(works_facts))
root.insert(Node(north_facts))
root.insert(Node(south_facts))
root.insert(Node(first_facts))
root.insert(Node(other_facts))
