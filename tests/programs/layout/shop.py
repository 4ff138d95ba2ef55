class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price


class Order:
    def __init__(self, who, items):
        self.who = who
        self.items = items


class Customer:
    def __init__(self, name):
        self.name = name
        self.orders = []

    def buy(self, *items):
        self.orders.append(Order(self, list(items)))


items = [Item(f"item{k}", 300 + k) for k in range(12)]
customers = {k: Customer(f"c{k}") for k in range(8)}
for k in range(24):
    customer = customers[k // 3]
    chosen = [items[(7 * k + 5 * j) % 12] for j in range(1 + k % 3)]
    customer.buy(*chosen)
best = max(items, key=lambda item: item.price)
