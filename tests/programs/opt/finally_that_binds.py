def f():
    try:
        return 1
    finally:
        print("a")


def g():
    for i in range(2):
        try:
            continue
        finally:
            print(i)


def h():
    try:
        raise KeyError("k")
    finally:
        x = 5
        y = x + 1


def swallow():
    try:
        raise KeyError("k")
    except KeyError:
        return "caught"
    finally:
        z = 1


f(); g()
try:
    h()
except KeyError as e:
    pass
r = swallow()
try:
    raise ValueError("at the end")
finally:
    print("cleanup")
    last = 1
