class Item:
    def __init__(self, name, price, stock):
        self.name = name
        self.price = price
        self.stock = stock


class Order:
    def __init__(self, customer):
        self.customer = customer
        self.lines = []

    def add(self, item, count):
        if count > item.stock:
            raise ValueError(f"only {item.stock} {item.name} left")
        item.stock -= count
        self.lines.append((item, count))

    def total(self):
        return sum(item.price * count for item, count in self.lines)


class Shop:
    def __init__(self):
        self.items = {}
        self.orders = []

    def offer(self, name, price, stock):
        self.items[name] = Item(name, price, stock)

    def order(self, customer, **wanted):
        order = Order(customer)
        for name, count in wanted.items():
            order.add(self.items[name], count)
        self.orders.append(order)
        return order


shop = Shop()
for n, name in enumerate(["pen", "book", "bag", "lamp", "desk", "chair", "cup", "plate", "fork",
                          "spoon", "knife", "bowl", "pan", "pot", "clock", "phone", "radio"]):
    shop.offer(name, 3 + n * 2, 5 + n % 4)
first = shop.order("Ann", pen=2, book=1, lamp=1)
second = shop.order("Ben", cup=4, plate=4, fork=4)
for n in range(12):
    shop.order(f"guest {n}", pan=0, clock=0)
try:
    shop.order("Cem", pen=9)
except ValueError as error:
    print(error)
best = max(shop.orders, key=lambda order: order.total())
print(best.customer, best.total())
