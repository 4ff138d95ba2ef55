fruits = ["apple", "pear"]
basket = fruits
basket.append("plum")

copy = list(fruits)
copy[0] = "cherry"

print(fruits)
print(basket is fruits)
