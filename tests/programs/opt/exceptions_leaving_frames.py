def a():
    try:
        raise KeyError("a")
    except ValueError:
        x = 1


def b():
    try:
        raise KeyError("b")
    except KeyError as e:
        raise ValueError("from b") from e


def c():
    try:
        raise KeyError("c")
    except KeyError:
        print("re")
        raise


def d():
    try:
        raise KeyError("d")
    finally:
        for i in range(2):
            print(i)


def e():
    try:
        try:
            raise KeyError("e")
        finally:
            print("inner")
    except ZeroDivisionError:
        pass
    finally:
        print("outer")


def f():
    for i in range(2):
        try:
            g(i)
        except TypeError:
            continue


def g(i):
    if i == 0:
        raise TypeError(i)
    raise KeyError(i)


def h():
    assert False, "no"


def k():
    return (
        1 +
        l(2)
    )


def l(x):
    return x / 0


for fn in (a, b, c, d, e, f, h, k):
    try:
        fn()
    except Exception as err:
        kind = type(err).__name__
