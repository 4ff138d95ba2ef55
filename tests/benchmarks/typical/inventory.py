SIZE = 5
ROUNDS = 1


class Item:
    def __init__(self, name, price, stock):
        self.name = name
        self._price = price
        self.stock = stock

    @property
    def price(self):
        return self._price

    @price.setter
    def price(self, value):
        if value < 0:
            raise ValueError("a price is not negative")
        self._price = value

    @property
    def value(self):
        return self._price * self.stock

    def __repr__(self):
        return f"{self.name}: {self.stock} at {self._price}"


class Inventory:
    def __init__(self):
        self._items = {}

    def __len__(self):
        return len(self._items)

    def __contains__(self, name):
        return name in self._items

    def add(self, name, price, stock):
        if name in self:
            self._items[name].stock += stock
        else:
            self._items[name] = Item(name, price, stock)

    def sell(self, name, count):
        item = self._items[name]
        sold = min(count, item.stock)
        item.stock -= sold
        if item.stock == 0:
            del self._items[name]
        return sold * item.price

    @property
    def total(self):
        return sum(item.value for item in self._items.values())

    def raise_prices(self, percent):
        for item in self._items.values():
            item.price = item.price * (100 + percent) // 100


for again in range(ROUNDS):
    shop = Inventory()
    earned = 0
    for number in range(SIZE):
        shop.add(f"thing {number % 25}", 10 + number % 7, 1 + number % 5)
        if number % 3 == 2:
            name = f"thing {(number // 2) % 25}"
            if name in shop:
                earned += shop.sell(name, 2)
        if number % 20 == 19:
            shop.raise_prices(5)
    print(len(shop), shop.total, earned)
