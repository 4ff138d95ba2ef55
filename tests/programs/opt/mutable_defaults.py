def collect(item, into=[]):
    into.append(item)
    return into


def fresh(item, into=None):
    if into is None:
        into = []
    into.append(item)
    return into


a = collect(1)
b = collect(2)
c = fresh(1)
d = fresh(2)
e = collect(3, [0])
same = a is b


def keyed(*, options={"x": 1}, label="k"):
    options[label] = len(options)
    return options


keyed()
keyed(label="m")
