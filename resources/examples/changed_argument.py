def add_one(number):
    number = number + 1


def add_item(items):
    items.append("new")


def replace(items):
    items = ["other"]


n = 5
basket = ["old"]
add_one(n)
add_item(basket)
replace(basket)
print(n, basket)
