class Guard:
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, kind, error, trace):
        print("out", kind is not None)
        return False


def raises():
    with Guard() as outer:
        with Guard() as inner:
            x = 1
            raise KeyError(x)


def returns():
    with Guard(), Guard():
        return 5


def loops():
    for i in range(2):
        with Guard():
            if i == 0:
                continue
            break


five = returns()
loops()
try:
    raises()
except KeyError:
    print("caught")
