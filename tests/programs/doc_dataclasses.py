# after the documentation of dataclasses: an item of an inventory
from dataclasses import dataclass, field, replace


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False)

    def total(self, count):
        return self.price * count


nut, bolt = Item(0.5, "nut"), Item(0.25, "bolt", ["steel"])
cheap = min(nut, bolt)
other = replace(nut, name="wing nut")
print(cheap, other.total(4), nut == other)
