square = lambda q: q * q
add = lambda a, b=1: a + b
table = {"sq": square, "neg": lambda v: -v}
four = square(2)
five = add(4)
minus = table["neg"](3)
direct = (lambda: "now")()


def apply(fn, value):
    return fn(value)


result = apply(lambda w: w + "!", "hey")
nested = apply(lambda w: apply(square, w), 3)


def scaler(k):
    return lambda v: v * k


double = scaler(2)
ten = double(5)
