def mixed(a, b=2, *args, c, d=4, **kws):
    total = a + b + c + d
    return total, args, kws


def only(first, /, second, *, third=3):
    return first, second, third


def bare():
    pass


one = mixed(1, c=3)
two = mixed(1, 5, 6, 7, c=8, d=9, e=10)
three = only(1, second=2)
nothing = bare()
words = {"c": 30, "z": 0}
four = mixed(*[10, 20], **words)
