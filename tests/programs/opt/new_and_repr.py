class Quiet:
    def __repr__(self):
        text = "quiet"
        return text


def helper():
    return "helped"


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = object.__new__(cls)
        word = helper()
        return cls.instance

    def __init__(self):
        self.ready = True


print(Quiet())
print([Quiet()])
text = repr(Quiet())
one = Single()
two = Single()
same = one is two
