def default_name():
    return "nobody"


class Base:
    name = default_name()
    table = [default_name() for _ in range(2)]
    if len(name) > 3:
        long = True

    class Inner:
        depth = 1

    def hello(self, word=default_name()):
        return word


base = Base()
word = base.hello()
inner = Base.Inner()
inner.depth += 1


def make_class(value):
    class Local:
        kept = value

        def get(self):
            return value

    return Local


made = make_class(7)
seven = made().get()
