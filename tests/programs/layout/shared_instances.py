class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price


class Person:
    def __init__(self, name):
        self.name = name
        self.cart = []
        self.friend = None


items = [Item(f"p{i}", i * 1.5) for i in range(5)]
people = [Person(f"n{i}") for i in range(4)]
for i, p in enumerate(people):
    p.cart.append(items[i])
    p.cart.append(items[(i * 2) % 5])
    p.friend = people[(i + 1) % 4]
