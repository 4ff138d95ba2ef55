class Slim:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


class Wide(Slim):
    __slots__ = ()


class Open(Slim):
    pass


s = Slim(1)
s.y = [2]
w = Wide(3)
o = Open(4)
o.extra = "in dict"
del s.x
has = hasattr(s, "x")
