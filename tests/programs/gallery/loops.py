def first_above(least, numbers):
    for number in numbers:
        if number > least:
            return number


items = [4, 8, 15, 16, 23]
prices = {"tea": 3, "cake": 5}
names = ["Mina", "Joon", "Sora"]
greetings = []
for name in names:
    for drink, price in prices.items():
        greetings.append(price)
found = first_above(9, items)
