def shapes(side):
    class Square:
        def __init__(self):
            self.side = side

        def area(self):
            return self.side * side

    one = Square()
    return one.area(), Square


area, kind = shapes(3)
again = kind()
names = sorted(vars(again))


class Holder:
    def __init__(self, action):
        self.action = action

    def run(self, *args):
        return self.action(*args)


def adder(n):
    return Holder(lambda v: v + n)


held = adder(2)
five = held.run(3)
