def check(x):
    if x > 1:
        raise ValueError(x)
    return x


def all_checked():
    try:
        return list(map(check, [0, 1, 2, 3]))
    except ValueError as error:
        return str(error)
    finally:
        print("end")


def checked(n):
    try:
        for i in range(n):
            yield check(i)
    finally:
        print("done")


def use():
    out = []
    try:
        for v in checked(3):
            out.append(v)
    except ValueError:
        out.append("error")
    return out


text = all_checked()
used = use()
try:
    {}[check(2)]
except ValueError:
    pass
