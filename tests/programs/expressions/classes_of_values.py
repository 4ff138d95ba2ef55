from dataclasses import dataclass

@dataclass
class Item:
    name: str
    price: float = 1.5

    def total(self, n):
        return self.price * n

items = [Item("a"), Item("b", 2.0), Item(name="c", price=3)]
print(sum(item.total(2) for item in items), max(items, key=lambda one: one.price).name)
print([one.name + "!" for one in items if one.price >= 2], {one.name: one.price for one in items})
print(items[0] == Item("a"), repr(items[1])[:4], len(items) and items[-1].price)
