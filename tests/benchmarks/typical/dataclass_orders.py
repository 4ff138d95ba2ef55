from dataclasses import dataclass, field

SIZE = 5
ROUNDS = 1


@dataclass(frozen=True)
class Product:
    name: str
    cents: int


@dataclass
class Line:
    product: Product
    count: int = 1

    def cents(self):
        return self.product.cents * self.count


@dataclass
class Order:
    number: int
    lines: list[Line] = field(default_factory=list)

    def add(self, product, count):
        for line in self.lines:
            if line.product == product:
                line.count += count
                return line
        line = Line(product, count)
        self.lines.append(line)
        return line

    def cents(self):
        total = 0
        for line in self.lines:
            total += line.cents()
        return total


PRODUCTS = [Product("pen", 120), Product("book", 950), Product("lamp", 3_400), Product("mug", 700)]

for again in range(ROUNDS):
    orders = []
    for number in range(SIZE):
        order = Order(number)
        for step in range(3):
            order.add(PRODUCTS[(number * 3 + step * step) % 4], step + 1)
        orders.append(order)
    largest = max(orders, key=Order.cents)
    print(largest.number, largest.cents(), len(largest.lines))
    print(orders[0])
