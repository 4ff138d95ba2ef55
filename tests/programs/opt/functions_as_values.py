def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def compose(f, g):
    def composed(x):
        return f(g(x))
    return composed


def increment(x):
    return add(x, 1)


table = {"+": add, "-": sub}
for sign in table:
    result = table[sign](5, 3)
twice = compose(increment, increment)
seven = twice(5)
three = compose(increment, abs)(-2)
add.note = "attribute"
same = table["+"] is add
